import { concat, fromBase64url } from '../sealing/bytes.ts'
import { openBody, openContact, openDek, Unopened } from '../sealing/open.ts'
import { SEALED_KEY } from '../sealing/suite.ts'
import type { EarlierLock } from './earlier.ts'
import { reportOfPage } from './report-key.client.ts'
import { KeyMissing, teamKey } from './team-key.client.ts'

/**
 * Where this person's key is the right one and what it is to open does not: offers the earlier lock that does. Anybody
 * can seal some key to a team, so a lock is right when the words open under it.
 */
export function enhanceEarlier(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLElement>('[data-earlier]')) void offer(box)
}

async function offer(box: HTMLElement): Promise<void> {
  const words = wordsOfPage()
  if (!words || (await isRight(words, reportOfPage(), contactNow)) !== false) return
  const locks = JSON.parse(box.dataset.earlier ?? '[]') as EarlierLock[]
  for (const lock of locks.toReversed()) {
    if (!(await isRight(words, openUnder(lock), () => contactUnder(lock)))) continue
    const field = box.querySelector<HTMLInputElement>('input[name=number]')
    if (field) field.value = String(lock.number)
    box.hidden = false
    return
  }
}

const sealedReport = () => document.getElementById('sealed-report')?.dataset ?? {}
const wordsOfPage = () => document.querySelector<HTMLElement>('[data-body]')?.dataset.body
/** Fetched for a reason, and not sealed to one officer alone. */
const heldContact = () =>
  document.querySelector<HTMLElement>('[data-held-contact]:not([data-handed])')?.dataset.heldContact

/** `undefined` for whose key it is not: the page says whom to ask. */
async function isRight(
  words: string,
  report: Promise<{ id: string; dek: Uint8Array<ArrayBuffer> }>,
  contact: () => Promise<void>,
): Promise<boolean | undefined> {
  try {
    const { id, dek } = await report
    await openBody(dek, id, fromBase64url(words))
    await contact()
    return true
  } catch (error) {
    if (error instanceof KeyMissing) return undefined
    if (error instanceof Unopened) return false
    throw error
  }
}

async function contactNow() {
  const [held, { id = '', holder = '', epoch = '' }] = [heldContact(), sealedReport()]
  if (!held) return
  const { pair, name } = await teamKey(holder, Number(epoch), 'contact')
  await openContact(pair, name, id, fromBase64url(held))
}

async function contactUnder({ epoch, contactKey }: EarlierLock) {
  const [held, { id = '', holder = '' }] = [heldContact(), sealedReport()]
  if (!held) return
  if (contactKey === null) throw new KeyMissing()
  const { pair, name } = await teamKey(holder, epoch, 'contact')
  const details = fromBase64url(held).slice(SEALED_KEY)
  await openContact(pair, name, id, concat(fromBase64url(contactKey), details))
}

async function openUnder({ epoch, dek }: EarlierLock) {
  const { id = '', holder = '' } = sealedReport()
  const { pair, name } = await teamKey(holder, epoch, 'key')
  return { id, dek: await openDek(pair, name, id, fromBase64url(dek)) }
}
