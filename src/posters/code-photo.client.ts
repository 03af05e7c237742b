import { say } from '../staff/saying.client.ts'
import { fetchOnce } from '../ui/fetched.client.ts'

declare const SYMBOL_SCRIPT: string

const loadReader = fetchOnce<typeof import('./symbol.client.ts')>(SYMBOL_SCRIPT)

/** What a notice's code says, up to its token. Of another code, which may be somebody's secret, nothing is sent. */
const ours = /^https?:\/\/[^/?#\s@]+\/c\/[\da-z]{16}(?=[/?#]|$)/i

/** Where a notice is checked, its code may be photographed: what it says is looked up, and the photo stays here. */
export function enhanceCodePhoto(root: ParentNode): void {
  const part = root.querySelector<HTMLElement>('[data-code-photo]')
  const input = part?.querySelector('input')
  const form = part?.closest('form')
  if (!part || !input || !form) return
  part.hidden = false
  input.addEventListener('change', () => void look(form, input))
}

async function look(form: HTMLFormElement, input: HTMLInputElement) {
  const [photo] = input.files ?? []
  if (!photo) return
  say(form, 'working')
  const reader = await loadReader()
  const said = await reader?.readSymbol(photo).catch(() => undefined)
  // The same photo may be chosen again.
  input.value = ''
  if (said === undefined) return say(form, reader ? 'none' : 'offline')
  const [code] = ours.exec(said) ?? []
  if (!code) return say(form, 'foreign')
  const sheet = form.querySelector<HTMLInputElement>('[name=sheet]')?.value ?? ''
  say(form, '')
  location.assign(`${form.action}?${new URLSearchParams({ code, sheet })}`)
}
