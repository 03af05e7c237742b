import { followAnswers } from './answers.client.ts'
import { all, one } from './find.client.ts'

/** What stands in the form, by field: words, and what is picked. */
export type Words = Record<string, string | true>

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Not names and phones: those are never kept. */
export const fieldsOf = (form: HTMLFormElement) =>
  all('input:not([type=hidden]):not(#phone):not(#name):not(#helper), textarea, select', form) as Field[]

/** What is chosen as a file is kept as one, and no script writes into its field. */
const writtenIn = (form: HTMLFormElement) => fieldsOf(form).filter(({ type }) => type !== 'file')

const isChoice = (field: Field): field is HTMLInputElement => field.matches('[type=radio], [type=checkbox]')

/** Not by their order: tiles may have changed since. */
const nameOf = (field: Field) => field.id || `${field.name}=${field.value}`

export function wordsIn(form: HTMLFormElement): Words {
  const words: Words = {}
  for (const field of writtenIn(form)) {
    const word = isChoice(field) ? field.checked : field.value
    if (word) words[nameOf(field)] = word
  }
  return words
}

/** `begun`: what was picked before this script was there stays picked. */
export function putBack(form: HTMLFormElement, words: Words, begun = false) {
  const fields = writtenIn(form)
  const picked = fields.filter((field) => begun && isChoice(field) && field.checked && !field.defaultChecked)
  for (const field of fields) {
    const word = words[nameOf(field)]
    if (!isChoice(field)) field.value = both(field, typeof word === 'string' ? word : '')
    else if (!picked.some(({ name, id }) => (name ? name === field.name : id === field.id)))
      field.checked = word === true
  }
  // The tick was for a number that is not here any more.
  const consent = one<HTMLInputElement>('#consent', form)
  if (consent && !one<HTMLInputElement>('#phone', form)?.value) consent.checked = false
  followAnswers()
}

/** On a slow line somebody may have begun anew in the long form before their words came back: neither gives way. */
function both(field: Field, word: string): string {
  const { value } = field
  if (field.matches('select')) return word || value
  if (word.includes(value)) return word
  return value.includes(word) ? value : word + (field.matches('textarea') ? '\n' : ' ') + value
}

/** What was told, for whoever wrote it to read: nothing where something was only picked. */
export const toRead = ({
  text,
  subject,
  place,
}: { [field in 'text' | 'subject' | 'place']?: string | true }) =>
  [text, subject, place].filter(Boolean).join('\n\n').trim()
