import { redrawn } from '../attaching/photo.client.ts'
import { cleanFile } from '../cleaning/file.ts'
import { base64url } from '../sealing/bytes.ts'
import { NotSent, onSubmit } from '../staff/desk-form.client.ts'

/** Where a sheet is looked at, a photo of it may be chosen. */
export function enhanceSheetPhoto(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLElement>('[data-photo]')) field.hidden = false
  for (const sentence of root.querySelectorAll<HTMLElement>('[data-no-photo]')) sentence.hidden = true
}

onSubmit('form.sheet-form:not([data-fix-photo])', async (form, data) => {
  const [photo] = form.querySelector<HTMLInputElement>('[data-photo] input')?.files ?? []
  if (photo) data.set('photo', base64url(new Uint8Array(await (await drawnAnew(photo)).arrayBuffer())))
})

/** Throws NotSent when it is no picture. */
export async function drawnAnew(photo: File): Promise<Blob> {
  const cleaned = await cleanFile(photo, 'photo')
  const small = 'file' in cleaned ? await redrawn(cleaned.file) : undefined
  if (!small) throw new NotSent('photo')
  return small
}
