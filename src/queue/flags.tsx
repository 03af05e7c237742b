import { flagWords } from '../i18n/queue.ts'
import { fill, type Lang, textOf } from '../i18n/speak.ts'
import { filedByResident } from '../reports/channels.ts'
import { isContactHere } from '../reports/contact-here.ts'
import type { Report } from '../reports/tables.ts'

type Raised = Pick<
  Report,
  | 'urgent'
  | 'namesPerson'
  | 'afraid'
  | 'inCourt'
  | 'callMe'
  | 'contactHeld'
  | 'contactErasedOn'
  | 'channel'
  | 'forOther'
  | 'unread'
  | 'held'
  | 'pendingMove'
  | 'refusedMove'
>

interface Beside {
  /** How many files came with it or are on the way. */
  files?: number
  /** Not all of them are here, and since an earlier day. */
  isLate?: boolean
  /** The call is this person's to make. */
  handed?: boolean
}

/** What to be careful about, the dangerous first. */
export function raisedIn(
  report: Raised,
  { files = 0, isLate = false, handed = false }: Beside = {},
): (keyof typeof flagWords)[] {
  const { urgent, namesPerson, afraid, inCourt, callMe, channel, forOther, unread } = report
  const isHere = isContactHere(report)
  const raised = {
    urgent,
    namesPerson,
    afraid,
    inCourt: inCourt === 'yes',
    // Nobody can make it any more.
    callMe: callMe && isHere,
    handed,
    telephone: isHere && filedByResident(channel),
    reachable: isHere && !filedByResident(channel),
    files: files > 0,
    filesLate: isLate,
    forOther,
    fresh: unread,
    held: report.held,
    pending: report.pendingMove !== null,
    refused: report.refusedMove !== null,
  }
  return (Object.keys(flagWords) as (keyof typeof flagWords)[]).filter((flag) => raised[flag])
}

/** The same as words in a frame. */
export function Flags({ lang, report, ...beside }: { lang: Lang; report: Raised } & Beside) {
  const grave = ['urgent', 'afraid', 'filesLate']
  return (
    <>
      {raisedIn(report, beside).map((flag) => (
        <span class={grave.includes(flag) ? 'flag late' : 'flag'}>
          {fill(textOf(lang, flagWords[flag]), { n: beside.files ?? 0 })}
        </span>
      ))}
    </>
  )
}
