import { hasLeft } from '../referrals/letter-states.ts'
import { consequences } from '../reports/consequences.ts'
import type { MoveName } from '../reports/lifecycle.ts'
import { residentSees, type Sight } from '../reports/resident-sees.ts'
import type { Slot } from '../reports/slot.ts'
import type { Decided } from '../reports/tables.ts'
import { officeIn } from './desk.ts'
import type { About } from './move.ts'

/**
 * What the resident would see: the same sentences, on the row as it would be. Of a suggestion nothing else says how it
 * ends, and before that is chosen no sentence does.
 */
export function sightAfter(
  { desk, report, referring }: Pick<About, 'desk' | 'report' | 'referring'>,
  move: MoveName,
  columns: Decided,
): Sight {
  const { now, calendar } = desk.moment
  const changed = consequences(report, move, columns, now, calendar)
  const after = { ...report, ...changed, letterOut: hasLeft(referring.current) }
  const sight = residentSees(after, desk.lang, desk.today, desk.team.phone, officeIn(desk))
  const isUndecided = move === 'conclude' && report.kind === 'suggestion' && !columns.resultType
  return isUndecided ? { ...sight, sentences: [], elsewhere: [] } : sight
}

export const hasSlot = ({ sentences }: Sight, purpose: Slot['purpose']): boolean =>
  sentences.flat().some((part) => typeof part !== 'string' && part.purpose === purpose)
