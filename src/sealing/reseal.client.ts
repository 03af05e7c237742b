import { type Bytes, concat, sized } from './bytes.ts'
import { openNamed } from './open.ts'
import { keyInfo, type Opens, type Recipient } from './recipient.ts'
import { SEALED_KEY, sealTo } from './suite.ts'

/** The content key of contact details, `SEALED_KEY` bytes, under a later key. Throws Unopened. */
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

/** Contact details for one more reader: the details stay as they are and are not read. Throws Unopened. */
export async function resealContact(
  pair: CryptoKeyPair,
  from: Opens,
  to: Recipient,
  reportId: string,
  envelope: Bytes,
): Promise<Bytes> {
  const sealedKey = await resealContactKey(pair, from, to, reportId, envelope.slice(0, SEALED_KEY))
  return concat(sealedKey, envelope.slice(SEALED_KEY))
}
