import type { IncomingMessage, ServerResponse } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Settings } from '../settings.ts'

const MOMENT = 2000
/** So long a request may take to come in: on a slow line 8 MB without scripts take more than the usual five minutes. */
const LONGEST = 15 * 60_000

const TOO_LATE = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

/**
 * How long a body may be on its way: at first so many milliseconds, and more for each byte it says it has. A piece of
 * 256 KiB has five minutes, which 8 kbit/s are enough for; what does not say its length has as long, and nothing longer
 * than the longest.
 */
const PACE = { first: 60_000, each: 1, unsaid: 5 * 60_000 }

export interface Listening {
  address: string
  /** Takes no more requests, and answers those that came. */
  close(): Promise<void>
}

export function listen(
  app: Hono,
  { host, port }: Pick<Settings, 'host' | 'port'>,
  pace = PACE,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const serverOptions = { requestTimeout: LONGEST }
    const listener = serve({ fetch: app.fetch, port, hostname: host, serverOptions }, (info) => {
      const stop = () =>
        new Promise<void>((closed) => {
          listener.close(() => closed())
          // Browsers hold connections open that they may never use; whoever is being answered has a moment.
          setTimeout(
            () => 'closeAllConnections' in listener && listener.closeAllConnections(),
            MOMENT,
          ).unref()
        })
      resolve({ address: `http://${host}:${info.port}`, close: stop })
    })
    listener.on('request', (request: IncomingMessage, answer: ServerResponse) => {
      cutOffLate(request, answer, pace)
    })
    listener.once('error', reject)
  })
}

function cutOffLate(request: IncomingMessage, answer: ServerResponse, { first, each, unsaid }: typeof PACE) {
  const length = request.headers['content-length']
  const timer = setTimeout(
    () => {
      if (request.complete) return
      if (!answer.headersSent) request.socket.write(TOO_LATE)
      request.socket.destroySoon()
    },
    length === undefined ? unsaid : Math.min(first + each * Number(length), LONGEST),
  )
  timer.unref()
  answer.once('close', () => clearTimeout(timer))
}
