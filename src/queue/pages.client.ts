import { getDocument, PDFWorker, type RenderTask, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { MOST_PIXELS } from '../cleaning/pixels.ts'
import { ownScript } from '../ui/own-scripts.client.ts'
import { LEFT_OUT } from './paper-says.ts'

declare const PAPER_READER_SCRIPT: string
declare const PAPER_DATA: string

/** Milliseconds in which a paper is opened, and each page drawn. */
const PATIENCE = 20_000
/** As many points as Safari on a phone gives a canvas. */
const MOST_POINTS = 2 ** 24
/** How often the shorter side of a page may go into the longer. */
const MOST_LONG = 40

/** One page as it is asked for. */
export interface View {
  /** From 1. */
  page: number
  /** Quarters of a turn, to the right. */
  turned: number
  /** Points across. */
  width: number
}

export interface Pages {
  count: number
  /** Undefined when another was asked for meanwhile. Rejects when it cannot be drawn, and then nothing more can be. */
  draw(view: View): Promise<HTMLCanvasElement | undefined>
  /** A picture has been left out of what was drawn so far. */
  hasLeftOut(): boolean
  close(): void
}

/**
 * A PDF is drawn and does nothing: what runs in one, leads on from one or may be filled in is never set up, a script
 * has no engine, and its fonts reach no font reader of the browser's: one that it leaves out and we do not have is the
 * computer's, by name. A picture in it may say that it has as many points as a photo; what is more than it says, and
 * what masks it, ends with the time there is. Rejects when it is no PDF, is locked or takes too long.
 */
export async function openPages(data: Uint8Array): Promise<Pages> {
  const port = new Worker(ownScript(PAPER_READER_SCRIPT))
  const broken = new Promise<never>((_, reject) => {
    port.addEventListener('error', () => reject(new Error('the reader of papers broke')))
  })
  let hasLeftOut = false
  port.addEventListener('message', ({ data }) => {
    if (data === LEFT_OUT) hasLeftOut = true
  })
  const loading = getDocument({
    data,
    worker: PDFWorker.create({ port, verbosity: VerbosityLevel.WARNINGS }),
    verbosity: VerbosityLevel.WARNINGS,
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    disableAutoFetch: true,
    useWorkerFetch: true,
    cMapUrl: `${PAPER_DATA}/cmaps/`,
    standardFontDataUrl: `${PAPER_DATA}/standard_fonts/`,
    wasmUrl: `${PAPER_DATA}/wasm/`,
    maxImageSize: MOST_PIXELS,
  })
  const close = () => {
    loading.destroy().catch(() => {})
    // What it is busy with would hold up its own end.
    port.terminate()
  }
  const orClose = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await inTime(Promise.race([work, broken]))
    } catch (fault) {
      close()
      throw fault
    }
  }

  const paper = await orClose(loading.promise)
  let asked = 0
  let task: RenderTask | undefined
  const draw = async ({ page: n, turned, width }: View) => {
    const mine = ++asked
    task?.cancel()
    const page = await paper.getPage(n)
    if (mine !== asked) return undefined
    const rotation = (page.rotate + turned * 90) % 360
    const whole = page.getViewport({ scale: 1, rotation })
    const viewport = page.getViewport({ scale: scaleFor(whole, width), rotation })
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.floor(viewport.width))
    canvas.height = Math.max(1, Math.floor(viewport.height))
    task = page.render({ canvas, viewport })
    try {
      await task.promise
    } catch (fault) {
      if (mine !== asked) return undefined
      throw fault
    }
    return canvas
  }
  return { count: paper.numPages, draw: (view) => orClose(draw(view)), hasLeftOut: () => hasLeftOut, close }
}

function scaleFor({ width, height }: { width: number; height: number }, wanted: number): number {
  const long = Math.max(width, height) / Math.min(width, height)
  if (!(long <= MOST_LONG)) throw new Error('a page of no use')
  return Math.min(wanted / width, Math.sqrt(MOST_POINTS / (width * height)))
}

/** A tab that nobody looks at draws nothing: that time does not count. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let clock: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    const wait = () => {
      clock = setTimeout(() => (document.hidden ? wait() : reject(new Error('too slow'))), PATIENCE)
    }
    wait()
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(clock)
  }
}
