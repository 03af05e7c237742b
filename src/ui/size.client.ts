// Another size is taken on in place: nothing that was typed is lost, and a page that answers a post has no address to
// be asked for again.

/** Buttons where a page has no address, else links. */
const SIZES = '[data-to-size]'

document.addEventListener('click', (event) => {
  const { target } = event
  const choice = target instanceof Element && target.closest<HTMLElement>(SIZES)
  if (!choice) return
  const size = choice.dataset.toSize ?? ''
  document.documentElement.dataset.size = size
  if (choice instanceof HTMLAnchorElement) {
    event.preventDefault()
    history.replaceState(history.state, '', choice.href)
  }
  offerSizes()
  // Where one goes on from here keeps the size, in its address as everywhere.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')) {
    if (link.matches(SIZES)) continue
    const { pathname, searchParams, hash } = new URL(link.href)
    searchParams.set('size', size)
    link.setAttribute('href', `${pathname}?${searchParams}${hash}`)
  }
})

/** The buttons need this script, so they are shown by it. Called again when a page is put in place of another. */
export function offerSizes() {
  for (const row of document.querySelectorAll<HTMLElement>('[data-sizes]')) row.hidden = false
  for (const choice of document.querySelectorAll<HTMLElement>(SIZES)) {
    const isChosen = choice.dataset.toSize === document.documentElement.dataset.size
    choice.setAttribute('aria-current', `${isChosen}`)
  }
}
