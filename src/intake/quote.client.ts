import { all, one } from './find.client.ts'

/** Says in a box of this page what the server's page says. */
export function quote(page: Document, box: HTMLElement | null) {
  const told = one('[data-answer]', page) ?? one('main', page)
  if (!box || !told) return
  const lines = all('h1, p, a', told).map((line) => {
    const copy = document.createElement(line instanceof HTMLAnchorElement ? 'a' : 'p')
    copy.textContent = line.textContent
    copy.className = line.className
    if (line instanceof HTMLAnchorElement) copy.setAttribute('href', line.getAttribute('href') ?? '')
    return copy
  })
  box.replaceChildren(...lines)
  box.hidden = false
  box.focus()
}
