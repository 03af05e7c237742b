import { all, one } from '../intake/find.client.ts'
import { type Hint, hintsIn } from './hints.ts'

/** Milliseconds without a key: nobody is asked in the middle of a number. */
const PAUSE = 900

/**
 * Asks about what could tell who wrote the words, a place at a time. Nothing waits for an answer, and none is kept or
 * sent.
 */
export function hintBelow(box: HTMLElement) {
  const field = one<HTMLTextAreaElement>('#text')
  const asked = one('.box', box)
  if (!field || !asked) return
  one('#left')?.after(box)
  const kept = new Set<string>()
  const place = ({ from, to }: Hint) => field.value.slice(from, to)
  let hint: Hint | undefined

  function look() {
    if (!field || !asked || field.readOnly) return
    const name = one<HTMLInputElement>('#name')?.value
    hint = hintsIn(field.value, name).find((found) => !kept.has(place(found)))
    asked.hidden = hint === undefined
    if (!hint) return
    for (const sentence of all('[data-tells]', box)) sentence.hidden = sentence.dataset.tells !== hint.tells
    const quoted = one('[data-place]', box)
    if (quoted) quoted.textContent = place(hint).trim()
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  field.addEventListener('input', () => {
    // What it asks about may have moved.
    asked.hidden = true
    clearTimeout(timer)
    timer = setTimeout(look, PAUSE)
  })
  one('[data-keep]', box)?.addEventListener('click', () => {
    if (hint) kept.add(place(hint))
    field.focus()
    look()
  })
  one('[data-drop]', box)?.addEventListener('click', () => {
    if (!hint) return
    field.focus()
    field.setRangeText('', hint.from, hint.to, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
    look()
  })
  look()
}
