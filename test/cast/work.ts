import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Answers } from '../../src/intake/rules.ts'
import type { Challenge } from '../../src/intake/work.ts'
import { paths } from '../../src/paths.ts'
import type { Place } from './at-desk.ts'
import { enquiryIn, type Kept, sealAsBrowser } from './residents.ts'
import { takeSeat } from './seat.ts'

/** The work as a browser does it and hands it in. */
export async function doneOf(challenge: Challenge): Promise<string> {
  const found = await solveChallenge({ challenge, deriveKey })
  if (!found) throw new Error('not found in time')
  return challenge.signature + found.derivedKey
}

/** What a browser is told at the words: no work, or which. */
export async function workAt(place: Place, token: string): Promise<Challenge | undefined> {
  const answer = await takeSeat(place.door, place.origin).get(paths.work(token))
  if (answer.status === 204) return undefined
  return answer.json()
}

/** The work of this moment, done. */
export async function doWork(place: Place, token: string): Promise<string> {
  const challenge = await workAt(place, token)
  if (!challenge) throw new Error('there is no work')
  return doneOf(challenge)
}

/** Reports with scripts, with work that was done. */
export async function speakWith(
  work: string,
  place: Place,
  token: string,
  said: Partial<Answers>,
): Promise<Kept> {
  const seat = takeSeat(place.door, place.origin)
  const { code, posted } = await sealAsBrowser(seat, token, said)
  const receipt = await seat.ask(paths.code(token), { ...posted, work })
  return { code, enquiryNumber: await enquiryIn(receipt) }
}
