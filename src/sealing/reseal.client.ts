import { type Bytes, concat, sized } from './bytes.ts'
import { openSealed, SEALED_CONTACT_KEY } from './open.ts'
import { type KeyName, keyInfo, type Recipient } from './recipient.ts'
import { sealTo } from './suite.ts'

/**
 * Contact details under a later key: their own content key is sealed anew, the details stay as they are and are not
 * read. Throws Unopened.
 */
export async function resealContact(
  pair: CryptoKeyPair,
  from: KeyName,
  to: Recipient,
  reportId: string,
  envelope: Bytes,
): Promise<Bytes> {
  const aad = sized(reportId)
  const key = await openSealed(pair, keyInfo('contact v1', from), aad, envelope.slice(0, SEALED_CONTACT_KEY))
  const sealedKey = await sealTo(to.key, keyInfo('contact v1', to), aad, key)
  return concat(sealedKey, envelope.slice(SEALED_CONTACT_KEY))
}
