import { crockford } from './base32.ts'
import { type Bytes, concat, exactly, hmac, random, sized, utf8 } from './bytes.ts'
import { pbkdf2 } from './pbkdf2.ts'

/**
 * `id` names the invitation, 4 characters; `secret`, 12 characters and 60 bits, is on the sheet and never reaches the
 * server.
 */
export type Activation = { id: string; secret: string }

/** The invitee's answer: who they are, by which two 65-byte public keys. `id` is the invitation's. */
export type Invitee = {
  id: string
  name: string
  roles: string
  team: string
  sealingKey: Bytes
  signingKey: Bytes
}

/** 16 random characters of Crockford's base 32: the first four name it, the other twelve are its secret. */
export function makeActivation(): Activation {
  const letters = crockford(random(10))
  return { id: letters.slice(0, 4), secret: letters.slice(4) }
}

/** The 32-byte key that the sheet and the administrators share. Both arguments as `makeActivation` spells them. */
export async function activationKey(secret: string, id: string): Promise<Bytes> {
  return pbkdf2(secret, utf8(id))
}

/** Shows that who asks for the invitation holds the sheet. The server keeps its SHA-256. */
export async function askProof(key: Bytes): Promise<Bytes> {
  return hmac(key, utf8('ask v1'))
}

/** Shows the invitee the true root; `root` is its 65-byte public key. */
export async function rootProof(key: Bytes, root: Bytes): Promise<Bytes> {
  return hmac(key, concat(utf8('root'), exactly(65, root)))
}

/** Shows an administrator's browser whose keys these are, before the root signs. */
export async function personProof(
  key: Bytes,
  { id, name, roles, team, sealingKey, signingKey }: Invitee,
): Promise<Bytes> {
  const person = [id, name, roles, team].map(sized)
  return hmac(key, concat(utf8('person'), ...person, exactly(65, sealingKey), exactly(65, signingKey)))
}
