import { type Bytes, sized } from './bytes.ts'
import { type KeyName, keyInfo, type Recipient } from './recipient.ts'
import { sealTo } from './suite.ts'

/**
 * A letter's own key, sealed to whoever may open it: bound to the letter, and to the root, holder and epoch of the
 * key it is sealed to. The report's key never travels with a letter. HPKE (RFC 9180 §5.1), info `letter v1`.
 */
export const sealLetterKey = (key: Bytes, to: Recipient, letterId: string): Promise<Bytes> =>
  sealTo(to.key, letterInfo(to), sized(letterId), key)

/** HPKE info: `letter v1` ‖ root, holder and epoch of the key it is sealed to. */
export const letterInfo = (name: KeyName): Bytes => keyInfo('letter v1', name)
