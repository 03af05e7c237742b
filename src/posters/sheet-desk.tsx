import type { PropsWithChildren } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Lang } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Desk } from '../queue/desk.ts'
import { TeamPage } from '../queue/team-frame.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { movesFrom, type SheetMove, type SheetState, teamMoves } from './sheets.ts'
import type { Code } from './store.ts'

/** At whose desk the sheets are looked at: its frame, its addresses, and what may be done there. */
export interface SheetDesk {
  lang: Lang
  Frame(props: PropsWithChildren): JSX.Element
  check: string
  list(token: string): string
  sheet(token: string, number: number): string
  photo(token: string, number: number): string
  back(code: Code): string
  movesFrom(state: SheetState): readonly SheetMove[]
}

export const officeSheets = (frame: OfficeFrame): SheetDesk => ({
  lang: frame.reader.lang,
  Frame: ({ children }) => (
    <OfficePage frame={frame} section="rounds">
      {children}
    </OfficePage>
  ),
  check: paths.checkSheets,
  list: paths.sheetsOf,
  sheet: (token, number) => paths.sheet(token, String(number)),
  photo: (token, number) => paths.sheetPhoto(token, String(number)),
  back: ({ roundId }) => paths.codes(roundId),
  movesFrom,
})

/** A team writes down what it saw; another sheet is printed, and so given a number, by the office. */
export const teamSheets = (desk: Desk, said: string | undefined): SheetDesk => {
  const { id } = desk.team
  return {
    lang: desk.lang,
    Frame: ({ children }) => (
      <TeamPage desk={desk} said={said} section="notices">
        {children}
      </TeamPage>
    ),
    check: paths.teamNotices(id),
    list: (token) => paths.teamSheetsOf(id, token),
    sheet: (token, number) => paths.teamSheet(id, token, String(number)),
    photo: (token, number) => paths.teamSheetPhoto(id, token, String(number)),
    back: () => paths.teamNotices(id),
    movesFrom: (state) => movesFrom(state).filter((move) => teamMoves.includes(move)),
  }
}
