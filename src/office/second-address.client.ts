import { signCertificate } from '../sealing/certificates.ts'
import { onSubmit } from '../staff/desk-form.client.ts'
import { officeRoot, rootSigner } from '../staff/own-keys.client.ts'
import { originOf } from './origin.ts'

/** The form works only where the root can sign: its button waits for this. */
export function enhanceSecondAddress(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>('form[data-second-address]')
  form?.querySelector('[data-needs-scripts]')?.setAttribute('hidden', '')
  form?.querySelector('button')?.removeAttribute('disabled')
}

/** Signs the address as it will be printed. What is none is sent as it is, and the server says so. */
onSubmit('form[data-second-address]', async (_, data) => {
  const origin = originOf(String(data.get('second')))
  if (origin === undefined) return
  await officeRoot()
  data.set('certificate', await signCertificate('secondAddress', { origin }, await rootSigner()))
})
