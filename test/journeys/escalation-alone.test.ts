import { beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { type AtDesk, signIn } from '../cast/at-desk.ts'
import { enterReceipt, exported, pack, proposeEscalation } from '../cast/escalating.ts'
import { players } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { activate, handOver, invite, verify } from '../cast/staffing.ts'
import { said } from '../cast/words.ts'
import { decide, takeUp } from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

const passphrase = '过了桥往左第三棵树下见'

describe('what went up, sealed, in a team with two who lead', () => {
  let village: Village
  let deputy: AtDesk
  beforeAll(async () => {
    village = await openVillage()
    const { place, administrator, leader, ids } = village
    const player = { ...players.wu, roles: 'deputy' } as const
    await activate(place, player, await invite(place, administrator, player, ids.teams.first))
    await verify(place, administrator, player)
    await handOver(place, leader, player, ids.teams.first)
    deputy = await signIn(place, player.username, player.password)
  }, 60_000)

  async function escalated() {
    const { place, liaison, leader, token } = village
    const { enquiryNumber: number } = await speak(place, token, said.land)
    await proposeEscalation(place, liaison, number)
    await decide(place, leader, number)
    const { report } = await takeUp(place, leader, number)
    return { number, report, at: paths.report(report.teamId, report.id) }
  }
  async function sees(who: AtDesk, { number, report, at }: Awaited<ReturnType<typeof escalated>>) {
    const list = await (await who.seat.get(paths.escalated(report.teamId))).text()
    const desk = await (await who.seat.get(paths.desk(report.teamId))).text()
    const { status } = await who.seat.get(at)
    expect(/密封上呈\s*<b>1</.test(desk)).toBe(status === 200)
    expect(list.includes(report.id)).toBe(status === 200)
    const found = await who.seat.get(`${paths.desk(report.teamId)}?number=${number}`)
    expect(found.headers.get('Location')).toBe(status === 200 ? at : null)
    return status
  }

  it('is there for who brought it up and the leader who agreed, and not for the other who leads', async () => {
    const { place, leader, liaison } = village
    const up = await escalated()
    expect(await sees(leader, up)).toBe(200)
    expect((await liaison.seat.get(up.at)).status).toBe(200)
    const doneFor = async () => {
      const page = await (await leader.seat.get(up.at)).text()
      return [page.includes('href="#escalation"'), page.includes('现在没有要办的')]
    }
    expect(await doneFor()).toEqual([true, false])
    expect(await sees(deputy, up)).toBe(404)
    const steps = String(up.report.steps)
    for (const [way, fields] of [
      ['package', {}],
      ['exported', { sha256: '0'.repeat(64) }],
      ['receipt', { receipt: '17' }],
      ['contact', { viewWhy: 'callBack' }],
      ['notes', {}],
    ] as const) {
      const sent = await deputy.seat.post(`${up.at}/${way}`, { steps, ...fields })
      expect([way, sent.status]).toEqual([way, 404])
    }
    await exported(place, leader, up.number, await pack(place, leader, up.number, passphrase))
    expect((await enterReceipt(place, deputy, up.number, '17')).status).toBe(404)
    expect((await enterReceipt(place, liaison, up.number, '17')).status).toBe(303)
    expect((await deputy.seat.get(up.at)).status).toBe(404)
    expect(await doneFor()).toEqual([false, true])
  })

  it('is not signed for by whoever exported it, also when they have told the other to stay away', async () => {
    const { place, leader, liaison } = village
    const { number, report, at } = await escalated()
    const who = { steps: String(report.steps), person: liaison.id, recusalReason: 'kin' }
    await leader.seat.send(paths.recusals(report.teamId, report.id), who)
    expect((await liaison.seat.get(at)).status).toBe(404)
    await exported(place, leader, number, await pack(place, leader, number, passphrase))
    expect((await enterReceipt(place, leader, number, '20')).status).toBe(409)
    const page = await (await leader.seat.get(at)).text()
    expect(wordsJoined(page)).toContain(players.chen.name)
    const { steps } = (await takeUp(place, leader, number)).report
    const back = { steps: String(steps), whose: liaison.id, endReason: 'mistaken' }
    await leader.seat.send(paths.endRecusal(report.teamId, report.id), back)
    expect((await enterReceipt(place, liaison, number, '20')).status).toBe(303)
  })

  it('is seen out by the other when the one who agreed has to stay away, or leads no more', async () => {
    const { place, administrator, leader, liaison, ids } = village
    const up = await escalated()
    const page = async () => (await administrator.seat.get(paths.person(leader.id))).text()
    const version = async () => (await page()).match(/name="version" value="(\d+)"/)?.[1] ?? ''
    const away = { version: await version(), unit: ids.units.qingtang, recusalReason: 'kin' }
    await administrator.seat.send(paths.unitRecusals(leader.id), away)
    expect([await sees(leader, up), await sees(deputy, up)]).toEqual([404, 200])
    const over = { version: await version(), whose: ids.units.qingtang, endReason: 'over' }
    await administrator.seat.send(paths.endUnitRecusal(leader.id), over)
    expect([await sees(leader, up), await sees(deputy, up)]).toEqual([200, 404])

    await administrator.seat.send(paths.disablePerson(leader.id), {})
    expect(await sees(deputy, up)).toBe(200)
    await exported(place, deputy, up.number, await pack(place, deputy, up.number, passphrase))
    expect((await enterReceipt(place, deputy, up.number, '18')).status).toBe(409)
    expect((await enterReceipt(place, liaison, up.number, '18')).status).toBe(303)
  })

  it('is signed for by whoever exported it only where nobody else is left who knows of it', async () => {
    const { place, administrator, liaison } = village
    const { enquiryNumber: number } = await speak(place, village.token, said.land)
    await proposeEscalation(place, liaison, number)
    await decide(place, deputy, number)
    await exported(place, deputy, number, await pack(place, deputy, number, passphrase))
    expect((await enterReceipt(place, deputy, number, '19')).status).toBe(409)
    await administrator.seat.send(paths.disablePerson(liaison.id), {})
    expect((await enterReceipt(place, deputy, number, '19')).status).toBe(303)
  })
})
