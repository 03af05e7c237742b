import { all, one, show } from './find.client.ts'

/** The whole page in place of this one, with what it says to whoever hears it. */
export function swapWhole(page: Document) {
  document.documentElement.lang = page.documentElement.lang
  document.title = page.title
  document.body.replaceWith(document.adoptNode(page.body))
  scrollTo(0, 0)
  one('main [tabindex]')?.focus()
}

/**
 * The same page in another language, asked for from here: opened as a page of its own it would know nothing of what is
 * being written.
 */
export function offerLanguages(turn: (address: string) => Promise<void>, lost: (address: string) => void) {
  show('[data-langs]')
  let busy = false
  for (const link of all('[data-langs] a') as HTMLAnchorElement[])
    link.addEventListener('click', async (event) => {
      event.preventDefault()
      if (busy) return
      busy = true
      const { href } = link
      await turn(href).then(
        () => history.replaceState(null, '', href),
        () => lost(href),
      )
      busy = false
    })
}
