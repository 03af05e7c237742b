import { redrawn } from '../attaching/photo.client.ts'
import { cleanFile } from '../cleaning/file.ts'
import { base64url } from '../sealing/bytes.ts'
import { NotSent, onSubmit } from '../staff/desk-form.client.ts'

/** Where a sheet is looked at, a photo of it may be chosen. */
export function enhanceSheetPhoto(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLElement>('[data-photo]')) field.hidden = false
  for (const sentence of root.querySelectorAll<HTMLElement>('[data-no-photo]')) sentence.hidden = true
}

onSubmit('form.sheet-form', async (form, data) => {
  const [photo] = form.querySelector<HTMLInputElement>('[data-photo] input')?.files ?? []
  if (photo) data.set('photo', await drawnAnew(photo))
})

async function drawnAnew(photo: File): Promise<string> {
  const cleaned = await cleanFile(photo, 'photo')
  const small = 'file' in cleaned ? await redrawn(cleaned.file) : undefined
  if (!small) throw new NotSent('photo')
  return base64url(new Uint8Array(await small.arrayBuffer()))
}
