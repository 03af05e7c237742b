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
import { wordsApart, wordsJoined } from '../words.ts'

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

  it('stands on the page of its round with exactly these figures, each leading to what it counts', async () => {
    const { username, password } = players.zhou
    const { seat } = await signIn(stage.place, username, password)
    const read = async (address: string) => (await seat.get(address.replaceAll('&amp;', '&'))).text()
    const page = await read(paths.round(round))
    expect(wordsJoined(page)).toContain('3 个镇，38 个村，共 41 个 · 公告 41')
    const rows = (/<table class="counts">.*?<\/table>/s.exec(page)?.[0] ?? '').split('<tr>').slice(1)
    expect(rows.map((row) => wordsApart(row).trim())).toEqual([
      '渠道 问题 干部 建议 合计',
      '扫码 8 1 0 9',
      '来电 0 0 2 2',
      '来访 2 0 0 2',
      '来信 0 1 0 1',
      '意见箱 1 1 0 2',
      '走访 0 0 0 0',
      '合计 11 3 2 16',
    ])
    const [, list = ''] = /<strong><a href="([^"]+)">9</.exec(rows[1] ?? '') ?? []
    expect((await read(list)).match(/<tr>/g)).toHaveLength(1 + 9)
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
