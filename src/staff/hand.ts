import type { House } from '../http/house.ts'
import type { Hand } from '../log/record.ts'
import type { DeskContext } from './guard.ts'

/** Who has sent this request, and that it is now. Behind any guard. */
export const handOf = (c: DeskContext, { clock }: Pick<House, 'clock'>): Hand => ({
  who: c.get('staff').id,
  now: clock.now(),
})
