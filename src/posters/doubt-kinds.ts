/** What may be wrong with a notice, as residents choose it. */
export const doubtKinds = ['unit', 'number', 'covered', 'money', 'other'] as const
export type DoubtKind = (typeof doubtKinds)[number]
