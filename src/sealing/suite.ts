import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke'
import { type Bytes, concat, exactly, random, sha256 } from './bytes.ts'

/** Leads every envelope: format version 1, suite 1. A post-quantum suite can follow as suite 2. */
export const FORMAT: Bytes = Uint8Array.of(1, 1)

/**
 * Suite 1: HPKE (RFC 9180) base mode over P-256. Marked pure, so that pages which only read messages do not load it.
 */
export const hpke = /* @__PURE__ */ new CipherSuite(
  KEM_DHKEM_P256_HKDF_SHA256,
  KDF_HKDF_SHA256,
  AEAD_AES_256_GCM,
)

export const ECDH = { name: 'ECDH', namedCurve: 'P-256' }
export const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** A key pair on its way to be sealed: `publicKey` a raw 65-byte point, `privateKey` PKCS #8. */
export type KeyBytes = { publicKey: Bytes; privateKey: Bytes }

/** Keys that HPKE seals to. */
export async function makeKeys(): Promise<KeyBytes> {
  return exportKeys(await crypto.subtle.generateKey(ECDH, true, ['deriveBits']))
}

/** ECDSA keys on P-256. */
export async function makeSigningKeys(): Promise<KeyBytes> {
  return exportKeys(await crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']))
}

/** Bytes that `sealTo` adds to what it seals, and that `sealWith` adds. */
const SEALED_TO = 83
export const SEALED_WITH = 30
/** A content key of 32 bytes, sealed. It leads the envelope of contact details. */
export const SEALED_KEY = SEALED_TO + 32

/**
 * Seals to a 65-byte public key: format ‖ 65-byte encapsulated key ‖ ciphertext, 83 bytes longer than `plain`.
 * Throws when the key is no point of the curve. RFC 9180 §6.1.
 */
export async function sealTo(publicKey: Bytes, info: Bytes, aad: Bytes, plain: Bytes): Promise<Bytes> {
  const key = await hpke.DeserializePublicKey(publicKey)
  const { encapsulatedSecret, ciphertext } = await hpke.Seal(key, plain, { info, aad })
  return concat(FORMAT, encapsulatedSecret, ciphertext)
}

/**
 * Seals under a 32-byte key: format ‖ 12-byte nonce, random unless it is given ‖ AES-256-GCM, 30 bytes longer than
 * `plain`. The format is authenticated in front of `aad`. Keys here are derived anew for each part and message, so
 * nonces cannot run out.
 */
export async function sealWith(key: Bytes, aad: Bytes, plain: Bytes, iv = random(12)): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', exactly(32, key), 'AES-GCM', false, ['encrypt'])
  const algorithm = { name: 'AES-GCM', iv, additionalData: concat(FORMAT, aad) }
  return concat(FORMAT, iv, new Uint8Array(await crypto.subtle.encrypt(algorithm, imported, plain)))
}

/** 64 bytes, r ‖ s. */
export async function sign(privateKey: CryptoKey, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign(ECDSA, privateKey, message))
}

/** `false` as well when `publicKey` is no point of the curve: such a key has signed nothing. */
export async function verify(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  return (await verifier(publicKey))(message, signature)
}

/** The same for many messages of one key, which is looked at once. */
export async function verifier(publicKey: Bytes) {
  const key = await crypto.subtle.importKey('raw', publicKey, ECDSA, false, ['verify']).catch(() => undefined)
  return async (message: Bytes, signature: Bytes): Promise<boolean> =>
    key !== undefined && crypto.subtle.verify(ECDSA, key, signature, message)
}

/** SHA-256 of the raw 65-byte point: the name by which a key is pinned. */
export async function fingerprint(publicKey: Bytes): Promise<Bytes> {
  return sha256(exactly(65, publicKey))
}

async function exportKeys({ publicKey, privateKey }: CryptoKeyPair): Promise<KeyBytes> {
  const [raw, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('raw', publicKey),
    crypto.subtle.exportKey('pkcs8', privateKey),
  ])
  return { publicKey: new Uint8Array(raw), privateKey: new Uint8Array(pkcs8) }
}
