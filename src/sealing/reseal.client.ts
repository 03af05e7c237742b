import { type Bytes, sized } from './bytes.ts'
import { openNamed } from './open.ts'
import { keyInfo, type Opens, type Recipient } from './recipient.ts'
import { sealTo } from './suite.ts'

/**
 * The content key of contact details, `SEALED_KEY` bytes, for another reader or under a later key: the details stay as
 * they are, unread. Throws Unopened when it is not this report's key as `from` holds it.
 */
export async function resealContactKey(
  pair: CryptoKeyPair,
  from: Opens,
  to: Recipient,
  reportId: string,
  sealedKey: Bytes,
): Promise<Bytes> {
  const aad = sized(reportId)
  const key = await openNamed(pair, from, (one) => keyInfo('contact v1', one), aad, sealedKey)
  return sealTo(to.key, keyInfo('contact v1', to), aad, key)
}
