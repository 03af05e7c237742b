import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { fixNotices } from '../../src/fixes/tables.ts'
import { paths } from '../../src/paths.ts'
import { openSet } from '../../src/queue/opening.client.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { digestIn } from '../cast/digest.ts'
import { askPermit, decidePermit } from '../cast/referring.ts'
import { lookUp, speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import {
  accept,
  decide,
  enterResult,
  proposeEnd,
  proposeFix,
  recordFeedback,
  seeItDone,
  seeItNotDone,
  takeUp,
  verifyReport,
} from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

describe('the way of a report that is mended on the spot', () => {
  let village: Village
  beforeAll(async () => {
    village = await openVillage()
  }, 60_000)

  it('is ordered, not done, ordered again, seen to be done and answered; the resident reads each', async () => {
    const { place, liaison, leader, token, house } = village
    const { code, enquiryNumber: number } = await speak(place, token, said.ditch)
    const reads = async () => wordsJoined((await lookUp(place, code)).html)
    const order = { matter: '疏通水渠', responsible: '青塘村', signer: '村主任' }
    const due = addDays(dayOf(house.clock.now()), 1)

    await accept(place, liaison, number, liaison, { category: 'B5/B5' })
    await verifyReport(place, liaison, number, leader)
    await enterResult(place, liaison, number, '渠口淤塞。', 'substantiated')
    await proposeFix(place, liaison, number, order, due)
    await decide(place, leader, number)
    expect(await reads()).toContain('已要求马上解决')

    const { report, opened } = await takeUp(place, leader, number)
    expect(report).toMatchObject({ dueKind: 'fix', due })
    const notice = wordsJoined(
      await (await leader.seat.get(paths.fixNotice(report.teamId, report.id))).text(),
    )
    expect(notice).toMatch(
      /中共岚川市委第一巡察组.*立行立改通知书.*青塘村党组织：.*巡察工作中了解到.*整改前照片/,
    )
    expect(notice).not.toContain(number)
    expect(notice).not.toMatch(/群众|反映人/)
    const [written] = await listEnvelopes(house.db, [report.id], ['order'])
    const read = await openSet(opened, 'order', written!.partId, written!.envelope)
    expect(Object.fromEntries(read)).toEqual(order)

    await seeItNotDone(place, liaison, number, '没有人来。')
    expect(await reads()).toContain('正在核实')

    await proposeFix(place, liaison, number, order, due)
    await decide(place, leader, number)
    await expect(seeItDone(place, liaison, number)).rejects.toThrow()
    await recordFeedback(place, liaison, number)
    expect(await reads()).toContain('已要求马上解决')
    const sheet = wordsJoined(await (await leader.seat.get(paths.report(report.teamId, report.id))).text())
    expect(sheet).toContain('登记整改反馈')
    expect(sheet).not.toContain('已疏通。')
    const [back] = await listEnvelopes(house.db, [report.id], ['feedback'])
    const came = await openSet(opened, 'feedback', back!.partId, back!.envelope)
    expect(came.get('proof')).toBe('前后照片各一张。')
    await seeItDone(place, liaison, number)
    expect((await takeUp(place, leader, number)).report.dueKind).toBe('answer')
    await proposeEnd(place, liaison, number, {
      conclusion: 'substantiated',
      resultType: 'solved',
      answer: '水渠通了。',
    })
    await decide(place, leader, number)
    expect(await reads()).toContain('已经办好。')
  })
  /** Verified, with what was found, and an order that waits for the leader. */
  async function ordered(what: Parameters<typeof speak>[2], by = village.liaison) {
    const { place, liaison, leader, token, house } = village
    const { enquiryNumber: number } = await speak(place, token, what)
    await accept(place, what.kind === 'conduct' ? leader : liaison, number, by, { category: 'B5/B5' })
    await verifyReport(place, by, number, leader)
    await enterResult(place, by, number, '渠口淤塞。', 'substantiated')
    const order = { matter: '疏通水渠', responsible: '青塘村', signer: '村主任' }
    const propose = () => proposeFix(place, by, number, order, dayOf(house.clock.now()))
    return { number, propose, now: async () => (await takeUp(place, leader, number)).report }
  }
  const decideFix = async ({ now }: Awaited<ReturnType<typeof ordered>>, fields: Record<string, string>) => {
    const { teamId, id, steps } = await now()
    const address = paths.approveFix(teamId, id)
    const digest = digestIn(await (await village.leader.seat.get(address)).text())
    return village.leader.seat.post(address, { steps: String(steps), digest, ...fields })
  }
  const ticks = { tickWords: 'yes', tickGuess: 'yes', tickDemands: 'yes' }

  it('is approved tick by tick, beside the words of the resident, and by nobody who drafted it', async () => {
    const { leader, liaison } = village
    const one = await ordered(said.ditch)
    await one.propose()
    const { teamId, id, steps } = await one.now()
    const page = await (await leader.seat.get(paths.approveFix(teamId, id))).text()
    expect(page).toContain('审批：立行立改')
    expect(page).toContain('data-body=')
    // The check reads what the unit is told of the matter, and not the name of its own signer.
    const read = /data-field="(\w+)" data-checked/g
    expect([...page.matchAll(read)].map(([, field]) => field)).toEqual(['matter', 'responsible'])
    const short = await decideFix(one, { decision: 'approve', tickWords: 'yes', tickGuess: 'yes' })
    expect(short.status).toBe(422)
    expect(await short.text()).toContain('请看过再打勾。')
    const own = await liaison.seat.post(paths.approveFix(teamId, id), {
      steps: String(steps),
      decision: 'approve',
      ...ticks,
    })
    expect(own.status).toBe(409)
    const bypass = await leader.seat.post(paths.decide(teamId, id), {
      steps: String(steps),
      decision: 'approve',
    })
    expect(bypass.headers.get('Location')).toBe(paths.approveFix(teamId, id))
    expect((await one.now()).state).toBe('verifying')
    const both = await Promise.all([0, 1].map(() => decideFix(one, { decision: 'approve', ...ticks })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect((await one.now()).state).toBe('fixing')
  })

  it('stops at the wall where the reporter is afraid, unless the office gives leave with a reason', async () => {
    const { place, liaison, administrator } = village
    const one = await ordered({ ...said.ditch, afraid: true })
    await expect(one.propose()).rejects.toThrow('422')
    const form = await (await liaison.seat.get(paths.move(...(await idsOf(one)), 'fix'))).text()
    expect(form).toContain('由岚川市委巡察办主任批准并写理由')
    // There is nothing to send, and nothing that a resident would see.
    expect(form).not.toMatch(/报组长审批|群众会看到/)
    const permit = await askPermit(place, liaison, one.number, 'own')
    const office = await (await administrator.seat.get(paths.letters)).text()
    expect(office).toContain('申请要求被反映的单位立行立改')
    await expect(one.propose()).rejects.toThrow('422')
    await decidePermit(place, administrator, permit, 'granted', '只有村里能清。')
    await one.propose()
    expect((await decideFix(one, { decision: 'approve', ...ticks })).status).toBe(303)
    expect((await one.now()).state).toBe('fixing')
  })

  it('is signed for once its original is out, on a day that can be, and by one of two who enter it', async () => {
    const { leader, liaison, house } = village
    const one = await ordered(said.ditch)
    await one.propose()
    await decideFix(one, { decision: 'approve', ...ticks })
    const [teamId, id] = await idsOf(one)
    const today = dayOf(house.clock.now())
    const page = async () => (await liaison.seat.get(paths.fixNotice(teamId, id))).text()
    const steps = async () => /name="steps" value="(\d+)"/.exec(await page())?.[1] ?? ''
    const sign = async (fields: Record<string, string>, seat = liaison.seat) =>
      seat.post(paths.receiptNotice(teamId, id), {
        steps: await steps(),
        name: '村主任',
        on: today,
        ...fields,
      })
    const stored = async () =>
      (await findNotices(id)).map(({ receiptName, receiptOn }) => [receiptName, receiptOn])
    const findNotices = (reportId: string) =>
      house.db.select().from(fixNotices).where(eq(fixNotices.reportId, reportId))

    expect(await page()).not.toContain('登记签收')
    expect((await sign({})).status).toBe(409)
    const seen = await steps()
    await liaison.seat.post(paths.fixNotice(teamId, id), { steps: seen })
    expect(await page()).toContain('登记签收')
    for (const on of [addDays(today, 1), addDays(today, -1), 'today']) {
      const refused = await sign({ on })
      expect(refused.status, on).toBe(422)
      expect(await refused.text()).toContain('value="村主任"')
    }
    expect((await sign({ name: ' ' })).status).toBe(422)
    expect(await stored()).toEqual([[null, null]])
    const both = await Promise.all([sign({}), sign({ name: '村支书' }, leader.seat)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const [[name]] = (await stored()) as [[string, string]]
    expect(await page()).toContain(`${name}于`)
    expect(await page()).not.toContain('登记签收')
    // Who signed has the original: there is no other.
    const again = await liaison.seat.post(paths.fixNotice(teamId, id), { steps: String(Number(seen) + 2) })
    expect(again.status).toBe(409)
  })

  it('needs no leave where there is no wall, and none can be asked for', async () => {
    const { liaison } = village
    const one = await ordered(said.ditch)
    const asked = await liaison.seat.post(paths.askPermit(...(await idsOf(one))), { handlingUnit: 'own' })
    expect(asked.status).toBe(409)
  })

  async function idsOf({ now }: Awaited<ReturnType<typeof ordered>>): Promise<[string, string]> {
    const { teamId, id } = await now()
    return [teamId, id]
  }
})
