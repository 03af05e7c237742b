import { fill } from '../i18n/speak.ts'
import { readCertificate } from '../sealing/certificates.ts'
import { officeRoot } from '../staff/own-keys.client.ts'
import { download } from '../ui/download.client.ts'
import { type PackedCode, zipOf } from './qr-zip.ts'
import { claimedBy } from './vouched.client.ts'
import { type Claimed, isVouchedFor } from './vouching.ts'

/**
 * Packs the codes of the page. The symbols are drawn here, of what the root is seen to have signed: nothing that the
 * server might have slipped in gets into the file.
 */
export function enhanceZip(root: ParentNode): void {
  const button = root.querySelector<HTMLButtonElement>('button[data-zip]')
  button?.addEventListener('click', () => void pack(root, button))
}

async function pack(root: ParentNode, button: HTMLButtonElement) {
  const { zip = '', list = '', columns = '', packing = '' } = button.dataset
  const words = button.textContent
  button.disabled = true
  try {
    const places = [...root.querySelectorAll<HTMLElement>('[data-vouched]')]
    const codes = await Promise.all(places.map((place) => read(claimedBy(place))))
    const packed = (made: number) => {
      button.textContent = fill(packing, { made, all: codes.length })
      return new Promise<void>((resolve) => setTimeout(resolve))
    }
    download(await zipOf(codes, { list, columns, packed }), 'application/zip', `${zip}.zip`)
  } finally {
    button.textContent = words
    button.disabled = false
  }
}

async function read(claimed: Claimed): Promise<PackedCode> {
  const root = await officeRoot()
  const signed = await readCertificate('code', root, claimed.code)
  const place = await readCertificate('address', root, claimed.address)
  if (!signed || !place || !(await isVouchedFor(root, claimed))) throw new Error('a code is not vouched for')
  return { ...signed, origin: place.origin }
}
