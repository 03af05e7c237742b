import { and, asc, eq, exists, gt, lt, ne, type SQL } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import { type Recorded, record } from '../log/record.ts'
import { reports } from '../reports/tables.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { letterEnvelopes, permits, referrals } from './tables.ts'

/** As many as one request carries. */
const AT_ONCE = 50

const tables = { referral: referrals, permit: permits } as const
type Table = (typeof tables)[keyof typeof tables]

interface Target {
  teamId: string
  epoch: number
}

/** A letter, or the reason of a permit, whose key the team opens with an earlier key. */
export interface LetterBehind {
  of: keyof typeof tables
  id: string
  epoch: number | null
  key: Bytes
}

const keyOf = (id: SQL | string | Table['id']) =>
  and(eq(letterEnvelopes.subject, id), eq(letterEnvelopes.part, 'teamKey'))

const behindIn = (db: Db, table: Table, { teamId, epoch }: Target, after: string) =>
  db
    .select({ id: table.id, epoch: table.epoch, key: letterEnvelopes.envelope })
    .from(table)
    .innerJoin(reports, and(eq(reports.id, table.reportId), ne(reports.state, 'archived')))
    .innerJoin(letterEnvelopes, keyOf(table.id))
    .where(and(eq(table.teamId, teamId), lt(table.epoch, epoch), gt(table.id, after)))
    .orderBy(asc(table.id))
    .limit(AT_ONCE)

/** What a colleague's browser seals anew after the reports: letters and permits by id, at most so many. */
export async function listLettersBehind(db: Db, target: Target, after: string): Promise<LetterBehind[]> {
  const found = await Promise.all(
    (['referral', 'permit'] as const).map(async (of) =>
      (await behindIn(db, tables[of], target, after)).map((row) => ({ of, ...row })),
    ),
  )
  return found
    .flat()
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, AT_ONCE)
}

export interface ResealedLetter {
  of: LetterBehind['of']
  id: string
  /** The epoch it was sealed to before. */
  from: number
  key: Bytes
}

/** Replaces the keys of letters. `guard`: what must hold when it is written. What a colleague has sealed meanwhile is left as it is. */
export async function resealLetters(
  db: Db,
  { teamId, epoch }: Target,
  sealed: readonly ResealedLetter[],
  { who, now, guard = [] }: { who: string; now: Date; guard?: readonly Statement[] },
): Promise<Recorded> {
  const at = now.toISOString()
  const steps = sealed.map(({ id, from }) => ({
    ...{ subject: `reseal:${id}:${epoch}`, position: 1, at, who },
    ...{ move: 'reseal', from: String(from), to: String(epoch) },
  }))
  const changes = sealed.flatMap(({ of, id, from, key }): Statement[] => {
    const table = tables[of]
    const here = and(eq(table.id, id), eq(table.teamId, teamId), eq(table.epoch, from))
    const stands = exists(db.select({ id: table.id }).from(table).where(here))
    return [
      db
        .update(letterEnvelopes)
        .set({ envelope: key })
        .where(and(keyOf(id), stands)),
      db.update(table).set({ epoch }).where(here),
    ]
  })
  return record(db, steps, [...guard, ...changes])
}
