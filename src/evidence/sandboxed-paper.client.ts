import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import {
  getDocument,
  type PDFDocumentProxy,
  type RenderTask,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { MOST_PIXELS } from '../cleaning/pixels.ts'
import { brings } from './bringing.client.ts'
import { FAILED, type Given, READY, type View } from './within.ts'

// Runs in a frame of no origin, and reads and draws there a PDF that a stranger sent. The library's worker runs beside
// it in one thread: nobody without an origin may start one of ours.

/** As many points as Safari on a phone gives a canvas. */
const MOST_POINTS = 2 ** 24
/** How often the shorter side of a page may go into the longer. */
const MOST_LONG = 40

// The library tells the console alone of a picture that has too many points or cannot be read. Whoever looks has to
// know.
let hasLeftOut = false
Object.assign(console, {
  warn(words: string) {
    if (/was removed|Unable to decode/.test(words)) hasLeftOut = true
  },
})

// It draws when the browser is about to, and for a frame out of sight no browser ever is.
const { port1: soon, port2: now } = new MessageChannel()
const waiting: FrameRequestCallback[] = []
soon.onmessage = () => waiting.shift()?.(performance.now())
Object.assign(window, {
  requestAnimationFrame: (run: FrameRequestCallback) => now.postMessage(waiting.push(run)),
})

const { port1: page, port2 } = new MessageChannel()
const factories = brings(page)
page.addEventListener('message', ({ data }: MessageEvent<Given>) => void read(data), { once: true })
page.start()
parent.postMessage(READY, '*', [port2])

const fail = () => page.postMessage(FAILED)

/**
 * A PDF is drawn and does nothing: what runs in one, leads on from one or may be filled in is never set up, a script
 * has no engine, and its fonts reach no font reader of the browser's: one that it leaves out and we do not have is the
 * computer's, by name. A picture in it may say that it has as many points as a photo; what is more than it says, and
 * what masks it, ends with the time there is.
 */
async function read({ content, called, lang }: Given) {
  Object.assign(document.body.style, { margin: '0', overflow: 'hidden' })
  Object.assign(document.documentElement, { lang })
  document.title = called
  try {
    const paper = await getDocument({
      data: new Uint8Array(await content.arrayBuffer()),
      verbosity: VerbosityLevel.WARNINGS,
      isEvalSupported: false,
      useWasm: false,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      disableAutoFetch: true,
      useWorkerFetch: false,
      ...factories,
      maxImageSize: MOST_PIXELS,
    }).promise
    const draw = drawingOf(paper)
    page.addEventListener('message', ({ data }: MessageEvent<View>) => {
      if ('asked' in data) draw(data).catch(fail)
    })
    page.postMessage({ count: paper.numPages })
  } catch {
    fail()
  }
}

function drawingOf(paper: PDFDocumentProxy) {
  let last = 0
  let task: RenderTask | undefined
  return async ({ asked, page: n, turned, width, called }: View) => {
    last = asked
    task?.cancel()
    const leaf = await paper.getPage(n)
    if (last !== asked) return
    const rotation = (leaf.rotate + turned * 90) % 360
    const whole = leaf.getViewport({ scale: 1, rotation })
    const viewport = leaf.getViewport({ scale: scaleFor(whole, width), rotation })
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.floor(viewport.width))
    canvas.height = Math.max(1, Math.floor(viewport.height))
    task = leaf.render({ canvas, viewport })
    try {
      await task.promise
    } catch (fault) {
      if (last !== asked) return
      throw fault
    }
    Object.assign(canvas.style, { display: 'block', width: '100%', height: '100vh' })
    canvas.setAttribute('role', 'img')
    canvas.setAttribute('aria-label', called)
    document.body.replaceChildren(canvas)
    page.postMessage({ asked, width: canvas.width, height: canvas.height, hasLeftOut })
  }
}

function scaleFor({ width, height }: { width: number; height: number }, wanted: number): number {
  const long = Math.max(width, height) / Math.min(width, height)
  if (!(long <= MOST_LONG)) throw new Error('a page of no use')
  return Math.min(wanted / width, Math.sqrt(MOST_POINTS / (width * height)))
}
