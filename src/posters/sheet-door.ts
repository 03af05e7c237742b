import type { Context } from 'hono'
import type { House } from '../http/house.ts'
import { officeSaid } from '../i18n/office.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import { deskOf } from '../queue/desk.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { officeSheets, type SheetDesk, teamSheets } from './sheet-desk.tsx'
import { listNotices } from './sheet-moving.ts'
import type { OwnNotice } from './sheet-page.tsx'
import { type SheetMove, sheetMoves, teamMoves } from './sheets.ts'
import type { Code } from './store.ts'

/** Through which door the sheets are looked at: its addresses, whose desk it is, and which notices are its own. */
export interface Door {
  check: string
  list: string
  sheet: string
  photo: string
  moves: readonly SheetMove[]
  deskOf(c: Context<DeskEnv>): Promise<SheetDesk | undefined>
  isOwn(c: Context<DeskEnv>, code: Code): boolean
  listOwn?(c: Context<DeskEnv>): Promise<readonly OwnNotice[]>
}

/** To all notices. */
export const officeDoor = (house: House): Door => ({
  check: paths.checkSheets,
  list: paths.sheetsOf(':token'),
  sheet: paths.sheet(':token', ':sheet'),
  photo: paths.sheetPhoto(':token', ':sheet'),
  moves: Object.keys(sheetMoves) as SheetMove[],
  deskOf: async (c) => officeSheets(await officeFrame(c, house)),
  isOwn: () => true,
})

/** To those of a team's own units. */
export const teamDoor = (house: House): Door => ({
  check: paths.teamNotices(':team'),
  list: paths.teamSheetsOf(':team', ':token'),
  sheet: paths.teamSheet(':team', ':token', ':sheet'),
  photo: paths.teamSheetPhoto(':team', ':token', ':sheet'),
  moves: teamMoves,
  async deskOf(c) {
    const desk = await deskOf(c, house)
    const said = c.req.query('said') === 'sheet' ? officeSaid.sheet : undefined
    return desk?.team.roundId ? teamSheets(desk, said && say(desk.lang, said)) : undefined
  },
  isOwn: (c, { teamId }) => teamId === c.get('role').team,
  listOwn: (c) => listNotices(house.db, c.get('role').team),
})
