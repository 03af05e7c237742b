import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { missingWords } from '../i18n/codes.ts'
import { holidayWords } from '../i18n/holidays.ts'
import { keys } from '../i18n/keys.ts'
import { office, preparation } from '../i18n/office.ts'
import { pauseWords } from '../i18n/rounds.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Doubt } from '../posters/doubts.ts'
import { intakeLine } from '../rounds/intake-line.ts'
import type { Round } from '../rounds/store.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { Doubts } from './doubts-part.tsx'
import { isDone, type Lack, type Line } from './home-lines.ts'
import { Today } from './home-today.tsx'
import type { SheetsStanding } from './sheets-kept.ts'
import type { Today as TodayView } from './today-view.ts'

interface Props {
  frame: OfficeFrame
  /** Whose list it is, and the rounds whose lists are elsewhere. */
  round: Pick<Round, 'title'> | undefined
  others: readonly Pick<Round, 'id' | 'title'>[]
  lines: readonly Line[]
  /** What the last line waits for. */
  lacking: readonly Lack[]
  unknownYears: readonly number[]
  /** Rounds that would take reports now, and do not for a while. */
  paused: readonly Round[]
  /** When somebody looks at the recovery sheets next. */
  sheets: SheetsStanding
  today: Day
  /** What residents found wrong with a notice, and nobody has looked at. */
  doubts: readonly Doubt[]
  /** Once a notice is in use: how the teams' queues stand, and how many notices wait. */
  counts: TodayView | undefined
}

/** The map of the product for a new office, and the day's figures for one that works. */
export function HomePage(props: Props) {
  const { frame, round, others, lines, lacking, unknownYears, paused, sheets, today, counts, doubts } = props
  const { lang } = frame.reader
  const list = say(lang, office.home) + (round ? say(lang, office.colon) + round.title : '')
  return (
    <OfficePage frame={frame} section="home">
      {counts && <Today lang={lang} checkOn={sayDay(sheets.dueOn, lang, yearOf(today))} {...counts} />}
      {!counts && <h1>{list}</h1>}
      {doubts.length > 0 && <Doubts lang={lang} today={today} doubts={doubts} />}
      {counts && <h2>{list}</h2>}
      {others.length > 0 && (
        <p>
          {say(lang, preparation.others)}
          {others.map(({ id, title }, at) => (
            <>
              {at > 0 && ' · '}
              <a href={`${paths.office}?round=${encodeURIComponent(id)}`}>{title}</a>
            </>
          ))}
        </p>
      )}
      {paused.map((one) => (
        <p class="box warn">
          <a href={`${paths.round(one.id)}#pause`}>{one.title}</a>
          {say(lang, office.colon)}
          {intakeLine(lang, one, today, true)}
          {one.resumesOn &&
            ` · ${say(lang, pauseWords.expected, { day: sayDay(one.resumesOn, lang, yearOf(today)) })}`}
        </p>
      ))}
      {unknownYears.map((year) => (
        <p class="box warn">
          {say(lang, office.holidays, { year })}{' '}
          <a href={paths.holidaysOf(String(year))}>{say(lang, holidayWords.change)}</a>
        </p>
      ))}
      {sheets.why && (
        <p class="box warn">
          {say(lang, keys.checkNow)} <a href={paths.officeKeys}>{say(lang, office.keys)}</a>
        </p>
      )}
      <p>{say(lang, preparation.lead)}</p>
      <table class="preparation roll">
        <thead>
          <tr>
            <th>{say(lang, preparation.number)}</th>
            <th>{say(lang, preparation.line)}</th>
            <th>{say(lang, preparation.state)}</th>
            <th>{say(lang, preparation.who)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <Row
              lang={lang}
              line={line}
              at={at}
              lacking={line.name === 'open' ? lacking : []}
              isNext={line === nextOf(lines)}
            />
          ))}
        </tbody>
      </table>
    </OfficePage>
  )
}

/** The one thing to do now has the filled button. */
const nextOf = (lines: readonly Line[]) => lines.find((line) => !isDone(line) && line.address)

interface RowProps {
  lang: Lang
  line: Line
  at: number
  lacking: readonly Lack[]
  isNext: boolean
}

function Row({ lang, line, at, lacking, isNext }: RowProps) {
  const { name, who, done, all, address, locks = [], verify } = line
  const word = verify ? say(lang, preparation.verifySecond, { name: verify }) : say(lang, preparation[name])
  const look = isNext ? 'btn go' : isDone(line) ? 'btn quiet' : 'btn'
  return (
    <tr>
      <td class="n">{at + 1}</td>
      <td>
        {address ? (
          <a class={look} href={address}>
            {word}
          </a>
        ) : (
          <span class="btn grey">{word}</span>
        )}
        {locks.map(({ team }) => (
          <p class="due">
            {say(lang, name === 'confirm' ? keys.lockWaits : keys.lockDue, { team: team.name })}
          </p>
        ))}
        {!isDone(line) && lacking.length > 0 && <p class="due">{lackingLine(lang, lacking)}</p>}
      </td>
      <td class="n">
        {isDone(line)
          ? say(lang, preparation.done)
          : all > 1
            ? say(lang, preparation.progress, { done, all })
            : say(lang, preparation.todo)}
      </td>
      <td data-head={say(lang, preparation.who)}>{say(lang, preparation[who])}</td>
    </tr>
  )
}

function lackingLine(lang: Lang, lacking: readonly Lack[]): string {
  const what = lacking.map((lack) => lackWords(lang, lack)).join(say(lang, preparation.separator))
  const line = say(lang, preparation.missing, { what })
  const isUnopenable = lacking.some((lack) => lack.why !== 'teams' && lack.team.readiness.holders === 0)
  const stop = lang === 'en' ? '. ' : '。'
  return isUnopenable ? `${line}${stop}${say(lang, preparation.noOpener)}` : `${line}${stop.trim()}`
}

function lackWords(lang: Lang, lack: Lack): string {
  if (lack.why === 'teams') return say(lang, preparation.missingTeams)
  const { team, readiness } = lack.team
  if (lack.why === 'details') return say(lang, missingWords.details, { team: team.name })
  if (lack.why === 'key') return say(lang, preparation.missingKey, { team: team.name })
  if (lack.why === 'test') return say(lang, preparation.missingTest, { team: team.name })
  return say(lang, preparation.missingHolders, { team: team.name, n: readiness.holders })
}
