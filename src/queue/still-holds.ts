import type { Day } from '../clock/day.ts'
import type { Lang } from '../i18n/speak.ts'
import type { MoveName } from '../reports/lifecycle.ts'
import type { Decided } from '../reports/tables.ts'
import { wrong } from './move.ts'

interface Now {
  lang: Lang
  today: Day
  wasSilent: boolean
}

/** What a draft named may have passed while it waited: the sentence that says so, or nothing while all holds. */
export function brokenSince(move: MoveName, { due, declineReason }: Decided, now: Now): string | undefined {
  if (move === 'decline' && declineReason === 'noSubstance' && !now.wasSilent)
    return wrong(now.lang, 'silence')
  // An order may end today; what is granted, or looked at again, lies ahead.
  const isPast = due && (move === 'fix' ? due < now.today : due <= now.today)
  return isPast && ['extend', 'conclude', 'fix'].includes(move) ? wrong(now.lang, 'dayPast') : undefined
}
