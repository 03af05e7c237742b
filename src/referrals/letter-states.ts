import type { Referral } from './store.ts'

/** It has left the house and its answer is owed, whether or not anybody has signed for it. */
export const isOut = (letter: Referral | undefined): boolean =>
  letter !== undefined && (letter.state === 'issued' || isDelivered(letter))

/** Signed and numbered. Before that nothing was passed on, whatever the team has agreed. */
export const hasLeft = (letter: Referral | undefined): boolean => (letter?.number ?? null) !== null

/** It is in the unit's hands: from here on it is not taken back. */
export const isDelivered = ({ state }: Referral): boolean => state === 'delivered' || state === 'receipted'

/** The team has taken it back, or the unit has given it back. */
export const isBack = ({ state }: Referral): boolean => state === 'returned' || state === 'withdrawn'
