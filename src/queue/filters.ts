import { and, eq, isNotNull, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Day } from '../clock/day.ts'
import { escalations, recusals } from '../reports/belonging-tables.ts'
import { isHeld } from '../reports/holding.ts'
import { firstDue, reports } from '../reports/tables.ts'
import { memberships, people } from '../staff/tables.ts'
import type { Looking } from './looking.ts'

/** Whose queue, who looks, and when. */
export interface Looker {
  team: string
  person: string
  today: Day
}

/** Who looks, or the places for them in a question that is spelled once and asked often. */
export type Asking = { [Name in keyof Looker]: Looker[Name] | Placeholder }

export const places = {
  team: sql.placeholder('team'),
  person: sql.placeholder('person'),
  today: sql.placeholder('today'),
}

/** The team's reports as this person may know of them. */
export type Who = Pick<Asking, 'team' | 'person'>

/** Each of these conditions is one index, which also has the order. */
export const isQueued = isNotNull(reports.queueKey)
/** Nobody has decided yet whether it is ours, and nobody was asked back: the office counts the same. */
export const isToAccept = and(eq(reports.state, 'received'), isQueued)
export const isOf = ({ team, person }: Who) =>
  and(
    eq(reports.teamId, team),
    sql`${reports.id} not in (select ${escalations.reportId} from ${escalations})`,
    sql`${reports.id} not in (select ${recusals.reportId} from ${recusals} where ${recusals.personId} = ${person})`,
  )

/** Of people: who is disabled or of this team no more, and does nothing about what they own there. */
export const isGoneFrom = (team: string | Placeholder | typeof reports.teamId) =>
  sql<number>`(${people.state} = 'disabled' or not exists (select 1 from ${memberships}
    where ${memberships.personId} = ${people.id} and ${memberships.team} = ${team}))`

/** Steps from one owner to the next along the index, so that its work follows how many own something here. */
const ownersWhoLeft = (team: string | Placeholder) => {
  const next = (after: SQL) => sql`select min(own.owner) from ${reports} own
    where own.teamId = ${team} and own.owner > ${after} and own.queueKey is not null`
  return sql`with recursive owners(id) as (
      ${next(sql`''`)} union all select (${next(sql`owners.id`)}) from owners where owners.id is not null
    )
    select ${people.id} from owners cross join ${people} on ${people.id} = owners.id where ${isGoneFrom(team)}`
}

export function filterOf(show: Looking['show'], looker: Asking): SQL | undefined {
  const { person, today } = looker
  switch (show) {
    case 'toAccept':
      return and(isOf(looker), isToAccept)
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
      return and(isOf(looker), isHeld)
    case 'mine':
      return and(isOf(looker), eq(reports.owner, person), isQueued)
    case 'left':
      return and(isOf(looker), sql`${reports.owner} in (${ownersWhoLeft(looker.team)})`, isQueued)
    case 'done':
      return and(isOf(looker), isNotNull(reports.concludedOn))
    case 'all':
      return and(isOf(looker), isQueued)
  }
}
