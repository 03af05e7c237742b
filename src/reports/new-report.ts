import type { Calendar } from '../clock/calendar.ts'
import { type Day, dayOf } from '../clock/day.ts'
import { acceptBy } from '../clock/deadlines.ts'
import type { Arriving } from '../files/arriving.ts'
import type { PromisedFile } from '../files/kinds.ts'
import type { Step } from '../log/record.ts'
import { placeInQueue } from './placing.ts'
import type { Noted } from './steps.ts'
import type { Report } from './tables.ts'
import { tellBy } from './tell-by.ts'

/** What a report brings: its plain columns and its sealed parts. Everything else follows from the day. */
export interface NewReport
  extends Pick<
    Report,
    | 'id'
    | 'roundId'
    | 'unitId'
    | 'teamId'
    | 'epoch'
    | 'channel'
    | 'kind'
    | 'tile'
    | 'inCourt'
    | 'afraid'
    | 'callMe'
    | 'forOther'
    | 'namesPerson'
    | 'hasText'
    | 'identityMode'
  > {
  /** None is what its round was opened with. */
  edition?: Report['edition']
  /** It waits outside the queue: too many came at once, or its form came oddly. */
  held?: boolean
  /** The work it is not held for, which nobody may show again. */
  spends?: string | undefined
  /** None where nobody could be handed a query code. */
  lookupHash: string | null
  enquiryNumber: string
  sealed: readonly {
    part: 'dek' | 'line' | 'body' | 'access' | 'contact'
    envelope: Uint8Array<ArrayBuffer>
  }[]
  /** The files that will follow, and the hash of the secret that lets them. */
  promised?: { uploadHash: string; files: readonly PromisedFile[] } | undefined
  /** Files that came before it, whole. */
  arrived?: readonly Arriving[] | undefined
  /** Who entered what came by letter, call or visit, and on which day it came. */
  entered?: { by: string; on: Day } | undefined
}

/** A report's row, its sealed parts, the files it promises and its first step. */
export function rowsOf(
  { sealed, entered, promised, arrived: _came, held = false, spends: _, ...report }: NewReport,
  now: Date,
  calendar: Calendar,
) {
  const today = dayOf(now)
  const receivedOn = entered?.on ?? today
  const due = acceptBy(receivedOn, calendar)
  const contactHeld = sealed.some(({ part }) => part === 'contact')
  const told = tellBy({ ...report, contactHeld }, receivedOn, calendar)
  const fresh = {
    state: 'received',
    held,
    urgent: false,
    unread: false,
    receivedOn,
    due,
    tellBy: told,
  } as const
  const row = {
    ...report,
    ...fresh,
    steps: 1,
    contactHeld,
    uploadHash: promised?.uploadHash ?? null,
    receivedAt: now.toISOString(),
    dueKind: 'accept' as const,
    promise: due,
    ...placeInQueue({ ...report, ...fresh }, today),
  }
  const parts = sealed.map(({ part, envelope }) => ({ reportId: report.id, part, partId: '', envelope }))
  const files = promised?.files.map((file) => ({ ...file, reportId: report.id, openSince: today })) ?? []
  const move: Noted = entered ? 'enter' : 'file'
  const step: Step = {
    subject: `report:${report.id}`,
    position: 1,
    at: today,
    move,
    who: entered?.by ?? null,
    to: 'received',
  }
  return { row, parts, files, step }
}
