/** Said by an element when what stands in it has been opened: the redaction check waits for it. */
export const OPENED = 'text-opened'

export const sayOpened = (element: Element): boolean =>
  element.dispatchEvent(new Event(OPENED, { bubbles: true }))
