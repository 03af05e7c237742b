import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { listSteps } from '../../src/log/record.ts'
import { paths } from '../../src/paths.ts'
import { tellings } from '../../src/telling/tables.ts'
import { enterReceipt, exported, pack, proposeEscalation } from '../cast/escalating.ts'
import { handCall } from '../cast/handing.ts'
import {
  approveReferral,
  enterHandlingUnit,
  letterOf,
  proposeExtension,
  proposeReferral,
  signLetter,
} from '../cast/referring.ts'
import { lookUp, speak } from '../cast/residents.ts'
import { printPaper, readPaper } from '../cast/telling.ts'
import { said } from '../cast/words.ts'
import {
  accept,
  decide,
  enterResult,
  proposeDecline,
  proposeEnd,
  takeUp,
  verifyReport,
} from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

const { land } = said
const named = { reply: 'named', name: land.name, phone: land.phone, consent: true } as const

describe('whoever gave their name has it on paper', () => {
  let village: Village
  beforeAll(async () => {
    village = await openVillage()
  }, 60_000)

  const report = async (number: string) => (await takeUp(village.place, village.liaison, number)).report
  async function verified(what: Parameters<typeof speak>[2] = land) {
    const { place, liaison, leader, token } = village
    const { code, enquiryNumber: number } = await speak(place, token, what)
    await accept(place, what.kind === 'conduct' ? leader : liaison, number, liaison, { category: 'B6/B6' })
    await verifyReport(place, liaison, number, leader)
    return { code, number }
  }
  async function ended(what: Parameters<typeof speak>[2], end: Parameters<typeof proposeEnd>[3]) {
    const { place, liaison, leader } = village
    const { code, number } = await verified(what)
    await enterResult(place, liaison, number, '已查。', end.conclusion ?? 'substantiated')
    await proposeEnd(place, liaison, number, end)
    await decide(place, leader, number)
    return { code, number }
  }

  it('from acceptance over more time to the answer, each under a number of its own', async () => {
    const { place, liaison, leader, administrator } = village
    const { number } = await verified()
    const accepted = await printPaper(place, leader, number)
    expect(accepted).toMatchObject({ status: 200, name: land.name })
    expect(accepted.paper).toContain('告知〔2026〕1号受理告知书')
    expect(accepted.html).not.toContain(land.name)

    const bureau = await enterHandlingUnit(place, administrator, '岚川市自然资源局', null)
    await proposeReferral(place, liaison, number, bureau, {
      summary: '该村征地补偿款未付清。',
      demands: '请核实。',
    })
    await approveReferral(place, leader, number)
    const { id, due } = await report(number)
    await signLetter(administrator, (await letterOf(place, id)).id)
    // What is passed on is no news to be printed: the paper is still that of acceptance.
    expect(await readPaper(leader, await report(number))).toContain('受理告知书')
    await proposeExtension(place, liaison, number, addDays(due ?? '', 25))
    await decide(place, leader, number)
    const extended = await printPaper(place, leader, number)
    expect(extended.paper).toMatch(/告知〔2026〕2号 ?延期告知书.*情况比较复杂，原定.*推到.*。/)
    expect(extended.paper).not.toMatch(/自然资源局|转/)

    const moves = (await listSteps(village.house.db, `report:${id}`)).map(({ move, why }) => [move, why])
    expect(moves.filter(([move]) => move === 'print' || move === 'view contact')).toEqual([
      ['view contact', 'view:reply'],
      ['print', 'paper:accept'],
      ['view contact', 'view:reply'],
      ['print', 'paper:extend'],
    ])
  })

  it('when it is refused: why, and whom to ask; of the report it says no word', async () => {
    const { place, liaison, leader, token } = village
    const { code, enquiryNumber: number } = await speak(place, token, land)
    await proposeDecline(place, liaison, number, 'otherOrgan', '政务服务热线', '12345')
    expect(await readPaper(leader, await report(number))).toBe(303)
    await decide(place, leader, number)
    const { paper, html } = await printPaper(place, leader, number)
    expect(paper).toMatch(/不予受理告知书.*属于其他部门的职责。.*您可以找.*我们没有替您转过去。/)
    expect(paper).not.toMatch(/青塘村|补偿|征地/)
    // The channel is in a message to the resident, which the same browser opens onto the paper.
    expect(html).toContain('data-purpose="channel"')
    expect(wordsJoined((await lookUp(place, code)).html)).toContain('我们没有替您转过去。')
    expect(await readPaper(liaison, await report(number))).toBe(404)
  })

  it('about conduct in the same words, whatever was found', async () => {
    const { place, leader } = village
    const about = { ...said.contracts, ...named, afraid: false }
    const found = await ended(about, { conclusion: 'substantiated', resultType: 'movedOn' })
    const nothing = await ended(about, { conclusion: 'unsubstantiated', resultType: 'noAction' })
    const [one, other] = [
      (await printPaper(place, leader, found.number)).paper ?? '',
      (await printPaper(place, leader, nothing.number)).paper ?? '',
    ]
    expect(one).toContain('您反映的情况，已经按规定处理。谢谢您。')
    const alike = (paper: string) => paper.replace(/〕\d+号/, '').replace(/受理号\d{3} \d{3}/, '')
    expect(alike(one)).toBe(alike(other))
  })

  it('about conduct in the same words, though it went up: told and printed until it is erased for its receipt', async () => {
    const { place, liaison, leader, clock } = village
    const about = { ...said.contracts, ...named, afraid: false }
    const ordinary = await ended(about, { conclusion: 'substantiated', resultType: 'movedOn' })
    const { number } = await verified(about)
    await proposeEscalation(place, liaison, number)
    await decide(place, leader, number)
    const { report: up } = await takeUp(place, leader, number)
    expect(up.state).toBe('escalated')
    expect(up.tellBy).toBe((await report(ordinary.number)).tellBy)
    const alike = ({ paper = '' }: { paper?: string }) =>
      paper.replace(/〕\d+号/, '').replace(/受理号\d{3} \d{3}/, '')
    const printed = await printPaper(place, leader, number)
    expect(alike(printed)).toBe(alike(await printPaper(place, leader, ordinary.number)))
    expect(printed.name).toBe(land.name)

    const now = await takeUp(place, leader, number)
    const fields = { toldOn: dayOf(clock.now()), toldHow: 'letter', steps: String(now.report.steps) }
    expect((await leader.seat.post(paths.told(up.teamId, up.id), fields)).status).toBe(303)
    expect((await takeUp(place, leader, number)).report.tellBy).toBeNull()
    await exported(place, leader, number, await pack(place, leader, number, 'shan gao shui chang lu yuan'))
    await enterReceipt(place, liaison, number, '澄巡收〔2026〕8号')
    expect(await readPaper(leader, up)).toBe(303)
    expect(await printPaper(place, leader, number)).toEqual({ status: 409 })
  })

  it('from the officer to whom the leader handed the call, and from nobody else', async () => {
    const { place, liaison, leader } = village
    const { number } = await verified()
    expect(await printPaper(place, liaison, number)).toEqual({ status: 404 })
    await handCall(place, leader, number, liaison)
    expect(await printPaper(place, liaison, number)).toMatchObject({ status: 200, name: land.name })
  })

  it('and not when no name was given', async () => {
    const { place, leader } = village
    for (const what of [said.ditch, said.subsidy]) {
      const { number } = await ended(what, { conclusion: 'substantiated', resultType: 'solved' })
      const now = await report(number)
      const page = await (await leader.seat.get(paths.report(now.teamId, now.id))).text()
      expect(page).not.toContain('告知书')
      expect(await printPaper(place, leader, number)).toEqual({ status: 404 })
    }
  })

  it('whose words are erased with its report when that goes up; the number stays', async () => {
    const { place, liaison, leader, house } = village
    const { number } = await verified()
    await printPaper(place, leader, number)
    const { id } = await report(number)
    const papers = () => house.db.select().from(tellings).where(eq(tellings.reportId, id))
    const before = await papers()
    expect(before).toMatchObject([{ wording: { title: '受理告知书' } }])
    await proposeEscalation(place, liaison, number)
    await decide(place, leader, number)
    await exported(place, leader, number, await pack(place, leader, number, 'shan gao shui chang lu yuan'))
    expect((await enterReceipt(place, liaison, number, '澄巡收〔2026〕7号')).status).toBe(303)
    expect(await papers()).toEqual(before.map((one) => ({ ...one, wording: null })))
  })
})
