import { count } from 'drizzle-orm'
import { reports } from '../src/reports/tables.ts'
import { press } from './clients.ts'
import { atLeast, atMost, beside, type Figure } from './figure.ts'
import { type Office, theOffice } from './office.ts'
import { rawRate } from './raw-insert.ts'
import { fillMany, sealMany } from './residents.ts'

const CLIENTS = 16
const SEALED = 800
const PLAIN = 96
const WARM = 100

/** GlobaLeaks took 3.4 a second. */
const BUDGET = 340

/** Durable intake over HTTP: only a report that is answered with a receipt and stands in the database counts. */
export async function intake(): Promise<Figure[]> {
  const office = await theOffice()
  const posts = await sealMany(office, WARM + SEALED)
  await press(office.origin, posts.slice(0, WARM), CLIENTS)
  const before = await standing(office)
  const { accepted, failed, seconds } = await press(office.origin, posts.slice(WARM), CLIENTS)
  const lost = Math.abs((await standing(office)) - before - accepted)
  const value = accepted / seconds
  const raw = await rawRate(office.database, SEALED, CLIENTS)
  const share = atLeast(50, { name: 'intake-of-raw', value: (100 * value) / raw, unit: '%' })
  const faults = atMost(0, { name: 'intake-failed', value: failed + lost, unit: 'reports' })
  const taken = atLeast(BUDGET, { name: 'intake', value, unit: '/s', limit: raw })
  return [{ ...taken, ok: taken.ok && share.ok && faults.ok }, share, faults]
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
