import { one } from '../intake/find.client.ts'
import { shown, small } from './photo.client.ts'

interface Point {
  x: number
  y: number
}

/** The ways of the arrow keys. */
const ways: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
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
    const width = Math.max(picture.width, picture.height) * BRUSH
    /** Where whoever has no finger for it is. */
    let cursor: Point | undefined
    const draw = () => {
      pen.drawImage(picture, 0, 0)
      pen.lineWidth = width
      pen.strokeStyle = '#000'
      pen.lineCap = pen.lineJoin = 'round'
      for (const stroke of strokes) {
        pen.beginPath()
        for (const { x, y } of stroke) pen.lineTo(x, y)
        // A tap is a stroke as well, and one without any length is not drawn.
        if (stroke[0] && stroke.length === 1) pen.lineTo(stroke[0].x + 0.1, stroke[0].y)
        pen.stroke()
      }
      if (cursor) {
        pen.lineWidth = width / 8
        pen.strokeStyle = '#a32818'
        pen.strokeRect(cursor.x - width / 2, cursor.y - width / 2, width, width)
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
    canvas.onkeydown = (event) => {
      const way = ways[event.key]
      if (!way && event.key !== ' ' && event.key !== 'Enter') return
      event.preventDefault()
      cursor ??= { x: canvas.width / 2, y: canvas.height / 2 }
      if (way) cursor = { x: cursor.x + (way[0] * width) / 2, y: cursor.y + (way[1] * width) / 2 }
      else strokes.push([cursor])
      draw()
    }
    if (undo) {
      undo.onclick = () => {
        strokes.pop()
        draw()
      }
    }
    if (done) done.onclick = () => finish()
    draw()
    // Only now is it as high as it is: what to do, and the whole picture below it.
    panel.scrollIntoView()
    await finished
    cursor = undefined
    draw()
    return strokes.length > 0 ? small(canvas) : undefined
  }

  return { finish: () => finish(), made: make() }
}
