import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { handlingUnits } from '../../src/referrals/tables.ts'
import type { AtDesk } from '../cast/at-desk.ts'
import {
  approveReferral,
  designateUnit,
  letterOf,
  proposeReferral,
  readLetter,
  recordReturn,
  signLetter,
} from '../cast/referring.ts'
import { wordsJoined } from '../words.ts'
import { letter, openReferring, type Referring } from './referring.ts'

describe('a referral that was returned', () => {
  let village: Referring
  beforeAll(async () => {
    village = await openReferring()
  }, 60_000)

  it('is returned twice, and then only the office names the unit', async () => {
    const { place, liaison, leader, administrator, bureau, town, later, see, report, lettersOf, issued } =
      village
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
    const late = { steps: String(back.steps), handlingUnit: town }
    const overtaken = await administrator.seat.post(paths.designate(back.id), late)
    expect(overtaken.status).toBe(409)
    expect(wordsJoined(await overtaken.text())).toContain('刚刚有人指定了岚川市农业农村局。')
    expect((await administrator.seat.post(paths.designate('nobody'), late)).status).toBe(404)
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
    const { place, liaison, leader, administrator, bureau, town, later, report, issued } = village
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
    const { place, liaison, leader, administrator, town, later, report, issued } = village
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
})
