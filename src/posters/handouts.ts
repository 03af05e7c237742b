import { eq, sum } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import { writeWhy } from '../log/why.ts'
import { versionOf } from '../rounds/store.ts'
import { type HandoutKind, handoutKinds } from './handout-kinds.ts'
import { codes, handouts } from './tables.ts'

export interface Counted {
  printed: number
  handedOut: number
}
export type Handouts = Record<HandoutKind, Counted>

const none: Counted = { printed: 0, handedOut: 0 }
const subjectOf = (token: string) => `handouts:${token}`

/** How many cards and table tents of a code there are, and how often that was written down. */
export async function countedOf(
  db: Db,
  token: string,
): Promise<{ version: number; counts: Handouts; isCounted: boolean }> {
  const version = await versionOf(db, subjectOf(token))
  const rows = await db.select().from(handouts).where(eq(handouts.token, token))
  const of = (kind: HandoutKind) => rows.find((row) => row.kind === kind) ?? none
  return { version, counts: { card: of('card'), tent: of('tent') }, isCounted: rows.length > 0 }
}

/** What somebody has counted stands from now on; what stood before stays in the steps. */
export function writeHandouts(
  db: Db,
  token: string,
  version: number,
  counts: Handouts,
  { who, now }: Hand,
): Promise<Recorded> {
  const rows = handoutKinds.map((kind) => ({ token, kind, ...counts[kind] }))
  const why = writeWhy(
    Object.fromEntries(rows.map(({ kind, printed, handedOut }) => [kind, [`${printed}`, `${handedOut}`]])),
  )
  const step = { subject: subjectOf(token), position: version + 1, at: now.toISOString(), who, move: 'count' }
  return record(
    db,
    { ...step, why: why ?? null },
    rows.map((row) =>
      db
        .insert(handouts)
        .values(row)
        .onConflictDoUpdate({ target: [handouts.token, handouts.kind], set: row }),
    ),
  )
}

/** How many of each kind were handed out in a round, with codes that were withdrawn since too. */
export async function handedOutIn(db: Db, roundId: string): Promise<Record<HandoutKind, number>> {
  const rows = await db
    .select({ kind: handouts.kind, n: sum(handouts.handedOut).mapWith(Number) })
    .from(handouts)
    .innerJoin(codes, eq(codes.token, handouts.token))
    .where(eq(codes.roundId, roundId))
    .groupBy(handouts.kind)
  const of = (kind: HandoutKind) => rows.find((row) => row.kind === kind)?.n ?? 0
  return { card: of('card'), tent: of('tent') }
}
