import { all, one } from '../intake/find.client.ts'
import { type Hint, hintsIn } from './hints.ts'

/** Milliseconds without a key: nobody is asked in the middle of a number. */
const PAUSE = 900

interface Fields {
  field: HTMLTextAreaElement
  /** What it stands below. */
  above: HTMLElement
  named?: HTMLInputElement
}

/**
 * Asks about what could tell who wrote the words, a place at a time; of the name, which comes after the words, below
 * its own field. Nothing waits for an answer, and none is kept or sent.
 */
export function hintBelow(box: HTMLElement, { field, above, named }: Fields) {
  const asked = one('.box', box)
  if (!asked) return
  above.after(box)
  let isOfName = false
  const kept = new Set<string>()
  const place = ({ from, to }: Hint) => field.value.slice(from, to)
  let hint: Hint | undefined

  function look() {
    if (!asked || field.readOnly) return
    const name = named?.value.trim() ?? ''
    const isAsked = (found: string) => !kept.has(found) && (!isOfName || found === name)
    hint = hintsIn(field.value, name).find((found) => isAsked(place(found)))
    asked.hidden = hint === undefined
    if (!hint) return
    const tells = isOfName ? 'nameToo' : hint.tells
    const before = (isOfName && named) || above
    if (before.nextElementSibling !== box) before.after(box)
    for (const sentence of all('[data-tells]', box)) sentence.hidden = sentence.dataset.tells !== tells
    const quoted = one('[data-place]', box)
    if (quoted) quoted.textContent = place(hint).trim()
  }
  const soon = onceAtRest(look)
  field.addEventListener('input', () => {
    // What it asks about may have moved.
    asked.hidden = true
    soon()
  })
  field.addEventListener('focus', () => {
    if (!isOfName) return
    isOfName = false
    look()
  })
  named?.addEventListener('change', () => {
    isOfName = true
    // Whoever leaves the field by pressing something has their finger on it now.
    soon()
  })
  const goOn = () => ((isOfName && named) || field).focus()
  one('[data-keep]', box)?.addEventListener('click', () => {
    if (hint) kept.add(place(hint))
    goOn()
    look()
  })
  one('[data-drop]', box)?.addEventListener('click', () => {
    if (!hint) return
    goOn()
    field.setRangeText('', hint.from, hint.to, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
    look()
  })
  look()
}

/** Moved under a finger, a button would not be pressed: a pause begins when none is there, or is taken away. */
function onceAtRest(look: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isPressed = false
  let isDue = false
  const soon = () => {
    isDue = true
    clearTimeout(timer)
    if (!isPressed) timer = setTimeout(rested, PAUSE)
  }
  const rested = () => {
    isDue = false
    look()
  }
  const pressed = (now: boolean) => () => {
    isPressed = now
    if (isDue) soon()
  }
  addEventListener('pointerdown', pressed(true), true)
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, pressed(false), true)
  return soon
}
