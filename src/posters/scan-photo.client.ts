import { say } from '../staff/saying.client.ts'
import { once } from '../ui/fetched.client.ts'

declare const SYMBOL_SCRIPT: string

const loadReader = once<typeof import('./symbol.client.ts')>(SYMBOL_SCRIPT)

/** So much of what a code says is enough to know ours by. */
const MOST = 200

/** Where a notice is checked, its code may be photographed: what it says is looked up, and the photo stays here. */
export function enhanceScan(root: ParentNode): void {
  const part = root.querySelector<HTMLElement>('[data-scan]')
  const input = part?.querySelector('input')
  const form = part?.closest('form')
  if (!part || !input || !form) return
  part.hidden = false
  input.addEventListener('change', () => void look(form, input))
}

/** Ours say a whole address. What says only a number, or a token, may be told by nobody for the one on paper. */
const addressIn = (said: string) => (said.includes(':') ? said : `qr:${said}`).slice(0, MOST)

async function look(form: HTMLFormElement, input: HTMLInputElement) {
  const [photo] = input.files ?? []
  if (!photo) return
  say(form, 'working')
  const reader = await loadReader()
  const scanned = await reader?.symbolIn(photo)
  // The same photo may be chosen again.
  input.value = ''
  if (scanned === undefined) return say(form, reader ? 'none' : 'offline')
  const sheet = form.querySelector<HTMLInputElement>('[name=sheet]')?.value ?? ''
  location.assign(`${form.action}?${new URLSearchParams({ number: addressIn(scanned), sheet })}`)
}
