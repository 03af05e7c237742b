import { type Bytes, base64url, sha256 } from '../sealing/bytes.ts'
import { MANIFEST } from './kinds.ts'

/** Nothing is taken any more, or not this. */
export type No = 'over' | 'refused'

/** So long a piece may be on its way: on the slowest line that is a line. */
const PATIENCE = 150_000
const LONGEST_PAUSE = 30_000

/**
 * Asks and sends until somebody answers for good, with longer and longer pauses; a browser that is back online does not
 * wait.
 */
export function lineFor(to: string, right: Bytes, signal?: AbortSignal) {
  const headers = { Authorization: `Bearer ${base64url(right)}` }

  async function insist(address: string, init: RequestInit, wait?: () => void): Promise<Response | No> {
    for (let pause = 1000; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const answer = await tried(address, init, signal)
      if (answer?.ok) return answer
      if (answer?.status === 410) return 'over'
      if (answer && answer.status < 500 && answer.status !== 408 && answer.status !== 429) return 'refused'
      wait?.()
      await paused(pause, signal)
    }
  }

  return {
    /** The places of the pieces that are there, by file. */
    async ask(): Promise<Record<string, number[]> | No> {
      const answer = await insist(to, { headers })
      return typeof answer === 'string' ? answer : answer.json()
    },

    async put(file: string, at: number, piece: Bytes, wait: () => void): Promise<'sent' | No> {
      const part = at === MANIFEST ? 'manifest' : String(at)
      const digest = btoa(String.fromCharCode(...(await sha256(piece))))
      const answer = await insist(
        `${to}/${file}/${part}`,
        {
          method: 'PUT',
          headers: {
            ...headers,
            'Content-Type': 'application/octet-stream',
            'Content-Digest': `sha-256=:${digest}:`,
          },
          body: piece,
        },
        wait,
      )
      return typeof answer === 'string' ? answer : 'sent'
    },
  }
}

/** Nobody wants it any more. By hand: old WebViews have no `throwIfAborted`. */
function still(signal?: AbortSignal) {
  if (signal?.aborted) throw new Error('stopped')
}

/** undefined when no answer came. */
async function tried(
  address: string,
  init: RequestInit,
  signal?: AbortSignal,
): Promise<Response | undefined> {
  still(signal)
  const patience = new AbortController()
  const stop = () => patience.abort()
  const timer = setTimeout(stop, PATIENCE)
  signal?.addEventListener('abort', stop)
  try {
    return await fetch(address, { ...init, signal: patience.signal })
  } catch {
    still(signal)
    return undefined
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

/** Over sooner when the line is back, or when nobody wants it any more. */
async function paused(pause: number, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((done) => {
    const timer = setTimeout(go, pause)
    addEventListener('online', go)
    signal?.addEventListener('abort', go)
    function go() {
      clearTimeout(timer)
      removeEventListener('online', go)
      signal?.removeEventListener('abort', go)
      done()
    }
  })
  still(signal)
}
