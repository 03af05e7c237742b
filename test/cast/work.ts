import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Challenge } from '../../src/intake/work.ts'

/** The work as a browser does it and hands it in. */
export async function doneOf(challenge: Challenge): Promise<string> {
  const found = await solveChallenge({ challenge, deriveKey })
  if (!found) throw new Error('not found in time')
  return challenge.signature + found.derivedKey
}
