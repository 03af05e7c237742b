import type { Day } from '../clock/day.ts'
import type { Round } from './store.ts'

export interface Window {
  intakeOpensOn: Day
  intakeClosesOn: Day
  pausedReason: string | null
}

export type Intake = 'notYet' | 'open' | 'paused' | 'closed'

/**
 * Whether a round takes reports on a day: derived from its dates, never a state somebody sets. Both days of the window
 * count. A pause outweighs an opening that is still to come, for it would promise a day that does not hold.
 */
export function intakeOf({ intakeOpensOn, intakeClosesOn, pausedReason }: Window, today: Day): Intake {
  if (today > intakeClosesOn) return 'closed'
  if (pausedReason !== null) return 'paused'
  return today < intakeOpensOn ? 'notYet' : 'open'
}

/** The last day of intake as the public reads it. A round that takes reports all year tells none. */
export const lastDayOf = ({
  type,
  intakeClosesOn,
}: Pick<Round, 'type' | 'intakeClosesOn'>): Day | undefined =>
  type === 'standing' ? undefined : intakeClosesOn
