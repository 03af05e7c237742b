import { fill } from '../i18n/speak.ts'
import { isAddress } from '../intake/rules.ts'
import { fromBase64url } from '../sealing/bytes.ts'
import { openContact } from '../sealing/open.ts'
import { ownName, ownSealing } from '../staff/own-keys.client.ts'
import { sayOpened } from '../ui/opened.client.ts'
import { officerHolder } from './handing.client.ts'
import { teamKey } from './team-key.client.ts'

const fields = ['name', 'phone', 'bestTime', 'dialect', 'helper'] as const

/** There is nobody to call: it is where a letter goes. */
function showAddress(element: HTMLElement) {
  const label = element.querySelector<HTMLElement>('[data-address]')
  if (label) label.textContent = label.dataset.address ?? ''
  for (const part of element.querySelectorAll<HTMLElement>('[data-calls], [data-no-consent]'))
    part.hidden = true
}

/** Name and telephone, and beside the number what to say first. */
export async function showContact(element: HTMLElement): Promise<void> {
  const { id = '', holder = '', epoch = '' } = document.getElementById('sealed-report')?.dataset ?? {}
  const { handed } = element.dataset
  const { pair, name } = handed
    ? { pair: await ownSealing(), name: await ownName(officerHolder(handed), 0) }
    : await teamKey(holder, Number(epoch), 'contact')
  const contact = await openContact(pair, name, id, fromBase64url(element.dataset.heldContact ?? ''))
  for (const field of fields) {
    const place = element.querySelector<HTMLElement>(`[data-field=${field}]`)
    if (!place) continue
    place.textContent = contact[field]
    // A paper with no name to put on it does not print itself.
    place.toggleAttribute('data-opened', contact[field] !== '')
    for (const part of element.querySelectorAll<HTMLElement>(`[data-of=${field}]`))
      part.hidden = contact[field] === ''
  }
  const script = element.querySelector<HTMLElement>('[data-script]')
  if (script && contact.name) {
    script.textContent = fill(script.dataset.script ?? '', { name: contact.name })
    script.toggleAttribute('data-opened', true)
  }
  const warning = element.querySelector<HTMLElement>('[data-no-consent]')
  if (warning) warning.hidden = contact.consent
  if (isAddress(contact.phone)) showAddress(element)
  sayOpened(element)
}
