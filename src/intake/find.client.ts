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

/** Of what a form may have to say this is said, and nothing else. */
export function complain(form: HTMLFormElement, why: string, n = 0) {
  for (const sentence of all('[data-says]', form)) {
    sentence.hidden = sentence.dataset.says !== why
    if (sentence.dataset.say) sentence.textContent = sentence.dataset.say.replace('{n}', `${n}`)
  }
}

/** Puts a page of ours in place of the one that is here, and reads it out from its heading. */
export function swap(page: Document) {
  for (const part of ['.letterhead > span', 'main', 'footer']) {
    const next = one(part, page)
    if (next) one(part)?.replaceWith(document.adoptNode(next))
  }
  scrollTo(0, 0)
  one('main [tabindex]')?.focus()
}
