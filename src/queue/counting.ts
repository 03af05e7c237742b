import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import { reports } from '../reports/tables.ts'
import { type Asking, filterOf, isOf, isQueued, type Looker, places, type Who } from './filters.ts'
import { type Counted, counted } from './looking.ts'

/** Counting stops here: more is shown as "1000+". */
export const MOST_COUNTED = 1001

const capped = (db: Db, condition: SQL | undefined) => {
  const some = db.select({ one: sql`1` }).from(reports).where(condition).limit(MOST_COUNTED)
  return sql<number>`(select count(*) from ${some})`
}

/** Also how many there are in all, and how many of them this person has in hand. */
export type Counts = Record<Counted | 'all' | 'mine', number>

export function countsQuery(db: Db, looker: Asking) {
  const mine = db
    .select({ state: reports.state, pendingMove: reports.pendingMove })
    .from(reports)
    .where(filterOf('mine', looker))
    .limit(MOST_COUNTED)
  const numbers = [...counted, 'all' as const].map((show) => [show, capped(db, filterOf(show, looker))])
  return db
    .select({
      ...(Object.fromEntries(numbers) as Record<Exclude<keyof Counts, 'mine'>, SQL<number>>),
      mine: sql<number>`(select count(*) from ${mine} where state <> 'received' and pendingMove is null)`,
    })
    .from(sql`(select 1)`)
}

const counts = prepared((db) => countsQuery(db, places).prepare())

export async function countQueue(db: Db, looker: Looker): Promise<Counts> {
  const [found] = await counts(db).all({ ...looker })
  if (!found) throw new Error('counting gives one row')
  return found
}

/** How many are still with somebody who left. */
export const leftQuery = (db: Db, looker: Asking) =>
  db.select({ n: capped(db, filterOf('left', looker)) }).from(sql`(select 1)`)

const left = prepared((db) => leftQuery(db, places).prepare())

export async function countLeft(db: Db, looker: Looker): Promise<number> {
  const [counted] = await left(db).all({ ...looker })
  return counted?.n ?? 0
}

/** How many have come since a page was made, and stand in the queue. */
export function newQuery(db: Db, looker: Who, since: string): SQL {
  return sql`select ${capped(db, and(isOf(looker), gt(reports.receivedAt, since), eq(reports.held, false)))} as n`
}

export async function countNew(db: Db, looker: Who, since: string): Promise<number> {
  const [counted] = await db.all<{ n: number }>(newQuery(db, looker, since))
  return counted?.n ?? 0
}

/**
 * The units or categories that have something waiting, each with how much. Steps from one to the next along the
 * index, so that its work follows the number of groups and not of reports.
 */
export function groupsQuery(db: Db, looker: Who, by: 'unit' | 'tile'): SQL {
  const column = by === 'unit' ? reports.unitId : reports.tile
  const next = (after: SQL) => sql`select min(${column}) from ${reports}
    where ${isOf(looker)} and ${isQueued}${after}`
  return sql`with recursive groups(name) as (
      ${next(sql``)}
      union all
      select (${next(sql` and ${column} > groups.name`)}) from groups where groups.name is not null
    )
    select name, ${capped(db, and(isOf(looker), sql`${column} = groups.name`, isQueued))} as n
    from groups where name is not null`
}

export const listGroups = (db: Db, looker: Who, by: 'unit' | 'tile') =>
  db.all<{ name: string; n: number }>(groupsQuery(db, looker, by))
