import { ownFrame } from '../ui/own-frame.client.ts'
import { Unreachable } from './open-attachment.client.ts'
import { inTime } from './patience.client.ts'
import { READY } from './within.ts'

/** What its script says as it begins may come a little after word that all has come. */
const GRACE = 2000

export interface Sandbox {
  frame: HTMLIFrameElement
  /** The way to talk to it, once the frame stands in the page. Rejects when its script does not come, or too late. */
  begun: Promise<MessagePort>
}

/**
 * A frame for a stranger's bytes: of no origin, with one script of ours in it, which is handed what it is to show. It
 * reads nothing of this page, its keys or what is kept here, goes nowhere, and with it goes all that it holds.
 */
export function sandbox(script: string, called: string): Sandbox {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.title = called
  frame.srcdoc = ownFrame(script)
  return { frame, begun: begin(frame) }
}

async function begin(frame: HTMLIFrameElement): Promise<MessagePort> {
  const hearing = new AbortController()
  const { signal } = hearing
  const ready = new Promise<MessagePort>((resolve, reject) => {
    const hear = ({ source, data, ports: [port] }: MessageEvent) => {
      if (source && source === frame.contentWindow && data === READY && port) resolve(port)
    }
    addEventListener('message', hear, { signal })
    const missed = () => setTimeout(() => reject(new Error('it said nothing')), GRACE)
    frame.addEventListener('load', missed, { signal })
  })
  try {
    return await inTime(ready)
  } catch {
    throw new Unreachable()
  } finally {
    hearing.abort()
  }
}
