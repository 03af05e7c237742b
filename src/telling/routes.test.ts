import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openTeamDesk, type TeamDesk } from '../../test/team-desk.ts'
import { wordsJoined as words } from '../../test/words.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { letTimePass } from '../reports/daily.ts'
import { eraseContact } from '../reports/erasing.ts'
import { moveReport } from '../reports/moving.ts'
import { decideProposal, proposeMove } from '../reports/proposing.ts'
import { recuse } from '../reports/recusing.ts'
import { type Report, reports } from '../reports/tables.ts'
import { recordTold } from '../reports/telling.ts'
import { eraseTellings } from './store.ts'
import { tellings } from './tables.ts'

const li = { id: 'li', roles: ['leader'] } as const
const chen = { id: 'chen', roles: ['liaison'] } as const

let desk: TeamDesk
beforeEach(async () => {
  desk = await openTeamDesk('2026-11-24T09:00:00+08:00')
})

const named = () => desk.write({}, { identityMode: 'named' })
const page = ({ id }: Report) => paths.report(desk.ids.teamId, id)
const paper = ({ id }: Report) => paths.toldPaper(desk.ids.teamId, id)
const sheet = async (report: Report, who: 'li' | 'chen' | 'wu' = 'li') => desk[who].get(paper(report))
const print = async (report: Report, who: 'li' | 'chen' | 'wu' = 'li') =>
  desk[who].post(paper(report), { steps: String((await desk.now(report)).steps) })
const numberOn = (html: string) => html.match(/告知〔\d{4}〕(\d+)号/)?.[1]

async function accept(report: Report) {
  const form = { decided: { owner: 'wu', due: '2026-12-15' }, sealed: [] }
  await moveReport(desk.db, report, 'accept', chen, form, desk.moment())
  return report
}
async function decline(report: Report) {
  const draft = { decided: { declineReason: 'courtMatter' as const, forwarded: false }, sealed: [] }
  await proposeMove(desk.db, await desk.now(report), 'decline', chen, draft, desk.moment())
  await decideProposal(desk.db, await desk.now(report), li, { approve: true, sealed: [] }, desk.moment())
  return report
}
async function refer(report: Report, due: string) {
  const { db, moment } = desk
  await moveReport(db, await desk.now(report), 'verify', li, { decided: {}, sealed: [] }, moment())
  await approved(report, 'refer', due)
}
async function approved(report: Report, move: 'refer' | 'extend', due: string) {
  const letters = { unnamed: false, unsent: move === 'refer', extended: false }
  const form = { decided: { due }, sealed: [], letters }
  const proposed = await proposeMove(desk.db, await desk.now(report), move, chen, form, desk.moment())
  expect(proposed).toBe('moved')
  await decideProposal(desk.db, await desk.now(report), li, { approve: true, sealed: [] }, desk.moment())
}
const tell = async (report: Report) =>
  recordTold(desk.db, await desk.now(report), { why: 'told:letter', by: 'li', now: desk.clock.now() })

