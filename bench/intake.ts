import { count } from 'drizzle-orm'
import { reports } from '../src/reports/tables.ts'
import { press } from './clients.ts'
import { atLeast, atMost, beside, type Figure } from './figure.ts'
import { inFolder } from './folders.ts'
import { type Office, theOffice } from './office.ts'
import { openRaw } from './raw-insert.ts'
import { fillMany, sealMany } from './residents.ts'

const CLIENTS = 16
const SEALED = 400
const PLAIN = 96
const WARM = 2000
const TURNS = 12

/** GlobaLeaks took 3.4 a second. */
const BUDGET = 340

/**
 * Durable intake over HTTP: only a report that is answered with a receipt and stands in the database counts. Intake
 * and the raw insert take turns, because the machine may be slower for a while.
 */
export async function intake(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const office = await theOffice()
    const posts = await sealMany(office, WARM + TURNS * SEALED)
    const insertRaw = await openRaw(office.database, folder, CLIENTS)
    await press(office.origin, posts.splice(0, WARM), CLIENTS)
    await insertRaw()
    const before = await standing(office)
    const sum = { accepted: 0, failed: 0, seconds: 0, raw: 0 }
    while (posts.length > 0) {
      const { accepted, failed, seconds } = await press(office.origin, posts.splice(0, SEALED), CLIENTS)
      sum.accepted += accepted
      sum.failed += failed
      sum.seconds += seconds
      sum.raw += await insertRaw()
    }
    const taken = (await standing(office)) - before
    const value = sum.accepted / sum.seconds
    const limit = taken / sum.raw
    const share = atLeast(50, { name: 'intake-of-raw', value: (100 * value) / limit, unit: '%' })
    const lost = Math.abs(taken - sum.accepted)
    const faults = atMost(0, { name: 'intake-failed', value: sum.failed + lost, unit: 'reports' })
    const rate = atLeast(BUDGET, { name: 'intake', value, unit: '/s', limit })
    return [{ ...rate, ok: rate.ok && share.ok && faults.ok }, share, faults]
  })
}

/** The same without scripts, where the server derives the query code and seals. */
export async function intakeWithoutScripts(): Promise<Figure[]> {
  const office = await theOffice()
  const { accepted, failed, seconds } = await press(office.origin, fillMany(office, PLAIN), CLIENTS)
  if (failed > 0) throw new Error(`${failed} of ${PLAIN} were not taken`)
  return [beside({ name: 'intake-noscript', value: accepted / seconds, unit: '/s' })]
}

async function standing({ place }: Office): Promise<number> {
  const [found] = await place.house.db.select({ n: count() }).from(reports)
  return found?.n ?? 0
}
