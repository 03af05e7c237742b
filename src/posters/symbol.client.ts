import decodeQR from 'qr/decode.js'
import { shown } from '../attaching/photo.client.ts'

/** The longer side of what is looked at: small is quick; a code seen from across the street needs more. */
const SIDES = [1600, 3200]
/** Milliseconds for what the decoder may try beside the first look at each. */
const TIME = 1500

/** What the code on a photo says; undefined where none is found, or the browser cannot show the photo. */
export async function readSymbol(photo: Blob): Promise<string | undefined> {
  const picture = await shown(photo)
  if (!picture) return undefined
  for (const side of SIDES) {
    const said = read(picture, Math.min(1, side / Math.max(picture.width, picture.height)))
    if (said !== undefined) return said
  }
  return undefined
}

function read(picture: NonNullable<Awaited<ReturnType<typeof shown>>>, scale: number): string | undefined {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return undefined
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  try {
    return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height), { timeLimit: TIME })
  } catch {
    return undefined
  }
}
