import { inTime } from './patience.client.ts'
import { sandbox } from './sandbox.client.ts'
import { countIn, type Drawn, drawnIn, FAILED, type Given, type View, wantedIn } from './within.ts'

declare const SANDBOXED_PAPER_SCRIPT: string
declare const PAPER_DATA: string

/** More than lie there; the frame keeps what it was brought, so whoever took it over floods nobody. */
const MOST_WANTED = 200

export interface Pages {
  count: number
  /** What they are drawn in. */
  frame: HTMLIFrameElement
  /** Undefined when another was asked for meanwhile. Rejects when it cannot be drawn, and then nothing more can be. */
  draw(view: Omit<View, 'asked'>): Promise<Drawn | undefined>
}

/**
 * A PDF, read and drawn in a frame with no hold on this page, which stands in `box` from now on. Rejects when it is no
 * PDF, is locked or takes too long, and Unreachable when what reads it does not come.
 */
export async function openPages(box: HTMLElement, content: Blob, called: string): Promise<Pages> {
  const { frame, begun } = sandbox(SANDBOXED_PAPER_SCRIPT, called)
  // Whoever has no mouse scrolls the box: there is nothing to be done in the frame.
  frame.tabIndex = -1
  box.replaceChildren(frame)
  const orClose = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (fault) {
      // With it goes all that reads, though it never comes to an end.
      frame.remove()
      throw fault
    }
  }

  const port = await orClose(begun)
  let asked = 0
  const wanted = new Set<string>()
  let hear: (said: unknown) => void = () => {}
  /** What it says to the first of these; nothing else is awaited any more. */
  const answer = <T>(heard: (said: unknown) => T | undefined, ask: () => void) =>
    new Promise<T>((resolve, reject) => {
      hear = (said) => {
        if (said === FAILED) reject(new Error('it cannot be drawn'))
        const what = heard(said)
        if (what !== undefined) resolve(what)
      }
      ask()
    })
  port.onmessage = ({ data }) => {
    const want = wantedIn(data)
    if (!want) return hear(data)
    if (wanted.size === MOST_WANTED || wanted.has(want)) return
    wanted.add(want)
    void bring(port, want)
  }

  const given: Given = { content, called, lang: document.documentElement.lang }
  const count = await orClose(inTime(answer(countIn, () => port.postMessage(given))))
  let overtake = () => {}
  const draw = (view: Omit<View, 'asked'>) => {
    overtake()
    const mine = ++asked
    const overtaken = new Promise<undefined>((resolve) => {
      overtake = () => resolve(undefined)
    })
    const drawn = answer(
      (said) => {
        const found = drawnIn(said)
        return found?.asked === mine ? found : undefined
      },
      () => port.postMessage({ ...view, asked: mine } satisfies View),
    )
    return orClose(inTime(Promise.race([drawn, overtaken])))
  }
  return { count, frame, draw }
}

/** By names that were looked at; nothing that stands in a PDF can be asked for. */
async function bring(port: MessagePort, want: string) {
  const bytes = await fetch(`${PAPER_DATA}/${want}`)
    .then(async (answer) => (answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined))
    .catch(() => undefined)
  port.postMessage({ brought: want, bytes })
}
