import { type Lang, type Phrase, say } from '../i18n/speak.ts'
import { writing } from '../i18n/writing.ts'

type Control = HTMLInputElement | HTMLTextAreaElement

/**
 * What is sealed can only be checked here: how long it is, and that numbers are numbers. A control that is wrong says
 * so below itself, and its form is not sent.
 */
export function enhanceChecks(root: ParentNode): void {
  const lang = document.documentElement.lang === 'en' ? 'en' : 'zh'
  for (const control of root.querySelectorAll<Control>('[data-field]')) {
    const note = document.getElementById(`${control.id}-note`)
    if (!note) continue
    const follow = () => check(control, note, lang)
    control.addEventListener('input', follow)
    control.form?.addEventListener('change', follow)
    // What came back with a refused form is opened into its controls later.
    control.addEventListener('focus', follow)
    follow()
  }
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-seals]')) {
    form.addEventListener('submit', (event) => stopIfWrong(event, form, lang), { capture: true })
  }
}

function check(control: Control, note: HTMLElement, lang: Lang): boolean {
  const wrong = wrongWith(control, lang)
  const most = Number(control.dataset.max)
  const left = most - lengthOf(control)
  note.className = wrong ? 'error' : 'soft'
  note.textContent = wrong ?? (most && left < most ? say(lang, writing.left, { n: left }) : '')
  control.setAttribute('aria-invalid', String(wrong !== undefined))
  return wrong === undefined
}

function wrongWith(control: Control, lang: Lang): string | undefined {
  const over = lengthOf(control) - Number(control.dataset.max ?? Number.POSITIVE_INFINITY)
  if (over > 0) return say(lang, writing.over, { n: over })
  if (control.inputMode !== 'numeric') return undefined
  const value = numberIn(control)
  if (Number.isNaN(value)) return sentence(lang, writing.number)
  const most = control.form?.querySelector<Control>(`[id="${control.dataset.atMost}"]`)
  return most && value > numberIn(most) ? sentence(lang, writing.confirmed) : undefined
}

const sentence = (lang: Lang, phrase: Phrase) => phrase[lang === 'zh' ? 0 : 1]

/** As the envelope's size counts it. */
const lengthOf = ({ value }: Control) => value.trim().length

/** Nothing written is no household; anything but digits is no number. */
function numberIn({ value }: Control): number {
  const text = value.normalize('NFKC').trim()
  return /^\d*$/.test(text) ? Number(text) : Number.NaN
}

function stopIfWrong(event: Event, form: HTMLFormElement, lang: Lang) {
  const wrong = [...form.querySelectorAll<Control>('[data-field]')].filter((control) => {
    const note = document.getElementById(`${control.id}-note`)
    return note && !control.closest('[hidden]') && !check(control, note, lang)
  })
  if (!wrong[0]) return
  event.preventDefault()
  event.stopImmediatePropagation()
  wrong[0].focus()
}
