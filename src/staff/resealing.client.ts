import { Offline } from '../ui/exchange.client.ts'
import { askServer } from './ask.client.ts'
import { lock } from './lock.client.ts'
import { officeRoot, ownPair } from './own-keys.client.ts'
import { type Behind, type LetterBehind, resealAll, resealLetterKeys } from './reseal.client.ts'
import { teamHolder } from './roles.ts'
import { say } from './saying.client.ts'
import { Untrusted } from './trust.client.ts'

interface Next {
  certificate: string
  behind: Behind[]
  left: number
}

interface NextLetters {
  certificate: string
  letters: LetterBehind[]
}

/** A batch at a time, each kept before the next is asked for: a closed tab loses nothing. */
export function enhanceResealing(root: ParentNode): void {
  const place = root.querySelector<HTMLElement>('[data-reseal]')
  if (!place) return
  work(place).catch((error: unknown) => {
    if (error instanceof Untrusted) say(place, 'untrusted')
    else if (error instanceof Offline) say(place, 'stopped')
    else {
      say(place, 'notYours')
      throw error
    }
  })
}

async function work(place: HTMLElement) {
  const { reseal = '', next = '', team = '' } = place.dataset
  const root = await officeRoot()
  const pairOf = (epoch: number, kind: 'key' | 'contact') => ownPair(teamHolder(team), epoch, kind)
  for (let after = ''; ; ) {
    const { certificate, behind, left } = (await (await ask(next, { after })).json()) as Next
    const last = behind.at(-1)
    if (!last) {
      await workLetters(place.dataset, { root, team, pairOf })
      return say(place, left > 0 ? 'left' : 'resealed', { n: left })
    }
    say(place, 'resealing', { n: left })
    const made = await resealAll({ root, team, certificate, pairOf }, behind)
    const isOvertaken = made.sealed.length > 0 && (await ask(reseal, made)).status === 409
    // Somebody did some of these meanwhile: the same stretch once more, without theirs.
    if (!isOvertaken) after = last.id
  }
}

/** After the reports the letters about them. */
async function workLetters(
  { letters = '', lettersNext = '' }: DOMStringMap,
  holder: Omit<Parameters<typeof resealLetterKeys>[0], 'certificate'>,
) {
  for (let after = ''; ; ) {
    const next = (await (await ask(lettersNext, { after })).json()) as NextLetters
    const last = next.letters.at(-1)
    if (!last) return
    const made = await resealLetterKeys({ ...holder, certificate: next.certificate }, next.letters)
    const isOvertaken = made.sealed.length > 0 && (await ask(letters, made)).status === 409
    if (!isOvertaken) after = last.id
  }
}

/** Signs in again in place when the session ran out. Throws when this person may do it no more. */
async function ask(address: string, body: unknown): Promise<Response> {
  const answer = await askServer(address, body)
  if (answer.status === 401) {
    await lock()
    return ask(address, body)
  }
  if (!answer.ok && answer.status !== 409) throw new Error(`resealing answered ${answer.status}`)
  return answer
}
