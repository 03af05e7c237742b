import type { Day } from '../clock/day.ts'
import type { Round } from './store.ts'

/** What a special round takes and what not, in the office's words: residents read it on the notice and on the phone. */
export const scopeOf = ({ type, scope }: Pick<Round, 'type' | 'scope'>): string | undefined =>
  (type === 'special' && scope) || undefined

/** The last day of intake as the public reads it. Of what stands it reads none: who comes, comes in time. */
export const lastDayOf = ({
  type,
  intakeClosesOn,
}: Pick<Round, 'type' | 'intakeClosesOn'>): Day | undefined =>
  type === 'standing' ? undefined : intakeClosesOn
