import { createTOTPKeyURI } from '@oslojs/otp'
import { base64url, fromBase64url, random } from '../sealing/bytes.ts'
import { drawQr } from './paper.client.ts'

/** The secret is made here and shown as text and as a QR symbol; a wrong code brings the same one back. */
export function enhanceAccount(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>('form[data-second-factor]')
  const kept = form?.querySelector<HTMLInputElement>('[name=secret]')
  if (!form || !kept) return
  kept.value ||= base64url(random(20))
  const { secondFactor: issuer = '', account = '', label = '' } = form.dataset
  const address = createTOTPKeyURI(issuer, account, fromBase64url(kept.value), 30, 6)
  const text = new URL(address).searchParams.get('secret') ?? ''
  const [spot, place] = [form.querySelector('[data-secret]'), form.querySelector('[data-qr]')]
  if (spot) spot.textContent = text.replace(/.{4}(?=.)/g, '$& ')
  if (place) drawQr(place, address, label, 'M')
}
