import { reportOfPage } from '../queue/report-key.client.ts'
import { KeyMissing, teamKey } from '../queue/team-key.client.ts'
import { NotCertified } from '../referrals/recipients.client.ts'
import { fromBase64url } from '../sealing/bytes.ts'
import { Unopened } from '../sealing/open.ts'
import { NotSent, onSubmit } from '../staff/desk-form.client.ts'
import { officeRoot } from '../staff/own-keys.client.ts'
import { OFFICE, OFFICE_EPOCH } from '../staff/roles.ts'
import { sealGiven } from './given.client.ts'

/** Locked anew here: the office's server hands nothing on that it could read. */
onSubmit('form[data-to-team]', async (form, data) => {
  const { toTeam: team = '', certificate = '', contact } = form.dataset
  try {
    const { id, dek } = await reportOfPage()
    const goesAlong = data.has('withContact') && contact !== undefined
    const box = goesAlong ? await teamKey(OFFICE, OFFICE_EPOCH, 'contact') : undefined
    const along = box && contact ? { ...box, key: fromBase64url(contact) } : undefined
    const sealed = await sealGiven(
      { root: await officeRoot(), team, certificate },
      { id, dek, contact: along },
    )
    for (const [name, value] of Object.entries(sealed)) data.set(name, value)
  } catch (error) {
    if (error instanceof NotCertified) throw new NotSent('untrue')
    if (error instanceof KeyMissing || error instanceof Unopened) throw new NotSent('held')
    throw error
  }
})
