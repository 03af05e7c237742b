import { fill } from '../i18n/speak.ts'
import { NotSent, onSubmit } from '../staff/desk-form.client.ts'

let isSure = false

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return
  const pressed = target.closest<HTMLElement>('[data-as-it-is], [data-look-again]')
  const question = pressed?.closest<HTMLElement>('[data-flagged]')
  if (!pressed || !question) return
  isSure = pressed.matches('[data-as-it-is]')
  if (!isSure) ask(question, false)
})

/** How many places the check has marked; whoever is being asked about others is not asked any more. */
export function flag(scope: ParentNode, n: number): void {
  for (const question of scope.querySelectorAll<HTMLElement>('[data-flagged]')) {
    if (question.dataset.n === String(n)) continue
    question.dataset.n = String(n)
    if (!question.hidden) ask(question, false)
  }
}

/**
 * What the check has marked is approved as it is when its approver says so once more. A form that is not yet to be sent
 * has its mistakes said first, and where what leads straight to a person was ticked for, that was the question.
 */
onSubmit('form', (form) => {
  const question = form.querySelector<HTMLElement>('[data-flagged]')
  const wasSure = isSure
  isSure = false
  if (!question || wasSure || !Number(question.dataset.n) || form.matches(':invalid')) return
  if (form.querySelector('[data-sure]:not([hidden])')) return
  ask(question, true)
  throw new NotSent('flagged')
})

function ask(question: HTMLElement, isAsked: boolean) {
  const { flagged = '', n = '' } = question.dataset
  const words = question.querySelector('p')
  if (words) words.textContent = fill(flagged, { n })
  question.hidden = !isAsked
  const yes = question.querySelector<HTMLButtonElement>('[data-as-it-is]')
  if (yes) yes.disabled = !isAsked
  const button = question.closest('form')?.querySelector<HTMLElement>('[data-after-check]')
  if (button) button.hidden = isAsked
  const next = isAsked ? question : button
  next?.focus()
}
