import { cleanFile } from '../cleaning/file.ts'

/** So long is the longer side of what is sent, and so many bytes at most. */
const SIDE = 1600
const MOST = 500 * 1024
const QUALITIES = [0.82, 0.7, 0.58, 0.46]

type Picture = CanvasImageSource & { width: number; height: number }

/**
 * The picture drawn anew, upright and smaller: nothing of the file but what can be seen goes on. Undefined when this
 * browser cannot show it. Whoever calls has counted the pixels.
 */
export async function redrawn(photo: Blob): Promise<Blob | undefined> {
  const picture = await shown(photo)
  return picture && small(picture)
}

/** By the picture element where the other way is missing, or does not know which side is up. */
export async function shown(photo: Blob): Promise<Picture | undefined> {
  try {
    return await createImageBitmap(photo, { imageOrientation: 'from-image' })
  } catch {
    const image = new Image()
    image.src = URL.createObjectURL(photo)
    return image.decode().then(
      () => image,
      () => undefined,
    )
  }
}

/** Undefined where nothing can be drawn. */
export async function small(picture: Picture): Promise<Blob | undefined> {
  const { width, height } = picture
  for (let side = SIDE; side > SIDE / 4; side *= 0.75) {
    const scale = Math.min(1, side / Math.max(width, height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(width * scale))
    canvas.height = Math.max(1, Math.round(height * scale))
    const pen = canvas.getContext('2d')
    if (!pen) return undefined
    // What is see-through would come out black.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    for (const quality of QUALITIES) {
      const jpeg = await asJpeg(canvas, quality)
      if (!jpeg) return undefined
      if (jpeg.size <= MOST) return unsigned(jpeg)
    }
  }
  return undefined
}

const asJpeg = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))

/** Browsers write into a picture what they are. */
async function unsigned(jpeg: Blob): Promise<Blob | undefined> {
  const cleaned = await cleanFile(jpeg, 'photo')
  return 'file' in cleaned ? cleaned.file : undefined
}
