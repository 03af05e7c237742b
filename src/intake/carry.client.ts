import { answersIn, followAnswers } from './answers.client.ts'
import { all } from './find.client.ts'

const NAME = 'words'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Not name and phone: those are never kept. */
const fieldsOf = (form: HTMLFormElement) =>
  all('input:not([type=hidden]):not(#phone):not(#name), textarea, select', form) as Field[]

const isChoice = (field: Field): field is HTMLInputElement => field.matches('[type=radio], [type=checkbox]')

/**
 * This page puts words back, and not the browser, which would do so for whoever presses "back" after somebody left
 * quickly. They are put aside when the page goes out of sight and taken back when it returns, for as long as its tab
 * lives. Answers the step that was open.
 */
export function carryWords(form: HTMLFormElement, at: () => number): number {
  const putAside = () => {
    if (!form.isConnected || !answersIn().kind) return
    const words = fieldsOf(form).map((field) => (isChoice(field) ? field.checked : field.value))
    sessionStorage.setItem(NAME, JSON.stringify([location.pathname, at(), words]))
  }
  for (const field of fieldsOf(form)) field.setAttribute('autocomplete', 'off')
  addEventListener('pagehide', putAside)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') putAside()
    else sessionStorage.removeItem(NAME)
  })

  const carried = sessionStorage.getItem(NAME)
  sessionStorage.removeItem(NAME)
  const [path, step = 0, words]: [string?, number?, unknown[]?] = carried ? JSON.parse(carried) : []
  if (path !== location.pathname || !words) return 0
  for (const [at, field] of fieldsOf(form).entries()) {
    const word = words[at]
    if (isChoice(field)) field.checked = word === true
    else if (typeof word === 'string') field.value = word
  }
  followAnswers()
  return step
}
