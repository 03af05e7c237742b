/** Somebody certified and active, and which of the team's keys they hold. */
export interface Holder {
  id: string
  name: string
  leads: boolean
  key: boolean
  contact: boolean
}

/** Nobody holds a key, or one person alone. */
export interface Weakness {
  of: 'key' | 'contact'
  left: Holder | undefined
}

/** What a team would have to bear if one of its people left today. */
export interface Loss {
  /** A key would go with them. */
  changesLock: boolean
  /** The leader who would change the lock, once they have the key; without one only the recovery sheets help. */
  changer: Holder | undefined
  /** What becomes weaker than it is today. */
  worse: readonly Weakness[]
}

export function weaknesses(people: readonly Holder[]): Weakness[] {
  return (['key', 'contact'] as const).flatMap((of) => {
    const [left, ...more] = people.filter((holder) => holder[of])
    return more.length > 0 ? [] : [{ of, left }]
  })
}

/** Who leads and only waits for somebody to hand them the contact key. */
export const awaitingContact = (people: readonly Holder[]): Holder[] =>
  people.filter(({ leads, contact }) => leads && !contact)

export function ifGone(people: readonly Holder[], id: string): Loss {
  const leaver = people.find((holder) => holder.id === id)
  const rest = people.filter((holder) => holder.id !== id)
  const today = weaknesses(people)
  const isKnown = ({ of, left }: Weakness) => today.some((one) => one.of === of && one.left?.id === left?.id)
  const leaders = rest.filter(({ leads }) => leads)
  return {
    changesLock: leaver !== undefined && (leaver.key || leaver.contact),
    changer: leaders.find(({ key }) => key) ?? leaders[0],
    worse: weaknesses(rest).filter((weakness) => !isKnown(weakness)),
  }
}
