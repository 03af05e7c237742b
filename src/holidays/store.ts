import { asc, eq } from 'drizzle-orm'
import { calendarWith, daysIn, type Holidays } from '../clock/calendar.ts'
import type { LimitChange } from '../clock/limits.ts'
import type { Db } from '../db/db.ts'
import { type Recorded, record } from '../log/record.ts'
import { offices } from '../office/tables.ts'
import { countAnew } from '../reports/counting-anew.ts'
import { holidays } from './tables.ts'

type Change = typeof holidays.$inferSelect

const listChanges = (db: Db): Promise<Change[]> => db.select().from(holidays).orderBy(asc(holidays.change))

/** Each entered year as its last change has it. */
const enteredIn = (changes: readonly Change[]): ReadonlyMap<number, Holidays> =>
  new Map(changes.map(({ year, off, work }) => [year, { off: daysIn(year, off), work: daysIn(year, work) }]))

/** What the office entered, by year, and the last change of all: a form that was shown another is out of date. */
export async function readHolidays(db: Db) {
  const changes = await listChanges(db)
  return { entered: enteredIn(changes), last: changes.at(-1)?.change ?? 0 }
}

/** The limits as the office has set them, in the order in which it did. */
export async function listLimits(db: Db): Promise<readonly LimitChange[]> {
  const [office] = await db.select({ limits: offices.limits }).from(offices).limit(1)
  return office?.limits ?? []
}

const line = (days: readonly string[]) => days.map((day) => day.slice(5).replace('-', '')).join(' ')

/** `overtaken` when the holidays have been changed since `last`. */
export function enterHolidays(
  db: Db,
  year: number,
  last: number,
  { off, work }: Holidays,
  { who, now }: { who: string; now: Date },
): Promise<Recorded> {
  const change = last + 1
  const step = { subject: 'holidays', position: change, at: now.toISOString(), who, move: 'change' }
  return record(db, { ...step, to: String(year) }, [
    db.insert(holidays).values({ change, year, off: line(off), work: line(work) }),
  ])
}

/** How many handfuls are counted in one go: few enough for what a Worker may ask its database at a time. */
const AT_ONCE = 100

/**
 * Counts anew what each change moves and nobody was told, in the order of the changes. What is too much for one go is
 * gone on with in the next. Doing it twice does no harm. Answers how many handfuls were counted.
 */
export async function countByChanges(db: Db, now: Date, atOnce = AT_ONCE): Promise<number> {
  const [changes, limits] = await Promise.all([listChanges(db), listLimits(db)])
  let left = atOnce
  for (const [at, { change, year, toCount, countedTo }] of changes.entries()) {
    if (!toCount) continue
    const [before, after] = [at, at + 1].map((n) => calendarWith(enteredIn(changes.slice(0, n)), limits))
    if (!before || !after) continue
    const reached = (last: string | undefined) =>
      db
        .update(holidays)
        .set(last === undefined ? { toCount: false } : { countedTo: last })
        .where(eq(holidays.change, change))
    for (let last: string | undefined = countedTo; last !== undefined; left--) {
      if (left === 0) return atOnce
      last = await countAnew(db, year, { before, after }, last, now, reached)
    }
  }
  return atOnce - left
}
