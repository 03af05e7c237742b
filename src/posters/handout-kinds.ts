/** Paper of a notice beside its sheets: cards for pockets, and what stands on a table. */
export const handoutKinds = ['card', 'tent'] as const
export type HandoutKind = (typeof handoutKinds)[number]
