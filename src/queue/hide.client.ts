import { HAND, HIDE, handSigns, isHideKey } from '../evidence/within.ts'

const QUIET = 2 * 60_000
const LOOK = 5_000

/**
 * Blurs every opened text: at the key `.`, at the button, and after two minutes without a hand on the computer. Teams
 * often sit in a room of the very unit they inspect.
 */
export function enhanceHiding(root: Document): void {
  const page = root.documentElement
  const button = root.querySelector('[data-hide]')
  const told = root.querySelector<HTMLElement>('[data-hidden]')
  if (!button) return
  const hide = (hidden: boolean) => {
    page.classList.toggle('veiled', hidden)
    button.setAttribute('aria-pressed', String(hidden))
    if (told) told.hidden = !hidden
  }
  let last = Date.now()
  hide(false)
  button.addEventListener('click', () => hide(!page.classList.contains('veiled')))
  root.addEventListener('keydown', (event) => {
    if (isHideKey(event) && !isWriting(event.target)) hide(!page.classList.contains('veiled'))
  })
  // Pressed where no key is heard from: in the frame of a film.
  root.addEventListener(HIDE, () => hide(true))
  for (const sign of [...handSigns, HAND]) {
    root.addEventListener(
      sign,
      () => {
        last = Date.now()
      },
      { passive: true },
    )
  }
  setInterval(() => {
    if (Date.now() - last >= QUIET) hide(true)
  }, LOOK)
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox], [type=radio]), textarea, select')
