import type { Names } from '../categories/names.ts'
import { attachments } from '../i18n/attachments.ts'
import { moveWords } from '../i18n/moves.ts'
import { channelWords, queue } from '../i18n/queue.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { isContactHere } from '../reports/contact-here.ts'
import { isHanded } from '../reports/handing.ts'
import { isOpen } from '../reports/lifecycle.ts'
import { mayMove } from '../reports/offers.ts'
import { situationOf } from '../reports/situation.ts'
import { base64url } from '../sealing/bytes.ts'
import type { Desk } from './desk.ts'
import { Due } from './due.tsx'
import { Flags } from './flags.tsx'
import { type Looking, queryOf } from './looking.ts'
import type { QueueRow } from './store.ts'
import { kindAndCategory, numberWords, ownerWords, shortDay, stateName } from './words.ts'

interface Props {
  desk: Desk
  names: Names
  looking: Looking
  row: QueueRow
  /** This person holds the key it is sealed to. */
  opens: boolean
}

/** One report that waits: its columns in clear, and its first sentence still sealed. */
export function Row({ desk, names, looking, row, opens }: Props) {
  const { lang, team, today, moment } = desk
  const { report, unit, town, owner, ownerLeft, dek, line, files, comingSince } = row
  const handed = isOpen(report.state) && isHanded(row.handed, moment.now)
  const sealed = opens && dek && line
  const marks = sealed
    ? {
        'data-row': report.id,
        'data-epoch': String(report.epoch),
        'data-dek': base64url(dek),
        'data-line': base64url(line),
        'data-no-text': noWordsOf(lang, row),
      }
    : {}
  return (
    <tr {...marks}>
      <td class="n">
        <a href={paths.report(team.id, report.id)}>{numberWords(report.enquiryNumber)}</a>
      </td>
      <td>
        {unit}
        {town && <small class="soft">{town}</small>}
      </td>
      <td>{kindAndCategory(lang, names, report)}</td>
      <td class="first" data-text>
        {sealed ? <Sealed desk={desk} asked={report.kind === 'conduct'} /> : say(lang, queue.nobody)}
      </td>
      <td class="flags">
        <Flags
          lang={lang}
          report={report}
          files={files}
          isLate={comingSince !== null && comingSince < today}
          handed={handed}
        />
      </td>
      <td class="n">
        {shortDay(report.receivedOn)} · {say(lang, channelWords[report.channel])}
      </td>
      <td class="next">
        <Due lang={lang} report={report} today={today} calendar={moment.calendar} unit={unit} />
      </td>
      <td>{stateName(desk, report)}</td>
      <td>{ownerWords(lang, owner, ownerLeft === 1)}</td>
      <td class="act">
        <Act desk={desk} looking={looking} row={row} />
      </td>
    </tr>
  )
}

/** What stands there if nothing was written. */
function noWordsOf(lang: Lang, { files, comingSince, report }: QueueRow) {
  if (comingSince !== null) return say(lang, attachments.wordsOnTheWay)
  if (files > 0) return say(lang, attachments.noWords)
  return isContactHere(report) ? undefined : say(lang, queue.noTextNoPhone)
}

/** What accuses a person is opened only when somebody asks for it. */
function Sealed({ desk: { lang }, asked }: { desk: Desk; asked: boolean }) {
  if (!asked) return <span class="soft">{say(lang, queue.opening)}</span>
  return (
    <button type="button" class="link" data-click>
      {say(lang, queue.click)}
    </button>
  )
}

/**
 * Let it in, take it or give it to somebody, which a leader who is liaison as well may both; or open it, which its
 * number does as well.
 */
function Act({ desk, looking, row: { report } }: Pick<Props, 'desk' | 'looking' | 'row'>) {
  const { lang, team, person } = desk
  const situation = situationOf(report, desk.today)
  if (mayMove('release', situation, person))
    return (
      <>
        <form method="post" action={paths.release(team.id, report.id)} data-desk>
          <button type="submit" class="btn">
            {say(lang, moveWords.release)}
          </button>
        </form>
        {mayMove('void', situation, person) && (
          <a class="btn quiet" href={paths.move(team.id, report.id, 'void')}>
            {say(lang, moveWords.void)}
          </a>
        )}
      </>
    )
  const [mayTake, mayAssign] = [mayMove('take', situation, person), mayMove('assign', situation, person)]
  if (!mayTake && !mayAssign)
    return (
      <a class="btn" href={paths.report(team.id, report.id)}>
        {say(lang, queue.open)}
      </a>
    )
  return (
    <>
      {mayTake && (
        <form method="post" action={paths.take(team.id, report.id)} data-desk>
          <input type="hidden" name="from" value="queue" />
          {Object.entries(queryOf(looking)).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="btn">
            {say(lang, queue.take)}
          </button>
        </form>
      )}
      {mayAssign && (
        <a class={mayTake ? 'btn quiet' : 'btn'} href={paths.assignOwner(team.id, report.id)}>
          {say(lang, queue.assign)}
        </a>
      )}
    </>
  )
}
