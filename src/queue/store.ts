import { and, asc, desc, eq, gt, lt, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import { files } from '../files/tables.ts'
import { envelopes } from '../reports/belonging-tables.ts'
import { envelopeOf, HANDED } from '../reports/rows.ts'
import { reports } from '../reports/tables.ts'
import { units } from '../rounds/tables.ts'
import { people } from '../staff/tables.ts'
import { type Asking, filterOf, isGoneFrom, isOf, isQueued, type Looker, places } from './filters.ts'
import type { Looking } from './looking.ts'

/** Rows of one page. */
export const PAGE = 50
const parents = alias(units, 'parents')
const deks = alias(envelopes, 'deks')
const lines = alias(envelopes, 'lines')

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
  contactErasedOn: reports.contactErasedOn,
  lookupHash: reports.lookupHash,
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
  hardBy: reports.hardBy,
  dueKind: reports.dueKind,
  due: reports.due,
  tellBy: reports.tellBy,
  conclusion: reports.conclusion,
  concludedOn: reports.concludedOn,
  queueKey: reports.queueKey,
}

/** What is chosen of a unit or a category, and the place in the order after which the page begins. */
interface From {
  only: string | Placeholder
  key: string | Placeholder
  day: string | Placeholder
  id: string | Placeholder
}

/** The files that came with a report, or are to come. */
const ofResident = sql`from ${files}
  where ${files.reportId} = ${reports.id} and ${files.endedOn} is null and ${files.kind} not in ('before', 'after')`

/** The question of a page: of what is looked for its shape counts alone, its values come in `asking` and `from`. */
export function pageQuery(db: Db, { show, by, only, after }: Looking, asking: Asking, from: From) {
  const query = db
    .select({
      report: shown,
      unit: units.name,
      town: parents.name,
      owner: people.name,
      ownerLeft: isGoneFrom(reports.teamId),
      dek: deks.envelope,
      line: lines.envelope,
      /** Since when one of them has not been here whole. */
      comingSince: sql<string | null>`(select min(${files.openSince}) ${ofResident})`,
      files: sql<number>`(select count(*) ${ofResident})`,
      /** Until when this person may make the call that a leader has handed them. */
      handed: sql<
        string | null
      >`(select call.until from ${envelopes} call where call.reportId = ${reports.id} and call.part = ${HANDED} and call.partId = ${asking.person})`,
    })
    .from(reports)
    .leftJoin(units, eq(units.id, reports.unitId))
    .leftJoin(parents, eq(parents.id, units.parentId))
    .leftJoin(people, eq(people.id, reports.owner))
    .leftJoin(deks, envelopeOf(deks, 'dek'))
    .leftJoin(lines, envelopeOf(lines, 'line'))
  if (show === 'done' && !by) {
    return query
      .where(and(filterOf('done', asking), after ? beforeClosing(from) : undefined))
      .orderBy(desc(reports.concludedOn), desc(reports.id))
      .limit(PAGE + 1)
  }
  if (show === 'held' && !by) {
    return query
      .where(and(filterOf('held', asking), after ? afterArriving(from) : undefined))
      .orderBy(asc(reports.receivedOn), asc(reports.id))
      .limit(PAGE + 1)
  }
  const column = by === 'unit' ? reports.unitId : reports.tile
  const chosen = by && only ? and(isOf(asking), eq(column, from.only), isQueued) : filterOf(show, asking)
  // Those few are found along who owns them: the index that has the order would go through all of the team's.
  const listsWhoLeft = show === 'left' && !(by && only)
  const inOrder = listsWhoLeft ? sql`+${reports.queueKey}` : asc(reports.queueKey)
  return query
    .where(and(chosen, after ? gt(reports.queueKey, from.key) : undefined))
    .orderBy(inOrder)
    .limit(PAGE + 1)
}

export type QueueRow = Awaited<ReturnType<typeof queuePage>>[number]

/** Closed ones come latest first: the place of one is its day and its id. */
const beforeClosing = ({ day, id }: From): SQL | undefined =>
  and(sql`${reports.concludedOn} <= ${day}`, or(lt(reports.concludedOn, day), lt(reports.id, id)))

/** Held ones stand as they came: the place of one is its day and its id. */
const afterArriving = ({ day, id }: From): SQL =>
  sql`(${reports.receivedOn}, ${reports.id}) > (${day}, ${id})`

const fromPlaces = {
  only: sql.placeholder('only'),
  key: sql.placeholder('key'),
  day: sql.placeholder('day'),
  id: sql.placeholder('id'),
}

/** Each shape of the question, spelled once: there are some thirty. */
const spelled = new Map<string, ReturnType<typeof spell>>()
const spell = (shape: Looking) => prepared((db) => pageQuery(db, shape, places, fromPlaces).prepare())

function pageOf(looking: Looking) {
  const { show, by, only, after } = looking
  const name = [show, by, only && 'only', after && 'after'].join()
  const known = spelled.get(name) ?? spell(looking)
  spelled.set(name, known)
  return known
}

/** One page of the queue and one row more, which tells whether there is a next page. */
export const queuePage = (db: Db, looking: Looking, looker: Looker) =>
  pageOf(looking)(db).all({ ...looker, ...fromOf(looking) })

/** In the order of the queue a place is a row's key; among those that are closed or held its day and its id. */
export const fromOf = ({ only = '', after = '' }: Looking) => ({
  only,
  key: after,
  day: after.slice(0, 10),
  id: after.slice(10),
})

/** Where a row stands, for the address of the page after it. */
export function placeOf({ show, by }: Looking, { report }: QueueRow): string {
  if (show === 'held' && !by) return `${report.receivedOn}${report.id}`
  return show === 'done' && !by ? `${report.concludedOn}${report.id}` : (report.queueKey ?? '')
}
