import { type Bytes, concat, exactly, sized, utf8 } from './bytes.ts'
import { reader } from './reader.ts'
import { type KeyBytes, makeKeys, makeSigningKeys, sealWith } from './suite.ts'

/** A person's keys, and the fingerprint of the office root they trust. */
export type UserKeys = { sealing: KeyBytes; signing: KeyBytes; rootPrint: Bytes }

/** The same keys are wrapped twice: by the password's unwrapper, and by the recovery code's. */
export type Way = 'password' | 'recovery'

/** A person's two new key pairs, bound to the root's 32-byte fingerprint. RangeError for another length. */
export async function makeUserKeys(rootPrint: Bytes): Promise<UserKeys> {
  const [sealing, signing] = await Promise.all([makeKeys(), makeSigningKeys()])
  return { sealing, signing, rootPrint: exactly(32, rootPrint) }
}

/** `unwrapper` from `stretchPassword`. */
export async function wrapUserKeys(
  keys: UserKeys,
  unwrapper: Bytes,
  personId: string,
  way: Way,
): Promise<Bytes> {
  const { sealing, signing, rootPrint } = keys
  const bytes = [sealing.publicKey, sealing.privateKey, signing.publicKey, signing.privateKey].map(sized)
  return sealWith(unwrapper, userKeysAad(personId, way), concat(...bytes, exactly(32, rootPrint)))
}

/** What wrapped keys are bound to: `user keys v1` ‖ person ‖ way, both with their length in front. */
export function userKeysAad(personId: string, way: Way): Bytes {
  return concat(utf8('user keys v1'), sized(personId), sized(way))
}

/** Throws RangeError when the bytes are not what `wrapUserKeys` wrote. */
export function readUserKeys(bytes: Bytes): UserKeys {
  const from = reader(bytes)
  const pair = (): KeyBytes => ({ publicKey: from.sized(), privateKey: from.sized() })
  const keys = { sealing: pair(), signing: pair(), rootPrint: from.take(32) }
  from.end()
  return keys
}
