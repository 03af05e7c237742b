import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { announced } from '../../src/clock/calendar.ts'
import { addDays, sayDay } from '../../src/clock/day.ts'
import { dueBy } from '../../src/clock/deadlines.ts'
import { addWorkingDays } from '../../src/clock/working-days.ts'
import { paths } from '../../src/paths.ts'
import { letterNumber } from '../../src/referrals/signing.ts'
import { findReferral, listLetterEnvelopes } from '../../src/referrals/store.ts'
import { referrals } from '../../src/referrals/tables.ts'
import { openPart } from '../../src/sealing/open.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { grants } from '../../src/staff/tables.ts'
import { join } from '../cast/joining.ts'
import { players } from '../cast/people.ts'
import {
  approveReferral,
  askPermit,
  decidePermit,
  letterOf,
  permitForm,
  proposeExtension,
  proposeReferral,
  readLetter,
  recordReply,
  refuseReferral,
  sendBackLetter,
  signLetter,
} from '../cast/referring.ts'
import { said } from '../cast/words.ts'
import { decide, proposeEnd, takeUp } from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { letter, openReferring, type Referring } from './referring.ts'

describe('a referral', () => {
  let village: Referring
  beforeAll(async () => {
    village = await openReferring()
  }, 60_000)

  it('goes from a draft through two people and the office to the unit, and its answer to the resident', async () => {
    const { place, liaison, leader, administrator, bureau, today, see, report, verified } = village
    const { code, number } = await verified()
    await proposeReferral(place, liaison, number, bureau, letter)
    const drafted = await report(number)
    expect(drafted.state).toBe('verifying')
    const sheet = await (await liaison.seat.get(paths.report(drafted.teamId, drafted.id))).text()
    const waits = sheet.slice(sheet.indexOf('id="proposal"'))
    expect(wordsJoined(waits)).toMatch(/承办单位\s*岚川市农业农村局/)
    expect(waits).toMatch(/data-said="letter"[\s\S]*主要情况[\s\S]*data-field="summary"/)
    await expect(approveReferral(place, liaison, number)).rejects.toThrow()
    await approveReferral(place, leader, number)

    const referred = await report(number)
    expect(referred).toMatchObject({ state: 'referred', dueKind: 'unitReply', due: addDays(today(), 14) })
    const promised = sayDay(referred.promise ?? '', 'zh', 2026)
    expect(await see(code)).toContain('正在核实巡察组正在了解情况')
    expect(await see(code)).not.toContain('已转有关部门办理')

    const waiting = await letterOf(place, referred.id)
    expect(waiting).toMatchObject({ state: 'approved', number: null, source: 'visits' })
    for (const page of [paths.office, paths.desk(OFFICE)])
      expect(wordsJoined(await (await administrator.seat.get(page)).text()), page).toContain('函 1')
    const list = wordsJoined(await (await administrator.seat.get(paths.letters)).text())
    const issueBy = sayDay(dueBy('issueLetter', today(), announced), 'zh', 2026)
    expect(list).toContain(`岚川市农业农村局第一巡察组${issueBy}前发出`)
    expect((await readLetter(place, administrator, waiting.id, 'office')).get('summary')).toBe(letter.summary)
    const ours = { team: waiting.teamId, epoch: waiting.epoch }
    expect((await readLetter(place, liaison, waiting.id, ours)).get('demands')).toBe(letter.demands)

    await signLetter(administrator, waiting.id)
    expect(await see(code)).toContain(`没有转您的姓名、电话和原话。${promised}前回复。`)
    const sent = await letterOf(place, referred.id)
    expect(letterNumber(sent)).toBe('岚巡办函〔2026〕1号')
    const printed = wordsJoined(await (await administrator.seat.get(paths.letter(sent.id))).text())
    expect(printed).toContain('岚巡办函〔2026〕1号')
    expect(printed).toContain('巡察工作中了解到榕墟镇青塘村')
    expect(printed).not.toContain('群众反映')
    expect(printed).toContain('处理措施建了什么制度佐证材料')

    await expect(
      proposeEnd(place, liaison, number, { conclusion: 'substantiated', resultType: 'solved' }),
    ).rejects.toThrow()
    await recordReply(place, liaison, number, '渠口淤塞，已清。')
    const back = await readLetter(place, leader, sent.id, ours, 'reply')
    expect([back.get('found'), back.get('rule')]).toEqual(['渠口淤塞，已清。', '渠道管护制度'])
    expect(await report(number)).toMatchObject({ state: 'referred', dueKind: 'answer' })

    await proposeEnd(place, liaison, number, {
      conclusion: 'substantiated',
      resultType: 'solved',
      answer: '水渠通了。',
    })
    await decide(place, leader, number)
    expect(await see(code)).toContain('已经办好。')
  })

  it('keeps the form of its day where the words were kept before a rule was asked for', async () => {
    const { administrator, house, issued } = village
    const { id } = await issued()
    const isIt = eq(referrals.id, id)
    const [{ wording } = { wording: null }] = await house.db.select().from(referrals).where(isIt)
    const { rule: _, ...kept } = wording!
    await house.db
      .update(referrals)
      .set({ wording: kept as typeof wording })
      .where(isIt)
    const page = wordsJoined(await (await administrator.seat.get(paths.letter(id))).text())
    expect(page).toContain('处理措施佐证材料')
  })

  it("never carries the report's key, nor opens with it", async () => {
    const { place, liaison, house, issued } = village
    const { number, id } = await issued()
    const { report, opened } = await takeUp(place, liaison, number)
    const ours = { team: report.teamId, epoch: report.epoch }
    expect((await readLetter(place, liaison, id, ours)).get('summary')).toBe(letter.summary)
    const rows = await listLetterEnvelopes(house.db, [id])
    const sealed = rows.find(({ part }) => part === 'letter')
    await expect(openPart(opened.dek, id, 'letter', '', sealed!.envelope)).rejects.toThrow('key')
    expect(rows.map(({ part }) => part).sort()).toEqual(['letter', 'officeKey', 'teamKey'])
  })

  it('is sent back by the office before it has a number, with a reason the team opens, and drafted from its own words', async () => {
    const { place, liaison, leader, administrator, bureau, later, report, verified } = village
    const { number } = await verified()
    await proposeReferral(place, liaison, number, bureau, letter)
    await approveReferral(place, leader, number)
    const { id: reportId } = await report(number)
    const first = await letterOf(place, reportId)
    const page = wordsJoined(await (await administrator.seat.get(paths.letter(first.id))).text())
    expect(page).toContain('退回巡察组修改')
    const empty = { steps: String(first.steps) }
    expect((await administrator.seat.post(paths.sendBackLetter(first.id), empty)).status).toBe(422)
    expect((await sendBackLetter(place, administrator, reportId, '期限太紧，请改到月底。')).status).toBe(303)
    expect(await report(number)).toMatchObject({ state: 'verifying', dueKind: 'answer' })
    expect(await letterOf(place, reportId)).toMatchObject({ state: 'withdrawn', number: null })
    const ours = { team: first.teamId, epoch: first.epoch }
    const reason = await readLetter(place, liaison, first.id, ours, 'reply')
    expect(reason.get('reason')).toBe('期限太紧，请改到月底。')
    expect((await sendBackLetter(place, administrator, reportId, '再来一次')).status).toBe(409)
    expect((await administrator.seat.post(paths.signLetter(first.id), {})).status).toBe(409)

    const form = await (await liaison.seat.get(paths.move(first.teamId, reportId, 'refer'))).text()
    expect(form).toContain(`name="letterId" value="${first.id}"`)
    expect(
      wordsJoined(await (await liaison.seat.get(paths.report(first.teamId, reportId))).text()),
    ).toContain('办公室退回修改')
    later()
    await proposeReferral(place, liaison, number, bureau, letter)
    await approveReferral(place, leader, number)
    await signLetter(administrator, (await letterOf(place, reportId)).id)
    expect(await letterOf(place, reportId)).toMatchObject({ state: 'issued' })
    const late = await sendBackLetter(place, administrator, reportId, '太晚了')
    const html = await late.text()
    expect([late.status, wordsJoined(html)]).toEqual([
      409,
      expect.stringContaining('现在不能再办“退回巡察组修改”。您写的在这里，可以抄走。'),
    ])
    expect(html).toMatch(/<input type="hidden" name="reply" value="[\w-]{100,}"/)
  })

  it('is refused a second number, with a message, and the next letter gets the next one', async () => {
    const { place, administrator, report, issued } = village
    const first = await issued()
    const answer = await administrator.seat.post(paths.signLetter(first.id), {})
    expect(answer.status).toBe(409)
    const { number } = await letterOf(place, (await report(first.number)).id)
    expect(wordsJoined(await answer.text())).toContain(`已经签发，编号 岚巡办函〔2026〕${number}号`)
    const next = await issued()
    expect((await letterOf(place, (await report(next.number)).id)).number).toBe((number ?? 0) + 1)
  })

  it('is printed only by whoever can open it', async () => {
    const { place, administrator, house, today, issued } = village
    const second = await join(place, administrator, players.xu, OFFICE)
    const { id } = await issued()
    const page = async () => (await second.seat.get(paths.letter(id))).text()
    const steps = async () => String((await findReferral(house.db, id, second.id))?.steps)
    const print = async () => second.seat.post(paths.printLetter(id), { steps: await steps() })
    expect(await page()).toContain('打印正本')
    const box = and(eq(grants.personId, second.id), eq(grants.kind, 'box'))
    const held = await house.db.select().from(grants).where(box)
    await house.db.delete(grants).where(box)
    expect(await page()).toContain('打不开这份函')
    expect(await page()).not.toMatch(/打印正本|data-print/)
    const refused = await print()
    expect([refused.status, (await refused.text()).includes('打不开这份函')]).toEqual([409, true])
    expect(await findReferral(house.db, id, second.id)).toMatchObject({ printedOn: null })

    await house.db.insert(grants).values(held)
    expect((await print()).status).toBe(200)
    expect(await findReferral(house.db, id, second.id)).toMatchObject({ printedOn: today() })
  })

  it('comes back for changes, with its draft kept, or is dropped to be verified by the team', async () => {
    const { place, liaison, leader, bureau, report, verified } = village
    const { number } = await verified()
    await proposeReferral(place, liaison, number, bureau, letter)
    await refuseReferral(place, leader, number, 'refuse')
    const refused = await report(number)
    expect(refused).toMatchObject({ state: 'verifying', refusedMove: 'refer', pendingMove: null })
    const draft = await letterOf(place, refused.id)
    const form = await (await liaison.seat.get(paths.move(refused.teamId, refused.id, 'refer'))).text()
    expect(form).toContain(draft.id)

    await proposeReferral(place, liaison, number, bureau, letter)
    await refuseReferral(place, leader, number, 'verify')
    expect(await report(number)).toMatchObject({ state: 'verifying', refusedMove: null, pendingMove: null })
  })

  it('is given more time once: the resident keeps the first date in sight', async () => {
    const { place, liaison, leader, see, report, issued } = village
    const { code, number } = await issued()
    const before = await report(number)
    const later = addDays(before.due ?? '', 25)
    await proposeExtension(place, liaison, number, later)
    await decide(place, leader, number)
    const answered = addWorkingDays(later, 3, village.house.clock.calendar)
    expect(await report(number)).toMatchObject({ due: later, promise: answered, promiseMoved: 'extended' })
    const [old, now] = [before.promise ?? '', answered].map((day) => sayDay(day, 'zh', 2026))
    expect(await see(code)).toContain(`情况比较复杂，原定 ${old}，推到 ${now}。`)
    await expect(proposeExtension(place, liaison, number, addDays(later, 5))).rejects.toThrow()
  })

  it('must be done again when the answer is not enough, and that counts', async () => {
    const { place, liaison, today, report, issued } = village
    const { number } = await issued()
    const again = addDays(today(), 7)
    await recordReply(place, liaison, number, '情况属实。', again)
    const open = await report(number)
    expect(open).toMatchObject({ state: 'referred', dueKind: 'unitReply', due: again })
    expect(await letterOf(place, open.id)).toMatchObject({ state: 'issued', rejections: 1 })
  })

  it('of somebody who is afraid stops at the wall before the town, unless the office lets it through', async () => {
    const { place, liaison, leader, administrator, town, report, verified } = village
    const { number } = await verified({ ...said.ditch, afraid: true })
    await expect(proposeReferral(place, liaison, number, town, letter)).rejects.toThrow('422')
    const permit = await askPermit(place, liaison, number, town)
    expect(permit.why).toBe('wall')
    await expect(proposeReferral(place, liaison, number, town, letter)).rejects.toThrow('422')
    const refusal = await permitForm(place, administrator, permit, 'refused', '镇里不该知道。')
    await decidePermit(place, administrator, permit, 'granted', '只有镇里能清这条渠。')
    const late = await administrator.seat.post(paths.permit(permit.id), refusal)
    const html = await late.text()
    expect([late.status, wordsJoined(html)]).toEqual([
      409,
      expect.stringContaining('现在不能再办“批准转办”。您写的在这里，可以抄走。'),
    ])
    // Under the office's key: the team's opens nothing here.
    expect(html).toContain(`name="reasonTeamKey" value="${refusal.reasonOfficeKey}"`)
    expect(html).toContain(`name="reason" value="${refusal.reason}"`)
    const { report: now } = await takeUp(place, liaison, number)
    const ours = { team: now.teamId, epoch: now.epoch }
    const reason = await readLetter(place, liaison, permit.id, ours, 'reason')
    expect(reason.get('reason')).toBe('只有镇里能清这条渠。')
    await proposeReferral(place, liaison, number, town, letter)
    await approveReferral(place, leader, number)
    expect((await report(number)).state).toBe('referred')
  })

  it('about conduct does not pass the wall unpermitted, and the resident reads no more than that it is looked into', async () => {
    const { place, liaison, leader, bureau, town, see, verified } = village
    const { code, number } = await verified(said.favours, leader)
    await expect(proposeReferral(place, liaison, number, town, letter)).rejects.toThrow('422')
    await proposeReferral(place, liaison, number, bureau, letter)
    await approveReferral(place, leader, number)
    expect(await see(code)).toContain('正在核实')
    expect(await see(code)).not.toContain('已转')
  })

  it('about conduct passes it once the office has put its reason on record', async () => {
    const { place, liaison, leader, administrator, town, report, verified } = village
    const { number } = await verified(said.favours, leader)
    const permit = await askPermit(place, liaison, number, town)
    expect(permit.why).toBe('wall')
    await decidePermit(place, administrator, permit, 'granted', '这件事只有镇纪委能查。')
    await proposeReferral(place, liaison, number, town, letter)
    await approveReferral(place, leader, number)
    expect(await report(number)).toMatchObject({ kind: 'conduct', state: 'referred' })
  })
})
