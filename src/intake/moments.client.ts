import { all, one, show } from './find.client.ts'

/** One sentence at a time; none by a name that no sentence has. */
export function tellMoment(moment: string) {
  for (const sentence of all('[data-moment]')) sentence.hidden = sentence.dataset.moment !== moment
}

/** The same beside the receipt of last time. */
export function tellKept(moment: string) {
  show('#kept-told', false)
  for (const sentence of all('[data-kept-moment]')) sentence.hidden = sentence.dataset.keptMoment !== moment
}

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
