import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Settings } from '../settings.ts'

const MOMENT = 2000
/** So long a request may take to come in: on a slow line 8 MB without scripts take more than the usual five minutes. */
const LONGEST = 15 * 60_000

export interface Listening {
  address: string
  /** Takes no more requests, and answers those that came. */
  close(): Promise<void>
}

export function listen(app: Hono, { host, port }: Pick<Settings, 'host' | 'port'>): Promise<Listening> {
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
    listener.once('error', reject)
  })
}
