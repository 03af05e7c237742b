import type { Page } from 'playwright-core'
import type { Bytes } from '../../src/sealing/bytes.ts'
import { plantJpeg } from '../samples/pictures.ts'
import { planting } from '../samples/planting.ts'

/** A picture with colours in it, as Chromium encodes it: the left half red, the right half a noise that packs badly. */
async function drawnJpeg(page: Page, width: number, height: number): Promise<Bytes> {
  const base64 = await page.evaluate(
    async ({ width, height }) => {
      const canvas = new OffscreenCanvas(width, height)
      const pen = canvas.getContext('2d')!
      pen.fillStyle = '#d02020'
      pen.fillRect(0, 0, width, height)
      const noise = pen.createImageData(width / 2, height)
      for (let n = 0; n < noise.data.length; n += 4) {
        const shade = (n * 2654435761) >>> 24
        noise.data.set([shade, 255 - shade, shade >> 1, 255], n)
      }
      pen.putImageData(noise, width / 2, 0)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      let binary = ''
      for (const byte of bytes) binary += String.fromCharCode(byte)
      return btoa(binary)
    },
    { width, height },
  )
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

const drawn = new Map<string, Promise<Bytes>>()

/** The same as a phone writes it: on its side, with place, time and model in it. */
export async function phonePhoto(page: Page, width = 2400, height = 1800) {
  const planted = planting()
  const size = `${width} ${height}`
  const drawing = drawn.get(size) ?? drawnJpeg(page, width, height)
  drawn.set(size, drawing)
  const bytes = plantJpeg(await drawing, planted)
  return { bytes, marks: planted.marks }
}
