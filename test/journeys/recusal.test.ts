import { beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { findProposal } from '../../src/reports/proposing.ts'
import { type AtDesk, signIn } from '../cast/at-desk.ts'
import { players } from '../cast/people.ts'
import { approveReferral, enterHandlingUnit, letterOf, proposeReferral } from '../cast/referring.ts'
import { speak } from '../cast/residents.ts'
import { activate, handOver, invite, verify } from '../cast/staffing.ts'
import { said } from '../cast/words.ts'
import { accept, decide, proposeVoid, takeUp, verifyReport } from '../cast/working.ts'
import { openVillage, type Village } from './stage.ts'

describe('whoever is recused', () => {
  let village: Village
  let member: AtDesk
  beforeAll(async () => {
    village = await openVillage()
    const { place, administrator, leader, ids } = village
    await activate(place, players.wu, await invite(place, administrator, players.wu, ids.teams.first))
    await verify(place, administrator, players.wu)
    await handOver(place, leader, players.wu, ids.teams.first)
    member = await signIn(place, players.wu.username, players.wu.password)
  }, 60_000)

  const now = async (number: string) => (await takeUp(village.place, village.leader, number)).report
  async function send(by: AtDesk, number: string, fields: Record<string, string>, way = paths.recusals) {
    const { teamId, id, steps } = await now(number)
    return by.seat.post(way(teamId, id), { steps: String(steps), ...fields })
  }
  const recuse = (number: string, person: AtDesk, by = village.leader) =>
    send(by, number, { person: person.id, recusalReason: 'kin' })
  const show = async (who: AtDesk, address: string) => (await who.seat.get(address)).text()
  const queued = async (who: AtDesk) => {
    const html = await show(who, paths.desk(village.ids.teams.first))
    return Number(html.match(/反映件 (\d+)/)?.[1])
  }

  it('finds it nowhere and is asked nothing about it, until the leader ends it', async () => {
    const { place, liaison, leader, token, ids } = village
    const { enquiryNumber: number } = await speak(place, token, said.ditch)
    const before = await queued(member)
    expect((await recuse(number, member)).status).toBe(303)

    const { teamId, id, steps } = await now(number)
    const at = paths.report(teamId, id)
    expect((await member.seat.get(at)).status).toBe(404)
    expect((await member.seat.get(`${at}/moves/ask`)).status).toBe(404)
    const ways = ['messages', 'notes', 'read', 'contact', 'take', 'proposal', 'moves/accept', 'recusals']
    for (const way of ways) {
      const sent = await member.seat.post(`${at}/${way}`, { steps: String(steps) })
      expect([way, sent.status]).toEqual([way, 404])
    }
    expect(await queued(member)).toBe(before - 1)
    expect(await queued(leader)).toBe(before)
    expect(await show(member, paths.desk(ids.teams.first))).not.toContain(id)

    expect(await show(liaison, `${at}/moves/accept`)).not.toContain(member.id)
    await expect(accept(place, liaison, number, member, { category: 'B5/B5' })).rejects.toThrow('422')
    expect(await show(leader, at)).toMatch(/黎工.*回避.*吴桐.*亲属/s)

    const ended = await send(leader, number, { whose: member.id, endReason: 'mistaken' }, paths.endRecusal)
    expect(ended.status).toBe(303)
    expect((await member.seat.get(at)).status).toBe(200)
    expect(await queued(member)).toBe(before)
    await accept(place, liaison, number, member, { category: 'B5/B5' })
    expect(await show(leader, at)).toContain('设错了')
  })

  it('no longer has in hand what they owned, nor reads its letters, nor verifies', async () => {
    const { place, liaison, leader, administrator, token } = village
    const bureau = await enterHandlingUnit(place, administrator, '岚川市水务局', null)
    const { enquiryNumber: number } = await speak(place, token, said.ditch)
    await accept(place, liaison, number, liaison, { category: 'B5/B5' })
    await verifyReport(place, liaison, number, leader)
    await proposeReferral(place, liaison, number, bureau, { summary: '渠道不畅。', demands: '请排查。' })
    await approveReferral(place, leader, number)
    const { teamId, id } = await now(number)
    const letter = paths.teamLetter(teamId, (await letterOf(place, id)).id)
    expect((await liaison.seat.get(letter)).status).toBe(200)
    const after = (await recuse(number, liaison)).headers.get('location') ?? ''
    expect(await show(leader, after)).toContain('现在没有人承办，请分办。')
    expect((await liaison.seat.get(letter)).status).toBe(404)
    expect((await now(number)).owner).toBeNull()
  })

  it('takes along what they proposed: nobody can approve it any more', async () => {
    const { place, liaison, leader, token, house } = village
    const { enquiryNumber: number } = await speak(place, token, said.ditch)
    await proposeVoid(place, liaison, number, 'advert')
    expect((await now(number)).pendingBy).toBe(liaison.id)
    const after = (await recuse(number, liaison)).headers.get('location')
    expect(after).toMatch(/said=recused$/)
    const report = await now(number)
    expect(report).toMatchObject({ state: 'received', pendingMove: null, pendingBy: null })
    expect(await findProposal(house.db, report.id)).toBeUndefined()
    await expect(decide(place, leader, number)).rejects.toThrow('answered 409')
  })

  it('is named by the leader, from the team, for a reason; and a leader always remains', async () => {
    const { place, liaison, leader, token } = village
    const { enquiryNumber: number } = await speak(place, token, said.ditch)
    expect((await recuse(number, member, liaison)).status).toBe(404)
    const last = await recuse(number, leader)
    expect(last.status).toBe(422)
    expect(await last.text()).toContain('请巡察办再设一名组长或副组长，交了钥匙，再来设回避。')
    const reasonless = await send(leader, number, { person: member.id, recusalReason: '' })
    expect(reasonless.status).toBe(422)
    expect(await reasonless.text()).toContain('请选理由。')
    expect((await send(leader, number, { person: 'nobody', recusalReason: 'kin' })).status).toBe(422)
    const { teamId, id } = await now(number)
    expect((await member.seat.get(paths.report(teamId, id))).status).toBe(200)
  })

  it('comes from one of two forms sent in the same moment; the slower is told, or finds nothing', async () => {
    const { place, leader, liaison, token } = village
    const { enquiryNumber: number } = await speak(place, token, said.ditch)
    const { teamId, id, steps } = await now(number)
    const fields = { steps: String(steps), recusalReason: 'interest' }
    const address = paths.recusals(teamId, id)
    const answers = await Promise.all([
      leader.seat.post(address, { ...fields, person: member.id }),
      leader.seat.post(address, { ...fields, person: liaison.id }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await answers.find(({ status }) => status === 409)!.text()).toContain('刚刚改过这件')
  })

  it('stays on the list when they are disabled', async () => {
    const { place, leader, administrator, token } = village
    const { enquiryNumber: number } = await speak(place, token, said.ditch)
    expect((await recuse(number, member)).status).toBe(303)
    const { teamId, id } = await now(number)
    await administrator.seat.send(paths.disablePerson(member.id), {})
    const html = await show(leader, paths.report(teamId, id))
    const list = html.slice(html.indexOf('id="recusal"'))
    expect(list).toContain('<p>吴桐</p>')
    expect(list).not.toContain('没有人回避。')
  })
})
