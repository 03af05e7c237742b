import { officeRoot } from '../staff/own-keys.client.ts'
import { isVouchedFor } from './vouching.ts'

/** Shows what may be printed, or says why nothing is. */
export function enhanceVouched(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-vouched]')) void vouch(place)
}

async function vouch(place: HTMLElement) {
  const { token = '', salt = '', code = '', address = '', origin = '' } = place.dataset
  const isGood = await officeRoot()
    .then((root) => isVouchedFor(root, { token, salt, code, address, origin }))
    .catch(() => false)
  show(place, 'checking', false)
  show(place, isGood ? 'good' : 'forged', true)
}

function show(place: HTMLElement, what: 'checking' | 'good' | 'forged', shown: boolean) {
  const part = place.querySelector<HTMLElement>(`[data-${what}]`)
  if (part) part.hidden = !shown
}
