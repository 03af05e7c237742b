import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { paths } from '../../src/paths.ts'
import { codes } from '../../src/posters/tables.ts'
import { channels } from '../../src/reports/channels.ts'
import { states } from '../../src/reports/lifecycle.ts'
import { reports } from '../../src/reports/tables.ts'
import { countRound } from '../../src/rounds/counts.ts'
import { listMilestones } from '../../src/rounds/milestones.ts'
import { listReached } from '../../src/rounds/reaching.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { listTeams } from '../../src/rounds/teams.ts'
import { listUnits } from '../../src/rounds/units.ts'
import { LEADING_GROUP, OFFICE, readRoles, teamRoles } from '../../src/staff/roles.ts'
import { memberships } from '../../src/staff/tables.ts'
import { signIn } from '../cast/at-desk.ts'
import { players } from '../cast/people.ts'
import { playRound } from '../cast/play.ts'
import { openStage, type Stage } from '../place.ts'

describe('the demo', () => {
  let stage: Stage
  let round = ''
  beforeAll(async () => {
    stage = await openStage()
    const { house, place } = stage
    await playRound(house.db, (clock) => {
      const played = { ...house, clock }
      const app = createApp(played, { grouped: true })
      return { ...place, house: played, door: (address, request) => app.request(address, request) }
    })
    round = (await listRounds(house.db))[0]?.id ?? ''
  }, 60_000)

  it('is a round of three towns and thirty-eight villages, with a code each, for two teams', async () => {
    const { db } = stage.house
    const types = (await listUnits(db)).map(({ type }) => type)
    expect(types.filter((type) => type === 'town')).toHaveLength(3)
    expect(types.filter((type) => type === 'village')).toHaveLength(38)
    const made = await db.select().from(codes)
    expect(new Set(made.map(({ unitId }) => unitId)).size).toBe(41)
    expect(made).toHaveLength(41)
    expect(made.map(({ state }) => state).sort()).toEqual(['draft', ...Array(40).fill('inUse')])
    expect(await listTeams(db, round)).toHaveLength(2)
  })

  it('is in the field, by the day on which each stage was reached', async () => {
    const { db } = stage.house
    const [{ stage: now, enteredOn } = {}] = await listRounds(db)
    expect(now).toBe('inField')
    const reached = await listReached(db, round)
    expect(reached.map(({ stage }) => stage)).toEqual(['approved', 'notified', 'mobilised', 'inField'])
    const entry = (await listMilestones(db, round)).find(({ kind }) => kind === 'entry')
    expect([reached.at(-1)?.day, entry?.doneOn]).toEqual([enteredOn, enteredOn])
  })

  it('has nine reports from codes, and some told otherwise', async () => {
    const counts = await countRound(stage.house.db, round)
    const byChannel = Object.fromEntries(channels.map((channel) => [channel, counts.byChannel(channel)]))
    expect(byChannel).toEqual({ scan: 9, call: 2, visit: 2, letter: 1, box: 2, fieldVisit: 0 })
  })

  it('can be looked at as everybody there is: who leads, stands in, writes down, handles, and reads figures', async () => {
    const { db } = stage.house
    const places = await db.select().from(memberships)
    const roles = new Set(
      places.filter(({ certificate }) => certificate).flatMap(({ roles }) => readRoles(roles)),
    )
    expect([...roles].sort()).toEqual([...teamRoles, OFFICE, LEADING_GROUP].sort())
    const { name, username, password } = players.gao
    const figures = await (await signIn(stage.place, username, password)).seat.get(paths.figures)
    expect([figures.status, await figures.text()]).toEqual([200, expect.stringContaining(name)])
  })

  it('shows a report in every state that any way leads to', async () => {
    const rows = await stage.house.db.select({ state: reports.state }).from(reports)
    const reached = new Set(rows.map(({ state }) => state))
    // Nobody can put two reports together yet, nor take a concluded one up again.
    const shown = states.filter((state) => state !== 'merged' && state !== 'reopened')
    expect([...reached].sort()).toEqual([...shown].sort())
  })
})
