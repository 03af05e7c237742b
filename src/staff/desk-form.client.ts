import { exchange, Offline } from '../ui/exchange.client.ts'
import { handBack, moveOver, sent } from '../ui/unsent.client.ts'
import { isSomebodyElse } from './key-store.client.ts'
import { lock } from './lock.client.ts'
import { NotHeld, WrongRoot } from './own-keys.client.ts'

/** What a form needs done before it is sent: it may replace or add fields, such as envelopes. */
export type Sealer = (form: HTMLFormElement, data: FormData) => Promise<void> | void

/** Thrown by a sealer: the form is not sent, and its hidden sentence `[data-why="…"]` is shown. */
export class NotSent extends Error {
  constructor(readonly why: string) {
    super(why)
  }
}

const troubles = '[data-offline], [data-trouble], [data-wrong-root], [data-not-held], [data-broke]'
const sealers: { selector: string; sealer: Sealer }[] = []

export function onSubmit(selector: string, sealer: Sealer): void {
  sealers.push({ selector, sealer })
}

/**
 * Forms marked `data-desk` are sealed, sent and answered without leaving the page, so that nothing typed is lost: not
 * when the session ran out, not without a network, not when somebody was faster. Those marked `data-in-place` stand
 * among others: wherever the answer comes from it takes the page's place, and what is half written there moves over.
 */
export function enhanceDesk(root: Document, enhance: (root: ParentNode) => void): void {
  root.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
    if (!form.matches('[data-desk], [data-in-place]')) return
    event.preventDefault()
    if (form.getAttribute('aria-busy') !== 'true') void handOver(form, event.submitter, enhance)
  })
}

async function handOver(
  form: HTMLFormElement,
  pressed: HTMLElement | null,
  enhance: (root: ParentNode) => void,
) {
  busy(form, true)
  showSentences(form, [])
  try {
    const data = new FormData(form)
    if (pressed instanceof HTMLButtonElement && pressed.name) data.set(pressed.name, pressed.value)
    for (const { selector, sealer } of sealers) if (form.matches(selector)) await sealer(form, data)
    await send(form, data, enhance)
  } catch (error) {
    if (error instanceof NotSent) showSentences(form, [error.why])
    else if (error instanceof Offline)
      tell(form.querySelector('[data-offline]') ?? document.querySelector('[data-offline]'))
    else if (error instanceof WrongRoot) tell(document.querySelector('[data-wrong-root]'))
    else if (error instanceof NotHeld) tell(document.querySelector('[data-not-held]'))
    else {
      tell(document.querySelector('[data-broke]'))
      throw error
    }
  } finally {
    busy(form, false)
    // A button that cannot be pressed for a while loses the focus; where nothing took its place it has it again.
    if (document.activeElement === document.body) pressed?.focus()
  }
}

async function send(
  form: HTMLFormElement,
  data: FormData,
  enhance: (root: ParentNode) => void,
): Promise<void> {
  if (isSomebodyElse()) await lock()
  const action = form.getAttribute('action') ?? location.href
  const { status, url, document: answer } = await exchange('POST', action, bodyOf(form, data))
  if (status === 401) {
    await lock()
    return send(form, data, enhance)
  }
  const main = answer?.getElementById('main')
  const isElsewhere = new URL(url).pathname !== new URL(action, location.href).pathname
  if (status < 300 && isElsewhere && !isInPlace(form)) {
    sent(form)
    location.assign(url)
  } else if (main && keepsNoForm(status)) {
    if (status === 409 || status === 422) handBack(form, main)
    swap(form, main, enhance)
  } else if (main) tell(troubleOf(form, main))
  else tell(document.querySelector('[data-broke]'))
}

/** A page with the form on it, and what was typed in it, or a plain answer. Faults have neither: the page stays. */
const keepsNoForm = (status: number) => status < 300 || status === 404 || status === 409 || status === 422

const isInPlace = (form: HTMLFormElement) => form.hasAttribute('data-in-place')

/** Files go only where the form says so: what is sealed of a file never leaves with the file beside it. */
function bodyOf(form: HTMLFormElement, data: FormData): FormData | URLSearchParams {
  if (form.enctype === 'multipart/form-data') return data
  const fields = [...data].filter((field): field is [string, string] => typeof field[1] === 'string')
  return new URLSearchParams(fields)
}

function swap(form: HTMLFormElement, main: HTMLElement, enhance: (root: ParentNode) => void) {
  const arrived = document.adoptNode(main)
  if (isInPlace(form)) carryOver(form, arrived)
  document.getElementById('main')?.replaceWith(arrived)
  enhance(arrived)
  const first = (isInPlace(form) ? [answered] : refusedFirst)
    .flatMap((selector) => [...arrived.querySelectorAll<HTMLElement>(selector)])
    .find((one) => one.getClientRects().length > 0)
  if (!first) return
  if (!first.matches('input, select, textarea')) first.tabIndex = -1
  first.focus()
}

/** What is wrong is gone to before what the page is called, though that stands above it. */
const refusedFirst = ['.box[role=alert]', '[aria-invalid=true]', '.error', 'h1']

/** What an answer among other forms brought: a mistake, a telephone number, or that it was done. Files tell theirs. */
const answered = '.error[role=alert], [data-held-contact], [role=alert].box, [role=status]:not([data-says])'

function carryOver(sent: HTMLFormElement, arrived: HTMLElement) {
  type Control = HTMLTextAreaElement | HTMLInputElement
  for (const control of document.querySelectorAll<Control>('#main [data-field][id]')) {
    if (sent.contains(control) || !('value' in control) || !control.value) continue
    const same = arrived.querySelector<Control>(`[id="${control.id}"]`)
    if (!same) continue
    same.value = control.value
    moveOver(control, same)
  }
}

function busy(form: HTMLFormElement, is: boolean) {
  form.setAttribute('aria-busy', String(is))
  for (const button of form.querySelectorAll('button')) button.disabled = is
  for (const note of form.querySelectorAll<HTMLElement>('[data-working]')) note.hidden = !is
  if (is) for (const note of document.querySelectorAll<HTMLElement>(troubles)) note.hidden = true
}

function showSentences(form: HTMLFormElement, whys: readonly string[]) {
  for (const sentence of form.querySelectorAll<HTMLElement>('[data-why]')) {
    sentence.hidden = !whys.includes(sentence.dataset.why ?? '')
  }
}

/** Beside the form: what a fault says, and the way to where it is mended. */
function troubleOf(form: HTMLFormElement, main: HTMLElement): HTMLElement {
  const place = form.querySelector<HTMLElement>('[data-trouble]') ?? document.createElement('p')
  place.className = 'error'
  place.setAttribute('role', 'alert')
  place.dataset.trouble = ''
  const way = main.querySelector('[target]')
  place.replaceChildren(
    main.querySelector('h1')?.textContent ?? '',
    ' ',
    ...(way ? [document.adoptNode(way)] : []),
  )
  form.append(place)
  return place
}

function tell(place: HTMLElement | null) {
  if (!place) return
  place.hidden = false
  place.scrollIntoView({ block: 'nearest' })
}
