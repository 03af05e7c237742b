import { makeNoticeNumber } from '../sealing/notice-number.ts'
import { NotSent, onSubmit } from '../staff/desk-form.client.ts'
import { NotHeld, officeRoot, rootSigner, WrongRoot } from '../staff/own-keys.client.ts'
import { mintCode, type Printed } from './mint.client.ts'

/**
 * The form works only where the root can sign. Once begun, each answer that still lacks codes is followed by the next
 * group.
 */
export function enhanceMintRound(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>('form[data-mint-round]')
  if (!form) return
  form.querySelector('[data-needs-scripts]')?.setAttribute('hidden', '')
  form.querySelector('button')?.removeAttribute('disabled')
  if (form.hasAttribute('data-goes-on')) form.requestSubmit()
}

/** Makes the next group of codes, of exactly what the page shows. */
onSubmit('form[data-mint-round]', async (form, data) => {
  const units = JSON.parse(form.dataset.mintRound ?? '[]') as Omit<Printed, 'noticeNumber'>[]
  const made = await makeAll(units).catch((error) => {
    if (error instanceof WrongRoot) throw new NotSent('root')
    if (error instanceof NotHeld) throw new NotSent('held')
    throw error
  })
  data.set('made', JSON.stringify(made))
})

async function makeAll(units: readonly Omit<Printed, 'noticeNumber'>[]) {
  const root = await officeRoot()
  const signer = await rootSigner()
  return Promise.all(
    units.map(async (unit) => {
      const noticeNumber = makeNoticeNumber()
      const minted = await mintCode(root, signer, { ...unit, noticeNumber })
      return { unitId: unit.unitId, noticeNumber, ...minted }
    }),
  )
}
