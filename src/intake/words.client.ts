import { followAnswers } from './answers.client.ts'
import { all, one } from './find.client.ts'

/** What stands in the form, by field: words, and what is picked. */
export type Words = Record<string, string | true>

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Not names and phones: those are never kept. */
export const fieldsOf = (form: HTMLFormElement) =>
  all('input:not([type=hidden]):not(#phone):not(#name):not(#helper), textarea, select', form) as Field[]

const isChoice = (field: Field): field is HTMLInputElement => field.matches('[type=radio], [type=checkbox]')

/** Not by their order: tiles may have changed since. */
const nameOf = (field: Field) => field.id || `${field.name}=${field.value}`

export function wordsIn(form: HTMLFormElement): Words {
  const words: Words = {}
  for (const field of fieldsOf(form)) {
    const word = isChoice(field) ? field.checked : field.value
    if (word) words[nameOf(field)] = word
  }
  return words
}

export function putBack(form: HTMLFormElement, words: Words) {
  for (const field of fieldsOf(form)) {
    const word = words[nameOf(field)]
    if (isChoice(field)) field.checked = word === true
    else field.value = typeof word === 'string' ? word : ''
  }
  // The tick was for a number that is not here any more.
  const consent = one<HTMLInputElement>('#consent', form)
  if (consent && !one<HTMLInputElement>('#phone', form)?.value) consent.checked = false
  followAnswers()
}

/** What was told, for whoever wrote it to read. */
export const toRead = (...[text, subject, place]: (string | true | undefined)[]) =>
  [text, subject, place].filter(Boolean).join('\n\n')
