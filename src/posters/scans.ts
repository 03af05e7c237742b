import { and, asc, eq, inArray, lte, max, min, or, type SQL, sql } from 'drizzle-orm'
import { addDays, type Day, dayOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import { steps } from '../log/tables.ts'
import { versionOf } from '../rounds/store.ts'
import { assignments, rounds, type UnitType, units } from '../rounds/tables.ts'
import type { Unit } from '../rounds/units.ts'
import { codes, counting, scans, sheets } from './tables.ts'
import { lastFinal, type Tally } from './tally.ts'

/**
 * What is shown stands for ten scans. Of two hundred people that is one in twenty, and nobody can say which; of the
 * forty of a bureau it is every fourth, and whoever has the notice before their eyes all day can.
 */
export const FEW = 200

/**
 * Where nobody knows how many there are, the type says it. Whole populations pass their notices; in an organ, a school
 * or a company hardly anybody does who does not work there.
 */
const counted: readonly UnitType[] = ['town', 'village', 'community']

/** Asked anew for each day: a number or a type that is put right holds from then on, for codes in use too. */
export const countsByDefault = ({ type, headcount }: Pick<Unit, 'type' | 'headcount'>) =>
  headcount === null ? counted.includes(type) : headcount >= FEW

/** What the office has said, else the number, else the type. */
const isCounted = sql`coalesce(${counting.isOn}, ${units.headcount} >= ${FEW}, ${inArray(units.type, counted)})`
const withSaid = sql`join ${units} on ${units.id} = ${codes.unitId}
  left join ${counting} on ${counting.roundId} = ${codes.roundId} and ${counting.unitId} = ${codes.unitId}`

/** Days after the last of the intake; archived, a round loses them at once. */
const KEPT = 365

/**
 * Adds what the tally holds to the sums of its days; on the day itself nothing, unless the house is closed.
 * Nothing of units that are not counted, nor of a day before yesterday: what has been shown stays as it was shown.
 */
export async function writeScans(
  db: Db,
  tally: Tally,
  today: Day,
  { onlyWhole = false }: { onlyWhole?: boolean } = {},
): Promise<void> {
  const taken = tally.take(onlyWhole ? today : undefined)
  if (taken.length === 0) return
  const rows = JSON.stringify(taken.map(({ token, day, scans, starts }) => [token, day, scans, starts]))
  try {
    await db
      .insert(scans)
      .select(
        sql`select ${codes.token}, new.value->>1, new.value->>2, new.value->>3
          from json_each(${rows}) as new
          join ${codes} on ${codes.token} = new.value->>0
          ${withSaid}
          where ${isCounted} and new.value->>1 > ${lastFinal(today)}
          order by ${codes.token}, new.value->>1`,
      )
      .onConflictDoUpdate({
        target: [scans.token, scans.day],
        set: {
          scans: sql`${scans.scans} + excluded.scans`,
          starts: sql`${scans.starts} + excluded.starts`,
        },
      })
  } catch (fault) {
    tally.giveBack(taken)
    throw fault
  }
}

/** When a round is archived, and a year after its intake at the latest. */
export async function eraseScans(db: Db, today: Day): Promise<void> {
  await db.delete(scans).where(inArray(scans.token, overCodes(db, today)))
}

/** The codes of which counts and photos need not be kept any more. */
export const overCodes = (db: Db, today: Day) =>
  db
    .select({ token: codes.token })
    .from(codes)
    .innerJoin(rounds, eq(rounds.id, codes.roundId))
    .where(sql`${rounds.stage} = 'archived' or ${rounds.intakeClosesOn} < ${addDays(today, -KEPT)}`)

const ofUnit = (db: Db, roundId: string, unitId: string) =>
  db
    .select({ token: codes.token })
    .from(codes)
    .where(and(eq(codes.roundId, roundId), eq(codes.unitId, unitId)))

/** Switches the counting of one unit; switched off, what was counted of it is erased. */
export async function switchCounting(
  db: Db,
  roundId: string,
  unitId: string,
  isOn: boolean,
  { who, now }: Hand,
): Promise<Recorded> {
  const subject = `counting:${roundId}.${unitId}`
  const position = (await versionOf(db, subject)) + 1
  const row = { roundId, unitId, isOn, since: dayOf(now) }
  const step = { subject, position, at: now.toISOString(), who, move: isOn ? 'count' : 'stop' }
  const change = db
    .insert(counting)
    .values(row)
    .onConflictDoUpdate({ target: [counting.roundId, counting.unitId], set: row })
  const erase = db.delete(scans).where(inArray(scans.token, ofUnit(db, roundId, unitId)))
  return record(db, step, isOn ? [change] : [change, erase])
}

/**
 * What is stored of units that are not counted as they are now goes, as if the office had switched them off, where it
 * still could: of a round that is over a sum is final.
 */
export const eraseSmall = (db: Db, today: Day): Statement =>
  db.delete(scans).where(
    sql`${scans.token} in (
      select ${codes.token} from ${codes} ${withSaid} join ${rounds} on ${rounds.id} = ${codes.roundId}
      where not ${isCounted} and ${rounds.intakeClosesOn} >= ${today})`,
  )

/** Why a unit was changed: how many people it has, or its type, was put right. */
export const SIZE = 'size'

/** The moment since which each unit of a round has been as large or as small as it is now. */
export const listMeasured = (db: Db, roundId: string) =>
  db
    .select({ unitId: units.id, at: max(steps.at) })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .innerJoin(steps, eq(steps.subject, sql`'unit:' || ${units.id}`))
    .where(and(eq(assignments.roundId, roundId), or(eq(steps.move, 'create'), eq(steps.why, SIZE))))
    .groupBy(units.id)

/** What the office has said of units of a round. */
export const listCounting = (db: Db, roundId: string) =>
  db.select().from(counting).where(eq(counting.roundId, roundId))

/** Each unit's sums by day, of all its codes together: final days alone. */
export const listScans = (db: Db, roundId: string, today: Day) => {
  const sum = (column: SQL | typeof scans.scans | typeof scans.starts) => sql<number>`sum(${column})`
  return db
    .select({
      unitId: codes.unitId,
      day: scans.day,
      scans: sum(scans.scans),
      starts: sum(scans.starts),
    })
    .from(scans)
    .innerJoin(codes, eq(codes.token, scans.token))
    .where(and(eq(codes.roundId, roundId), lte(scans.day, lastFinal(today))))
    .groupBy(codes.unitId, scans.day)
    .orderBy(asc(scans.day))
}

/** Since when a sheet hangs of each unit whose notice is in use. */
export const listHanging = (db: Db, roundId: string) =>
  db
    .select({ unitId: codes.unitId, since: min(sheets.postedOn) })
    .from(sheets)
    .innerJoin(codes, eq(codes.token, sheets.token))
    .where(and(eq(codes.roundId, roundId), eq(codes.state, 'inUse'), eq(sheets.state, 'posted')))
    .groupBy(codes.unitId)
