/** Everything of a report as its page brings it to the browser that packs it: still sealed, bytes as base64url. */
export interface Carried {
  /** What the register says. */
  facts: Readonly<Record<string, string>>
  parts: readonly { part: string; partId: string; envelope: string; at: string | null }[]
  messages: readonly { id: string; direction: 'toTeam' | 'toResident'; envelope: string; on: string }[]
  letters: readonly CarriedLetter[]
  /** Name and telephone, if they are held. */
  contact: string | null
}

export interface CarriedLetter {
  subject: string
  addressee: string
  number: string | null
  holder: string
  epoch: string
  /** The letter's key, sealed to the team. */
  key: string
  parts: readonly { part: 'letter' | 'reply'; partId: string; envelope: string }[]
}
