import { paths } from '../paths.ts'
import { controlsIn, tellMissing } from '../queue/message.client.ts'
import { NotCertified } from '../referrals/recipients.client.ts'
import { fromBase64url } from '../sealing/bytes.ts'
import { groups } from '../sealing/query-code.ts'
import { NotSent, onSubmit } from '../staff/desk-form.client.ts'
import { officeRoots } from '../staff/own-keys.client.ts'
import { drawQr, showDigits } from '../staff/paper.client.ts'
import {
  type EnteredDraft,
  isHalfContact,
  lacksConsent,
  makeDraft,
  sealTold,
  type Told,
} from './entering.client.ts'

/** The words live in this page until they are entered: a form that came back refused gets them again. */
let writing: { words: string; values: Map<string, string | boolean>; draft: EnteredDraft } | undefined

/** The form of entering, and after it the slip with the code that this browser alone has. */
export function enhanceEnter(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-enter]')) {
    fillAgain(form)
  }
  for (const slip of root.querySelectorAll<HTMLElement>('[data-slip]')) showSlip(slip)
}

onSubmit('form[data-enter]', async (form, data) => {
  const { team = '', certificate = '', salt = '' } = form.dataset
  const told = toldIn(form, data)
  if (isHalfContact(told)) throw new NotSent('contact')
  if (lacksConsent(told)) throw new NotSent('consent')
  const words = JSON.stringify([told, data.get('unit'), data.get('noCode')])
  // The same words sent again after a lost answer are the same report; changed ones must not vanish behind it.
  const draft = writing?.words === words ? writing.draft : makeDraft()
  writing = { words, values: valuesIn(form), draft }
  const { root, box } = await officeRoots()
  const lock = { root, box, team, certificate, salt: fromBase64url(salt) }
  const sealed = await sealTold(lock, draft, told, String(data.get('unit') ?? '')).catch((error: unknown) => {
    throw error instanceof NotCertified ? new NotSent('untrue') : error
  })
  for (const [name, value] of Object.entries(sealed)) data.set(name, value)
  if (data.has('noCode')) data.delete('lookup')
  tellMissing([form], data)
})

function toldIn(form: HTMLFormElement, data: FormData): Told {
  const values = valuesIn(form)
  const text = (field: string) => String(values.get(field) ?? '')
  const kind = String(data.get('kind') ?? '')
  return {
    kind,
    tile: String(data.get('tile') ?? ''),
    text: text('text'),
    place: text('place'),
    subject: kind === 'conduct' ? text('subject') : '',
    phone: text('phone'),
    name: text('name'),
    consent: values.get('consent') === true,
    afraid: data.has('afraid'),
  }
}

const isTick = (control: Element): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === 'checkbox'

const valuesIn = (form: HTMLFormElement) =>
  new Map(
    controlsIn(form).map((control) => [
      control.dataset.field ?? '',
      isTick(control) ? control.checked : control.value,
    ]),
  )

function fillAgain(form: HTMLFormElement) {
  for (const control of controlsIn(form)) {
    const value = writing?.values.get(control.dataset.field ?? '')
    if (isTick(control)) control.checked = value === true
    else if (typeof value === 'string') control.value = value
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** A slip that has not been printed: its code is in this window alone. */
let unprinted: HTMLElement | undefined
addEventListener('beforeprint', () => {
  unprinted = undefined
})
export const isSlipOpen = () => unprinted?.isConnected === true

/** Shown once: this page forgets the code with the slip. */
function showSlip(slip: HTMLElement) {
  const code = writing?.draft.id === slip.dataset.slip ? writing?.draft.code : undefined
  writing = undefined
  const domain = slip.querySelector('[data-domain]')
  if (domain) domain.textContent = location.host
  const symbol = slip.querySelector<HTMLElement>('[data-symbol]')
  if (!code || !symbol) return
  unprinted = slip
  showDigits(slip, 'slip', groups(code))
  drawQr(symbol, `${location.origin}${paths.progress}#${code}`, symbol.dataset.symbol ?? '')
}
