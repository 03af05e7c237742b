import { Unopened } from '../sealing/open.ts'
import { reveal, say, whenSent } from '../staff/saying.client.ts'
import { leaveUnasked } from '../ui/unsent.client.ts'
import type { Offered } from './offered.ts'
import { Foreign, openOffice, type Recovered } from './renewing.client.ts'
import { judgeRows, typedSheets } from './sheets-form.client.ts'

// What the pages share on which two sheets open the office.

const page = () => document.querySelector<HTMLElement>('#recovery')
export const offered = <Carried extends Offered>(): Carried => JSON.parse(page()?.dataset.offered ?? '{}')
/** As it stands on the paper. */
export const officeName = () => page()?.dataset.office ?? ''
export const formOf = (name: string) => document.querySelector<HTMLFormElement>(`form[data-${name}]`)

/** One step of the page is seen at a time. */
export function goTo(step: string) {
  for (const section of document.querySelectorAll<HTMLElement>('[data-step]'))
    section.hidden = section.dataset.step !== step
  scrollTo(0, 0)
  document.querySelector<HTMLElement>(`[data-step=${step}] input:not([type=checkbox])`)?.focus()
}

/** Two typed sheets, whose digits are gone once they have done their work. */
export function whenOpened(form: HTMLFormElement, then: (office: Recovered) => void | Promise<void>) {
  judgeRows(form)
  // The form judges its own rows: the browser's bubble would hide the sentence.
  form.noValidate = true
  whenSent(form, async () => {
    const sheets = typedSheets(form, offered().set)
    if (!sheets) return
    say(form, 'working')
    try {
      const office = await openOffice(sheets, offered())
      form.reset()
      say(form, '')
      await then(office)
    } catch (error) {
      if (error instanceof Unopened) return say(form, 'unopened')
      if (error instanceof Foreign) return say(form, 'foreign')
      throw error
    }
  })
}

export const whyIn = (form: HTMLFormElement) => form.querySelector<HTMLSelectElement>('#why')?.value ?? ''

/** What the server said, in its sentence; none when it is asked again. */
export function answer(name: string) {
  for (const box of document.querySelectorAll<HTMLElement>('[data-answer]'))
    box.hidden = box.dataset.answer !== name
}

/** The last step, with what was opened and what was not. */
export function finish(lost: readonly string[]) {
  for (const box of document.querySelectorAll<HTMLElement>('[data-lost]'))
    box.hidden = !lost.includes(box.dataset.lost ?? '')
  for (const line of document.querySelectorAll<HTMLElement>('[data-opened]'))
    line.hidden = lost.includes(line.dataset.opened ?? '')
  leaveUnasked()
  goTo('done')
}

export const ticked = (form: HTMLFormElement, what: 'join' | 'give'): string[] =>
  [...form.querySelectorAll<HTMLInputElement>(`[data-${what}]:checked`)].map(
    ({ dataset }) => dataset[what] ?? '',
  )

export function revealGiven(given: readonly { team: string; personId: string }[]) {
  for (const { team, personId } of given) reveal(document, `[data-gave="${team} ${personId}"]`)
}
