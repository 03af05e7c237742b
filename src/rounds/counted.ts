import { and, asc, eq, gt } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { paths } from '../paths.ts'
import { type Channel, channels } from '../reports/channels.ts'
import { type Kind, kinds } from '../reports/lifecycle.ts'
import { reports } from '../reports/tables.ts'
import { isCounted } from './counts.ts'
import { units } from './tables.ts'

/** Rows of one page. */
export const PAGE = 50

/** Which of a round's reports are listed: one number of the table of counts. */
export interface Cell {
  channel?: Channel
  kind?: Kind
}

export function cellIn(query: (name: string) => string | undefined): Cell {
  const channel = channels.find((one) => one === query('channel'))
  const kind = kinds.find((one) => one === query('kind'))
  return { ...(channel && { channel }), ...(kind && { kind }) }
}

/**
 * What one number counts, and no more of each than how it stands: as many as the number says, whoever looks. In the
 * order of enquiry numbers, which tells nothing of when. One row more than a page holds shows that there is a next one.
 */
export const listCounted = (db: Db, roundId: string, { channel, kind }: Cell, after = '') =>
  db
    .select({
      enquiryNumber: reports.enquiryNumber,
      unit: units.name,
      kind: reports.kind,
      receivedOn: reports.receivedOn,
      state: reports.state,
      acceptedBy: reports.acceptedBy,
      due: reports.due,
    })
    .from(reports)
    .leftJoin(units, eq(units.id, reports.unitId))
    .where(
      and(
        eq(reports.roundId, roundId),
        isCounted,
        channel && eq(reports.channel, channel),
        kind && eq(reports.kind, kind),
        gt(reports.enquiryNumber, after),
      ),
    )
    .orderBy(asc(reports.enquiryNumber))
    .limit(PAGE + 1)

export type CountedRow = Awaited<ReturnType<typeof listCounted>>[number]

/** An escalated report reads as any other that is at its end: that one was is told to nobody here. */
export const shownState = ({ state }: Pick<CountedRow, 'state'>) =>
  state === 'escalated' || state === 'archived' ? 'concluded' : state

export function countedAddress(round: string, cell: Cell, after?: string): string {
  const query = new URLSearchParams({ ...cell, ...(after && { after }) }).toString()
  return query ? `${paths.counted(round)}?${query}` : paths.counted(round)
}
