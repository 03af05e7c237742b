import { one } from '../intake/find.client.ts'

/**
 * Another language is another page. Where nothing is kept words come along to it and files do not: then, `isLost`, it
 * is asked first, and whoever stays loses nothing.
 */
export function askBeforeTurning(box: HTMLElement, isLost: () => boolean) {
  const question = one('#not-along', box)
  let pressed: HTMLElement | null = null
  let isSure = false
  if (!question) return
  // Before what takes the words along.
  const ask = (event: Event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLElement>('.foot a[lang]')
    if (!link || isSure || !isLost()) return
    event.preventDefault()
    event.stopPropagation()
    pressed = link
    one('main')?.append(question)
    question.hidden = false
    question.focus()
  }
  document.addEventListener('click', ask, true)
  one('[data-turn]', question)?.addEventListener('click', () => {
    isSure = true
    pressed?.click()
    isSure = false
  })
  one('[data-not-turn]', question)?.addEventListener('click', () => {
    question.hidden = true
    pressed?.focus()
  })
}
