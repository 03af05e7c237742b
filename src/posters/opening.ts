import type { Day } from '../clock/day.ts'
import { type Bytes, sameBytes } from '../sealing/bytes.ts'
import type { CodeState } from './code-states.ts'

interface Candidate {
  code: { state: CodeState; root: Bytes }
  office: { root: Bytes }
  team: { confirmed: boolean; holders: number }
  /** All that stands on its notice of the team is there. */
  isWhole: boolean
  round: { intakeClosesOn: Day }
  /** The unit's code that is in use already, if it is to stay so: one of an earlier root gives way. */
  other: { root: Bytes } | undefined
}

export type Missing = 'root' | 'details' | 'key' | 'holders' | 'test' | 'other' | 'closed'

/** How many people must be able to open what a notice brings in: one falls ill. */
export const HOLDERS = 2

/** The office's lock was changed after it was made: whoever scans it is asked to use the new notice. */
export const isOfEarlierRoot = (code: { root: Bytes }, office: { root: Bytes }) =>
  !sameBytes(code.root, office.root)

/** Whether it is not withdrawn, and of the office's root: a code of an earlier one wants another. */
export const isCurrent = (code: Candidate['code'], office: { root: Bytes }) =>
  code.state !== 'revoked' && !isOfEarlierRoot(code, office)

/** Current, and not in use yet: one that waits is used or withdrawn before another is prepared. */
export const isWaiting = (code: Candidate['code'], office: { root: Bytes }) =>
  isCurrent(code, office) && code.state !== 'inUse'

/** What a code lacks before its notice may hang: nothing, when it may. */
export function missingFor({ code, office, team, isWhole, round, other }: Candidate, today: Day): Missing[] {
  const lacks: Record<Missing, boolean> = {
    root: isOfEarlierRoot(code, office),
    details: !isWhole,
    key: !team.confirmed,
    holders: team.confirmed && team.holders < HOLDERS,
    test: code.state === 'draft',
    other: other !== undefined && !isOfEarlierRoot(other, office),
    closed: today > round.intakeClosesOn,
  }
  return (Object.keys(lacks) as Missing[]).filter((name) => lacks[name])
}
