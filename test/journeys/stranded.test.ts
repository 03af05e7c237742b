import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { recusals } from '../../src/reports/belonging-tables.ts'
import { reports } from '../../src/reports/tables.ts'
import { type AtDesk, signIn } from '../cast/at-desk.ts'
import { players } from '../cast/people.ts'
import { endRecusalFrom, markOn, recuseFrom, recuseKnowing, versionOn } from '../cast/recusing.ts'
import { speak } from '../cast/residents.ts'
import { activate, invite, verify } from '../cast/staffing.ts'
import { said } from '../cast/words.ts'
import { accept, takeUp } from '../cast/working.ts'
import { openVillage, type Village } from './stage.ts'

const deputy = { ...players.liang, team: 'first', roles: 'deputy' } as const

let village: Village
let qingtang: string
let rongxu: string
beforeAll(async () => {
  village = await openVillage()
  ;({ qingtang, rongxu } = village.ids.units)
}, 60_000)

const recuse = (person: AtDesk, unit: string) => recuseFrom(village.administrator, person, unit)
const recuseTicked = (person: AtDesk, unit: string) => recuseKnowing(village.administrator, person, unit)
const end = (person: AtDesk, unit: string) => endRecusalFrom(village.administrator, person, unit)
const tell = async () => (await speak(village.place, village.token, said.ditch)).enquiryNumber
const awayFrom = (person: AtDesk) =>
  village.house.db.select().from(recusals).where(eq(recusals.personId, person.id))

describe('when nobody else could approve', () => {
  it('that is said first and has to be ticked', async () => {
    const { leader, house } = village
    await tell()
    const asked = await recuse(leader, qingtang)
    expect(asked.status).toBe(422)
    const page = await asked.text()
    expect(page).toContain('第一巡察组：有 1 件没有人能审批')
    expect(page).toContain('第一巡察组：这里新收的反映没有人能审批')
    expect(page).toMatch(new RegExp(`value="${qingtang}" selected`))
    expect(await awayFrom(leader)).toEqual([])
    expect((await recuseTicked(leader, qingtang)).status).toBe(303)
    expect(await awayFrom(leader)).toHaveLength((await house.db.select().from(reports)).length)
    await end(leader, qingtang)
  })

  it('nothing is asked with a deputy, unless the deputy stays away from one of the unit’s villages', async () => {
    const { place, ids, leader, administrator } = village
    await activate(place, deputy, await invite(place, administrator, deputy, ids.teams.first))
    await verify(place, administrator, deputy)
    const second = await signIn(place, deputy.username, deputy.password)
    expect((await recuse(leader, rongxu)).status).toBe(303)
    await end(leader, rongxu)
    expect((await recuse(second, qingtang)).status).toBe(303)
    expect((await recuse(leader, rongxu)).status).toBe(422)
    expect((await recuse(leader, ids.units.hecang)).status).toBe(303)
    for (const [person, unit] of [[leader, ids.units.hecang] as const, [second, qingtang] as const])
      await end(person, unit)
  })

  it('of what came past the teams, that is so of the office’s only administrator', async () => {
    expect((await recuse(village.administrator, qingtang)).status).toBe(422)
  })
})

describe('when what somebody has in hand would be left without an approver', () => {
  let second: AtDesk
  let id: string
  let town: string
  beforeAll(async () => {
    const { place, house, administrator } = village
    second = await signIn(place, deputy.username, deputy.password)
    id = await inHand()
    town = house.newId()
    const named = { name: '溪口镇', shortName: '溪口镇', type: 'town', parentId: '' }
    await administrator.seat.send(paths.newUnit, { id: town, ...named })
  })

  /** One more that the leader owns, and so cannot approve. */
  async function inHand() {
    const { place, leader } = village
    const number = await tell()
    await accept(place, leader, number, leader, { category: 'B5/B5' })
    return (await takeUp(place, leader, number)).report.id
  }
  const hers = () =>
    village.house.db
      .select()
      .from(recusals)
      .where(and(eq(recusals.personId, second.id), eq(recusals.reportId, id)))
  const unitPage = async () => (await village.administrator.seat.get(paths.unit(qingtang))).text()
  async function moveTo(parentId: string, more: Record<string, string> = {}) {
    const unit = { name: '青塘村', shortName: '青塘村', type: 'village', parentId }
    const fields = { version: versionOn(await unitPage()), ...unit, ...more }
    return village.administrator.seat.post(paths.unit(qingtang), fields)
  }

  it('that is counted first and has to be ticked', async () => {
    const { hecang } = village.ids.units
    const asked = await recuse(second, rongxu)
    const page = await asked.text()
    expect(asked.status).toBe(422)
    expect(page).toContain('第一巡察组：有 1 件没有人能审批')
    expect(page).not.toContain('新收的反映没有人能审批')
    expect(page).not.toContain(id)
    expect(await hers()).toEqual([])
    expect((await recuse(second, hecang)).status).toBe(303)
    expect((await recuseTicked(second, rongxu)).status).toBe(303)
    expect(await hers()).toHaveLength(1)
    for (const unit of [rongxu, hecang]) await end(second, unit)
  })

  it('that is said as well where the village moves below a town that they stay away from', async () => {
    expect((await recuse(second, town)).status).toBe(303)
    const warned = await moveTo(town)
    const words = await warned.text()
    expect(warned.status).toBe(422)
    expect(words).toContain('第一巡察组：有 1 件没有人能审批')
    expect(words).not.toContain('新收的反映没有人能审批')
    expect(words).toMatch(new RegExp(`value="${town}" selected`))
    expect(await unitPage()).toMatch(new RegExp(`value="${rongxu}" selected`))
    expect(await hers()).toEqual([])
  })

  it('the tick is about this number and no other', async () => {
    const knows = await markOn(await moveTo(town))
    expect(knows).not.toBe('')
    await inHand()
    const counted = await moveTo(town, { knows })
    expect(counted.status).toBe(422)
    const mark = await markOn(counted)
    expect(mark).not.toBe(knows)
    expect((await moveTo(town, { knows: mark })).status).toBe(303)
    expect(await hers()).toHaveLength(1)
    expect((await moveTo(rongxu)).status).toBe(303)
  })

  it('what comes later is said as well where all who lead stay away', async () => {
    // Nothing is there yet, and nothing is asked.
    expect((await recuse(village.leader, town)).status).toBe(303)
    expect(await (await moveTo(town)).text()).toContain('第一巡察组：这里新收的反映没有人能审批')
    expect((await moveTo(rongxu)).status).toBe(303)
  })
})
