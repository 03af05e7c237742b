import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { createApp } from '../app.tsx'
import { dayOf } from '../clock/day.ts'
import { drawWithoutContexts } from '../http/no-contexts.ts'
import { quotas } from '../intake/holding.ts'
import { writeScans } from '../posters/scans.ts'
import { openTally } from '../posters/tally.ts'
import { complainer, everyDay } from './every-day.ts'
import { front } from './front.ts'
import { type Listening, listen } from './listening.ts'
import type { OpenHouse } from './open-house.ts'

/** Listens, and lets time pass. */
export async function serveHouse({ house, settle }: Omit<OpenHouse, 'close'>): Promise<Listening> {
  drawWithoutContexts()
  const tally = openTally({ isOneOfMany: false })
  const app = createApp(house, { grouped: true, gate: { quotas, addressOf, later }, tally, front })
  const stopClock = everyDay(house, tally, settle)
  const { address, close } = await listen(app, house.settings)
  return {
    address,
    close: async () => {
      await Promise.all([stopClock(), close()])
      await writeScans(house.db, tally, dayOf(house.clock.now())).catch(complainer(house, 'scans'))
    },
  }
}

/** Keeps no process alive that would end. */
const later = (job: () => void, ms: number) => void setTimeout(job, ms).unref()

/**
 * Whence a request comes: behind a server of one's own it is that one's word, the last of the line it hands on. Where
 * it hands on none, nobody is told from anybody.
 */
function addressOf(c: Context): string | undefined {
  const { address = '' } = getConnInfo(c).remote
  const isOwn = /^(?:::ffff:)?(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|^::1$|^f[cd]/i.test(address)
  return isOwn ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : address
}
