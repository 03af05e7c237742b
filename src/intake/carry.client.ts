import { answersIn, followAnswers } from './answers.client.ts'
import { all } from './find.client.ts'

const NAME = 'words'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Not name and phone: those are never kept. */
const fieldsOf = (form: HTMLFormElement) =>
  (all('input:not([type=hidden]), textarea, select', form) as Field[]).filter(
    (field) => field.getAttribute('autocomplete') !== 'off',
  )

const isChoice = (field: Field): field is HTMLInputElement => field.matches('[type=radio], [type=checkbox]')

/**
 * The browser cannot put words back into fields that have no name any more. So this page does it, for as long as its tab
 * lives: they leave the form with the page and are taken back when it returns. Answers the step that was open.
 */
export function carryWords(form: HTMLFormElement, at: () => number): number {
  addEventListener('pagehide', () => {
    if (!form.isConnected || document.documentElement.dataset.left || !answersIn().kind) return
    const words = fieldsOf(form).map((field) => (isChoice(field) ? field.checked : field.value))
    sessionStorage.setItem(NAME, JSON.stringify([location.pathname, at(), words]))
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
