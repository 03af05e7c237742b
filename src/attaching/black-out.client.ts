import { one } from '../intake/find.client.ts'
import { shown, small } from './photo.client.ts'

interface Point {
  x: number
  y: number
}

/** So much of the longer side one stroke covers. */
const BRUSH = 1 / 16

/**
 * Somebody rubs over what is not to be seen. What they covered is not in the picture any more: the pixels are painted
 * over, and the picture is packed anew. `finish` ends it as the button does.
 */
export function blackOut(
  panel: HTMLElement,
  photo: Blob,
): { finish(): void; made: Promise<Blob | undefined> } {
  const canvas = one<HTMLCanvasElement>('canvas', panel)
  const pen = canvas?.getContext('2d')
  const undo = one<HTMLButtonElement>('[data-undo]', panel)
  const done = one('[data-done]', panel)
  const strokes: Point[][] = []
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })

  async function make(): Promise<Blob | undefined> {
    const picture = await shown(photo)
    if (!canvas || !pen || !picture) return undefined
    canvas.width = picture.width
    canvas.height = picture.height
    const draw = () => {
      pen.drawImage(picture, 0, 0)
      pen.lineWidth = Math.max(picture.width, picture.height) * BRUSH
      pen.lineCap = pen.lineJoin = 'round'
      for (const stroke of strokes) {
        pen.beginPath()
        for (const { x, y } of stroke) pen.lineTo(x, y)
        // A tap is a stroke as well.
        if (stroke[0] && stroke.length === 1) pen.lineTo(stroke[0].x, stroke[0].y)
        pen.stroke()
      }
      if (undo) undo.disabled = strokes.length === 0
    }
    const at = ({ clientX, clientY }: PointerEvent): Point => {
      const { left, top, width, height } = canvas.getBoundingClientRect()
      return {
        x: ((clientX - left) / width) * canvas.width,
        y: ((clientY - top) / height) * canvas.height,
      }
    }
    let stroke: Point[] | undefined
    canvas.onpointerdown = (event) => {
      canvas.setPointerCapture(event.pointerId)
      stroke = [at(event)]
      strokes.push(stroke)
      draw()
    }
    canvas.onpointermove = (event) => {
      stroke?.push(at(event))
      if (stroke) draw()
    }
    canvas.onpointerup = canvas.onpointercancel = () => {
      stroke = undefined
    }
    if (undo) {
      undo.onclick = () => {
        strokes.pop()
        draw()
      }
    }
    if (done) done.onclick = () => finish()
    draw()
    await finished
    return strokes.length > 0 ? small(canvas) : undefined
  }

  return { finish: () => finish(), made: make() }
}
