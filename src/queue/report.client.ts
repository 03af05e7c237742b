import { fill } from '../i18n/speak.ts'
import { lineOf, partOf } from '../reports/slot.ts'
import { type Bytes, fromBase64url } from '../sealing/bytes.ts'
import { Unopened } from '../sealing/open.ts'
import { sayOpened } from '../ui/opened.client.ts'
import { kindsOf } from './file-kinds.ts'
import { showBody, warn } from './open-body.client.ts'
import { showContact } from './open-contact.client.ts'
import { type OpenReport, openSet, openSupplement, openTalk, openWritten } from './opening.client.ts'
import { reportOfPage } from './report-key.client.ts'
import { isSet, type SetName } from './sealed-sets.ts'
import { KeyMissing } from './team-key.client.ts'

/** Opens everything of a report that its page carries sealed. What is damaged says so, and the rest opens. */
export function enhanceReport(root: ParentNode): void {
  for (const body of root.querySelectorAll<HTMLElement>('[data-body]')) {
    attempt(body.querySelector('[data-field=text]'), async () => showBody(body, await reportOfPage()))
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-open]')) {
    attempt(element, async () => show(element, await reportOfPage()))
  }
  for (const contact of root.querySelectorAll<HTMLElement>('[data-held-contact]')) {
    const place =
      contact.querySelector<HTMLElement>('[data-field=phone]') ??
      contact.querySelector<HTMLElement>('[data-field]')
    attempt(place, () => showContact(contact))
  }
}

async function show(element: HTMLElement, report: OpenReport): Promise<void> {
  const { open, partId = '', envelope = '', purpose } = element.dataset
  const bytes = fromBase64url(envelope)
  if (isSet(open)) return showSet(element, report, open, partId, bytes)
  const text =
    open === 'toTeam'
      ? await openAdded(element, report, partId, bytes)
      : open === 'toResident'
        ? await openTalk(report, open, partId, bytes)
        : await openWritten(report, open === 'note' ? 'note' : 'why', partId, bytes)
  element.textContent = text
  element.toggleAttribute('data-opened', true)
  element.hidden = element.hasAttribute('data-in-slots')
  if (open === 'toResident') fillSlots(element, purpose ?? '', text)
  sayOpened(element)
}

/** What the resident added, and a warning where it and the register do not name the same files. */
async function openAdded(element: HTMLElement, report: OpenReport, partId: string, envelope: Bytes) {
  const { text, files } = await openSupplement(report, partId, envelope)
  const { files: registered = '', noText = '' } = element.dataset
  const message = element.closest('li')
  if (message && kindsOf(files.split(' ')) !== registered) warn(message, 'files')
  return text || noText
}

async function showSet(
  element: HTMLElement,
  report: OpenReport,
  part: SetName,
  partId: string,
  envelope: Bytes,
) {
  const written = await openSet(report, part, partId, envelope)
  for (const place of element.querySelectorAll<HTMLElement>('[data-field]')) {
    const text = inWords(place, written.get(place.dataset.field ?? '') ?? '')
    place.textContent = text
    place.toggleAttribute('data-opened', true)
    const name = place.previousElementSibling
    for (const part of [name, place]) if (part instanceof HTMLElement) part.hidden = text === ''
  }
  sayOpened(element)
}

/** Codes are shown in the words that the page has for them. */
function inWords({ dataset }: HTMLElement, text: string): string {
  if (!dataset.words || !text) return text
  const words = new Map<string, string>(Object.entries(JSON.parse(dataset.words)))
  return text
    .split(',')
    .map((code) => words.get(code) ?? code)
    .join(' · ')
}

/**
 * The sentence the resident sees is completed by the latest message of its kind; a draft completes the one they would
 * see. Messages stand in their order, so the last to be of a purpose is the latest, whichever opens first.
 */
function fillSlots(element: HTMLElement, purpose: string, text: string) {
  const [isDraft, kind] = purpose.startsWith('draft ') ? [true, purpose.slice(6)] : [false, purpose]
  const all = [...document.querySelectorAll<HTMLElement>(`[data-open=toResident][data-purpose="${purpose}"]`)]
  if (all.at(-1) !== element) return
  const place = document.querySelector(isDraft ? '#proposal' : '#sees')
  for (const slot of place?.querySelectorAll<HTMLElement>(`[data-slot=${kind}]`) ?? []) {
    slot.textContent = partOf(text, lineOf(slot.dataset))
  }
  if (isDraft) return
  for (const option of document.querySelectorAll<HTMLOptionElement>(`option[data-speaks-of=${kind}]`)) {
    option.value = option.text = option.value.replace('……', () => text.split('\n').join(' '))
  }
}

function attempt(place: HTMLElement | null, work: () => Promise<void>) {
  work().catch((error: unknown) => {
    if (place && error instanceof Unopened) place.textContent = damaged(place)
    if (!(error instanceof Unopened || error instanceof KeyMissing)) throw error
  })
}

/** 482913-note: the enquiry number and what it was, for whoever is asked for help. */
function damaged(place: HTMLElement): string {
  const { damaged = '', ref = '' } = document.getElementById('sealed-report')?.dataset ?? {}
  const what = place.dataset.open ?? place.dataset.field ?? ''
  return fill(damaged, { ref: `${ref}-${what}` })
}
