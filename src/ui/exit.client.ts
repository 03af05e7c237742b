import { dropExpired, forgetAll, left } from './kept.client.ts'
import { offerAloud } from './offer-aloud.client.ts'
import { offerSizes } from './size.client.ts'

/** Where a person goes who must be gone at once: a page anybody may be looking at. */
const ELSEWHERE = 'https://www.weather.com.cn/'
/** Presses of the Shift key in a row do the same. */
const PRESSES = 3
/** Milliseconds between them: who turns an input method between Chinese and English is slower. */
const APART = 500

const MINUTE = 60_000

let pressed: number[] = []

/**
 * Empties this page and replaces it: "back" finds nothing of what was typed or sent, even where the browser keeps
 * whole pages. Whoever leaves in a hurry loses a receipt sooner than a secret.
 */
export function leave(to = ELSEWHERE) {
  if (left.aborted) return
  document.body.replaceChildren()
  addEventListener('pageshow', () => location.reload())
  // What was under way when it was pressed may have put something aside meanwhile.
  addEventListener('pagehide', () => void forgetAll())
  // The page is blank already. A browser that goes on before the store is gone may keep it.
  void forgetAll().then(() => location.replace(to))
}

document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-exit]')) leave()
})

document.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
  if (repeat) return
  pressed = key === 'Shift' ? [...pressed.filter((at) => timeStamp - at < APART), timeStamp] : []
  if (pressed.length >= PRESSES) leave()
})

/**
 * The button needs this script, so it is shown by it, and so are the sizes of a page without an address. Called again
 * when a page is put in place of another.
 */
export function offerExit() {
  for (const button of document.querySelectorAll<HTMLElement>('[data-exit]')) button.hidden = false
  offerSizes()
  for (const line of document.querySelectorAll<HTMLElement>('[data-wechat]'))
    line.hidden = !navigator.userAgent.includes('MicroMessenger')
}

offerExit()
dropExpired()
// What is kept for minutes goes on a page that is left open, too.
setInterval(dropExpired, MINUTE)
offerAloud()
