import type { Context } from 'hono'
import { namesOfRound } from '../categories/editions.ts'
import type { Names } from '../categories/names.ts'
import { type Day, dayOf } from '../clock/day.ts'
import { dueBy } from '../clock/deadlines.ts'
import { type LimitName, limitOn } from '../clock/limits.ts'
import type { House } from '../http/house.ts'
import { queue } from '../i18n/queue.ts'
import { type Lang, say } from '../i18n/speak.ts'
import type { Hand } from '../log/record.ts'
import { findOffice } from '../office/store.ts'
import { countForOffice } from '../referrals/store.ts'
import { listGoingUp } from '../reports/escalating.ts'
import type { Moment } from '../reports/moving.ts'
import type { Person } from '../reports/offers.ts'
import { findRoundOf, findTeam, type Team } from '../rounds/teams.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { OFFICE, type Role } from '../staff/roles.ts'
import { type Counts, countQueue, MOST_COUNTED } from './counting.ts'
import { isSoleLeader, listMembers } from './people.ts'

/** Who sits at which team's desk, and what waits there. Every page of the team starts from it. */
export interface Desk {
  lang: Lang
  today: Day
  moment: Moment
  /** Whose reports these are: a team's, or the office's own. */
  team: Keeper
  person: Person
  /** As they are called, which is not what they may do. */
  called: readonly Role[]
  name: string
  counts: Counts
  /** Letters that wait for the office, at its own desk. */
  letters: number
  /** What a leader has yet to see signed for above, and when the first of it is due. */
  goingUp: { n: number; due: Day } | undefined
  /** What codes stand for; of one edition, a code never meant anything else here. */
  names: Names
  isOneEdition: boolean
  demo: boolean
}

/** Behind the guard `inTeam`. `undefined` when there is no such team. */
export async function deskOf(c: Context<DeskEnv>, house: House): Promise<Desk | undefined> {
  const { id, name, lang } = c.get('staff')
  const { team: teamId, roles, called } = c.get('role')
  const now = house.clock.now()
  const today = dayOf(now)
  const leads = roles.includes('leader')
  const [team, counts, members, round, letters, [first, ...rest]] = await Promise.all([
    keeperOf(house, teamId),
    countQueue(house.db, { team: teamId, person: id, today }),
    listMembers(house.db, teamId),
    findRoundOf(house.db, teamId),
    teamId === OFFICE ? countForOffice(house.db, id) : 0,
    leads ? listGoingUp(house.db, teamId, { id, roles }) : [],
  ])
  if (!team) return undefined
  const moment = { now, calendar: house.clock.calendar }
  const goingUp = first ? { n: rest.length + 1, due: dueBy('passUp', first, moment.calendar) } : undefined
  const person = { id, roles, soleLeader: isSoleLeader(members, id) }
  const names = await namesOfRound(house.db, round)
  const isOneEdition = round !== undefined && !round.taken
  const said = { names, isOneEdition, letters, goingUp }
  return { lang, today, moment, team, person, called, name, counts, ...said, demo: house.settings.demo }
}

/** What its pages say of who keeps reports. */
type Keeper = Pick<Team, 'id' | 'name' | 'phone' | 'closedOn'> & { roundId: string | undefined }

async function keeperOf({ db }: House, id: string): Promise<Keeper | undefined> {
  if (id !== OFFICE) return findTeam(db, id)
  const office = await findOffice(db)
  return office && { id, name: office.shortName, phone: office.phone, closedOn: null, roundId: undefined }
}

/** Who sits at it, when its page was asked for. */
export const handIn = ({ person, moment }: Desk): Hand => ({ who: person.id, now: moment.now })

/** How many days a limit has that begins today. */
export const daysOf = (name: LimitName, { today, moment }: Desk): number =>
  limitOn(name, today, moment.calendar.limits).days

/** The office's name where it keeps reports itself: residents then read of it and not of a team. */
export const officeIn = ({ team }: Desk) => (team.id === OFFICE ? team.name : undefined)

/**
 * What this person has to do: what they own, what a liaison or leader must accept or let in, what a leader must approve
 * or pass up.
 */
export function todoOf({ counts, goingUp, person: { roles } }: Desk): number {
  const accepts = roles.includes('leader') || roles.includes('liaison')
  const leads = roles.includes('leader') ? counts.toApprove + (goingUp?.n ?? 0) : 0
  return counts.mine + (accepts ? counts.toAccept + counts.held : 0) + leads
}

/** A capped count in words. */
export const countWords = (lang: Lang, n: number): string =>
  n >= MOST_COUNTED ? say(lang, queue.many) : String(n)
