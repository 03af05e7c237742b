export type Control = HTMLInputElement | HTMLTextAreaElement

export const controlsIn = (place: ParentNode) => [...place.querySelectorAll<Control>('[data-field]')]

/** What a control says; a box says its word while it is ticked. */
export const wordIn = (control: Control) => (isOff(control) ? '' : control.value.trim())
const isOff = (control: Control) => isBox(control) && !control.checked
export const isBox = (control: Control): control is HTMLInputElement => control.type === 'checkbox'

/** What is sealed for the resident: one text as it was written, or of several controls a line each. */
export function messageOf(place: ParentNode): string {
  const [first = '', ...more] = controlsIn(place).map(({ value }) => value.trim())
  return more.length === 0 ? first : [first, ...more].join('\n')
}

/** What the server cannot see to be empty is named to it, so that all mistakes are told at once. */
export function tellMissing(places: Iterable<ParentNode>, data: FormData) {
  const missing = [...places]
    .flatMap(controlsIn)
    .filter((control) => control.required && !control.closest('[hidden]') && wordIn(control) === '')
  if (missing.length > 0) data.set('missing', missing.map(({ id }) => id).join(' '))
}
