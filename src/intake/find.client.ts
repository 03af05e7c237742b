export const one = <E extends HTMLElement>(selector: string, root: ParentNode = document) =>
  root.querySelector<E>(selector)

export const all = (selector: string, root: ParentNode = document) => [
  ...root.querySelectorAll<HTMLElement>(selector),
]

export function show(selector: string, shown = true, root: ParentNode = document) {
  for (const element of all(selector, root)) element.hidden = !shown
}

/** Whether one of these can be seen now. */
export const isOnScreen = (selector: string) => all(selector).some(({ offsetParent }) => offsetParent)

/** Puts a page of ours in place of the one that is here, and reads it out from its heading. */
export function swap(page: Document) {
  for (const part of ['.letterhead > span', 'main', 'footer']) {
    const next = one(part, page)
    if (next) one(part)?.replaceWith(document.adoptNode(next))
  }
  scrollTo(0, 0)
  one('main [tabindex]')?.focus()
}
