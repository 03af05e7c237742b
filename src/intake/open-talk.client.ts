import { lineOf, partOf } from '../reports/slot.ts'
import { type Bytes, fromBase64url } from '../sealing/bytes.ts'
import { openAccess, openMessage } from '../sealing/conversation.ts'
import { dialOne } from '../ui/dial.ts'
import { all, show } from './find.client.ts'

/** The conversation that a code's key opens. */
export interface Talk {
  report: string
  conversation: Bytes
}

/** Opens the team's messages in place. Each that does not open is said to, and the others are still read. */
export async function openTalk(page: HTMLElement, key: Bytes): Promise<Talk | undefined> {
  const { report = '', access = '' } = page.dataset
  const sealed = all('[data-envelope]', page)
  try {
    const { conversation } = await openAccess(key, report, fromBase64url(access))
    for (const place of sealed) await fill(place, report, conversation).catch(() => show('#unopened'))
    return { report, conversation }
  } catch {
    show('#unopened', sealed.length > 0)
    return undefined
  }
}

async function fill(place: HTMLElement, report: string, conversation: Bytes) {
  const { message = '', envelope = '' } = place.dataset
  const text = await openMessage(conversation, report, 'toResident', message, fromBase64url(envelope))
  place.textContent = partOf(text, lineOf(place.dataset))
  const dial = place instanceof HTMLAnchorElement && dialOne(place.textContent)
  if (dial) place.setAttribute('href', dial)
}
