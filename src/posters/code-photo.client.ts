import { say } from '../staff/saying.client.ts'
import { fetchOnce } from '../ui/fetched.client.ts'
import { judgeCode } from './photographed.ts'

declare const SYMBOL_SCRIPT: string

const loadReader = fetchOnce<typeof import('./symbol.client.ts')>(SYMBOL_SCRIPT)

/**
 * Where a notice is checked, its code may be photographed: the photo stays here, and of what it says the address of a
 * notice is looked up and nothing else sent.
 */
export function enhanceCodePhoto(root: ParentNode): void {
  const part = root.querySelector<HTMLElement>('[data-code-photo]')
  const input = part?.querySelector('input')
  const form = part?.closest('form')
  if (!part || !input || !form) return
  part.hidden = false
  const origins = [location.origin, ...(part.dataset.origins?.split(' ') ?? [])]
  input.addEventListener('change', () => {
    forgetLast(root, form)
    void look(form, input, origins)
  })
}

/**
 * What was said of another notice is not of this photo, nor are the numbers it was found by. Only a notice that was
 * found has a form: what was typed and not found stays, to be mended.
 */
function forgetLast(root: ParentNode, form: HTMLFormElement) {
  const answer = root.querySelector<HTMLElement>('[data-answer]')
  if (!answer || answer.hidden) return
  answer.hidden = true
  if (!answer.querySelector('form')) return
  for (const field of form.querySelectorAll<HTMLInputElement>('[name]'))
    if (field.value === field.defaultValue) field.value = ''
}

async function look(form: HTMLFormElement, input: HTMLInputElement, origins: readonly string[]) {
  const [photo] = input.files ?? []
  if (!photo) return
  say(form, 'working')
  const reader = await loadReader()
  const said = await reader?.readSymbol(photo).catch(() => undefined)
  // The same photo may be chosen again.
  input.value = ''
  if (said === undefined) return say(form, reader ? 'codePhotoNone' : 'offline')
  const code = judgeCode(said, origins)
  if (typeof code === 'string') return say(form, code)
  const sheet = form.querySelector<HTMLInputElement>('[name=sheet]')?.value ?? ''
  say(form, '')
  location.assign(`${form.action}?${new URLSearchParams({ code: code.notice, sheet })}`)
}
