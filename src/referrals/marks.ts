/** How soon a unit has to take a letter up, as GB/T 9704 has it: most letters say nothing of it. */
export const urgencies = ['urgent', 'veryUrgent'] as const

/** What the office puts on a letter as it signs. */
export interface Marks {
  urgency?: (typeof urgencies)[number] | undefined
  /** The names of the units that get a copy. */
  copies: readonly string[]
}
