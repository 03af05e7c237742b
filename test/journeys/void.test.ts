import { beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { lookUp, speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { accept, decide, proposeVoid, restore, takeUp } from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

describe('what is no report', () => {
  let village: Village
  beforeAll(async () => {
    village = await openVillage()
  }, 60_000)

  const spoken = async () => {
    const { place, token } = village
    const { code, enquiryNumber: number } = await speak(place, token, said.ditch)
    return { number, reads: async () => wordsJoined((await lookUp(place, code)).html) }
  }
  const stateOf = async (number: string) => (await takeUp(village.place, village.leader, number)).report.state

  it('is void by two people, the resident reads so, and is fetched back', async () => {
    const { place, liaison, leader } = village
    const { number, reads } = await spoken()
    const { report } = await takeUp(place, liaison, number)

    await proposeVoid(place, liaison, number, 'advert')
    expect(await reads()).not.toContain('没有登记')
    const mine = await liaison.seat.post(paths.decide(report.teamId, report.id), {
      steps: String(report.steps + 1),
      decision: 'approve',
    })
    expect(mine.status).toBe(409)
    expect(await stateOf(number)).toBe('received')

    const asked = await (await leader.seat.get(paths.report(report.teamId, report.id))).text()
    expect(asked).toContain('广告')
    await decide(place, leader, number)
    expect(await reads()).toContain('没有登记')
    expect(await reads()).toMatch(/收到了 ?有答复/)
    expect(await reads()).not.toMatch(/已受理|正在核实/)

    await restore(place, liaison, number)
    expect(await reads()).toContain('收到了')
    await accept(place, liaison, number, liaison, { category: 'B5/B5' })
    expect(await reads()).toContain('已受理')
  })

  it('goes on as a report when the second person says no', async () => {
    const { place, liaison, leader } = village
    const { number, reads } = await spoken()
    await proposeVoid(place, liaison, number, 'test')
    await decide(place, leader, number, '写的是真事。')
    expect(await stateOf(number)).toBe('received')
    expect(await reads()).toContain('收到了')
  })

  it('is not void without a reason from the list, nor once it is accepted', async () => {
    const { place, liaison } = village
    const { number } = await spoken()
    const { report } = await takeUp(place, liaison, number)
    const address = paths.move(report.teamId, report.id, 'void')
    const refused = await liaison.seat.post(address, { steps: String(report.steps), reason: 'boring' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('请选作废的理由。')
    await accept(place, liaison, number, liaison, { category: 'B5/B5' })
    const late = await liaison.seat.post(address, { steps: String(report.steps), reason: 'test' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('刚刚改过这件')
    expect(await stateOf(number)).toBe('accepted')
  })

  it('is decided once when two answer in the same moment, and the slower is told by whom', async () => {
    const { place, liaison, leader } = village
    const { number } = await spoken()
    await proposeVoid(place, liaison, number, 'insult')
    const { report } = await takeUp(place, leader, number)
    const address = paths.decide(report.teamId, report.id)
    const steps = String(report.steps)
    const answers = await Promise.all([
      leader.seat.post(address, { steps, decision: 'approve' }),
      liaison.seat.post(address, { steps, decision: 'withdraw' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const told = await answers.find(({ status }) => status === 409)!.text()
    expect(told).toContain('刚刚改过这件')
    expect(['received', 'voided']).toContain(await stateOf(number))
  })
})
