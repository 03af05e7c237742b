import { all, one } from './find.client.ts'

/** Milliseconds in which a browser may take a telephone number for another page. */
const DIALLING = 1000

/**
 * The code stands on this page alone. Whatever leads away from it is asked about as the button that clears it is, and
 * by the browser where nothing of ours was pressed. Who leaves quickly has emptied the page and is not asked.
 */
export function askBeforeLeaving() {
  const code = one('.code')
  let isSure = false
  addEventListener('beforeunload', (event) => {
    if (code?.isConnected && !isSure) event.preventDefault()
  })
  for (const link of all('a[href]') as HTMLAnchorElement[]) {
    if (link.protocol === 'tel:') {
      link.addEventListener('click', () => {
        if (isSure) return
        isSure = true
        setTimeout(() => {
          isSure = false
        }, DIALLING)
      })
    } else if (!link.matches('.skip, [data-leave]')) {
      link.addEventListener('click', (event) => {
        event.preventDefault()
        ask(link, () => {
          isSure = true
        })
      })
    }
  }
}

/** The question of the button that clears, above the footer and its links; who is sure goes where it leads. */
function ask(link: HTMLAnchorElement, sure: () => void) {
  one('[data-asked]')?.remove()
  const box = document.createElement('div')
  box.className = 'box warn'
  box.dataset.asked = ''
  box.tabIndex = -1
  for (const part of all('.ask > :not(summary):not([data-others])')) box.append(part.cloneNode(true))
  const [yes, no] = [one<HTMLAnchorElement>('a', box), one('button', box)]
  if (yes) yes.href = link.href
  yes?.removeAttribute('data-leave')
  yes?.addEventListener('click', sure)
  no?.addEventListener('click', () => {
    box.remove()
    link.focus({ preventScroll: true })
    one('.code')?.scrollIntoView({ block: 'center' })
  })
  one('main')?.append(box)
  box.focus()
  box.scrollIntoView({ block: 'nearest' })
}
