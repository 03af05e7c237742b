import { env } from 'cloudflare:test'
import { eq } from 'drizzle-orm'
import { vi } from 'vitest'
import type { Day } from '../../src/clock/day.ts'
import { openD1 } from '../../src/db/edge.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { reports } from '../../src/reports/tables.ts'
import { openContact, openDek, Unopened } from '../../src/sealing/open.ts'
import type { Opens } from '../../src/sealing/recipient.ts'
import type { AtDesk } from '../cast/at-desk.ts'
import { speak } from '../cast/residents.ts'
import { placeOn } from './place.ts'

// An office on the Worker as it is uploaded, with D1 behind it.

const { DB } = env

export const db = openD1(DB)
export const place = placeOn(db, env)

/** Some morning, by the only clock the Worker has; whoever works then signs in again. */
export async function onDay(day: Day, ...who: AtDesk[]): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T09:00:00+08:00`) })
  for (const person of who) await person.comeBack()
}

/** What came of a report that a resident's browser sent. */
export async function tell(token: string, what: Parameters<typeof speak>[2]) {
  const { enquiryNumber } = await speak(place, token, what)
  const [report] = await db.select().from(reports).where(eq(reports.enquiryNumber, enquiryNumber))
  if (!report) throw new Error('it was not kept')
  return report
}

export const ofTeam = (teamId: string) => db.select().from(reports).where(eq(reports.teamId, teamId))

const refused = (error: unknown) => {
  if (error instanceof Unopened) return undefined
  throw error
}
type Pair = CryptoKeyPair | undefined

/** How many of these open with the first key, and the contacts of how many with the second. */
export async function openable(
  rows: readonly { id: string }[],
  [pair, contactPair]: readonly [Pair, Pair],
  name: Opens,
) {
  if (!pair || !contactPair) throw new Error('there is no such key')
  const opened = { reports: 0, contacts: 0 }
  for (const { id } of rows) {
    const [dek] = await listEnvelopes(db, [id], ['dek'])
    const [contact] = await listEnvelopes(db, [id], ['contact'])
    if (dek && (await openDek(pair, name, id, dek.envelope).catch(refused))) opened.reports++
    const read = contact && (await openContact(contactPair, name, id, contact.envelope).catch(refused))
    if (read?.phone) opened.contacts++
  }
  return opened
}
