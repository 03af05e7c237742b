import { paths } from '../../src/paths.ts'
import { answered } from '../../src/staff/ask.client.ts'
import { type Behind, type LetterBehind, resealAll, resealLetterKeys } from '../../src/staff/reseal.client.ts'
import { teamHolder } from '../../src/staff/roles.ts'
import { type AtDesk, nameOf, type Place, rootOf, teamPair } from './at-desk.ts'

// Sealing anew what lies under an earlier lock, as the browser of whoever opens the keys page does it.

/** What this person's browser is given next, reports first. */
export const nextBehind = async (person: AtDesk, team: string, after = '') =>
  answered<{ certificate: string; behind: Behind[]; left: number }>(
    await person.seat.ask(paths.resealNext(team), { after }),
  )

const nextLetters = async (person: AtDesk, team: string) =>
  answered<{ certificate: string; letters: LetterBehind[] }>(
    await person.seat.ask(paths.resealLettersNext(team), { after: '' }),
  )

async function holderOf(place: Place, person: AtDesk, team: string) {
  const pairOf = (epoch: number, kind: 'key' | 'contact') => teamPair(place, person, team, kind, epoch)
  const { earlier } = await nameOf(place, person, teamHolder(team))
  return { root: await rootOf(place, person), team, pairOf, earlier }
}

/** One batch of reports, up to sending it. */
export async function sealBehind(
  place: Place,
  person: AtDesk,
  team: string,
  shown = (certificate: string) => certificate,
) {
  const { certificate: sent, behind } = await nextBehind(person, team)
  const certificate = shown(sent)
  return resealAll({ ...(await holderOf(place, person, team)), certificate }, behind)
}

/** One batch of letters, sent. Answers how many. */
export async function resealLettersOf(place: Place, person: AtDesk, team: string) {
  const { certificate, letters } = await nextLetters(person, team)
  const made = await resealLetterKeys({ ...(await holderOf(place, person, team)), certificate }, letters)
  if (made.sealed.length > 0) await answeredWell(person, paths.resealLetters(team), made)
  return made.sealed.length
}

async function answeredWell(person: AtDesk, address: string, body: unknown) {
  const { status } = await person.seat.ask(address, body)
  if (status !== 204) throw new Error(`sealing anew answered ${status}`)
}
