// A page that answers a post has no address to be asked for again in another size: there it is changed in place.

document.addEventListener('click', ({ target }) => {
  const size = target instanceof Element && target.closest<HTMLElement>('[data-to-size]')?.dataset.toSize
  if (!size) return
  document.documentElement.dataset.size = size
  offerSizes()
  // Where one goes on from here keeps the size, in its address as everywhere.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]'))
    link.search = `${link.search.replace(/[?&]size=\w+/, '')}&size=${size}`
})

/** The buttons need this script, so they are shown by it. Called again when a page is put in place of another. */
export function offerSizes() {
  for (const row of document.querySelectorAll<HTMLElement>('[data-sizes]')) row.hidden = false
  for (const button of document.querySelectorAll<HTMLElement>('[data-to-size]')) {
    const isChosen = button.dataset.toSize === document.documentElement.dataset.size
    button.setAttribute('aria-pressed', String(isChosen))
  }
}
