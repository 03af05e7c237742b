import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { listSteps } from '../../src/log/record.ts'
import { paths } from '../../src/paths.ts'
import { recusals } from '../../src/reports/belonging-tables.ts'
import { findProposal } from '../../src/reports/proposing.ts'
import { listUnitRecusals } from '../../src/reports/recusing-units.ts'
import { reports } from '../../src/reports/tables.ts'
import { isUnused } from '../../src/rounds/units.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { type AtDesk, signIn } from '../cast/at-desk.ts'
import { enterReport } from '../cast/entering.ts'
import { players } from '../cast/people.ts'
import {
  endRecusalFrom,
  personPage,
  recuseFrom,
  recuseKnowing,
  sendRecusal,
  versionOn,
} from '../cast/recusing.ts'
import { approveReferral, enterHandlingUnit, letterOf, proposeReferral } from '../cast/referring.ts'
import { speak } from '../cast/residents.ts'
import { activate, handOver, invite, verify } from '../cast/staffing.ts'
import { said } from '../cast/words.ts'
import { accept, proposeVoid, takeUp, verifyReport } from '../cast/working.ts'
import { openVillage, type Village } from './stage.ts'

describe('whoever is recused from a unit', () => {
  let village: Village
  let member: AtDesk
  let qingtang: string
  let rongxu: string
  beforeAll(async () => {
    village = await openVillage()
    const { place, administrator, leader, ids } = village
    await activate(place, players.wu, await invite(place, administrator, players.wu, ids.teams.first))
    await verify(place, administrator, players.wu)
    await handOver(place, leader, players.wu, ids.teams.first)
    member = await signIn(place, players.wu.username, players.wu.password)
    ;({ qingtang, rongxu } = ids.units)
  }, 60_000)

  const pageOf = (person: AtDesk) => personPage(village.administrator, person)
  const send = (person: AtDesk, fields: Record<string, string>) =>
    sendRecusal(village.administrator, person, fields)
  const recuse = (person: AtDesk, unit: string) => recuseFrom(village.administrator, person, unit)
  const end = (person: AtDesk, unit: string) => endRecusalFrom(village.administrator, person, unit)
  const now = async (number: string) => (await takeUp(village.place, village.leader, number)).report
  const tell = async () => (await speak(village.place, village.token, said.ditch)).enquiryNumber
  async function sees(who: AtDesk, number: string): Promise<boolean> {
    const { teamId, id } = await now(number)
    const { status } = await who.seat.get(paths.report(teamId, id))
    const queue = await (await who.seat.get(paths.desk(teamId))).text()
    const isThere = status === 200
    expect([status, queue.includes(id)]).toEqual([isThere ? 200 : 404, isThere])
    for (const way of ['notes', 'take', 'contact'].filter(() => !isThere))
      expect((await who.seat.post(`${paths.report(teamId, id)}/${way}`, { steps: '1' })).status).toBe(404)
    return isThere
  }

  it('finds nothing of it, old or new, and what they had in hand waits, until it ends', async () => {
    const { place, liaison, leader, administrator, house } = village
    const bureau = await enterHandlingUnit(place, administrator, '岚川市水务局', null)
    const [owned, other, letter] = [await tell(), await tell(), await tell()]
    await accept(place, liaison, owned, member, { category: 'B5/B5' })
    await accept(place, liaison, letter, member, { category: 'B5/B5' })
    await verifyReport(place, member, letter, leader)
    await proposeReferral(place, member, letter, bureau, { summary: '渠道不畅。', demands: '请排查。' })
    await approveReferral(place, leader, letter)
    const before = await now(owned)
    const at = paths.teamLetter(before.teamId, (await letterOf(place, (await now(letter)).id)).id)
    expect((await member.seat.get(at)).status).toBe(200)

    expect((await recuse(member, qingtang)).status).toBe(303)
    expect(await pageOf(member)).toMatch(/回避单位.*青塘村.*在这个单位任过职/s)
    const later = await tell()
    for (const number of [owned, other, letter, later]) {
      expect(await sees(member, number)).toBe(false)
      expect(await sees(leader, number)).toBe(true)
    }
    expect((await member.seat.get(at)).status).toBe(404)
    expect(await now(owned)).toMatchObject({ owner: null, state: 'accepted', steps: before.steps + 1 })
    const steps = await listSteps(house.db, `report:${before.id}`)
    expect(steps.at(-1)).toMatchObject({ move: 'recuse', who: administrator.id })
    const log = await listSteps(house.db, `person:${member.id}`)
    expect(log.at(-1)).toMatchObject({ move: 'recuse from unit', who: administrator.id, toState: qingtang })
    const page = await (await leader.seat.get(paths.report(before.teamId, before.id))).text()
    expect(page).toContain('吴桐（回避单位）')
    const ended = { steps: String((await now(owned)).steps), whose: member.id, endReason: 'over' }
    const byLeader = await leader.seat.post(paths.endRecusal(before.teamId, before.id), ended)
    expect(byLeader.status).toBe(409)
    await expect(accept(place, liaison, other, member, { category: 'B5/B5' })).rejects.toThrow('422')

    expect((await end(member, qingtang)).status).toBe(303)
    for (const number of [owned, other, letter, later]) expect(await sees(member, number)).toBe(true)
    expect(await sees(member, await tell())).toBe(true)
    expect(await house.db.select().from(recusals)).toEqual([])
  })

  it('stays away from the villages of a town, and ending one recusal leaves the others', async () => {
    const { leader } = village
    const [one, single] = [await tell(), await tell()]
    expect((await recuse(member, rongxu)).status).toBe(303)
    expect(await sees(member, one)).toBe(false)
    expect((await recuse(member, qingtang)).status).toBe(303)
    const later = await tell()
    expect((await end(member, rongxu)).status).toBe(303)
    expect([await sees(member, one), await sees(member, later)]).toEqual([false, false])
    expect((await end(member, qingtang)).status).toBe(303)
    expect([await sees(member, one), await sees(member, later)]).toEqual([true, true])

    const { teamId, id, steps } = await now(single)
    const kin = { person: member.id, recusalReason: 'kin' }
    await leader.seat.send(paths.recusals(teamId, id), { steps: String(steps), ...kin })
    await recuse(member, qingtang)
    await end(member, qingtang)
    expect([await sees(member, one), await sees(member, single)]).toEqual([true, false])

    await recuse(member, qingtang)
    const over = { whose: member.id, endReason: 'over', steps: String(steps + 1) }
    await leader.seat.send(paths.endRecusal(teamId, id), over)
    expect(await sees(member, single)).toBe(false)
    await end(member, qingtang)
    expect(await sees(member, single)).toBe(true)
  })

  it('stays away from a village that moves below a town they stay away from, and what they had of it waits', async () => {
    const { administrator, house, place, liaison } = village
    const town = house.newId()
    const fields = { name: '稻溪镇', shortName: '稻溪镇', type: 'town', parentId: '' }
    await administrator.seat.send(paths.newUnit, { id: town, ...fields })
    const moveTo = async (parentId: string) => {
      const page = await (await administrator.seat.get(paths.unit(qingtang))).text()
      const version = versionOn(page)
      const unit = { name: '青塘村', shortName: '青塘村', type: 'village', parentId }
      expect((await administrator.seat.post(paths.unit(qingtang), { version, ...unit })).status).toBe(303)
    }
    const number = await tell()
    await accept(place, liaison, number, member, { category: 'B5/B5' })
    expect((await recuse(member, town)).status).toBe(303)
    expect(await sees(member, number)).toBe(true)
    await moveTo(town)
    expect(await sees(member, number)).toBe(false)
    expect(await now(number)).toMatchObject({ owner: null, state: 'accepted' })
    await moveTo(rongxu)
    expect(await sees(member, number)).toBe(true)
    await end(member, town)
  })

  it('takes along what they proposed, and is not offered the unit to enter for', async () => {
    const { place, liaison, house, ids } = village
    const number = await tell()
    await proposeVoid(place, liaison, number, 'advert')
    await recuse(liaison, qingtang)
    const report = await now(number)
    expect(report).toMatchObject({ pendingMove: null, pendingBy: null })
    expect(await findProposal(house.db, report.id)).toBeUndefined()
    const heard = { channel: 'letter', text: '渠坏了。', noCode: true }
    await expect(enterReport(place, liaison, ids.teams.first, { ...heard, unit: qingtang })).rejects.toThrow(
      '422',
    )
    const { id } = await enterReport(place, liaison, ids.teams.first, { ...heard, unit: rongxu, tile: 'O3' })
    const hers = and(eq(recusals.personId, liaison.id), eq(recusals.reportId, id))
    expect(await house.db.select().from(recusals).where(hers)).toEqual([])
    await end(liaison, qingtang)
  })

  it('asks for a unit, once each, and a reason; a page that is not of now changes nothing', async () => {
    const { administrator, house } = village
    const empty = await send(member, { unit: '', recusalReason: '' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toMatch(/请选单位.*请选理由/s)
    expect((await recuse(member, 'nowhere')).status).toBe(422)
    const version = versionOn(await pageOf(member))
    const fields = { version, unit: qingtang, recusalReason: 'kin' }
    const address = paths.unitRecusals(member.id)
    const both = await Promise.all([
      administrator.seat.post(address, fields),
      administrator.seat.post(address, { ...fields, unit: rongxu }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const all = await house.db.select().from(recusals).where(eq(recusals.personId, member.id))
    expect(all.length).toBeGreaterThan(0)
    const unit = both[0]?.status === 303 ? qingtang : rongxu
    expect((await recuse(member, unit)).status).toBe(422)
    await end(member, unit)
    expect((await end(member, unit)).status).toBe(409)
    const nobody = paths.unitRecusals('nobody')
    expect((await administrator.seat.post(nobody, fields)).status).toBe(404)
    expect((await village.leader.seat.post(address, fields)).status).toBe(404)
  })

  it('ends by a colleague alone, whoever in the office it is about', async () => {
    const { place, house, administrator } = village
    const { id } = administrator
    expect((await recuseKnowing(administrator, administrator, qingtang)).status).toBe(303)
    const own = await pageOf(administrator)
    expect(own).toMatch(/回避单位.*青塘村/s)
    expect(own).not.toContain(paths.endUnitRecusal(id))
    expect((await end(administrator, qingtang)).status).toBe(404)
    expect(await listUnitRecusals(house.db, id)).toHaveLength(1)

    await activate(place, players.xu, await invite(place, administrator, players.xu, OFFICE))
    await verify(place, administrator, players.xu)
    const colleague = await signIn(place, players.xu.username, players.xu.password)
    const page = await (await colleague.seat.get(paths.person(id))).text()
    expect(page).toContain(paths.endUnitRecusal(id))
    const version = versionOn(page)
    await colleague.seat.send(paths.endUnitRecusal(id), { version, whose: qingtang, endReason: 'over' })
    expect(await listUnitRecusals(house.db, id)).toEqual([])
  })

  it('is not got round by moving the unit out: what comes later of it is not there for whoever moved it', async () => {
    const { place, house, administrator, token } = village
    const colleague = await signIn(place, players.xu.username, players.xu.password)
    const past = async () => {
      const { enquiryNumber } = await speak(
        place,
        token,
        { kind: 'conduct', tile: 'O6', text: '巡察组有人打牌。' },
        'office',
      )
      const [row] = await house.db.select().from(reports).where(eq(reports.enquiryNumber, enquiryNumber))
      return paths.report(OFFICE, row?.id ?? '')
    }
    const seen = async (address: string) =>
      Promise.all([administrator, colleague].map(async ({ seat }) => (await seat.get(address)).status))
    expect((await recuse(administrator, rongxu)).status).toBe(303)
    const before = await past()
    expect(await seen(before)).toEqual([404, 200])

    const page = await (await administrator.seat.get(paths.unit(qingtang))).text()
    const version = versionOn(page)
    const town = house.newId()
    const fields = { name: '石桥镇', shortName: '石桥镇', type: 'town', parentId: '' }
    await administrator.seat.send(paths.newUnit, { id: town, ...fields })
    const out = { name: '青塘村', shortName: '青塘村', type: 'village', parentId: town }
    expect((await administrator.seat.post(paths.unit(qingtang), { version, ...out })).status).toBe(303)
    const later = await past()
    for (const address of [before, later]) expect(await seen(address)).toEqual([404, 200])
    expect(await (await administrator.seat.get(paths.desk(OFFICE))).text()).not.toContain(later)
    const away = (await listUnitRecusals(house.db, administrator.id)).map(({ unitId }) => unitId)
    expect(away.sort()).toEqual([qingtang, rongxu].sort())

    for (const whose of away) {
      const own = await (await colleague.seat.get(paths.person(administrator.id))).text()
      const version = versionOn(own)
      const over = { version, whose, endReason: 'over' }
      await colleague.seat.send(paths.endUnitRecusal(administrator.id), over)
    }
    expect(await seen(later)).toEqual([200, 200])
  })

  it('a unit that somebody stays away from is not taken off the tree', async () => {
    const { administrator, house } = village
    const id = house.newId()
    const fields = { name: '上坪村', shortName: '上坪村', type: 'village', parentId: rongxu }
    await administrator.seat.send(paths.newUnit, { id, ...fields })
    expect(await isUnused(house.db, id)).toBe(true)
    await recuse(member, id)
    expect(await isUnused(house.db, id)).toBe(false)
    await end(member, id)
  })
})
