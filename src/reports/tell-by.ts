import type { Calendar } from '../clock/calendar.ts'
import type { Day } from '../clock/day.ts'
import { dueBy } from '../clock/deadlines.ts'
import type { Report } from './tables.ts'

/** By when somebody who gave their name is told of what began that day; nobody else is told but by their query code. */
export const tellBy = (
  { identityMode, contactHeld }: Pick<Report, 'identityMode' | 'contactHeld'>,
  from: Day,
  calendar: Calendar,
): Day | null => (identityMode === 'named' && contactHeld ? dueBy('tell', from, calendar) : null)
