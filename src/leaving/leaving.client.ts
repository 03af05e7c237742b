import { askServer } from '../staff/ask.client.ts'
import { lock } from '../staff/lock.client.ts'
import { officeRoots, ownPair } from '../staff/own-keys.client.ts'
import { teamHolder } from '../staff/roles.ts'
import { say } from '../staff/saying.client.ts'
import { Untrusted } from '../staff/trust.client.ts'
import { Offline } from '../ui/exchange.client.ts'
import { type Leaving, sealOver } from './over.client.ts'

interface Next {
  certificate: string
  leaving: Leaving[]
  left: number
}

/** Rounds through the list: whoever was overtaken comes again in the next, as it is by then. */
const ROUNDS = 3

/** One report at a time, each kept before the next: a closed tab loses nothing, and the page opened anew goes on. */
export function enhanceLeaving(root: ParentNode): void {
  const place = root.querySelector<HTMLElement>('[data-leaving]')
  if (!place) return
  work(place).catch((error: unknown) => {
    if (error instanceof Untrusted) say(place, 'untrusted')
    else if (error instanceof Offline) say(place, 'stopped')
    else {
      say(place, 'broke')
      throw error
    }
  })
}

async function work(place: HTMLElement) {
  const { leaving: next = '', team = '', leave = '' } = place.dataset
  const { root, earlier } = await officeRoots()
  const pairOf = (epoch: number, kind: 'key' | 'contact') => ownPair(teamHolder(team), epoch, kind)
  let left = 0
  for (let round = 0; round < ROUNDS; round++) {
    let isWhole = true
    for (let after = ''; ; ) {
      const batch = (await (await ask(next, { after })).json()) as Next
      left = batch.left
      const last = batch.leaving.at(-1)
      if (!last) break
      for (const [n, report] of batch.leaving.entries()) {
        say(place, 'working', { n: left - n })
        const sealed = await sealOver({ root, earlier, team, certificate: batch.certificate, pairOf }, report)
        if (!sealed) continue
        const { status } = await ask(leave.replace(':report', report.id), sealed)
        if (status === 409) isWhole = false
      }
      after = last.id
    }
    if (isWhole) break
  }
  if (left > 0) return say(place, 'some', { n: left })
  say(place, 'done')
  location.reload()
}

/** Signs in again in place when the session ran out. What is not there any more has gone another way. */
async function ask(address: string, body: unknown): Promise<Response> {
  const answer = await askServer(address, body)
  if (answer.status === 401) {
    await lock()
    return ask(address, body)
  }
  if (!answer.ok && answer.status !== 409 && answer.status !== 404)
    throw new Error(`handing over answered ${answer.status}`)
  return answer
}
