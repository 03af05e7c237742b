import { onSubmit } from './desk-form.client.ts'
import { makeOfficeLock } from './make-office-lock.client.ts'
import { officeRoot, rootSigner } from './own-keys.client.ts'
import type { OfficeLock } from './whole-lock.ts'

/** The one press on the keys page. */
export function enhanceOfficeLock(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>('form[data-office-lock]')
  form?.querySelector('[data-needs-scripts]')?.setAttribute('hidden', '')
  form?.querySelector('button')?.removeAttribute('disabled')
}

onSubmit('form[data-office-lock]', async (form, data) => {
  const lock = JSON.parse(form.dataset.officeLock ?? '') as OfficeLock
  const by = { root: await officeRoot(), rootKey: await rootSigner() }
  data.set('made', JSON.stringify(await makeOfficeLock(by, lock)))
})
