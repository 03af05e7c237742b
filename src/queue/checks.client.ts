import { fill } from '../i18n/speak.ts'

type Control = HTMLInputElement | HTMLTextAreaElement

/**
 * What is sealed can only be checked here: how long it is, and that numbers are numbers. A control that is wrong says
 * so below itself, and its form is not sent.
 */
export function enhanceChecks(root: ParentNode): void {
  for (const control of root.querySelectorAll<Control>('[data-field]')) {
    const note = document.getElementById(`${control.id}-note`)
    if (!note) continue
    const follow = () => check(control, note)
    control.addEventListener('input', follow)
    control.form?.addEventListener('change', follow)
    // What came back with a refused form is opened into its controls later.
    control.addEventListener('focus', follow)
    follow()
  }
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-seals]')) {
    form.addEventListener('submit', (event) => stopIfWrong(event, form), { capture: true })
  }
}

function check(control: Control, note: HTMLElement): boolean {
  const wrong = wrongWith(control)
  const most = Number(control.dataset.max)
  const left = most - lengthOf(control)
  note.className = wrong ? 'error' : 'soft'
  note.textContent = wrong ?? (most && left < most ? sentence(control, 'left', left) : '')
  control.setAttribute('aria-invalid', String(wrong !== undefined))
  return wrong === undefined
}

function wrongWith(control: Control): string | undefined {
  const over = lengthOf(control) - Number(control.dataset.max ?? Number.POSITIVE_INFINITY)
  if (over > 0) return sentence(control, 'over', over)
  if (control.inputMode !== 'numeric') return undefined
  const value = numberIn(control)
  if (Number.isNaN(value)) return sentence(control, 'number')
  const most = control.form?.querySelector<Control>(`[id="${control.dataset.atMost}"]`)
  return most && value > numberIn(most) ? sentence(control, 'confirmed') : undefined
}

/** The sentences stand in the form, in the page's language. */
function sentence(control: Control, what: 'left' | 'over' | 'number' | 'confirmed', n = 0): string {
  const words = control.form?.querySelector<HTMLElement>('[data-writing]')?.dataset ?? {}
  return fill(words[what] ?? '', { n })
}

/** As the envelope's size counts it. */
const lengthOf = ({ value }: Control) => value.trim().length

/** Nothing written is no household; anything but digits is no number. */
function numberIn({ value }: Control): number {
  const text = value.normalize('NFKC').trim()
  return /^\d*$/.test(text) ? Number(text) : Number.NaN
}

function stopIfWrong(event: Event, form: HTMLFormElement) {
  const wrong = [...form.querySelectorAll<Control>('[data-field]')].filter((control) => {
    const note = document.getElementById(`${control.id}-note`)
    return note && !control.closest('[hidden]') && !check(control, note)
  })
  if (!wrong[0]) return
  event.preventDefault()
  event.stopImmediatePropagation()
  wrong[0].focus()
}
