import { inArray, sql } from 'drizzle-orm'
import { prepared } from '../db/prepared.ts'
import type { House } from '../http/house.ts'
import { type FoundCode, findCode } from '../posters/store.ts'
import { reports } from '../reports/tables.ts'
import type { Kept } from './filing.ts'
import { type Settle, together } from './together.ts'

export interface Sought {
  token: string
  /** The report's id, as its browser made it. */
  id: string
}

export interface Seen {
  found: FoundCode | undefined
  /** The report, when it is here already. */
  known: Kept | undefined
}

export type Look = (asked: Sought) => Promise<Seen>

const LARGEST = 64

/** Reads what a sealed report depends on: its code, and whether it is here already. Requests share one reading. */
export const looking = (house: House, { grouped }: { grouped: boolean }): Look =>
  together(lookAll(house), { grouped, largest: LARGEST })

const knownOf = prepared((db) => {
  const { id, enquiryNumber, state, promise, acceptedOn, callMe, identityMode, lookupHash } = reports
  return db
    .select({ id, enquiryNumber, state, promise, acceptedOn, callMe, identityMode, lookupHash })
    .from(reports)
    .where(inArray(id, sql`(select value from json_each(${sql.placeholder('ids')}))`))
    .prepare()
})

const lookAll =
  ({ db }: House): Settle<Sought, Seen> =>
  async (asked) => {
    const tokens = [...new Set(asked.map(({ token }) => token))]
    const [known, ...found] = await Promise.all([
      knownOf(db).all({ ids: JSON.stringify(asked.map(({ id }) => id)) }),
      ...tokens.map((token) => findCode(db, token)),
    ])
    const codes = new Map(tokens.map((token, at) => [token, found[at]]))
    const byId = new Map(known.map((report) => [report.id, report]))
    return asked.map((one) => ({ found: codes.get(one.token), known: byId.get(one.id) }))
  }
