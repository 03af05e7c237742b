import type { Day } from '../clock/day.ts'
import { countWords } from '../i18n/round-closing.ts'
import { say } from '../i18n/speak.ts'
import { staff as words } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import type { Staff } from '../staff/guard.ts'
import { DeskPage } from '../ui/desk.tsx'
import { CountsTable } from './counts-table.tsx'
import type { published } from './published.ts'

interface Props {
  staff: Staff
  officeName: string
  demo: boolean
  /** The last day that is over. */
  upTo: Day
  rounds: readonly { title: string; counts: ReturnType<typeof published> }[]
}

/** All the leading group sees: how many came, by channel and kind, round by round. */
export function FiguresPage({ staff: { lang, name }, officeName, demo, upTo, rounds }: Props) {
  const title = say(lang, countWords.title)
  const signedIn = {
    letterhead: officeName,
    name,
    roles: say(lang, words.leadingGroup),
    home: paths.figures,
  }
  return (
    <DeskPage reader={{ lang, size: 'standard' }} signedIn={signedIn} title={title} demo={demo} script="desk">
      <h1>{title}</h1>
      {rounds.length === 0 && <p>{say(lang, countWords.none)}</p>}
      {rounds.map(({ title, counts }) => (
        <>
          <h2>{title}</h2>
          <CountsTable lang={lang} counts={counts} upTo={upTo} />
          <p class="soft">{say(lang, countWords.hidden)}</p>
        </>
      ))}
    </DeskPage>
  )
}
