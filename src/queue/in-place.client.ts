import { NotSent } from '../staff/desk-form.client.ts'
import { isSomebodyElse } from '../staff/key-store.client.ts'
import { lock } from '../staff/lock.client.ts'
import { exchange, Offline } from '../ui/exchange.client.ts'
import { sealForm } from './move.client.ts'

/**
 * Small forms on a report's page: a message, a note, a look at the telephone number. The page's main part is replaced
 * by the answer, and what is half written in the others moves over.
 */
export function enhanceInPlace(root: ParentNode, enhance: (root: ParentNode) => void): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-in-place]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      if (form.getAttribute('aria-busy') !== 'true') void handOver(form, enhance)
    })
  }
}

async function handOver(form: HTMLFormElement, enhance: (root: ParentNode) => void) {
  setBusy(form, true)
  try {
    const data = new FormData(form)
    if (form.hasAttribute('data-seals')) await sealForm(form, data)
    const main = await send(form.action, data)
    if (main) replaceMain(form, main, enhance)
    else reveal(document.querySelector('[data-broke]'))
  } catch (error) {
    if (error instanceof NotSent) reveal(form.querySelector(`[data-why=${error.why}]`))
    else if (error instanceof Offline)
      reveal(form.querySelector('[data-offline]') ?? document.querySelector('[data-offline]'))
    else throw error
  } finally {
    setBusy(form, false)
  }
}

/** The answer's main part, when the answer is a report's page. A session that ran out is renewed and asked again. */
async function send(address: string, data: FormData): Promise<HTMLElement | undefined> {
  if (isSomebodyElse()) await lock()
  const fields = [...data].filter((field): field is [string, string] => typeof field[1] === 'string')
  const { status, document: answer } = await exchange('POST', address, new URLSearchParams(fields))
  if (status === 401) {
    await lock()
    return send(address, data)
  }
  const main = answer?.getElementById('main')
  return main?.querySelector('#sealed-report') ? main : undefined
}

function replaceMain(sent: HTMLFormElement, main: HTMLElement, enhance: (root: ParentNode) => void) {
  const arrived = document.adoptNode(main)
  for (const control of document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
    '#main [data-field][id]',
  )) {
    if (sent.contains(control) || !('value' in control) || !control.value) continue
    const same = arrived.querySelector<HTMLTextAreaElement | HTMLInputElement>(`[id="${control.id}"]`)
    if (same) same.value = control.value
  }
  document.getElementById('main')?.replaceWith(arrived)
  enhance(arrived)
  const first = arrived.querySelector<HTMLElement>(
    '.error[role=alert], [data-held-contact], [role=alert].box, [role=status]',
  )
  if (!first) return
  first.tabIndex = -1
  first.focus()
}

function setBusy(form: HTMLFormElement, busy: boolean) {
  form.setAttribute('aria-busy', String(busy))
  for (const button of form.querySelectorAll('button')) button.disabled = busy
  if (busy)
    for (const trouble of document.querySelectorAll<HTMLElement>('[data-offline], [data-broke], [data-why]'))
      trouble.hidden = true
}

function reveal(sentence: HTMLElement | null) {
  if (!sentence) return
  sentence.hidden = false
  sentence.scrollIntoView({ block: 'nearest' })
}