describe('the paper of a named reporter', () => {
  it('is offered for the step that has happened, to who may see the name, and to nobody else', async () => {
    const report = await named()
    expect((await desk.li.get(page(report))).html).not.toContain('打印告知书')
    expect((await sheet(report)).to).toBe(page(report))
    await accept(report)
    expect(words((await desk.li.get(page(report))).html)).toContain('打印告知书（受理）')
    await decline(report)
    expect(words((await desk.li.get(page(report))).html)).toContain('打印告知书（不予受理）')
    for (const who of ['chen', 'wu'] as const) {
      expect((await desk[who].get(page(report))).html).not.toContain('打印告知书')
      expect((await sheet(report, who)).status).toBe(404)
      expect((await print(report, who)).status).toBe(404)
    }
    expect(await desk.db.select().from(tellings)).toEqual([])
  })

  it('is none for who gave no name, or had it erased', async () => {
    const erased = await accept(await named())
    await eraseContact(desk.db, await desk.now(erased), '2026-11-24', 'asked')
    const others = [await desk.write(), await desk.write({}, { identityMode: 'contactOnly' })]
    for (const report of [erased, ...(await Promise.all(others.map(accept)))]) {
      expect((await desk.li.get(page(report))).html).not.toContain('打印告知书')
      expect((await sheet(report)).status).toBe(404)
      expect((await print(report)).status).toBe(404)
    }
  })

  it('is behind no door to a leader who stays away from the report', async () => {
    const report = await accept(await named())
    expect((await sheet(report)).status).toBe(200)
    const moment = desk.moment()
    await recuse(desk.db, await desk.now(report), { person: 'li', why: 'recusal:kin' }, li, moment)
    const lost = await desk.li.get(paths.toldPaper(desk.ids.teamId, 'nowhere'))
    expect(await sheet(report)).toEqual(lost)
    expect(lost.status).toBe(404)
    expect((await print(report)).status).toBe(404)
    expect(await desk.db.select().from(tellings)).toEqual([])
  })

  it('shows what it will say without the name, and looking leaves no step', async () => {
    const report = await decline(await named())
    const before = await listSteps(desk.db, `report:${report.id}`)
    const { html } = await sheet(report)
    expect(words(html)).toContain('第二巡察组告知〔2026〕 号（待编号）')
    expect(words(html)).toContain('打印正本')
    expect(words(html)).toContain('已经或者应当通过诉讼、仲裁、行政复议等途径解决。')
    expect(html).not.toContain('data-held-contact')
    expect(await listSteps(desk.db, `report:${report.id}`)).toEqual(before)
  })

  it('is printed with the contact viewed for a reason: both on record, and a number', async () => {
    const report = await decline(await named())
    const { status, html } = await print(report)
    expect(status).toBe(200)
    expect(html).toContain('data-held-contact')
    expect(html).toContain('data-print="now"')
    expect(numberOn(html)).toBe('1')
    const steps = await listSteps(desk.db, `report:${report.id}`)
    expect(steps.slice(-2).map(({ move, who, why }) => [move, who, why])).toEqual([
      ['view contact', 'li', 'view:reply'],
      ['print', 'li', 'paper:decline'],
    ])
    expect((await desk.now(report)).steps).toBe(steps.length)
    const [row] = await desk.db.select().from(tellings)
    expect(row).toMatchObject({ year: 2026, number: 1, printedOn: '2026-11-24' })
    expect(await listSteps(desk.db, `tellings:${row?.issuer}:2026`)).toMatchObject([
      { position: 1, who: 'li', why: `report:${report.id}` },
    ])
    expect(words((await desk.wu.get(page(report))).html)).toContain('黎工 · 打印告知书不予受理')
  })

  it('keeps number and words; after they were told, another day’s print is a copy', async () => {
    const report = await accept(await named())
    const first = words((await print(report)).html)
    desk.clock.set('2026-11-25T09:00:00+08:00')
    const again = await print(report)
    expect(words(again.html).replace(/.*受理告知书/, '')).toBe(first.replace(/.*受理告知书/, ''))
    expect(again.html).not.toContain('副本')
    await tell(report)
    expect(words((await sheet(report)).html)).toContain('打印副本')
    const copy = await print(report)
    expect(numberOn(copy.html)).toBe('1')
    expect(copy.html).toContain('副本')
    expect(await desk.db.select().from(tellings)).toHaveLength(1)
  })

  it('of more time is told by a day of its own, and no copy before it was', async () => {
    const report = await accept(await named())
    await print(report)
    await tell(report)
    await refer(report, '2026-12-10')
    expect((await desk.now(report)).tellBy).toBeNull()
    await approved(report, 'extend', '2026-12-31')
    expect((await desk.now(report)).tellBy).toBe('2026-12-01')
    expect(numberOn((await print(report)).html)).toBe('2')
    desk.clock.set('2026-11-25T09:00:00+08:00')
    expect((await print(report)).html).not.toContain('副本')
    expect(await tell(report)).toBe('moved')
    expect((await print(report)).html).toContain('副本')
  })

  it.each([
    ['within what was promised', '2027-01-15', '受理'],
    ['for just as long', '2027-01-25', '受理'],
    ['for longer', '2027-01-29', '延期'],
  ])(
    'of more time is there only when the resident gets it too, not when the unit has it %s',
    async (_, due, title) => {
      const report = await accept(await named())
      await tell(report)
      await refer(report, '2026-12-10')
      await desk.db.update(reports).set({ due: '2027-01-11' }).where(eq(reports.id, report.id))
      desk.clock.set('2027-01-04T09:00:00+08:00')
      await letTimePass(desk.db, desk.moment())
      expect(await desk.now(report)).toMatchObject({ promise: '2027-01-25', promiseMoved: 'late' })
      await approved(report, 'extend', due)
      expect((await sheet(report)).html).toMatch(new RegExp(`>${title}告知书`))
      expect((await desk.now(report)).tellBy !== null).toBe(title === '延期')
    },
  )

  it('of what was told before it was accepted is none but an original', async () => {
    const report = await named()
    await tell(report)
    await accept(await desk.now(report))
    await print(report)
    desk.clock.set('2026-11-25T09:00:00+08:00')
    expect((await print(report)).html).not.toContain('副本')
  })

  it('numbers without gaps, and what has happened since has a paper and a number of its own', async () => {
    const reports = [await accept(await named()), await accept(await named()), await accept(await named())]
    const printed = await Promise.all(reports.map((report) => print(report)))
    expect(printed.map(({ html }) => numberOn(html)).sort()).toEqual(['1', '2', '3'])
    await decline(reports[0]!)
    expect(numberOn((await print(reports[0]!)).html)).toBe('4')
  })

  it('of two who print at once one is overtaken, and one paper has one number', async () => {
    const report = await accept(await named())
    const { steps } = await desk.now(report)
    const both = await Promise.all([1, 2].map(() => desk.li.post(paper(report), { steps: String(steps) })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.filter(({ html }) => html.includes('data-held-contact'))).toHaveLength(1)
    expect(await desk.db.select().from(tellings)).toHaveLength(1)
  })

  it.each([{}, { steps: '0' }])('is not printed from %o', async (fields) => {
    const report = await accept(await named())
    const { status, html } = await desk.li.post(paper(report), fields)
    expect(status).toBe(409)
    expect(html).not.toContain('data-held-contact')
    expect(await desk.db.select().from(tellings)).toEqual([])
  })

  it('has no words left once its report has gone up, and its number stays', async () => {
    const report = await accept(await named())
    await print(report)
    await desk.db.batch([eraseTellings(desk.db, report.id)])
    expect(await desk.db.select().from(tellings)).toMatchObject([{ number: 1, wording: null }])
  })
})
