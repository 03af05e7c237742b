import { fill } from '../i18n/speak.ts'
import { officeRoot } from '../staff/own-keys.client.ts'
import { type Claimed, isVouchedFor } from './vouching.ts'

/** Shows what may be printed, or says why nothing is. What needs every code of the page waits for the last of them. */
export function enhanceVouched(root: ParentNode): void {
  const places = [...root.querySelectorAll<HTMLElement>('[data-vouched]')]
  if (places.length > 0) void vouchAll(root, places)
}

async function vouchAll(root: ParentNode, places: readonly HTMLElement[]) {
  const good = await Promise.all(places.map(vouch))
  const forged = good.filter((isGood) => !isGood).length
  for (const part of root.querySelectorAll<HTMLElement>('[data-all-good]')) part.hidden = forged > 0
  for (const part of root.querySelectorAll<HTMLElement>('[data-some-forged]')) {
    part.hidden = forged === 0
    part.textContent = fill(part.dataset.someForged ?? '', { n: forged })
  }
}

export function claimedBy(place: HTMLElement): Claimed {
  const { token = '', salt = '', code = '' } = place.dataset
  const { address = '', origin = '', second } = place.closest<HTMLElement>('[data-origin]')?.dataset ?? {}
  return { token, salt, code, address, origin, second }
}

async function vouch(place: HTMLElement): Promise<boolean> {
  const isGood = await officeRoot()
    .then((root) => isVouchedFor(root, claimedBy(place)))
    .catch(() => false)
  show(place, 'checking', false)
  show(place, isGood ? 'good' : 'forged', true)
  return isGood
}

function show(place: HTMLElement, what: 'checking' | 'good' | 'forged', shown: boolean) {
  const part = place.querySelector<HTMLElement>(`[data-${what}]`)
  if (part) part.hidden = !shown
}
