import { NotSent, onSubmit } from '../staff/desk-form.client.ts'
import { NotHeld, officeRoot, rootSigner, WrongRoot } from '../staff/own-keys.client.ts'
import { mintCode } from './mint.client.ts'

/** The form of a new code works only where the root can sign: its button waits for this. */
export function enhanceMint(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>('form[data-mint]')
  form?.querySelector('[data-needs-scripts]')?.setAttribute('hidden', '')
  form?.querySelector('button')?.removeAttribute('disabled')
}

/** Makes the code when the form is sent, of exactly what the page shows. */
onSubmit('form[data-mint]', async (form, data) => {
  const shown = (name: string) => form.dataset[name] ?? ''
  const printed = {
    noticeNumber: shown('noticeNumber'),
    unitId: shown('unitId'),
    unitName: shown('unitName'),
    roundId: shown('roundId'),
    roundTitle: shown('roundTitle'),
    teamId: shown('teamId'),
    teamName: shown('teamName'),
  }
  const minted = await officeRoot()
    .then(async (root) => mintCode(root, await rootSigner(), printed))
    .catch((error) => {
      if (error instanceof WrongRoot) throw new NotSent('root')
      if (error instanceof NotHeld) throw new NotSent('held')
      throw error
    })
  for (const [name, value] of Object.entries(minted)) data.set(name, value)
})
