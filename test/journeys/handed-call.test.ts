import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { runDaily } from '../../src/daily.ts'
import { listSteps } from '../../src/log/record.ts'
import { paths } from '../../src/paths.ts'
import { envelopes } from '../../src/reports/belonging-tables.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { base64url } from '../../src/sealing/bytes.ts'
import { handCall, sealCall, seeCall } from '../cast/handing.ts'
import { lookUp, speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { accept, decide, proposeDecline } from '../cast/working.ts'
import { wordsApart } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

const DAY = 86_400_000

describe('one call handed to one officer', () => {
  let village: Village
  beforeAll(async () => {
    village = await openVillage()
  }, 60_000)

  const write = async () => (await speak(village.place, village.token, said.subsidy)).enquiryNumber
  const handedRow = (id: string) => and(eq(envelopes.reportId, id), eq(envelopes.part, 'handed'))
  const handedOf = (id: string) => listEnvelopes(village.house.db, [id], ['handed'])

  it('is seen by that officer alone, for a day, and each time is on record with its reason', async () => {
    const { place, leader, liaison, house, clock } = village
    const report = await handCall(place, leader, await write(), liaison)
    const address = paths.report(report.teamId, report.id)
    const reads = async ({ seat }: typeof leader) => wordsApart(await (await seat.get(address)).text())
    expect(await reads(leader)).toContain(`交办回电：${liaison.name}，`)
    expect(await reads(liaison)).toContain('组长交办回电，最晚到第二天可看')
    const flagged = async ({ seat }: typeof leader) => {
      const queue = await (await seat.get(paths.desk(report.teamId))).text()
      const [row = ''] = queue.split('<tr').filter((one) => one.includes(address))
      expect(row).toContain('留电话')
      return row.includes('交办回电')
    }
    expect([await flagged(liaison), await flagged(leader)]).toEqual([true, false])

    for (let look = 0; look < 2; look++)
      expect(await seeCall(place, liaison, report)).toMatchObject({ phone: said.subsidy.phone })
    expect(await reads(leader)).toContain(`交办回电：${liaison.name}，`)
    const steps = await listSteps(house.db, `report:${report.id}`)
    expect(steps.map(({ move, who, why }) => [move, who, why]).slice(1)).toEqual([
      ['view contact', leader.id, 'view:callBack'],
      ['hand contact', leader.id, `people:${liaison.id};view:callBack`],
      ['view contact', liaison.id, 'view:callBack'],
      ['view contact', liaison.id, 'view:callBack'],
    ])

    const now = clock.now()
    clock.set(new Date(now.getTime() + 2 * DAY))
    await Promise.all([leader, liaison].map((person) => person.comeBack()))
    expect(await seeCall(place, liaison, report)).toBe(404)
    expect(await reads(liaison)).toContain('只有组长和副组长能看')
    expect(await flagged(liaison)).toBe(false)
    expect(await listSteps(house.db, `report:${report.id}`)).toHaveLength(steps.length)
    clock.set(now)
    await Promise.all([leader, liaison].map((person) => person.comeBack()))
  })

  it('is not seen once more by two who press at once without both being on record', async () => {
    const { place, leader, liaison, house } = village
    const report = await handCall(place, leader, await write(), liaison)
    const before = (await listSteps(house.db, `report:${report.id}`)).length
    const seen = await Promise.all([1, 2, 3].map(() => seeCall(place, liaison, report)))
    const shown = seen.filter((one) => typeof one === 'object').length
    expect(shown).toBeGreaterThan(0)
    expect((await listSteps(house.db, `report:${report.id}`)).length - before).toBe(shown)
  })

  it('needs a reason before anything is handed out', async () => {
    const { place, leader, liaison } = village
    const report = await handCall(place, leader, await write(), liaison)
    const answer = await liaison.seat.post(paths.contact(report.teamId, report.id), {})
    expect(answer.status).toBe(422)
    expect(await answer.text()).not.toContain('data-held-contact')
    expect(await handedOf(report.id)).toHaveLength(1)
  })

  it('is seen to its own end, and without one not at all', async () => {
    const { place, leader, liaison, house, clock } = village
    const report = await handCall(place, leader, await write(), liaison)
    const [row] = await house.db.select().from(envelopes).where(handedRow(report.id))
    // In its first hour a report is dated by the day, which is over first.
    const over = new Date(`${addDays(dayOf(clock.now()), 2)}T00:00:00+08:00`)
    expect([row?.at, row?.until]).toEqual([dayOf(clock.now()), over.toISOString()])
    const end = (until: string | null) =>
      house.db.update(envelopes).set({ until }).where(handedRow(report.id))
    for (const until of [null, new Date(clock.now().getTime() - 1000).toISOString()]) {
      await end(until)
      expect(await seeCall(place, liaison, report)).toBe(404)
    }
    await end(new Date(clock.now().getTime() + 1000).toISOString())
    expect(await seeCall(place, liaison, report)).toMatchObject({ phone: said.subsidy.phone })
  })

  it('ends when it is taken back', async () => {
    const { place, leader, liaison } = village
    const report = await handCall(place, leader, await write(), liaison)
    await leader.seat.send(paths.takeBackContact(report.teamId, report.id), { member: liaison.id })
    expect(await handedOf(report.id)).toEqual([])
    expect(await seeCall(place, liaison, report)).toBe(404)
  })

  it('ends when the report does', async () => {
    const { place, leader, liaison } = village
    const number = await write()
    const report = await handCall(place, leader, number, liaison)
    await accept(place, liaison, number, liaison, { category: 'B3/B3' })
    expect(await handedOf(report.id)).toHaveLength(1)
    await proposeDecline(place, liaison, number, 'courtMatter', '法院', '12368')
    await decide(place, leader, number)
    expect(await handedOf(report.id)).toEqual([])
    expect(await seeCall(place, liaison, report)).toBe(404)
  })

  it('ends when the resident has the contact erased', async () => {
    const { place, leader, liaison, house } = village
    const { code, enquiryNumber } = await speak(place, village.token, said.subsidy)
    const report = await handCall(place, leader, enquiryNumber, liaison)
    await (await lookUp(place, code)).erase()
    expect(await listEnvelopes(house.db, [report.id], ['contact', 'handed'])).toEqual([])
  })

  it('is refused for who is not an officer of the team, and to who is no leader', async () => {
    const { place, leader, liaison, administrator } = village
    const { report, fields } = await sealCall(place, leader, await write(), liaison)
    const address = paths.handContact(report.teamId, report.id)
    const elsewhere = await leader.seat.post(address, { ...fields, member: administrator.id })
    expect(elsewhere.status).toBe(422)
    expect(wordsApart(await elsewhere.text())).toContain('没有交办')
    expect((await liaison.seat.post(address, fields)).status).toBe(404)
    expect((await leader.seat.post(address, { ...fields, steps: '1' })).status).toBe(409)
    const [held] = await listEnvelopes(village.house.db, [report.id], ['contact'])
    const whole = { ...fields, contactKey: base64url(held!.envelope) }
    expect((await leader.seat.post(address, whole)).status).toBe(422)
    expect(await handedOf(report.id)).toEqual([])
  })

  it('cannot be handed over once the resident has had the contact erased', async () => {
    const { place, leader, liaison } = village
    const { code, enquiryNumber } = await speak(place, village.token, said.subsidy)
    const { report, fields } = await sealCall(place, leader, enquiryNumber, liaison)
    await (await lookUp(place, code)).erase()
    const late = await leader.seat.post(paths.handContact(report.teamId, report.id), fields)
    expect(late.status).toBe(409)
    expect(await handedOf(report.id)).toEqual([])
  })

  it('is sealed to nobody whom the root has not certified in this team', async () => {
    const { place, leader, administrator } = village
    await expect(sealCall(place, leader, await write(), administrator)).rejects.toThrow()
  })

  it('ends after a day', async () => {
    const { place, leader, liaison, clock } = village
    const report = await handCall(place, leader, await write(), liaison)
    clock.set(new Date(clock.now().getTime() + 2 * DAY))
    await liaison.comeBack()
    expect(await seeCall(place, liaison, report)).toBe(404)
    expect(await handedOf(report.id)).toHaveLength(1)
  })

  it('does not outlast that day on the disk, and another that still runs stays', async () => {
    const { place, leader, liaison, house, clock } = village
    await leader.comeBack()
    const old = await handCall(place, leader, await write(), liaison)
    clock.set(new Date(clock.now().getTime() + 2 * DAY))
    await leader.comeBack()
    const fresh = await handCall(place, leader, await write(), liaison)
    for (let n = 0; n < 2; n++) await runDaily(house)
    expect(await handedOf(old.id)).toEqual([])
    expect(await handedOf(fresh.id)).toHaveLength(1)
    const taken = (await listSteps(house.db, `report:${old.id}`)).filter(
      ({ move }) => move === 'take back contact',
    )
    expect(taken).toMatchObject([{ who: null, at: dayOf(clock.now()) }])
    await liaison.comeBack()
    expect(await seeCall(place, liaison, fresh)).toMatchObject({ phone: said.subsidy.phone })
  })
})
