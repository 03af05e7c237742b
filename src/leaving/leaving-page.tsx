import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { leaving as words } from '../i18n/leaving.ts'
import { buttonWords } from '../i18n/moves.ts'
import { queue } from '../i18n/queue.ts'
import { closingWords } from '../i18n/round-closing.ts'
import { type Lang, type Phrase, say, textOf } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import type { Desk } from '../queue/desk.ts'
import { TeamPage } from '../queue/team-frame.tsx'
import { numberWords, stateName } from '../queue/words.ts'
import { type Choice, wayOf } from '../reports/leaving-choice.ts'
import type { Round } from '../rounds/store.ts'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { contactField, wasField, wayField } from './choices.ts'
import type { Leaving } from './store.ts'

interface Props {
  desk: Desk
  round: Pick<Round, 'intakeClosesOn' | 'fieldEndsOn'>
  rows: readonly Leaving[]
  /** How many have been chosen to go and are still to be sealed. */
  waiting: number
  /** How many went up, sealed, and have no receipt yet, of those that this leader may know of. */
  up: number
  handed: { gone: number; kept: number }
  office: string
  keys: Own
  /** The team may leave by now. */
  isTime: boolean
  said: string | undefined
  /** What this leader chose, where a colleague has chosen otherwise meanwhile. */
  overtaken?: readonly Choice[] | undefined
}

/** What the team has not concluded, each to stay or to go to the office. A leader's browser then seals it anew. */
export function LeavingPage(props: Props) {
  const { desk, round, rows, waiting, up, handed, office, keys, isTime, said, overtaken } = props
  const { lang, team, today } = desk
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  return (
    <TeamPage desk={desk} said={said}>
      <h1>{say(lang, words.title)}</h1>
      {overtaken && (
        <p class="box warn" role="alert">
          {say(lang, staff.overtaken)}
        </p>
      )}
      {!isTime && (
        <p class="box">
          {say(lang, words.early, { closes: day(round.intakeClosesOn), leaves: day(round.fieldEndsOn) })}
        </p>
      )}
      {isTime && waiting === 0 && handed.gone > 0 && (
        <p class="box ok" role="status">
          {say(lang, words.handed, { n: handed.gone, office, m: handed.kept })}
        </p>
      )}
      {isTime && waiting > 0 && <Work lang={lang} team={team.id} waiting={waiting} />}
      {isTime && up > 0 && (
        <p class="box warn">
          <a href={paths.escalated(team.id)}>{say(lang, words.up, { n: up })}</a>
        </p>
      )}
      {isTime && rows.length === 0 && up === 0 && <p>{say(lang, words.none)}</p>}
      {isTime && rows.length > 0 && (
        <form method="post" action={paths.leaving(team.id)} data-desk>
          <p>{say(lang, words.lead, { office })}</p>
          <Rows desk={desk} rows={rows} office={office} overtaken={overtaken} />
          <p class="moves">
            <button type="submit" class="btn go">
              {say(lang, words.button)}
            </button>
            <a class="btn quiet" href={paths.desk(team.id)}>
              {say(lang, buttonWords.cancel)}
            </a>
          </p>
        </form>
      )}
      <OwnKeys {...keys} />
    </TeamPage>
  )
}

/** Where the script says how far it has come. A page opened anew goes on with what is left. */
function Work({ lang, team, waiting }: { lang: Lang; team: string; waiting: number }) {
  const sentence = (name: 'working' | 'some') => textOf(lang, words[name])
  return (
    <div
      class="box"
      data-leaving={paths.leavingNext(team)}
      data-leave={paths.leave(team, ':report')}
      data-team={team}
    >
      <noscript>{say(lang, words.noScript)}</noscript>
      <p role="status" data-say="working" data-text={sentence('working')}>
        {say(lang, words.working, { n: waiting })}
      </p>
      <p role="status" data-say="some" data-text={sentence('some')} hidden />
      {(['done', 'stopped', 'untrusted', 'broke'] as const).map((name) => (
        <p role="status" data-say={name} hidden>
          {say(lang, words[name])}
        </p>
      ))}
    </div>
  )
}

function Rows({ desk, rows, office, overtaken }: Pick<Props, 'desk' | 'rows' | 'office' | 'overtaken'>) {
  const { lang } = desk
  const heads: readonly Phrase[] = [
    closingWords.number,
    queue.unit,
    closingWords.state,
    closingWords.due,
    closingWords.owner,
    words.title,
  ]
  return (
    <table class="roll">
      <thead>
        <tr>
          {heads.map((head) => (
            <th>{textOf(lang, head)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row desk={desk} row={row} office={office} way={wayIn(row, overtaken)} />
        ))}
      </tbody>
    </table>
  )
}

/** As it stands; or as this leader chose it, where nobody has chosen since. */
function wayIn({ report, withContact }: Leaving, chosen: readonly Choice[] = []): Choice['way'] {
  const stands = wayOf(withContact)
  const own = chosen.find(({ id }) => id === report.id)
  return own?.was === stands ? own.way : stands
}

function Row({ desk, row, office, way }: { desk: Desk; row: Leaving; office: string; way: Choice['way'] }) {
  const { lang, today, team } = desk
  const { report, unit, owner } = row
  const number = numberWords(report.enquiryNumber)
  const isHere = report.teamId === team.id
  return (
    <tr>
      <td class="n">{isHere ? <a href={paths.report(team.id, report.id)}>{number}</a> : number}</td>
      <td>{unit}</td>
      <td>{stateName(desk, report)}</td>
      <td data-head={say(lang, closingWords.due)}>{report.due && sayDay(report.due, lang, yearOf(today))}</td>
      <td data-head={say(lang, closingWords.owner)}>{owner ?? say(lang, closingWords.noOwner)}</td>
      <td>
        <input type="hidden" name={wasField(report.id)} value={wayOf(row.withContact)} />
        <Way lang={lang} id={report.id} way={way} number={number} office={isHere ? office : undefined} />
        {!isHere && <p class="soft">{say(lang, words.left, { office })}</p>}
        {report.contactHeld && (!isHere || report.contactEpoch === null) && (
          <label class="pick">
            <input type="checkbox" name={contactField(report.id)} value="yes" checked={way === 'contact'} />
            <span>{say(lang, words.contact)}</span>
          </label>
        )}
      </td>
    </tr>
  )
}

function Way(props: {
  lang: Lang
  id: string
  way: Choice['way']
  number: string
  office: string | undefined
}) {
  const { lang, id, way, number, office } = props
  const name = wayField(id)
  if (!office) return <input type="hidden" name={name} value="gone" />
  return (
    <select name={name} aria-label={say(lang, words.way, { number })}>
      <option value="keep">{say(lang, words.keep)}</option>
      <option value="office" selected={way !== 'keep'}>
        {say(lang, words.office, { office })}
      </option>
    </select>
  )
}
