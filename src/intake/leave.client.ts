import { leave } from '../ui/exit.client.ts'
import { all } from './find.client.ts'

/** Everything this phone keeps of us goes, and the page with it. */
export function leaving() {
  for (const link of all('[data-leave]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      if (link instanceof HTMLAnchorElement) leave(link.href)
    })
  }
  for (const button of all('[data-stay]')) {
    button.addEventListener('click', () => button.closest('details')?.removeAttribute('open'))
  }
}
