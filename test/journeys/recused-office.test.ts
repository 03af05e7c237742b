import { beforeAll, describe, expect, it } from 'vitest'
import { nearest } from '../../src/categories/sorting.ts'
import { firstOf } from '../../src/categories/store.ts'
import { paths } from '../../src/paths.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import type { AtDesk } from '../cast/at-desk.ts'
import { enterReceipt, exported, pack, proposeEscalation } from '../cast/escalating.ts'
import { join } from '../cast/joining.ts'
import { players } from '../cast/people.ts'
import { endRecusalFrom, recuseFrom } from '../cast/recusing.ts'
import {
  approveReferral,
  askPermit,
  enterHandlingUnit,
  letterOf,
  proposeReferral,
  signLetter,
} from '../cast/referring.ts'
import { speak } from '../cast/residents.ts'
import { accept, decide, takeUp, verifyReport } from '../cast/working.ts'
import { openVillage, type Village } from './stage.ts'

const category = nearest(firstOf('organ'), { tile: 'O6', aspect: null, point: null })?.value ?? ''
const aboutMember = { kind: 'conduct', tile: 'O6', text: '巡察组有人在村里吃饭。', subject: '' } as const

describe('an administrator who is recused', () => {
  let village: Village
  let second: AtDesk
  let bureau: string
  beforeAll(async () => {
    village = await openVillage()
    const { place, administrator } = village
    second = await join(place, administrator, players.xu, OFFICE)
    bureau = await enterHandlingUnit(place, administrator, '岚川市水务局', null)
  }, 60_000)

  async function kept() {
    const { place, token, administrator } = village
    const { enquiryNumber: number } = await speak(place, token, aboutMember, 'office')
    await accept(place, administrator, number, administrator, { category, risk: 'low' })
    await verifyReport(place, administrator, number, second)
    return { number, id: (await takeUp(place, administrator, number)).report.id }
  }
  async function recuse(number: string) {
    const { report } = await takeUp(village.place, village.administrator, number)
    const fields = { steps: String(report.steps), person: second.id, recusalReason: 'kin' }
    const address = paths.recusals(OFFICE, report.id)
    // Of two, the one who has it in hand approves nothing about it: that is said first and has to be ticked.
    const asked = await village.administrator.seat.post(address, fields)
    expect([asked.status, await asked.text()]).toEqual([422, expect.stringContaining('这件就没有人能审批')])
    // A tick about somebody else counts for nothing.
    expect((await village.administrator.seat.post(address, { ...fields, knows: 'on' })).status).toBe(422)
    expect((await takeUp(village.place, second, number)).report.steps).toBe(report.steps)
    expect((await second.seat.get(paths.report(OFFICE, report.id))).status).toBe(200)
    await village.administrator.seat.send(address, { ...fields, knows: second.id })
  }
  const letters = async (who: AtDesk) => (await who.seat.get(paths.letters)).text()

  it('neither reads nor signs nor delivers its letters, nor is shown them in the list', async () => {
    const { place, administrator } = village
    const { number, id } = await kept()
    await proposeReferral(place, administrator, number, bureau, { summary: '有人吃请。', demands: '请核。' })
    await approveReferral(place, second, number)
    const letter = await letterOf(place, id)
    const at = paths.letter(letter.id)
    const steps = String(letter.steps)
    expect((await second.seat.get(at)).status).toBe(200)
    expect(await letters(second)).toContain(at)

    const today = async (who: AtDesk) => (await who.seat.get(paths.office)).text()
    expect(await today(second)).toContain('待编号的函 1 件')
    const inHand = async (address: string) =>
      Number(/手里还有 (\d+) 件没办结/.exec(await (await second.seat.get(address)).text())?.[1] ?? 0)
    const before = await inHand(paths.people)
    expect(before).toBeGreaterThan(0)

    await recuse(number)
    expect(await inHand(paths.people)).toBe(before - 1)
    expect(await today(second)).toContain('待编号的函 0 件')
    expect(await today(administrator)).toContain('待编号的函 1 件')
    expect((await second.seat.get(at)).status).toBe(404)
    const on = '2022-09-21'
    const ways: [string, Record<string, string>][] = [
      [paths.signLetter(letter.id), {}],
      [paths.sendBackLetter(letter.id), { steps, reply: 'AAAA', replyId: 'AAAA' }],
      [paths.deliverLetter(letter.id), { steps, how: 'hand', on }],
      [paths.deliverLetter(letter.id), {}],
      [paths.receiptLetter(letter.id), { steps, name: '何晓', on }],
    ]
    for (const [way, fields] of ways)
      expect([way, (await second.seat.post(way, fields)).status]).toEqual([way, 404])
    expect((await letterOf(place, id)).state).toBe('approved')
    const list = await letters(second)
    expect(list).not.toContain(at)
    expect(await letters(administrator)).toContain(at)
    // The administrator who drafted it still may not sign it.
    await expect(signLetter(administrator, letter.id)).rejects.toThrow('另一名管理员签发')
  })

  it('gives no leave for it either', async () => {
    const { place, administrator } = village
    const { number } = await kept()
    const { report } = await takeUp(place, administrator, number)
    const own = await enterHandlingUnit(place, administrator, '镇里的办公室', report.unitId)
    const permit = paths.permit((await askPermit(place, administrator, number, own)).id)
    expect((await second.seat.get(permit)).status).toBe(200)
    await recuse(number)
    expect((await second.seat.get(permit)).status).toBe(404)
    for (const decision of ['granted', 'refused'])
      expect((await second.seat.post(permit, { decision })).status).toBe(404)
    expect(await letters(second)).not.toContain(permit)
    expect(await letters(administrator)).toContain(permit)
  })

  it('for all of a unit has still to enter the receipt of what the other took out', async () => {
    const { place, administrator, ids } = village
    const { enquiryNumber: number } = await speak(place, village.token, aboutMember, 'office')
    await proposeEscalation(place, administrator, number)
    await decide(place, second, number)
    expect((await recuseFrom(administrator, second, ids.units.qingtang)).status).toBe(303)
    const takeOut = async () =>
      exported(
        place,
        administrator,
        number,
        await pack(place, administrator, number, '过了桥往左第三棵树下见'),
      )
    await takeOut()
    expect((await enterReceipt(place, second, number, '20')).status).toBe(404)
    expect((await enterReceipt(place, administrator, number, '20')).status).toBe(409)
    await endRecusalFrom(administrator, second, ids.units.qingtang)
    expect((await enterReceipt(place, second, number, '20')).status).toBe(303)
  })
})
