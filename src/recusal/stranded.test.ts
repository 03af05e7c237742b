import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeRound } from '../../test/cast/bare-office.ts'
import { filed } from '../../test/filed.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { recusals as stayingAway } from '../reports/belonging-tables.ts'
import { type Report, reports } from '../reports/tables.ts'
import { listUnits } from '../rounds/units.ts'
import { OFFICE } from '../staff/roles.ts'
import { memberships, people } from '../staff/tables.ts'
import { listStranded } from './stranded.ts'

let house: TestHouse
let ids: { roundId: string; teamId: string; unitId: string }
beforeEach(async () => {
  house = await openTestHouse()
  ids = await makeRound(house.db)
  const { teamId } = ids
  const cast = [
    ['li', teamId, 'leader'],
    ['liang', teamId, 'deputy'],
    ['chen', teamId, 'liaison'],
    ['zhou', OFFICE, 'office'],
    ['xu', OFFICE, 'office'],
  ] as const
  for (const [id, team, roles] of cast) {
    await house.db
      .insert(people)
      .values({ id, name: id, username: id, state: 'active', invitedAt: '2026-11-24' })
    await house.db.insert(memberships).values({ personId: id, team, roles, certificate: 'signed' })
  }
})

/** One that the team, or the office, has; and who stays away from it: from it alone, or from its unit. */
async function hold(
  columns: Partial<Report> = {},
  apart: readonly string[] = [],
  before: readonly string[] = [],
) {
  const { teamId, unitId, roundId } = ids
  const moment = { now: house.clock.now(), calendar: house.clock.calendar }
  const { id } = await filed(house.db, moment, { teamId, unitId, roundId })
  if (Object.keys(columns).length > 0)
    await house.db
      .update(reports)
      .set(columns)
      .where(and(eq(reports.id, id), eq(reports.teamId, teamId)))
  const away = [
    ...apart.map((personId) => ({ reportId: id, personId, byUnit: false })),
    ...before.map((personId) => ({ reportId: id, personId, byUnit: true })),
  ]
  if (away.length > 0) await house.db.insert(stayingAway).values(away)
}

/** What is left without an approver once `last` stays away from the unit, as `before` do already. */
async function strandedBy(last: string, before: readonly string[] = []) {
  const tree = await listUnits(house.db)
  const from = (people: readonly string[]) => ({
    tree,
    recusals: people.map((personId) => ({ unitId: ids.unitId, personId })),
  })
  const states = { before: from(before), after: from([...before, last]) }
  const found = await listStranded(house.db, new Set([ids.unitId]), states)
  return found.map(({ team, n, later }) => [team === OFFICE ? 'office' : 'team', n, later])
}

interface Case {
  what: string
  columns?: Partial<Report>
  /** From this report alone. */
  apart?: readonly string[]
  /** From the unit, already. */
  before?: readonly string[]
  last?: string
  stranded: readonly (readonly [string, number, boolean])[]
}

const cases: readonly Case[] = [
  { what: 'what nobody has in hand, while another leads', stranded: [] },
  {
    what: 'it, and all that comes, with the last who leads',
    before: ['liang'],
    stranded: [['team', 1, true]],
  },
  { what: 'what the other owns', columns: { owner: 'liang' }, stranded: [['team', 1, false]] },
  { what: 'what the other has proposed', columns: { pendingBy: 'liang' }, stranded: [['team', 1, false]] },
  { what: 'what the other stays away from', apart: ['liang'], stranded: [['team', 1, false]] },
  {
    what: 'of conduct, what the other found',
    columns: { kind: 'conduct', resultBy: 'liang' },
    stranded: [['team', 1, false]],
  },
  { what: 'of a problem, what the other found', columns: { resultBy: 'liang' }, stranded: [] },
  { what: 'what has ended', columns: { state: 'concluded', owner: 'liang' }, stranded: [] },
  { what: 'what whoever goes owns, for the other leads', columns: { owner: 'li' }, stranded: [] },
  { what: 'anything, for whoever goes does not lead', last: 'chen', stranded: [] },
  {
    what: 'anything, in a team that nobody leads there any more as it is',
    before: ['li', 'liang'],
    last: 'chen',
    stranded: [],
  },
  {
    what: 'what nobody could approve before either',
    columns: { owner: 'liang' },
    apart: ['li'],
    stranded: [],
  },
  {
    what: 'what the office has, while a colleague is there',
    columns: { teamId: OFFICE },
    last: 'zhou',
    stranded: [],
  },
  {
    what: 'what the office has, and all that comes to it',
    columns: { teamId: OFFICE },
    before: ['xu'],
    last: 'zhou',
    stranded: [['office', 1, true]],
  },
]

describe('whoever stays away from a unit leaves without an approver', () => {
  it.each(cases)('$what: $stranded', async ({ columns, apart, before, last = 'li', stranded }) => {
    await hold(columns, apart, before)
    expect(await strandedBy(last, before)).toEqual(stranded)
  })

  it('what they are counted by: each, and not what lies elsewhere', async () => {
    await hold({ owner: 'liang' })
    await hold({ owner: 'liang', state: 'verifying' })
    await hold({ owner: 'liang', unitId: 'elsewhere' })
    expect(await strandedBy('li')).toEqual([['team', 2, false]])
  })
})
