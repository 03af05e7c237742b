type Written = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What somebody wrote or chose with their own hands, and pages that came back with words refused. */
const touched = new Set<Written>()
const handed = new Set<Element>()
let isFree = false

/**
 * Before a page is left on which something was typed or chosen and not sent, the browser asks: no page would find it
 * again. `isOpen`: something else would be lost, such as keys that lie in this window alone. Nobody is asked about a
 * password, which is typed again in a moment, or about what looks something up.
 */
export function askBeforeLeaving(isOpen = () => false): void {
  addEventListener('input', ({ target, isTrusted }) => {
    if (isTrusted && target instanceof HTMLElement && isWritten(target)) touched.add(target)
  })
  // On the window last: what a script sends itself was prevented before, and is told by `sent`.
  addEventListener('submit', (event) => {
    if (!event.defaultPrevented) sent(event.target as HTMLFormElement)
  })
  addEventListener('beforeunload', (event) => {
    if (isFree || !(isOpen() || isAnythingUnsent())) return
    event.preventDefault()
    // Chromium before 119 asks for this alone.
    event.returnValue = true
  })
}

/** The form's words have arrived. */
export function sent(form: HTMLFormElement): void {
  for (const field of touched) if (field.form === form) touched.delete(field)
  for (const page of handed) if (page.contains(form)) handed.delete(page)
}

/** The words of a form came back on a page that takes its place. */
export function handBack(form: HTMLFormElement, page: Element): void {
  if ([...touched].some((field) => field.form === form && isUnsent(field)) || isHanded(form)) handed.add(page)
}

/** Words half written moved over into another field. */
export function moveOver(from: Element, to: Written): void {
  if (touched.has(from as Written) || isHanded(from)) touched.add(to)
}

/** From here on nobody is asked: everything is done, or the page must go. */
export function leaveUnasked(): void {
  isFree = true
}

const isHanded = (place: Element) => [...handed].some((page) => page.contains(place))

const isAnythingUnsent = () => [...touched].some(isUnsent) || [...handed].some((page) => page.isConnected)

const isUnsent = (field: Written) => field.isConnected && isChanged(field)

function isChanged(field: Written): boolean {
  if (field instanceof HTMLSelectElement) {
    const all = [...field.options]
    return field.value !== (all.find((one) => one.defaultSelected) ?? all[0])?.value
  }
  if (field instanceof HTMLInputElement && ticked.includes(field.type))
    return field.checked !== field.defaultChecked
  return field.value.trim() !== '' && field.value !== field.defaultValue
}

const ticked = ['checkbox', 'radio']

const isWritten = (field: HTMLElement): field is Written =>
  field.matches('textarea, input:not([type=password], [type=file]), select') &&
  !field.closest('form[method=get], [data-lock]') &&
  // Outside of forms a choice is kept, or only looked at.
  (field instanceof HTMLTextAreaElement || isLine(field) || field.closest('form') !== null)

const isLine = (field: HTMLElement) => field instanceof HTMLInputElement && !ticked.includes(field.type)
