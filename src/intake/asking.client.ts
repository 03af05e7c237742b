import { base64url, fromBase64url } from '../sealing/bytes.ts'
import { hasGoodCheckDigit, readDigits } from '../sealing/digits.ts'
import { inGroups, stretch } from '../sealing/query-code.ts'
import { Offline } from '../ui/exchange.client.ts'
import { complain, one, show } from './find.client.ts'
import { groupIn, regroup } from './grouping.client.ts'
import type { TurnTo } from './supplement.client.ts'

/** The code is tried and stretched here, and only what it leads to is sent. Answers what looks. */
export function asking(turnTo: TurnTo, typed = ''): (() => Promise<void>) | undefined {
  const form = one<HTMLFormElement>('#ask')
  const field = one<HTMLTextAreaElement>('#code')
  const salt = form?.dataset.salt
  if (!form || !field || !salt) return undefined
  field.removeAttribute('name')
  show('[data-plain]', false)
  show('#ask [data-ready]')
  if (typed) {
    field.value = inGroups(typed)
    field.focus()
  }
  groupIn(field)

  let busy = false
  const look = async () => {
    regroup(field)
    const code = readDigits(field.value)
    const wrong = code.length !== 20 ? 'length' : hasGoodCheckDigit(code) ? '' : 'digit'
    complain(form, wrong, code.length)
    field.removeAttribute('aria-invalid')
    if (wrong) {
      field.setAttribute('aria-invalid', 'true')
      return field.focus()
    }
    if (busy) return
    busy = true
    show('#working')
    try {
      const stretched = await stretch(code, fromBase64url(salt))
      await turnTo(form.action, { lookup: base64url(stretched.lookup) }, stretched, code)
    } catch (fault) {
      complain(form, fault instanceof Offline ? 'offline' : 'busy')
    }
    show('#working', false)
    busy = false
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void look()
  })
  // Two rows, and yet one code.
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    void look()
  })
  return look
}
