import { fill } from '../i18n/speak.ts'
import { Offline } from '../ui/exchange.client.ts'
import type { Refused } from './enter.client.ts'

/** Shows one of a form's hidden sentences, by its name, and no other. While it works, its buttons wait. */
export function say(form: HTMLElement, what: string, values: Record<string, string | number> = {}): void {
  for (const sentence of form.querySelectorAll<HTMLElement>('[data-say]')) {
    sentence.hidden = sentence.dataset.say !== what
    if (!sentence.hidden && sentence.dataset.text) sentence.textContent = fill(sentence.dataset.text, values)
  }
  for (const button of form.querySelectorAll('button')) button.disabled = what === 'working'
}

export function sayRefused(form: HTMLElement, refused: Refused): void {
  say(form, refused.outcome, refused.outcome === 'slowed' ? { n: refused.seconds } : {})
  if (!refused.outcome.startsWith('code')) return
  reveal(form, '[data-code]')
  form.querySelector<HTMLElement>('[data-code] input')?.focus()
}

/** Runs a form's work when it is sent. What went wrong is said on the form; only our own faults are thrown on. */
export function whenSent(form: HTMLFormElement, work: () => Promise<void>): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    say(form, 'working')
    work().catch((error: unknown) => {
      say(form, error instanceof Offline ? 'offline' : 'broke')
      if (!(error instanceof Offline)) throw error
    })
  })
}

export const typedIn = (root: ParentNode, id: string): string =>
  root.querySelector<HTMLInputElement>(`#${id}`)?.value ?? ''

export function reveal(root: ParentNode, selector: string, shown = true): void {
  for (const found of root.querySelectorAll<HTMLElement>(selector)) found.hidden = !shown
}

/**
 * The script runs and the browser can do what it needs: the warning goes. Otherwise it says that the browser is too
 * old, and the forms stay shut.
 */
export function scriptsReady(): boolean {
  reveal(document, '[data-needs-scripts]', false)
  const able = Boolean(globalThis.crypto?.subtle && globalThis.indexedDB)
  if (!able) {
    reveal(document, '[data-too-old]')
    for (const button of document.querySelectorAll('button')) button.disabled = true
  }
  return able
}
