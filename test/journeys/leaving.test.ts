import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { moveReport } from '../../src/reports/moving.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { reports } from '../../src/reports/tables.ts'
import { base64url, fromBase64url } from '../../src/sealing/bytes.ts'
import { openContact, openDek } from '../../src/sealing/open.ts'
import { SEALED_KEY } from '../../src/sealing/suite.ts'
import { OFFICE, teamHolder } from '../../src/staff/roles.ts'
import { type AtDesk, teamPair } from '../cast/at-desk.ts'
import { enterReceipt, exported, pack, proposeEscalation } from '../cast/escalating.ts'
import { join } from '../cast/joining.ts'
import { chooseLeaving, chosenOn, handOver, leavingPage, nextLeaving, sealLeaving } from '../cast/leaving.ts'
import { office, players, teams } from '../cast/people.ts'
import {
  approveReferral,
  askPermit,
  decidePermit,
  enterHandlingUnit,
  letterOf,
  proposeReferral,
  readLetter,
  recordReply,
  signLetter,
} from '../cast/referring.ts'
import { lookUp, speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { accept, decide, proposeEnd, takeUp, talk, verifyReport } from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

describe('what a leaving team has not concluded', () => {
  let village: Village
  let second: AtDesk
  let team: string
  beforeAll(async () => {
    village = await openVillage()
    const { place, administrator, ids } = village
    team = ids.teams.first
    second = await join(place, administrator, players.xu, OFFICE)
    await pass(90)
  }, 60_000)
  beforeEach(() => pass(0))

  /** Goes on so many days; everybody signs in again, as in the morning. */
  async function pass(days: number) {
    const { clock, leader, liaison, administrator } = village
    clock.set(`${addDays(dayOf(clock.now()), days)}T09:00:00+08:00`)
    for (const person of [leader, liaison, administrator, second]) await person.comeBack()
  }
  const read = async ({ seat }: AtDesk, address: string) =>
    wordsJoined(await (await seat.get(address)).text())
  const rowOf = async (number: string) =>
    (await village.house.db.select().from(reports).where(eq(reports.enquiryNumber, number)))[0]!
  /** The notice takes nothing any more on these days, so what is here was told before. */
  async function told(what: Parameters<typeof speak>[2]) {
    const { place, clock, token } = village
    const today = clock.now()
    clock.set(new Date(today.getTime() - 60 * 24 * 3_600_000))
    const kept = await speak(place, token, what)
    clock.set(today)
    return { ...kept, id: (await rowOf(kept.enquiryNumber)).id }
  }

  it('goes to the office: three reports still open next week, and open to the office alone', async () => {
    const { place, house, leader, liaison, administrator } = village
    const bureau = await enterHandlingUnit(place, administrator, '岚川市水务局', null)
    const [ditch, subsidy, land] = [await told(said.ditch), await told(said.subsidy), await told(said.land)]
    await accept(place, liaison, ditch.enquiryNumber, liaison, { category: 'B5/B5' })
    await verifyReport(place, liaison, ditch.enquiryNumber, leader)
    await proposeReferral(place, liaison, ditch.enquiryNumber, bureau, {
      summary: '渠道不畅。',
      demands: '请排查。',
    })
    await approveReferral(place, leader, ditch.enquiryNumber)
    const letter = await letterOf(place, ditch.id)
    await signLetter(administrator, letter.id)
    const [before] = await listEnvelopes(house.db, [land.id], ['dek'])

    const kept = await chooseLeaving(leader, team, { [ditch.id]: 'keep', [land.id]: 'keep' })
    expect(await read(leader, kept)).toContain('没有选要交的，3 件本组继续。')
    await chooseLeaving(leader, team, { [ditch.id]: 'office', [subsidy.id]: 'contact', [land.id]: 'office' })
    const page = wordsJoined(await (await leader.seat.get(paths.leaving(team))).text())
    expect(page).toContain('正在重新上锁，还有 3 件')
    expect(await handOver(place, leader, team)).toEqual({
      [ditch.id]: 204,
      [subsidy.id]: 204,
      [land.id]: 204,
    })
    expect(await read(leader, paths.leaving(team))).toContain('已交 3 件给岚川市委巡察办，0 件本组继续。')

    await pass(7)
    const home = wordsJoined(await (await administrator.seat.get(paths.office)).text())
    expect(home).toMatch(/岚川市委巡察办022 件超过 3 个工作日12/)
    const queue = wordsJoined(await (await administrator.seat.get(paths.desk(OFFICE))).text())
    for (const { enquiryNumber: number, id } of [ditch, subsidy, land]) {
      const { report } = await takeUp(place, administrator, number)
      expect(report).toMatchObject({ teamId: OFFICE, owner: null, handedBy: team, epoch: 1 })
      expect(queue).toContain(`${number.slice(0, 3)} ${number.slice(3)}`)
      expect((await leader.seat.get(paths.report(team, id))).status).toBe(404)
      const [dek] = await listEnvelopes(house.db, [id], ['dek'])
      const pair = (await teamPair(place, leader, team))!
      const name = { rootPrint: leader.keys.rootPrint, holder: teamHolder(team), epoch: 1 }
      await expect(openDek(pair, name, id, dek!.envelope)).rejects.toMatchObject({ name: 'Unopened' })
    }
    const [after] = await listEnvelopes(house.db, [land.id], ['dek'])
    expect(after!.envelope).not.toEqual(before!.envelope)

    const box = (await teamPair(place, administrator, OFFICE))!
    const ofOffice = { rootPrint: administrator.keys.rootPrint, holder: OFFICE, epoch: 1 }
    const contactOf = async (id: string) => (await listEnvelopes(house.db, [id], ['contact']))[0]!.envelope
    expect((await openContact(box, ofOffice, subsidy.id, await contactOf(subsidy.id))).phone).toBe(
      said.subsidy.phone,
    )
    await expect(openContact(box, ofOffice, land.id, await contactOf(land.id))).rejects.toMatchObject({
      name: 'Unopened',
    })
    const landPage = await (await administrator.seat.get(paths.report(OFFICE, land.id))).text()
    expect(wordsJoined(landPage)).toContain('联系方式没有交来')
    expect(wordsJoined(landPage)).toContain('撤点，交办公室承接')
    expect(
      (await administrator.seat.post(paths.contact(OFFICE, land.id), { viewWhy: 'callBack' })).status,
    ).toBe(409)

    const asOffice = { team: OFFICE, epoch: 1 }
    expect((await readLetter(place, administrator, letter.id, asOffice)).get('summary')).toBe('渠道不畅。')
    await expect(readLetter(place, leader, letter.id, { team, epoch: 1 })).rejects.toMatchObject({
      name: 'Unopened',
    })
    expect((await administrator.seat.get(paths.teamLetter(OFFICE, letter.id))).status).toBe(200)
    expect((await leader.seat.get(paths.teamLetter(team, letter.id))).status).toBe(404)
  })

  it('is carried on by the office to its answer, and the resident reads on without a break', async () => {
    const { place, leader, liaison, administrator } = village
    const bureau = await enterHandlingUnit(place, administrator, '岚川市农业农村局', null)
    const kept = await told(said.ditch)
    const number = kept.enquiryNumber
    await accept(place, liaison, number, liaison, { category: 'B5/B5' })
    await talk(place, liaison, number, '收到，我们去看看。')
    await chooseLeaving(leader, team, { [kept.id]: 'office' })
    await handOver(place, leader, team)

    await verifyReport(place, administrator, number, second)
    const seen = await lookUp(place, kept.code)
    expect(wordsJoined(seen.html)).toContain('岚川市委巡察办正在了解情况')
    expect(seen.html).toContain('data-message')
    await proposeReferral(place, administrator, number, bureau, {
      summary: '渠道堵塞。',
      demands: '请疏通。',
    })
    await approveReferral(place, second, number)
    const { id: letter } = await letterOf(place, kept.id)
    await expect(signLetter(administrator, letter)).rejects.toThrow('由另一名管理员签发')
    const own = await (await administrator.seat.get(paths.letter(letter))).text()
    expect(own).toContain('由另一名管理员签发')
    expect(own).not.toContain(paths.signLetter(letter))
    expect(await (await second.seat.get(paths.letter(letter))).text()).toContain(paths.signLetter(letter))
    await signLetter(second, letter)
    await recordReply(place, administrator, number, '已疏通。')
    await proposeEnd(place, administrator, number, {
      conclusion: 'substantiated',
      resultType: 'solved',
      answer: '水渠通了。',
    })
    await decide(place, second, number)
    expect(wordsJoined((await lookUp(place, kept.code)).html)).toContain('有答复了')
  })

  it('takes the office’s leave along, be it given before or while it goes', async () => {
    const { place, leader, liaison, administrator, ids } = village
    const town = await enterHandlingUnit(place, administrator, '榕墟镇政府', ids.units.qingtang)
    const kept = await told({ ...said.pump, afraid: true })
    const number = kept.enquiryNumber
    await accept(place, liaison, number, liaison, { category: 'A6/A6' })
    await verifyReport(place, liaison, number, leader)
    // Asked by the team; by the time of the answer, which is sealed to the team, the report is the office's.
    const permit = await askPermit(place, liaison, number, town)
    await chooseLeaving(leader, team, { [kept.id]: 'office' })
    await handOver(place, leader, team)
    await decidePermit(place, administrator, permit, 'granted', '只有镇里能修。')
    const read = (who: AtDesk, as: { team: string; epoch: number }) =>
      readLetter(place, who, permit.id, as, 'reason')
    expect((await read(administrator, { team: OFFICE, epoch: 1 })).get('reason')).toBe('只有镇里能修。')
    await expect(read(leader, { team, epoch: 1 })).rejects.toMatchObject({ name: 'Unopened' })
  })

  it('when the office asks itself for leave, another of its people gives it', async () => {
    const { place, leader, liaison, administrator, ids } = village
    const town = await enterHandlingUnit(place, administrator, '榕墟镇水利站', ids.units.qingtang)
    const kept = await told({ ...said.pump, afraid: true })
    const number = kept.enquiryNumber
    await accept(place, liaison, number, liaison, { category: 'A6/A6' })
    await verifyReport(place, liaison, number, leader)
    await chooseLeaving(leader, team, { [kept.id]: 'office' })
    await handOver(place, leader, team)
    const permit = await askPermit(place, administrator, number, town)
    await expect(decidePermit(place, administrator, permit, 'granted', '行。')).rejects.toThrow('409')
    await decidePermit(place, second, permit, 'granted', '只有镇里能修。')
    await proposeReferral(place, administrator, number, town, { summary: '水泵失修。', demands: '请修复。' })
  })

  it('goes on where a closed tab left it', async () => {
    const { place, leader, administrator } = village
    const both = [await told(said.books), await told(said.road)]
    await chooseLeaving(leader, team, Object.fromEntries(both.map(({ id }) => [id, 'office'])))
    expect(Object.values(await handOver(place, leader, team, 1))).toEqual([204])
    expect((await nextLeaving(leader, team)).left).toBe(1)
    expect(Object.values(await handOver(place, leader, team))).toEqual([204])
    for (const { enquiryNumber } of both) await takeUp(place, administrator, enquiryNumber)
  })

  it('that somebody has moved meanwhile is refused by itself, goes as it is now, and keeps no other', async () => {
    const { place, leader, liaison, administrator } = village
    const [moved, other] = [await told(said.books), await told(said.road)]
    await chooseLeaving(leader, team, { [moved.id]: 'office', [other.id]: 'office' })
    const { certificate, leaving } = await nextLeaving(leader, team)
    await accept(place, liaison, moved.enquiryNumber, liaison, { category: 'B8/B8' })
    for (const report of leaving) {
      const sealed = await sealLeaving(place, leader, team, certificate, report)
      const { status } = await leader.seat.ask(paths.leave(team, report.id), sealed)
      expect([report.id, status]).toEqual([report.id, report.id === moved.id ? 409 : 204])
    }
    expect((await rowOf(moved.enquiryNumber)).teamId).toBe(team)
    await takeUp(place, liaison, moved.enquiryNumber)
    expect(await handOver(place, leader, team)).toEqual({ [moved.id]: 204 })
    expect((await takeUp(place, administrator, moved.enquiryNumber)).report.state).toBe('accepted')
  })

  it('that is concluded before it went stays, also when it is taken up once more', async () => {
    const { place, leader, liaison, clock } = village
    const { id, enquiryNumber: number } = await told(said.lamps)
    await accept(place, liaison, number, liaison, { category: 'A6/A6' })
    await chooseLeaving(leader, team, { [id]: 'office' })
    await proposeEnd(place, liaison, number, { resultType: 'adopted' })
    await decide(place, leader, number)
    expect((await nextLeaving(leader, team)).leaving).toEqual([])
    const { report } = await takeUp(place, leader, number)
    const moment = { now: clock.now(), calendar: clock.calendar }
    const person = { id: leader.id, roles: ['leader'] as const }
    await moveReport(village.house.db, report, 'reopen', person, { decided: {}, sealed: [] }, moment)
    expect((await rowOf(number)).state).toBe('reopened')
    expect((await nextLeaving(leader, team)).leaving).toEqual([])
  })

  it('handed over twice in the same moment goes once', async () => {
    const { place, leader } = village
    const { id } = await told(said.pump)
    await chooseLeaving(leader, team, { [id]: 'office' })
    const { certificate, leaving } = await nextLeaving(leader, team)
    const sealed = await sealLeaving(place, leader, team, certificate, leaving[0]!)
    const answers = await Promise.all(
      [0, 1].map(async () => (await leader.seat.ask(paths.leave(team, id), sealed)).status),
    )
    expect(answers.sort()).toEqual([204, expect.toSatisfy((status) => [404, 409].includes(status as number))])
  })

  it('leaves its contact behind unless the leader ticks, who may still give it later', async () => {
    const { place, house, leader, administrator } = village
    const { id } = await told(said.land)
    await chooseLeaving(leader, team, { [id]: 'office' })
    const { certificate, leaving } = await nextLeaving(leader, team)
    expect(leaving[0]?.contactKey).toBeNull()
    const sealed = await sealLeaving(place, leader, team, certificate, leaving[0]!)
    const [held] = await listEnvelopes(house.db, [id], ['contact'])
    const smuggled = { ...sealed, contactKey: base64url(held!.envelope.slice(0, SEALED_KEY)) }
    expect((await leader.seat.ask(paths.leave(team, id), smuggled)).status).toBe(422)
    // Sealed to a box that is not the office's any more, or not yet.
    expect((await leader.seat.ask(paths.leave(team, id), { ...sealed, box: 2 })).status).toBe(409)
    expect((await leader.seat.ask(paths.leave(team, id), sealed)).status).toBe(204)

    await leader.seat.send(paths.leaving(team), { [`way.${id}`]: 'gone', [`contact.${id}`]: 'yes' })
    const { leaving: later } = await nextLeaving(leader, team)
    expect(fromBase64url(later[0]?.contactKey ?? '')).toEqual(held!.envelope.slice(0, SEALED_KEY))
    const { contactKey: _, ...without } = await sealLeaving(place, leader, team, certificate, later[0]!)
    expect((await leader.seat.ask(paths.leave(team, id), without)).status).toBe(422)
    expect(await handOver(place, leader, team)).toEqual({ [id]: 204 })
    const [over] = await listEnvelopes(house.db, [id], ['contact'])
    expect(over!.envelope.slice(SEALED_KEY)).toEqual(held!.envelope.slice(SEALED_KEY))
    const box = (await teamPair(place, administrator, OFFICE))!
    const name = { rootPrint: administrator.keys.rootPrint, holder: OFFICE, epoch: 1 }
    expect((await openContact(box, name, id, over!.envelope)).phone).toBe(said.land.phone)
  })

  it('is chosen by a leader of the team, and only once intake is over', async () => {
    const { leader, liaison, administrator, clock } = village
    const { id } = await told(said.pump)
    for (const nobody of [liaison, administrator]) {
      expect((await nobody.seat.get(paths.leaving(team))).status).toBe(404)
      expect((await nobody.seat.post(paths.leaving(team), { [`way.${id}`]: 'office' })).status).toBe(404)
      expect((await nobody.seat.ask(paths.leavingNext(team), { after: '' })).status).toBe(404)
    }
    expect((await administrator.seat.get(paths.leaving(OFFICE))).status).toBe(404)
    const today = clock.now()
    clock.set(new Date(today.getTime() - 60 * 24 * 3_600_000))
    await leader.comeBack()
    const early = await leader.seat.post(paths.leaving(team), { [`way.${id}`]: 'office' })
    clock.set(today)
    expect(early.status).toBe(409)
    expect(await early.text()).toContain('到了撤点那天，才在这里交接')
    await leader.comeBack()
    await chooseLeaving(leader, team, { [id]: 'office' })
    await chooseLeaving(leader, team, { [id]: 'keep' })
    expect((await nextLeaving(leader, team)).leaving).toEqual([])
  })

  it('is not taken back, and its contact not given, by a page that a colleague opened before', async () => {
    const { leader } = village
    const [first, other] = [await told(said.land), await told(said.pump)]
    const post = (form: Record<string, string>) => leader.seat.post(paths.leaving(team), form)
    const before = await leavingPage(leader, team)
    await chooseLeaving(leader, team, { [first.id]: 'office' })

    const stale = await post(chosenOn(before, { [first.id]: 'keep', [other.id]: 'office' }))
    expect(stale.status).toBe(303)
    const going = async () =>
      (await nextLeaving(leader, team)).leaving.map(({ id, contactKey }) => [id, contactKey !== null])
    const both = [first.id, other.id].sort().map((id) => [id, false])
    expect(await going()).toEqual(both)

    const contact = await post(chosenOn(before, { [first.id]: 'contact', [other.id]: 'office' }))
    expect(contact.status).toBe(409)
    expect(wordsJoined(await contact.text())).toContain('刚刚有人改过。下面是现在的样子。')
    expect(await going()).toEqual(both)
    await chooseLeaving(leader, team, { [first.id]: 'keep', [other.id]: 'keep' })
    expect(await going()).toEqual([])
  })

  it('does not hide what went up and waits for its receipt: both pages say where it is', async () => {
    const { place, leader, liaison, administrator } = village
    const { enquiryNumber: number } = await told(said.favours)
    await proposeEscalation(place, liaison, number)
    await decide(place, leader, number)
    const waits = '密封上呈还有 1 件没有登记收据'
    const page = await (await leader.seat.get(paths.leaving(team))).text()
    expect(page).toMatch(new RegExp(`href="${paths.escalated(team)}"[^>]*>${waits}`))
    expect(page).not.toContain('没有要交接的')
    const atOffice = await read(administrator, paths.closeTeam(team))
    expect(atOffice).toContain('还有 1 件要组长先办完，这里不列。')
    expect(atOffice).not.toContain(number)
    await exported(place, leader, number, await pack(place, leader, number, '过了桥往左第三棵树下见'))
    await enterReceipt(place, liaison, number, '17')
    expect(await read(leader, paths.leaving(team))).not.toContain('密封上呈还有')
    expect(await read(administrator, paths.closeTeam(team))).not.toContain('要组长先办完')
  })

  it('stands no longer in the way of closing the team', async () => {
    const { place, house, leader, administrator } = village
    const still = await house.db.select().from(reports).where(eq(reports.teamId, team))
    const openOnes = still.filter(({ concludedOn }) => concludedOn === null)
    expect(openOnes.length).toBeGreaterThan(0)
    const look = async () => (await administrator.seat.get(paths.closeTeam(team))).text()
    expect(wordsJoined(await look())).toContain('组长在本组的“撤点交接”里逐件选')
    await chooseLeaving(leader, team, Object.fromEntries(openOnes.map(({ id }) => [id, 'office'])))
    expect(wordsJoined(await look())).toContain('交岚川市委巡察办承接，等组长上锁')
    await handOver(place, leader, team)
    const page = await look()
    expect(wordsJoined(page)).toContain('可以撤组')
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
    const closed = await administrator.seat.post(paths.closeTeam(team), { version, successor: leader.id })
    expect(closed.status).toBe(303)
    // Nobody answers its telephone any more: what it has concluded and its notices name the office's.
    const shown = await (await place.door(paths.code(village.token), {})).text()
    expect(wordsJoined(shown)).toContain(office.phone)
    expect(shown).not.toContain(teams.first.phone)
  })

  it('has no contact to give where the office had kept it; the office has it again', async () => {
    const { place, house, leader } = village
    const kept = await told(said.subsidy)
    await house.db.update(reports).set({ contactEpoch: 1 }).where(eq(reports.id, kept.id))
    await chooseLeaving(leader, team, { [kept.id]: 'contact' })
    const { leaving } = await nextLeaving(leader, team)
    expect(leaving.find(({ id }) => id === kept.id)).toMatchObject({ contactKey: null })
    expect(await handOver(place, leader, team)).toMatchObject({ [kept.id]: 204 })
    expect(await rowOf(kept.enquiryNumber)).toMatchObject({ teamId: OFFICE, contactEpoch: null })
  })
})
