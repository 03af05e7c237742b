/** What the resident told. */
export interface Original {
  text: string
  place: string
  /** The person complained of. */
  subject: string
  /** What the resident has written since, and what was written down of their recordings. */
  later: readonly string[]
}
