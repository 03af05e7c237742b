import type { AnyKind } from '../files/kinds.ts'
import type { LetterPart } from '../referrals/parts.ts'

/** Everything of a report as its page brings it to the browser that packs it: still sealed, bytes as base64url. */
export interface Carried {
  /** What the register says, in words. */
  facts: Readonly<Record<string, string>>
  parts: readonly { part: string; partId: string; envelope: string; at: string | null }[]
  messages: readonly { id: string; direction: 'toTeam' | 'toResident'; envelope: string; on: string }[]
  letters: readonly CarriedLetter[]
  /** Those that have arrived, and where their pieces are; of what was added later with which message and when. */
  files: readonly {
    id: string
    kind: AnyKind
    size: number
    message: string | null
    on: string | null
    pieces: string
  }[]
  /** Name and telephone, if they are held. */
  contact: string | null
}

/** A letter, be it a draft that never went, or the office's leave for one, whose reason is sealed like a letter. */
export interface CarriedLetter {
  subject: string
  /** How far the letter is, or whether leave was given. */
  state: string
  addressee: string
  number: string | null
  holder: string
  epoch: string
  /** The letter's key, sealed to the team. */
  key: string
  parts: readonly { part: LetterPart; partId: string; envelope: string }[]
}
