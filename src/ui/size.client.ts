// Another size is taken on in place: nothing that was typed is lost, and a page that answers a post has no address to
// be asked for again.

/** Buttons where a page has no address, else links, which other languages are, too. */
const SIZES = '[data-to-size],.choices a:not([lang])'

const sizeOf = (choice: HTMLElement) =>
  choice.dataset.toSize ?? /size=(\w+)/.exec((choice as HTMLAnchorElement).href)?.[1] ?? 'standard'

document.addEventListener('click', (event) => {
  const { target } = event
  const choice = target instanceof Element && target.closest<HTMLElement>(SIZES)
  if (!choice) return
  const size = sizeOf(choice)
  document.documentElement.dataset.size = size
  if (choice instanceof HTMLAnchorElement) {
    event.preventDefault()
    history.replaceState(history.state, '', choice.href)
  }
  offerSizes()
  // Where one goes on from here keeps the size, in its address as everywhere.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')) {
    if (link.matches(SIZES)) continue
    const { pathname, search, hash } = link
    link.setAttribute('href', `${pathname}${search.replace(/[?&]size=\w+/, '') || '?'}&size=${size}${hash}`)
  }
})

/** The buttons need this script, so they are shown by it. Called again when a page is put in place of another. */
export function offerSizes() {
  for (const row of document.querySelectorAll<HTMLElement>('[data-sizes]')) row.hidden = false
  for (const choice of document.querySelectorAll<HTMLElement>(SIZES)) {
    const isChosen = sizeOf(choice) === document.documentElement.dataset.size
    choice.setAttribute(choice.dataset.toSize ? 'aria-pressed' : 'aria-current', String(isChosen))
  }
}
