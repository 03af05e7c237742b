import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf, sayDay } from '../../src/clock/day.ts'
import { addWorkingDays } from '../../src/clock/working-days.ts'
import { paths } from '../../src/paths.ts'
import { letterNumber } from '../../src/referrals/signing.ts'
import { findReferral, listLetterEnvelopes, listReferrals } from '../../src/referrals/store.ts'
import { handlingUnits, referrals } from '../../src/referrals/tables.ts'
import { openPart } from '../../src/sealing/open.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { grants } from '../../src/staff/tables.ts'
import type { AtDesk } from '../cast/at-desk.ts'
import { join } from '../cast/joining.ts'
import { players } from '../cast/people.ts'
import {
  approveReferral,
  askPermit,
  decidePermit,
  designateUnit,
  enterHandlingUnit,
  letterOf,
  proposeExtension,
  proposeReferral,
  readLetter,
  recordReply,
  recordReturn,
  refuseReferral,
  sendBackLetter,
  signLetter,
} from '../cast/referring.ts'
import { lookUp, speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { accept, decide, proposeEnd, takeUp, verifyReport } from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

const letter = { summary: '该村部分灌溉渠道排水不畅，影响灌溉。', demands: '请全村排查，按期回复。' }

describe('a referral', () => {
  let village: Village
  let bureau: string
  let town: string
  beforeAll(async () => {
    village = await openVillage()
    const { place, administrator, ids } = village
    bureau = await enterHandlingUnit(place, administrator, '岚川市农业农村局', null)
    town = await enterHandlingUnit(place, administrator, '榕墟镇人民政府', ids.units.rongxu)
  }, 60_000)

  /** A moment later: drafts are told apart by their time. */
  const later = () => village.clock.set(new Date(village.clock.now().getTime() + 1000))
  const today = () => dayOf(village.house.clock.now())
  const see = async (code: string) => wordsJoined((await lookUp(village.place, code)).html)
  const report = async (number: string) => (await takeUp(village.place, village.liaison, number)).report

  const lettersOf = (id: string) => listReferrals(village.house.db, id)

  /** Accepted and being verified, by the liaison. */
  async function verified(about: Parameters<typeof speak>[2] = said.ditch, by: AtDesk = village.liaison) {
    const { place, liaison, leader, token } = village
    const { code, enquiryNumber: number } = await speak(place, token, about)
    await accept(place, by, number, liaison, { category: 'B5/B5' })
    await verifyReport(place, liaison, number, leader)
    return { code, number }
  }

  /** With a handling unit, under a number. */
  async function issued() {
    const { place, liaison, leader, administrator } = village
    const { code, number } = await verified()
    await proposeReferral(place, liaison, number, bureau, letter)
    await approveReferral(place, leader, number)
    const sent = await letterOf(place, (await report(number)).id)
    await signLetter(administrator, sent.id)
    return { code, number, id: sent.id }
  }

  it('goes from a draft through two people and the office to the unit, and its answer to the resident', async () => {
    const { place, liaison, leader, administrator } = village
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
    expect(list).toMatch(/岚川市农业农村局第一巡察组\d+月\d+日（星期.）前发出/)
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
    const { administrator, house } = village
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
    const { place, liaison, house } = village
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
    const { place, liaison, leader, administrator } = village
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
    expect((await sendBackLetter(place, administrator, reportId, '太晚了')).status).toBe(409)
  })

  it('is refused a second number, with a message, and the next letter gets the next one', async () => {
    const { place, administrator } = village
    const first = await issued()
    const answer = await administrator.seat.post(paths.signLetter(first.id), {})
    expect(answer.status).toBe(409)
    const { number } = await letterOf(place, (await report(first.number)).id)
    expect(wordsJoined(await answer.text())).toContain(`已经签发，编号 岚巡办函〔2026〕${number}号`)
    const next = await issued()
    expect((await letterOf(place, (await report(next.number)).id)).number).toBe((number ?? 0) + 1)
  })

  it('is printed only by whoever can open it', async () => {
    const { place, administrator, house } = village
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
    const { place, liaison, leader } = village
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
    const { place, liaison, leader } = village
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
    const { place, liaison } = village
    const { number } = await issued()
    const again = addDays(today(), 7)
    await recordReply(place, liaison, number, '情况属实。', again)
    const open = await report(number)
    expect(open).toMatchObject({ state: 'referred', dueKind: 'unitReply', due: again })
    expect(await letterOf(place, open.id)).toMatchObject({ state: 'issued', rejections: 1 })
  })

  it('is returned twice, and then only the office names the unit', async () => {
    const { place, liaison, leader, administrator } = village
    const { code, number } = await issued()
    await recordReturn(place, liaison, number, '不属于我局职责。')
    const back = await report(number)
    expect(back).toMatchObject({ state: 'verifying', dueKind: 'answer', due: back.promise })
    later()
    await proposeReferral(place, liaison, number, town, letter)
    await approveReferral(place, leader, number)
    // The first letter is back, and the second has not left.
    expect(await see(code)).not.toContain('已转有关部门办理')
    await signLetter(administrator, (await letterOf(place, back.id)).id)
    expect(await see(code)).toContain('已转有关部门办理')
    await recordReturn(place, liaison, number, '已由水利局办理。')

    const waiting = '已退回两次，请岚川市委巡察办指定承办单位。'
    const read = async (by: AtDesk, address: string) => wordsJoined(await (await by.seat.get(address)).text())
    const ours = paths.report(back.teamId, back.id)
    expect(await read(liaison, ours)).toContain(waiting)
    expect(await read(liaison, ours)).toContain(`转办${waiting}`)
    const form = await liaison.seat.get(paths.move(back.teamId, back.id, 'refer'))
    expect([form.status, form.headers.get('location')]).toEqual([303, ours])
    await expect(proposeReferral(place, liaison, number, bureau, letter)).rejects.toThrow('409')
    const list = await read(administrator, paths.letters)
    expect(list).toContain('等指定承办单位（1）')
    expect(list).toContain(`青塘村，受理号 ${number.slice(0, 3)} ${number.slice(3)}`)
    const counted = Number(/函 (\d+)/.exec(list)?.[1])

    expect((await designateUnit(administrator, back.id, 'nobody')).answer.status).toBe(422)
    const { html, answer } = await designateUnit(administrator, back.id, bureau)
    expect(wordsJoined(html)).toContain('青塘村')
    expect(wordsJoined(html)).toContain('榕墟镇人民政府（退回过）')
    expect(html).not.toMatch(/data-body|data-part="body"/)
    for (const { id } of await lettersOf(back.id)) {
      expect(html).toContain(paths.letter(id))
      expect(html).toMatch(new RegExp(`data-said="reply" data-subject="${id}"`))
    }
    const [first] = await lettersOf(back.id)
    const why = await readLetter(place, administrator, first?.id ?? '', 'office', 'reply')
    expect([why.get('reason'), why.get('competent')]).toEqual(['不属于我局职责。', '水利局'])
    expect(answer.status).toBe(303)
    const named = await read(administrator, paths.letters)
    expect(named).not.toContain('等指定承办单位')
    expect(Number(/函 (\d+)/.exec(named)?.[1] ?? 0)).toBe(counted - 1)
    expect((await designateUnit(administrator, back.id, town)).answer.status).toBe(404)
    const steps = await read(liaison, ours)
    expect(steps).toMatch(/指定承办单位\s*岚川市农业农村局/)
    expect(steps).not.toContain(waiting)
    expect(steps).toContain('岚川市委巡察办指定：岚川市农业农村局')
    const again = await (await liaison.seat.get(paths.move(back.teamId, back.id, 'refer'))).text()
    expect(wordsJoined(again)).toContain('岚川市委巡察办指定：岚川市农业农村局')
    expect(again).toMatch(new RegExp(`<option value="${bureau}" selected`))
    await expect(proposeReferral(place, liaison, number, town, letter)).rejects.toThrow('422')
    await proposeReferral(place, liaison, number, bureau, letter)
    await approveReferral(place, leader, number)
    expect((await report(number)).state).toBe('referred')
    const referred = await read(liaison, ours)
    expect(referred).not.toContain('巡察办指定：')
    expect(referred).toMatch(/指定承办单位\s*岚川市农业农村局/)
  })

  it('waits for another name when the unit that was named gets no more letters', async () => {
    const { place, liaison, leader, administrator } = village
    const { db } = place.house
    const { number } = await issued()
    await recordReturn(place, liaison, number, '不属于我局职责。')
    later()
    await proposeReferral(place, liaison, number, town, letter)
    await approveReferral(place, leader, number)
    const { id, teamId } = await report(number)
    await signLetter(administrator, (await letterOf(place, id)).id)
    await recordReturn(place, liaison, number, '已由水利局办理。')
    expect((await designateUnit(administrator, id, bureau)).answer.status).toBe(303)
    const reads = async (by: AtDesk, address: string) =>
      wordsJoined(await (await by.seat.get(address)).text())
    const waits = async () => [
      (await reads(administrator, paths.letters)).includes('等指定承办单位（1）'),
      (await reads(liaison, paths.report(teamId, id))).includes('已退回两次，请岚川市委巡察办指定承办单位。'),
    ]
    expect(await waits()).toEqual([false, false])
    await db.update(handlingUnits).set({ retired: true }).where(eq(handlingUnits.id, bureau))
    expect(await waits()).toEqual([true, true])
    // Who was named before still stands in the steps.
    expect(await reads(liaison, paths.report(teamId, id))).toMatch(/指定承办单位\s*岚川市农业农村局/)
    expect((await designateUnit(administrator, id, bureau)).answer.status).toBe(422)
    await db.update(handlingUnits).set({ retired: false }).where(eq(handlingUnits.id, bureau))
    expect(await waits()).toEqual([false, false])
  })

  it('goes to a unit that the office adds while it is naming one', async () => {
    const { place, liaison, leader, administrator } = village
    const { number } = await issued()
    await recordReturn(place, liaison, number, '不属于我局职责。')
    later()
    await proposeReferral(place, liaison, number, town, letter)
    await approveReferral(place, leader, number)
    const { id } = await report(number)
    await signLetter(administrator, (await letterOf(place, id)).id)
    await recordReturn(place, liaison, number, '已由水利局办理。')
    const page = await (await administrator.seat.get(paths.designate(id))).text()
    expect(page).toContain(`href="${paths.unitToName(id)}"`)
    const form = await (await administrator.seat.get(paths.unitToName(id))).text()
    expect(form).toContain(`name="naming" value="${id}"`)
    const unit = { name: '岚川市水利局', contact: '何晓', phone: '0700-5550300', belongsTo: 'none' }
    const fields = { ...unit, id: 'waterworks-of-lanchuan', naming: id }
    const added = await administrator.seat.post(paths.newHandlingUnit, fields)
    expect(added.headers.get('location')).toBe(`${paths.designate(id)}?said=saved`)
    expect((await designateUnit(administrator, id, fields.id)).answer.status).toBe(303)
    const late = await administrator.seat.post(paths.newHandlingUnit, fields)
    expect(late.headers.get('location')).toBe(paths.handlingUnits)
  })

  it('of somebody who is afraid stops at the wall before the town, unless the office lets it through', async () => {
    const { place, liaison, leader, administrator } = village
    const { number } = await verified({ ...said.ditch, afraid: true })
    await expect(proposeReferral(place, liaison, number, town, letter)).rejects.toThrow('422')
    const permit = await askPermit(place, liaison, number, town)
    expect(permit.why).toBe('wall')
    await expect(proposeReferral(place, liaison, number, town, letter)).rejects.toThrow('422')
    await decidePermit(place, administrator, permit, 'granted', '只有镇里能清这条渠。')
    const { report: now } = await takeUp(place, liaison, number)
    const ours = { team: now.teamId, epoch: now.epoch }
    const reason = await readLetter(place, liaison, permit.id, ours, 'reason')
    expect(reason.get('reason')).toBe('只有镇里能清这条渠。')
    await proposeReferral(place, liaison, number, town, letter)
    await approveReferral(place, leader, number)
    expect((await report(number)).state).toBe('referred')
  })

  it('about conduct never passes the wall, and the resident reads no more than that it is looked into', async () => {
    const { place, liaison, leader } = village
    const { code, number } = await verified(said.favours, leader)
    await expect(proposeReferral(place, liaison, number, town, letter)).rejects.toThrow('422')
    await proposeReferral(place, liaison, number, bureau, letter)
    await approveReferral(place, leader, number)
    expect(await see(code)).toContain('正在核实')
    expect(await see(code)).not.toContain('已转')
  })

  describe('on its way to the unit', () => {
    const send = (id: string, steps: number, fields = {}) =>
      village.administrator.seat.post(paths.deliverLetter(id), {
        ...{ steps: String(steps), how: 'hand', on: today() },
        ...fields,
      })
    const sign = (id: string, steps: number, fields = {}) =>
      village.administrator.seat.post(paths.receiptLetter(id), {
        ...{ steps: String(steps), name: '何晓', on: today() },
        ...fields,
      })
    const listed = async (id: string) => {
      const page = await (await village.administrator.seat.get(paths.letters)).text()
      return wordsJoined(page.split('<tr>').find((row) => row.includes(paths.letter(id))) ?? '')
    }

    it('is delivered and signed for, by hand, and everybody sees how far it is', async () => {
      const { place, administrator, liaison } = village
      const { number } = await issued()
      const { id: reportId, teamId } = await report(number)
      const { id, steps } = await letterOf(place, reportId)
      expect(await listed(id)).toMatch(/日（星期.）前回函.*已发/)
      expect((await sign(id, steps)).status).toBe(409)
      expect((await send(id, steps, { on: addDays(today(), 1) })).status).toBe(422)
      expect((await send(id, steps, { on: addDays(today(), -9) })).status).toBe(422)
      expect((await send(id, steps)).headers.get('Location')).toContain('said=delivered')
      expect(await listed(id)).toContain('已送达')
      expect((await sign(id, steps + 1, { name: ' ' })).status).toBe(422)
      expect((await sign(id, steps + 1)).headers.get('Location')).toContain('said=receipted')
      expect(await listed(id)).toContain('已签收')
      const page = wordsJoined(await (await administrator.seat.get(paths.letter(id))).text())
      expect(page).toMatch(/送达（专人送达）.*何晓于.*签收.*前退回/)
      expect(page).toContain('副本')
      const team = wordsJoined(await (await liaison.seat.get(paths.report(teamId, reportId))).text())
      expect(team).toContain('已签收')
      await recordReply(place, liaison, number, '情况属实。')
      expect(await letterOf(place, reportId)).toMatchObject({ state: 'answered', receiptName: '何晓' })
      expect(await listed(id)).toMatch(/^(?!.*前(发出|回函)).*已回/)
      await proposeEnd(place, liaison, number, { conclusion: 'substantiated', resultType: 'solved' })
      await decide(place, village.leader, number)
      expect(await listed(id)).toContain('完成')
    })

    it('is withdrawn before it is delivered, with a note; its number stays used and it counts as no return', async () => {
      const { place, administrator, liaison, leader } = village
      const { number } = await issued()
      const { id: reportId } = await report(number)
      const before = await letterOf(place, reportId)
      const after = await recordReturn(place, liaison, number, '写错了期限。', 'us')
      const said = wordsJoined(await (await liaison.seat.get(after)).text())
      expect(said).toContain('已撤回，回到核实。')
      expect(said).not.toContain('次退回')
      expect(await letterOf(place, reportId)).toMatchObject({
        ...{ state: 'withdrawn', number: before.number, year: before.year },
      })
      expect(await listed(before.id)).toContain('撤回')
      const page = await (await administrator.seat.get(paths.letter(before.id))).text()
      expect(wordsJoined(page)).toContain('这份函已撤回，编号保留。')
      expect(page).toContain('data-said="reply"')
      expect((await readLetter(place, administrator, before.id, 'office', 'reply')).get('reason')).toBe(
        '写错了期限。',
      )

      for (const _ of [1, 2]) {
        later()
        await proposeReferral(place, liaison, number, bureau, letter)
        await approveReferral(place, leader, number)
        expect(await recordReturn(place, liaison, number, '再改。')).toContain('said=letterBack')
        expect((await letterOf(place, reportId)).state).toBe('withdrawn')
      }
      const ours = await report(number)
      const read = await (await liaison.seat.get(paths.report(ours.teamId, reportId))).text()
      expect(wordsJoined(read)).toContain('未编号 · 岚川市农业农村局 · 撤回')
      expect(wordsJoined(read)).not.toContain('待编号')
      expect(await listed((await letterOf(place, reportId)).id)).toContain('未编号')
      later()
      await proposeReferral(place, liaison, number, bureau, letter)
      await approveReferral(place, leader, number)
      await signLetter(administrator, (await letterOf(place, reportId)).id)
      expect((await letterOf(place, reportId)).number).toBe((before.number ?? 0) + 1)
    })

    it('is not withdrawn any more once it is delivered, only returned', async () => {
      const { place, liaison } = village
      const { number } = await issued()
      const { id: reportId } = await report(number)
      const { id, steps } = await letterOf(place, reportId)
      await send(id, steps)
      await expect(recordReturn(place, liaison, number, '写错了。', 'us')).rejects.toThrow(
        '已经送达，不能撤回',
      )
      await recordReturn(place, liaison, number, '不归我们。')
      expect((await letterOf(place, reportId)).state).toBe('returned')
    })

    it('is withdrawn or delivered, when both are entered in the same moment', async () => {
      const { place, liaison } = village
      const { number } = await issued()
      const { id: reportId } = await report(number)
      const { id, steps } = await letterOf(place, reportId)
      const [back, there] = await Promise.allSettled([
        recordReturn(place, liaison, number, '写错了。', 'us'),
        send(id, steps),
      ])
      const delivered = there.status === 'fulfilled' && there.value.status === 303
      expect(delivered).toBe(back.status === 'rejected')
      expect((await letterOf(place, reportId)).state).toBe(delivered ? 'delivered' : 'withdrawn')
    })
  })
})
