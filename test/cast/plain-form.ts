import { type Bytes, concat, utf8 } from '../../src/sealing/bytes.ts'

// A form as a browser without scripts posts it: words first, then what was chosen.

export interface ChosenFile {
  name: string
  bytes: Bytes
  filename?: string
  type?: string
}

const BOUNDARY = '----WebKitFormBoundaryA1b2C3'
export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`

const part = (told: string, body: Bytes) =>
  concat(utf8(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${told}\r\n\r\n`), body, utf8('\r\n'))

const fieldOf = ([name, value]: [string, string]) => part(`name="${name}"`, utf8(value))

const fileOf = ({ name, bytes, filename = 'IMG_20261124_090000.jpg', type = 'image/jpeg' }: ChosenFile) =>
  part(`name="${name}"; filename="${filename.replaceAll('"', '%22')}"\r\nContent-Type: ${type}`, bytes)

/** `agrees`: to leave a recording. The tick stands between the files, as on the page. */
export function formBytes(fields: Record<string, string>, files: ChosenFile[], agrees = true): Bytes {
  const [photo, voice] = ['photo', 'voice'].map((name) => files.filter((file) => file.name === name))
  const none = (name: string) => fileOf({ name, bytes: new Uint8Array(), filename: '' })
  return concat(
    ...Object.entries(fields).map(fieldOf),
    ...(photo?.length ? photo.map(fileOf) : [none('photo')]),
    ...(agrees ? [fieldOf(['voiceAgreed', 'yes'])] : []),
    ...(voice?.length ? voice.map(fileOf) : [none('voice')]),
    utf8(`--${BOUNDARY}--\r\n`),
  )
}

/** A body that comes in pieces of these lengths, over and over. */
export function streamed(bytes: Bytes, length: number): ReadableStream<Bytes> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + length))
      at += length
    },
  })
}
