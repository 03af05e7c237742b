import { combine } from 'shamir-secret-sharing'
import { type Bytes, concat, exactly, fromBase64url, sized } from './bytes.ts'
import { openWith, split, Unopened, understood, unopened } from './envelope.ts'
import { type Grant, grantInfo } from './grants.ts'
import { letterInfo } from './letters.ts'
import { unpad } from './padding.ts'
import { partAad, partKey } from './part.ts'
import { keyInfo, type Opens } from './recipient.ts'
import { bundleAad, bundleKey, type OfficeKeys, readOfficeKeys, type Sheet } from './recovery.ts'
import { BODY, CONTACT, type Contact, LINE, type Line, type ReportBody, readFields } from './report-fields.ts'
import { ECDH, ECDSA, hpke, type KeyBytes, SEALED_KEY } from './suite.ts'
import { readUserKeys, type UserKeys, userKeysAad, type Way } from './user-keys.ts'

// Browsers and tests only: the server can seal and cannot open. Whatever fails here throws Unopened.

export { Unopened } from './envelope.ts'

const ENCAPSULATED = 65

/** For HPKE, which opens with the pair. Non-extractable: it may rest in IndexedDB between pages. */
export async function importKeys({ publicKey, privateKey }: KeyBytes): Promise<CryptoKeyPair> {
  const [imported, point] = await Promise.all([
    crypto.subtle.importKey('pkcs8', privateKey, ECDH, false, ['deriveBits']),
    crypto.subtle.importKey('raw', publicKey, ECDH, true, []),
  ]).catch(unopened('format'))
  return { privateKey: imported, publicKey: point }
}

/** PKCS #8 to a key for `sign`, non-extractable. */
export function importSigning(privateKey: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', privateKey, ECDSA, false, ['sign']).catch(unopened('format'))
}

/** The 65-byte public point of a PKCS #8 private key of either kind. */
export async function publicOf(privateKey: Bytes): Promise<Bytes> {
  const key = await crypto.subtle
    .importKey('pkcs8', privateKey, ECDSA, true, ['sign'])
    .catch(unopened('format'))
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', key)
  return concat(Uint8Array.of(4), fromBase64url(x), fromBase64url(y))
}

/** Opens what `sealTo` sealed. RFC 9180 §6.1. */
export async function openSealed(
  pair: CryptoKeyPair,
  info: Bytes,
  aad: Bytes,
  envelope: Bytes,
): Promise<Bytes> {
  const [encapsulated, ciphertext] = split(envelope, ENCAPSULATED)
  const plain = await hpke.Open(pair, encapsulated, ciphertext, { info, aad }).catch(unopened('key'))
  return new Uint8Array(plain)
}

/** The same for who holds a named key, under the root in force or else the latest one before it that fits. */
export async function openNamed<Name extends Opens>(
  pair: CryptoKeyPair,
  name: Name,
  infoOf: (name: Name) => Bytes,
  aad: Bytes,
  envelope: Bytes,
): Promise<Bytes> {
  const [first, ...rest] = [...(name.earlier ?? []), { rootPrint: name.rootPrint, pair }].toReversed()
  const open = (way = first) =>
    openSealed(
      way?.pair ?? pair,
      infoOf({ ...name, rootPrint: way?.rootPrint ?? name.rootPrint }),
      aad,
      envelope,
    )
  let opened = open()
  for (const way of rest) {
    opened = opened.catch((error: unknown) => {
      if (error instanceof Unopened && error.why === 'key') return open(way)
      throw error
    })
  }
  return opened
}

/** The report's 32-byte content key, for who holds the named key. */
export async function openDek(
  pair: CryptoKeyPair,
  name: Opens,
  reportId: string,
  envelope: Bytes,
): Promise<Bytes> {
  const dek = await openNamed(pair, name, (one) => keyInfo('dek v1', one), sized(reportId), envelope)
  return understood('format', () => exactly(32, dek))
}

