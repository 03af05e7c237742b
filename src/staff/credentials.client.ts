import { base64url, random, sha256 } from '../sealing/bytes.ts'
import { makeRecoveryCode, stretchPassword } from '../sealing/password.ts'
import { type UserKeys, wrapUserKeys } from '../sealing/user-keys.ts'

const LEAST = 12
const DIFFERENT = 5

/** Whether a password is worth stretching: the server cannot look, so this is the only place. */
export function isGoodPassword(password: string, username: string): boolean {
  const typed = password.normalize('NFKC').trim()
  const differing = new Set(typed.toLowerCase()).size
  return (
    [...typed].length >= LEAST && differing >= DIFFERENT && typed.toLowerCase() !== username.toLowerCase()
  )
}

/**
 * Wraps a person's keys by a password and by a new recovery code. The server gets hashes and envelopes; the code goes
 * to paper alone.
 */
export async function makeCredentials(keys: UserKeys, personId: string, password: string) {
  const [passwordSalt, recoverySalt, recoveryCode] = [random(16), random(16), makeRecoveryCode()]
  const byPassword = await stretchPassword(password, passwordSalt)
  const byRecovery = await stretchPassword(recoveryCode, recoverySalt)
  const posted = {
    passwordSalt: base64url(passwordSalt),
    proverHash: base64url(await sha256(byPassword.prover)),
    wrapped: base64url(await wrapUserKeys(keys, byPassword.unwrapper, personId, 'password')),
    recoverySalt: base64url(recoverySalt),
    recoveryProverHash: base64url(await sha256(byRecovery.prover)),
    wrappedByRecovery: base64url(await wrapUserKeys(keys, byRecovery.unwrapper, personId, 'recovery')),
  }
  return { recoveryCode, posted }
}

/** The recovery code as it stands on paper. */
export const recoveryRows = (code: string): string[] => [code.slice(0, 20), code.slice(20)]
