import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '../db/db.ts'
import { files } from '../files/tables.ts'
import { HANDED } from '../reports/rows.ts'
import { envelopes, reports } from '../reports/tables.ts'
import { units } from '../rounds/tables.ts'
import { people } from '../staff/tables.ts'
import { filterOf, isOf, isQueued, type Looker } from './filters.ts'
import type { Looking } from './looking.ts'

/** Rows of one page. */
export const PAGE = 50
const parents = alias(units, 'parents')
const deks = alias(envelopes, 'deks')
const lines = alias(envelopes, 'lines')
const partOf = (table: typeof deks | typeof lines, part: string) =>
  and(eq(table.reportId, reports.id), eq(table.part, part), eq(table.partId, ''))

/** The columns a row shows. A report has twice as many, and reading them all is half the work of a page. */
const shown = {
  id: reports.id,
  epoch: reports.epoch,
  enquiryNumber: reports.enquiryNumber,
  channel: reports.channel,
  kind: reports.kind,
  roundId: reports.roundId,
  tile: reports.tile,
  edition: reports.edition,
  aspect: reports.aspect,
  point: reports.point,
  urgent: reports.urgent,
  inCourt: reports.inCourt,
  afraid: reports.afraid,
  callMe: reports.callMe,
  forOther: reports.forOther,
  namesPerson: reports.namesPerson,
  contactHeld: reports.contactHeld,
  unread: reports.unread,
  held: reports.held,
  state: reports.state,
  acceptedBy: reports.acceptedBy,
  owner: reports.owner,
  askedFrom: reports.askedFrom,
  pendingMove: reports.pendingMove,
  pendingBy: reports.pendingBy,
  refusedMove: reports.refusedMove,
  receivedOn: reports.receivedOn,
  dueKind: reports.dueKind,
  due: reports.due,
  tellBy: reports.tellBy,
  conclusion: reports.conclusion,
  concludedOn: reports.concludedOn,
  queueKey: reports.queueKey,
}

/** One page of the queue and one row more, which tells whether there is a next page. */
export function queuePage(db: Db, looking: Looking, looker: Looker) {
  const query = db
    .select({
      report: shown,
      unit: units.name,
      town: parents.name,
      owner: people.name,
      dek: deks.envelope,
      line: lines.envelope,
      files: sql<number>`(select count(*) from ${files} where ${files.reportId} = ${reports.id} and ${files.endedOn} is null)`,
      /** When a leader handed this person the call. */
      handed: sql<
        string | null
      >`(select call.at from ${envelopes} call where call.reportId = ${reports.id} and call.part = ${HANDED} and call.partId = ${looker.person})`,
    })
    .from(reports)
    .leftJoin(units, eq(units.id, reports.unitId))
    .leftJoin(parents, eq(parents.id, units.parentId))
    .leftJoin(people, eq(people.id, reports.owner))
    .leftJoin(deks, partOf(deks, 'dek'))
    .leftJoin(lines, partOf(lines, 'line'))
  const { show, by, only, after } = looking
  if (show === 'done' && !by) {
    return query
      .where(and(filterOf('done', looker), after ? beforeClosing(after) : undefined))
      .orderBy(desc(reports.concludedOn), desc(reports.id))
      .limit(PAGE + 1)
  }
  if (show === 'held' && !by) {
    return query
      .where(and(filterOf('held', looker), after ? afterArriving(after) : undefined))
      .orderBy(asc(reports.receivedOn), asc(reports.id))
      .limit(PAGE + 1)
  }
  const column = by === 'unit' ? reports.unitId : reports.tile
  const chosen = by && only ? and(isOf(looker), eq(column, only), isQueued) : filterOf(show, looker)
  return query
    .where(and(chosen, after ? gt(reports.queueKey, after) : undefined))
    .orderBy(asc(reports.queueKey))
    .limit(PAGE + 1)
}

export type QueueRow = Awaited<ReturnType<typeof queuePage>>[number]

/** Closed ones come latest first: the place of one is its day and its id. */
function beforeClosing(after: string): SQL | undefined {
  const day = after.slice(0, 10)
  return and(
    sql`${reports.concludedOn} <= ${day}`,
    or(lt(reports.concludedOn, day), lt(reports.id, after.slice(10))),
  )
}

/** Held ones stand as they came: the place of one is its day and its id. */
const afterArriving = (after: string): SQL =>
  sql`(${reports.receivedOn}, ${reports.id}) > (${after.slice(0, 10)}, ${after.slice(10)})`

/** Where a row stands, for the address of the page after it. */
export function placeOf({ show, by }: Looking, { report }: QueueRow): string {
  if (show === 'held' && !by) return `${report.receivedOn}${report.id}`
  return show === 'done' && !by ? `${report.concludedOn}${report.id}` : (report.queueKey ?? '')
}
