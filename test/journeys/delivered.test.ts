import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { announced } from '../../src/clock/calendar.ts'
import { addDays, sayDay } from '../../src/clock/day.ts'
import { dueBy } from '../../src/clock/deadlines.ts'
import { paths } from '../../src/paths.ts'
import { referrals } from '../../src/referrals/tables.ts'
import {
  approveReferral,
  letterOf,
  proposeReferral,
  readLetter,
  recordReply,
  recordReturn,
  signLetter,
} from '../cast/referring.ts'
import { decide, proposeEnd } from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { letter, openReferring, type Referring } from './referring.ts'

describe('a letter on its way to the unit', () => {
  let village: Referring
  beforeAll(async () => {
    village = await openReferring()
  }, 60_000)

  const send = (id: string, steps: number, fields = {}) =>
    village.administrator.seat.post(paths.deliverLetter(id), {
      steps: String(steps),
      how: 'hand',
      on: village.today(),
      ...fields,
    })
  const sign = (id: string, steps: number, fields = {}) =>
    village.administrator.seat.post(paths.receiptLetter(id), {
      steps: String(steps),
      name: '何晓',
      on: village.today(),
      ...fields,
    })
  const listed = async (id: string) => {
    const page = await (await village.administrator.seat.get(paths.letters)).text()
    return wordsJoined(page.split('<tr>').find((row) => row.includes(paths.letter(id))) ?? '')
  }

  it('is delivered and signed for, by hand, and everybody sees how far it is', async () => {
    const { place, administrator, liaison, today, report, issued } = village
    const { number } = await issued()
    const { id: reportId, teamId } = await report(number)
    const { id, steps } = await letterOf(place, reportId)
    expect(await listed(id)).toMatch(/日（星期.）前回函.*已发/)
    const unprinted = '正本还没有打印。先打印正本'
    const pageOf = async () => wordsJoined(await (await administrator.seat.get(paths.letter(id))).text())
    expect(await pageOf()).toContain(unprinted)
    const { db } = place.house
    await db.update(referrals).set({ printedOn: today() }).where(eq(referrals.id, id))
    expect(await pageOf()).not.toContain(unprinted)
    await db.update(referrals).set({ printedOn: null }).where(eq(referrals.id, id))
    expect((await sign(id, steps)).status).toBe(409)
    expect((await send(id, steps, { on: addDays(today(), 1) })).status).toBe(422)
    expect((await send(id, steps, { on: addDays(today(), -9) })).status).toBe(422)
    expect((await send(id, steps)).headers.get('Location')).toContain('said=delivered')
    const by = (day: string) => `${sayDay(dueBy('unitReceipt', day, announced), 'zh', 2026)}前签收`
    expect(await listed(id)).toMatch(new RegExp(`${by(today())}已送达`))
    const weekAgo = addDays(today(), -7)
    await db.update(referrals).set({ deliveredOn: weekAgo }).where(eq(referrals.id, id))
    expect(await listed(id)).toMatch(new RegExp(`${by(weekAgo)} 超期已送达`))
    expect(await pageOf()).toContain(`${by(weekAgo)}。 超期`)
    await db.update(referrals).set({ deliveredOn: today() }).where(eq(referrals.id, id))
    expect((await sign(id, steps + 1, { name: ' ' })).status).toBe(422)
    expect((await sign(id, steps + 1)).headers.get('Location')).toContain('said=receipted')
    expect(await listed(id)).toContain('已签收')
    const page = wordsJoined(await (await administrator.seat.get(paths.letter(id))).text())
    expect(page).toMatch(/送达（专人送达）.*何晓于.*签收/)
    expect(page).toContain(`${sayDay(dueBy('unitReturn', today(), announced), 'zh', 2026)}前退回`)
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
    const { place, administrator, liaison, leader, bureau, later, report, issued } = village
    const { number } = await issued()
    const { id: reportId } = await report(number)
    const before = await letterOf(place, reportId)
    const after = await recordReturn(place, liaison, number, '写错了期限。', 'us')
    const said = wordsJoined(await (await liaison.seat.get(after)).text())
    expect(said).toContain('已撤回，回到核实。')
    expect(said).not.toContain('次退回')
    expect(await letterOf(place, reportId)).toMatchObject({
      state: 'withdrawn',
      number: before.number,
      year: before.year,
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
    const { place, liaison, report, issued } = village
    const { number } = await issued()
    const { id: reportId } = await report(number)
    const { id, steps } = await letterOf(place, reportId)
    await send(id, steps)
    await expect(recordReturn(place, liaison, number, '写错了。', 'us')).rejects.toThrow('已经送达，不能撤回')
    await recordReturn(place, liaison, number, '不归我们。')
    expect((await letterOf(place, reportId)).state).toBe('returned')
  })

  it('is withdrawn or delivered, when both are entered in the same moment', async () => {
    const { place, liaison, report, issued } = village
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
