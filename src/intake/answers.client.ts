import { all, one, show } from './find.client.ts'
import { type Answers, lengthOf, longest, UNSORTED } from './rules.ts'

/** Files were chosen or taken away: the form is looked over as after a key, but no word has changed. */
export const CHOSEN = 'chosen'

const typed = (id: string) => one<HTMLInputElement>(`#${id}`)?.value ?? ''
const ticked = (id: string) => one<HTMLInputElement>(`#${id}`)?.checked ?? false
const picked = (name: string) => one<HTMLInputElement>(`input[name=${name}]:checked`)

/**
 * What stands in the form. Who names nobody and leaves no phone has the fields hidden: what is in them is not meant.
 */
export function answersIn(): Answers {
  const kind = picked('kind')?.value ?? ''
  const reply = picked('reply')?.value ?? ''
  const reachable = reply !== 'anonymous'
  return {
    kind,
    tile: picked('tile')?.value ?? '',
    text: typed('text'),
    callMe: ticked('callMe'),
    subject: kind === 'conduct' ? typed('subject') : '',
    place: typed('place'),
    reply,
    phone: reachable ? typed('phone') : '',
    name: reply === 'named' ? typed('name') : '',
    bestTime: reachable ? typed('bestTime') : '',
    dialect: reachable ? typed('dialect') : '',
    consent: reachable && ticked('consent'),
    afraid: ticked('afraid'),
    court: picked('court')?.value ?? '',
    forOther: ticked('forOther'),
    helper: reachable && ticked('forOther') ? typed('helper') : '',
  }
}

/** Whether anything was chosen to go along. */
export const hasFiles = () => one('.attached li') !== null

/** Shows what belongs to the answers so far, and what is left of the room. */
export function followAnswers() {
  const { kind, reply, text, forOther } = answersIn()
  for (const element of all('[data-for]'))
    element.hidden = !element.dataset.for?.split(' ').includes(kind || 'any')
  show('[data-contact]', reply !== 'anonymous')
  show('[data-name]', reply === 'named')
  show('[data-helper]', forOther && reply !== 'anonymous')
  const left = one('#left')
  const room = longest.text - lengthOf(text)
  if (!left) return
  const { say, over } = left.dataset
  left.textContent = (room < 0 ? over : say)?.replace('{n}', `${Math.abs(room)}`) ?? ''
  left.classList.toggle('over', room < 0)
}

/** As if "please call me" had been ticked on its own step. What was picked already stays. */
export function askForCall() {
  const unsorted = one<HTMLInputElement>(`#tile-${UNSORTED}`)
  if (unsorted && !picked('tile')) unsorted.checked = true
  const callMe = one<HTMLInputElement>('#callMe')
  if (callMe) callMe.checked = true
}

/** Who asked to be called means to leave a phone: that much is chosen already. */
export function expectCall() {
  const { callMe, reply } = answersIn()
  show('[data-called]', callMe)
  show('[data-uncalled]', !callMe)
  const phone = one<HTMLInputElement>('input[value=contactOnly]')
  if (phone && callMe && reply === 'anonymous') phone.checked = true
}

/** The answers once more, in the resident's own words. */
export function lookOver() {
  const label = (input: HTMLInputElement | null) => {
    const label = input?.labels?.[0]
    const words = label?.contains(input) ? one('span', label) : label
    return [...(words?.childNodes ?? [])].find((node) => !(node as HTMLElement).hidden)?.textContent ?? ''
  }
  const { text, subject, place, callMe, phone, name } = answersIn()
  const rows: Record<string, string[]> = {
    matter: [label(picked('tile'))],
    words: [text.trim() || (callMe ? label(one<HTMLInputElement>('#callMe')) : '')],
    subject: [subject],
    place: [place],
    reply: [label(picked('reply')), name, inGroups(phone)],
  }
  for (const row of all('[data-row]')) {
    const parts = [row.dataset.before ?? '', ...(rows[row.dataset.row ?? ''] ?? [])]
    row.textContent = parts
      .map((part) => part.trim())
      .filter(Boolean)
      .join(' ')
    if (row.parentElement) row.parentElement.hidden = row.textContent === ''
  }
}

/** A mobile number, easier to compare; any other number as it was typed. */
const inGroups = (phone: string) => phone.trim().replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')

/** From the first attempt to send the words stay as they are, or an edit after a lost answer would vanish. */
export function holdWords(form: HTMLFormElement, hold: boolean) {
  for (const field of all('input, textarea, select, button', form)) {
    if (field.id === 'send') continue
    if (
      field instanceof HTMLTextAreaElement ||
      field.matches('input:not([type=radio]):not([type=checkbox]):not([type=file])')
    ) {
      field.toggleAttribute('readonly', hold)
    } else field.toggleAttribute('disabled', hold)
  }
}

export const areHeld = () => one('#text')?.hasAttribute('readonly') ?? false
