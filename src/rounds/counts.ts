import { and, count, eq, lt, sql } from 'drizzle-orm'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import type { Channel } from '../reports/channels.ts'
import type { Kind } from '../reports/lifecycle.ts'
import { reports } from '../reports/tables.ts'

export interface Counts {
  of(channel: Channel, kind: Kind): number
  byChannel(channel: Channel): number
  byKind(kind: Kind): number
  all: number
}

/** Of a round's figures, and of the office's for a day. In the words of the index that counts by it. */
export const isCounted = sql`state <> 'voided'`

/**
 * One for each time somebody reported (件次), merged ones too; voided ones are none. The condition is
 * written as the index has it, so that the count reads the round's part of the index and no report. `before`: only
 * what came before this day, which the index does not have: the round's reports are read for it.
 */
export async function countRound(db: Db, roundId: string, before?: Day): Promise<Counts> {
  const rows = await countsQuery(db, roundId, before)
  const sum = (fits: (row: { channel: Channel; kind: Kind }) => boolean) =>
    rows.filter(fits).reduce((n, row) => n + row.n, 0)
  return {
    of: (channel, kind) => sum((row) => row.channel === channel && row.kind === kind),
    byChannel: (channel) => sum((row) => row.channel === channel),
    byKind: (kind) => sum((row) => row.kind === kind),
    all: sum(() => true),
  }
}

export const countsQuery = (db: Db, roundId: string, before?: Day) =>
  db
    .select({ channel: reports.channel, kind: reports.kind, n: count() })
    .from(reports)
    .where(
      and(
        eq(reports.roundId, roundId),
        isCounted,
        before === undefined ? undefined : lt(reports.receivedOn, before),
      ),
    )
    .groupBy(reports.channel, reports.kind)
