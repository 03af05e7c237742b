import { Offline } from '../ui/exchange.client.ts'
import { askServer } from './ask.client.ts'
import { lock } from './lock.client.ts'
import { officeRoot, ownName, ownPair } from './own-keys.client.ts'
import { type Behind, type LetterBehind, resealAll, resealLetterKeys } from './reseal.client.ts'
import { OFFICE, teamHolder } from './roles.ts'
import { say } from './saying.client.ts'
import { inStretches } from './stretches.ts'
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
  const { reseal = '', next = '', letters = '', lettersNext = '', team = '' } = place.dataset
  const { earlier } = await ownName(teamHolder(team), 0)
  const pairOf = (epoch: number, kind: 'key' | 'contact') =>
    ownPair(teamHolder(team), epoch, team === OFFICE ? 'box' : kind)
  const holder = { root: await officeRoot(), earlier, team, pairOf }
  let asked: Next = { certificate: '', behind: [], left: 0 }
  await inStretches(
    async (after) => {
      asked = (await (await ask(next, { after })).json()) as Next
      if (asked.behind.length > 0) say(place, 'resealing', { n: asked.left })
      return asked.behind
    },
    async (behind) => send(reseal, await resealAll({ ...holder, certificate: asked.certificate }, behind)),
  )
  const left = asked.left + (await workLetters(letters, lettersNext, holder))
  say(place, left > 0 ? 'left' : 'resealed', { n: left })
}

/** After the reports the letters about them. Answers how many are left, as the page counts them. */
async function workLetters(
  letters: string,
  lettersNext: string,
  holder: Omit<Parameters<typeof resealLetterKeys>[0], 'certificate'>,
) {
  let certificate = ''
  const listed = async (after: string) => {
    const next = (await (await ask(lettersNext, { after })).json()) as NextLetters
    certificate = next.certificate
    return next.letters
  }
  await inStretches(listed, async (rows) =>
    send(letters, await resealLetterKeys({ ...holder, certificate }, rows)),
  )
  return (await listed('')).length
}

async function send(address: string, made: { sealed: readonly unknown[] }) {
  const isOvertaken = made.sealed.length > 0 && (await ask(address, made)).status === 409
  return isOvertaken ? 'overtaken' : 'kept'
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
