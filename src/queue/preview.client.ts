import { lineOf, partOf } from '../reports/slot.ts'
import { exchange } from '../ui/exchange.client.ts'
import { OPENED } from '../ui/opened.client.ts'
import { messageOf } from './message.client.ts'

const PLACE = '#will-see'

/**
 * What the resident will see follows the form: the server, which knows the sentences and the calendar, says which one
 * and for when, and is asked by a post, so that no address tells what is decided; what is being written fills its place
 * here and is not sent.
 */
export function enhancePreview(form: HTMLFormElement): void {
  if (!form.dataset.preview) return
  form.addEventListener('input', () => complete(form))
  form.addEventListener('change', (event) => {
    if (event.target instanceof Element && !event.target.closest('[data-seal]')) void refresh(form)
  })
  document.addEventListener(OPENED, () => complete(form))
  complete(form)
  void refresh(form)
}

let asked = 0

async function refresh(form: HTMLFormElement) {
  const turn = ++asked
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  )
  const isPlain = ([name]: [string, string]) => !form.querySelector(`[data-seal] input[name="${name}"]`)
  const chosen = new URLSearchParams(fields.filter(isPlain))
  const answer = await exchange('POST', form.dataset.preview ?? '', chosen).catch(() => undefined)
  const arrived = answer?.document?.querySelector(PLACE)
  if (turn !== asked || !arrived) return
  form.querySelector(PLACE)?.replaceWith(document.adoptNode(arrived))
  complete(form)
}

/** A place to write in is shown only where the sentence has one. */
function complete(form: HTMLFormElement) {
  const place = form.querySelector(PLACE)
  for (const speaks of form.querySelectorAll<HTMLElement>('[data-speaks]')) {
    speaks.hidden = !place?.querySelector(`[data-slot=${speaks.dataset.speaks}]`)
  }
  for (const slot of place?.querySelectorAll<HTMLElement>('[data-slot]') ?? []) {
    const { slot: purpose = '' } = slot.dataset
    const written = form.querySelector(`[data-name=${purpose}]`)
    const text = written ? messageOf(written) : toldBefore(purpose)
    slot.textContent = partOf(text, lineOf(slot.dataset)) || '……'
  }
}

/** What nothing is written of here has been told already: the latest of it, once it has been opened. */
function toldBefore(purpose: string): string {
  const told = document.querySelectorAll(`[data-open=toResident][data-purpose=${purpose}][data-opened]`)
  return [...told].at(-1)?.textContent ?? ''
}