/** A letter's 32-byte key, for who holds the named key. */
export async function openLetterKey(
  pair: CryptoKeyPair,
  name: Opens,
  letterId: string,
  envelope: Bytes,
): Promise<Bytes> {
  const key = await openNamed(pair, name, letterInfo, sized(letterId), envelope)
  return understood('format', () => exactly(32, key))
}

/** Any part, without its padding. */
export async function openPart(
  dek: Bytes,
  reportId: string,
  part: string,
  partId: string,
  envelope: Bytes,
): Promise<Bytes> {
  const padded = await openWith(await partKey(dek, part, partId), partAad(reportId, part, partId), envelope)
  return understood('padding', () => unpad(padded))
}

/** The queue's line: the part `line`, with no part id. */
export async function openLine(dek: Bytes, reportId: string, envelope: Bytes): Promise<Line> {
  const bytes = await openPart(dek, reportId, 'line', '', envelope)
  return understood('format', () => readFields(LINE, bytes))
}

/** What the resident said: the part `body`, with no part id. */
export async function openBody(dek: Bytes, reportId: string, envelope: Bytes): Promise<ReportBody> {
  const bytes = await openPart(dek, reportId, 'body', '', envelope)
  return understood('format', () => readFields(BODY, bytes))
}

/** What `sealContact` sealed, for who holds the named contact key: its first 115 bytes are the key of the rest. */
export async function openContact(
  pair: CryptoKeyPair,
  name: Opens,
  reportId: string,
  envelope: Bytes,
): Promise<Contact> {
  const aad = sized(reportId)
  const sealedKey = envelope.slice(0, SEALED_KEY)
  const key = await openNamed(pair, name, (one) => keyInfo('contact v1', one), aad, sealedKey)
  const padded = await openWith(key, aad, envelope.slice(SEALED_KEY))
  const bytes = understood('padding', () => unpad(padded))
  return understood('format', () => readFields(CONTACT, bytes))
}

/** The granted private key, PKCS #8. */
export async function openGrant(
  pair: CryptoKeyPair,
  grant: Grant & Opens,
  personId: string,
  envelope: Bytes,
): Promise<Bytes> {
  return openNamed(pair, grant, (one) => grantInfo('grant v1', one), sized(personId), envelope)
}

/** A team's private key out of the office's recovery, PKCS #8. */
export async function openFromRecovery(
  pair: CryptoKeyPair,
  grant: Grant & Opens,
  envelope: Bytes,
): Promise<Bytes> {
  return openNamed(pair, grant, (one) => grantInfo('recovery v1', one), sized('office'), envelope)
}

/** What `wrapUserKeys` wrapped, for the same person and the same way. */
export async function unwrapUserKeys(
  unwrapper: Bytes,
  personId: string,
  way: Way,
  envelope: Bytes,
): Promise<UserKeys> {
  const bytes = await openWith(unwrapper, userKeysAad(personId, way), envelope)
  return understood('format', () => readUserKeys(bytes))
}

/**
 * Wrong shares combine to a wrong secret without a word, so each combination is put to the bundle, whose AEAD knows:
 * one bad sheet among enough good ones does no harm.
 */
export async function openRecovery(sheets: readonly Sheet[], bundle: Bytes): Promise<OfficeKeys> {
  let failure = new Unopened('key')
  for (const some of combinations(sheets)) {
    try {
      return await openTogether(some, bundle)
    } catch (cause) {
      if (cause instanceof Unopened) failure = cause
    }
  }
  throw failure
}

async function openTogether(sheets: Sheet[], bundle: Bytes): Promise<OfficeKeys> {
  const secret = new Uint8Array(await combine(sheets.map(({ share }) => share)))
  const bytes = await openWith(await bundleKey(secret), bundleAad(sheets[0]!.set), bundle)
  return understood('format', () => readOfficeKeys(bytes))
}

/** Every choice of two or more. */
function combinations(sheets: readonly Sheet[]): Sheet[][] {
  const choices = Array.from({ length: 2 ** sheets.length }, (_, choice) =>
    sheets.filter((_, at) => choice & (1 << at)),
  )
  return choices.filter((choice) => choice.length >= 2)
}
