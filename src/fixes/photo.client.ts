import { drawnAnew } from '../posters/sheet-photo.client.ts'
import { reportToWriteIn } from '../queue/move.client.ts'
import { base64url } from '../sealing/bytes.ts'
import { NotSent, onSubmit } from '../staff/desk-form.client.ts'
import { sealPhoto } from './sealing-photo.client.ts'

/** A photo of a fix is drawn anew and sealed to its report. */
onSubmit('form[data-fix-photo]', async (form, data) => {
  const [photo] = form.querySelector<HTMLInputElement>('[data-photo] input')?.files ?? []
  if (!photo) throw new NotSent('photo')
  const { id, envelope } = await sealPhoto(await reportToWriteIn(), await drawnAnew(photo))
  data.set('photo', base64url(envelope))
  data.set('photoId', id)
})
