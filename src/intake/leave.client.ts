import { forgetAll } from '../ui/kept.client.ts'
import { all } from './find.client.ts'

/** What was asked once is done on the second press: everything this phone keeps of us goes, and the page with it. */
export function leaving() {
  for (const link of all('[data-leave]')) {
    link.addEventListener('click', async (event) => {
      event.preventDefault()
      await forgetAll()
      if (link instanceof HTMLAnchorElement) location.replace(link.href)
    })
  }
  for (const button of all('[data-stay]')) {
    button.addEventListener('click', () => button.closest('details')?.removeAttribute('open'))
  }
}
