import { base64url, fromBase64url } from '../sealing/bytes.ts'
import { SEALED_KEY } from '../sealing/suite.ts'
import { NotSent, onSubmit } from '../staff/desk-form.client.ts'
import { officeRoot } from '../staff/own-keys.client.ts'
import { Untrusted } from '../staff/trust.client.ts'
import { sealToOfficer } from './handing.client.ts'
import { KeyMissing, teamKey } from './team-key.client.ts'

/** The key of the contact that the leader has just opened, sealed anew to whom they chose. */
onSubmit('form[data-hand]', async (form, data) => {
  const { id = '', holder = '', epoch = '' } = document.getElementById('sealed-report')?.dataset ?? {}
  const chosen = form.querySelector<HTMLSelectElement>('select[name=member]')?.selectedOptions[0]
  const { heldContact = '' } = form.closest<HTMLElement>('[data-held-contact]')?.dataset ?? {}
  const officer = {
    personId: chosen?.value ?? '',
    team: form.dataset.team ?? '',
    certificate: chosen?.dataset.certificate ?? null,
  }
  try {
    const sealedKey = fromBase64url(heldContact).slice(0, SEALED_KEY)
    const held = await teamKey(holder, Number(epoch), 'contact')
    const sealed = await sealToOfficer(await officeRoot(), held, officer, id, sealedKey)
    data.set('contactKey', base64url(sealed))
  } catch (error) {
    if (error instanceof Untrusted) throw new NotSent('untrusted')
    throw error instanceof KeyMissing ? new NotSent('held') : error
  }
})
