import { and, asc, desc, eq, gt, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { files } from '../files/tables.ts'
import { envelopes, escalations, firstDue, recusals, reports } from '../reports/tables.ts'
import { units } from '../rounds/tables.ts'
import { people } from '../staff/tables.ts'
import { type Counted, counted, type Looking } from './looking.ts'

/** Rows of one page. */
export const PAGE = 50
/** Counting stops here: more is shown as "1000+". */
export const MOST = 1001

/** Whose queue, who looks, and when. */
export interface Looker {
  team: string
  person: string
  today: Day
}

/** The team's reports as this person may know of them. */
type Who = Pick<Looker, 'team' | 'person'>

const parents = alias(units, 'parents')
const deks = alias(envelopes, 'deks')
const lines = alias(envelopes, 'lines')
const partOf = (table: typeof deks | typeof lines, part: string) =>
  and(eq(table.reportId, reports.id), eq(table.part, part), eq(table.partId, ''))

/** Each of these conditions is one index, which also has the order. */
const isQueued = isNotNull(reports.queueKey)
const isHeld = sql`${reports.held} = 1`
const isOf = ({ team, person }: Who) =>
  and(
    eq(reports.teamId, team),
    sql`${reports.id} not in (select ${escalations.reportId} from ${escalations})`,
    sql`${reports.id} not in (select ${recusals.reportId} from ${recusals} where ${recusals.personId} = ${person})`,
  )

function filter(show: Looking['show'], looker: Looker): SQL | undefined {
  const { person, today } = looker
  switch (show) {
    case 'toAccept':
      return and(isOf(looker), eq(reports.state, 'received'), isQueued)
    case 'waiting':
      return and(isOf(looker), eq(reports.state, 'needsInfo'), isQueued)
    case 'dueToday':
      return and(isOf(looker), eq(firstDue, today), isQueued)
    case 'overdue':
      return and(isOf(looker), eq(reports.rank, 0), isQueued)
    case 'toApprove':
      return and(isOf(looker), isNotNull(reports.pendingMove))
    case 'fresh':
      return and(isOf(looker), sql`${reports.unread} = 1`)
    case 'held':
      return and(isOf(looker), eq(reports.state, 'received'), isHeld)
    case 'mine':
      return and(isOf(looker), eq(reports.owner, person), isQueued)
    case 'done':
      return and(isOf(looker), isNotNull(reports.concludedOn))
    case 'all':
      return and(isOf(looker), isQueued)
  }
}

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
      .where(and(filter('done', looker), after ? beforeClosing(after) : undefined))
      .orderBy(desc(reports.concludedOn), desc(reports.id))
      .limit(PAGE + 1)
  }
  if (show === 'held' && !by) {
    return query
      .where(and(filter('held', looker), after ? afterArriving(after) : undefined))
      .orderBy(asc(reports.receivedOn), asc(reports.id))
      .limit(PAGE + 1)
  }
  const column = by === 'unit' ? reports.unitId : reports.tile
  const chosen = by && only ? and(isOf(looker), eq(column, only), isQueued) : filter(show, looker)
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

const capped = (db: Db, condition: SQL | undefined) => {
  const some = db.select({ one: sql`1` }).from(reports).where(condition).limit(MOST)
  return sql`(select count(*) from ${some})`
}

/** Also how many there are in all, and how many of them this person has in hand. */
export type Counts = Record<Counted | 'all' | 'mine', number>

export function countsQuery(db: Db, looker: Looker): SQL {
  const numbers = [...counted, 'all' as const].map(
    (show) => sql`${capped(db, filter(show, looker))} as ${sql.identifier(show)}`,
  )
  const mine = db
    .select({ state: reports.state, pendingMove: reports.pendingMove })
    .from(reports)
    .where(filter('mine', looker))
    .limit(MOST)
  const inHand = sql`(select count(*) from ${mine} where state <> 'received' and pendingMove is null)`
  return sql`select ${sql.join([...numbers, sql`${inHand} as mine`], sql`, `)}`
}

export async function countQueue(db: Db, looker: Looker): Promise<Counts> {
  const [counts] = await db.all<Counts>(countsQuery(db, looker))
  if (!counts) throw new Error('counting gives one row')
  return counts
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
