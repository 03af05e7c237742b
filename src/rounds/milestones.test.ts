import { beforeEach, describe, expect, it } from 'vitest'
import { hand, makeRound } from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { listMilestones, usualMilestones } from './milestones.ts'
import { reachStage } from './reaching.ts'
import { versionOf } from './store.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let roundId: string

beforeEach(async () => {
  at = await openOfficeDesk()
  ;({ roundId } = await makeRound(at.db))
})

const midterm = { kind: 'midterm', name: '', due: '2026-12-05', doneOn: '' }
const listed = () => listMilestones(at.db, roundId)
const roundWords = () => wordsOf(at.get(paths.round(roundId)))
const formOf = async (address: string) => (await at.get(address)).text()

async function add(fields: Partial<typeof midterm> = {}) {
  const id = hiddenIn(await formOf(paths.newMilestone(roundId)), 'id')
  return { id, answer: await at.post(paths.newMilestone(roundId), { ...midterm, ...fields, id }) }
}

describe('what a round owes by a day', () => {
  it('is added once however often the form is sent, and listed with the days left', async () => {
    expect(await roundWords()).toContain('还没有节点。')
    const { id } = await add()
    await at.post(paths.newMilestone(roundId), { ...midterm, id })
    expect(await listed()).toHaveLength(1)
    expect(await roundWords()).toContain('中期汇报 12月5日（星期六） ○ 还有 11 天')
  })

  it.each([
    ['2026-11-24', '○ 今天到期'],
    ['2026-11-20', '超 4 天'],
  ])('due on %s is "%s"', async (due, words) => {
    await add({ due })
    expect(await roundWords()).toContain(words)
  })

  it('is done on a day, with who and when in its steps, and no longer late', async () => {
    const { id } = await add({ due: '2026-11-20' })
    const address = paths.milestone(roundId, id)
    const version = hiddenIn(await formOf(address), 'version')
    const done = { ...midterm, due: '2026-11-20', doneOn: '2026-11-23', version }
    expect((await at.post(address, done)).status).toBe(303)
    expect(await roundWords()).toContain('● 办好了，11月23日')
    expect(await roundWords()).not.toContain('超 4 天')
    expect(
      (await listSteps(at.db, `milestone:${id}`)).map(({ move, toState, who }) => [move, toState, who]),
    ).toEqual([
      ['create', null, 'p-office'],
      ['change', 'done', 'p-office'],
    ])
  })

  it.each([
    [{ kind: 'party' }, '请从里面选一个。'],
    [{ kind: 'other' }, '选“其他”要写说明。'],
    [{ due: '' }, '日期不对'],
    [{ due: '2026-02-30' }, '日期不对'],
    [{ doneOn: '2026-11-25' }, '不能是以后的日子。'],
    [{ doneOn: '昨天' }, '日期不对'],
    [{ name: '长'.repeat(41) }, '太长了'],
  ])('is refused as %o: %s', async (fields, sentence) => {
    const { answer } = await add(fields)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)])
    expect(await listed()).toEqual([])
  })

  it('is not written over by somebody who saw it before', async () => {
    const { id } = await add()
    const address = paths.milestone(roundId, id)
    const version = hiddenIn(await formOf(address), 'version')
    await at.post(address, { ...midterm, due: '2026-12-12', version })
    const late = await at.post(address, { ...midterm, due: '2026-12-19', version })
    const html = await late.text()
    expect([late.status, html]).toEqual([409, expect.stringMatching(/现在存的是：(<[^>]*>)?2026-12-12/)])
    expect(html).toContain('value="2026-12-19"')
    expect((await listed())[0]?.due).toBe('2026-12-12')
  })

  it('entered by mistake is taken away with a step, and not from an old page', async () => {
    const { id } = await add()
    const away = paths.voidMilestone(roundId, id)
    expect((await at.post(away, { version: '0' })).status).toBe(409)
    expect((await at.post(away, { version: '1' })).headers.get('Location')).toBe(
      `${paths.round(roundId)}?said=voided`,
    )
    expect(await listed()).toEqual([])
    expect((await listSteps(at.db, `milestone:${id}`)).at(-1)?.move).toBe('void')
    expect((await at.post(away, { version: '2' })).status).toBe(404)
  })

  it('is found in its own round alone', async () => {
    const { id } = await add()
    const other = await makeRound(at.db, { round: { title: '另一轮' }, unit: { name: '禾仓村' } })
    const address = paths.milestone(other.roundId, id)
    expect((await at.get(address)).status).toBe(404)
    expect((await at.post(address, { ...midterm, version: '1' })).status).toBe(404)
    expect((await at.post(paths.voidMilestone(other.roundId, id), { version: '1' })).status).toBe(404)
  })
})

describe('what rounds usually owe', () => {
  const dates = { enteredOn: '2026-11-01', fieldEndsOn: '2027-01-09' }

  it('follows from the dates of the round, and of its feedback once that is given', () => {
    expect(usualMilestones(dates, undefined, [], [])).toEqual([
      { kind: 'notice', due: '2026-10-22' },
      { kind: 'entry', due: '2026-11-01' },
      { kind: 'midterm', due: '2026-12-05' },
      { kind: 'report', due: '2027-02-08' },
    ])
    const known = [{ kind: 'notice' }, { kind: 'entry' }, { kind: 'midterm' }, { kind: 'report' }] as const
    expect(usualMilestones(dates, '2027-03-01', known, [])).toEqual([
      { kind: 'plan', due: '2027-03-31' },
      { kind: 'rectified', due: '2027-05-30' },
      { kind: 'evaluation', due: '2027-06-29' },
    ])
    const longer = [{ from: '2027-02-01', days: { rectify: 180 } }]
    expect(usualMilestones(dates, '2027-03-01', known, longer)).toEqual([
      { kind: 'plan', due: '2027-03-31' },
      { kind: 'rectified', due: '2027-08-28' },
      { kind: 'evaluation', due: '2027-09-27' },
    ])
    expect(usualMilestones(dates, '2027-01-31', known, longer)[1]).toMatchObject({ due: '2027-05-01' })
  })

  it('is listed with one press, once, beside what was there', async () => {
    await add({ due: '2026-12-12' })
    const page = await formOf(paths.round(roundId))
    const id = /milestones\/usual.*?name="id" value="([^"]*)"/s.exec(page)?.[1] ?? ''
    await at.post(paths.usualMilestones(roundId), { id })
    await at.post(paths.usualMilestones(roundId), { id })
    expect((await listed()).map(({ kind, due }) => [kind, due])).toEqual([
      ['notice', '2026-10-22'],
      ['entry', '2026-11-01'],
      ['midterm', '2026-12-12'],
      ['report', '2027-02-08'],
    ])
    expect(await formOf(paths.round(roundId))).not.toContain('按通常的时限列出')
  })

  it('is met by the stage that brings it, on the day of the stage', async () => {
    await add({ kind: 'notice', due: '2026-10-22' })
    await add({ kind: 'notice', due: '2026-10-23', doneOn: '2026-10-20' })
    for (const name of ['approve', 'notify'] as const) {
      const version = await versionOf(at.db, `round:${roundId}`)
      expect(await reachStage(at.db, roundId, version, name, '2026-10-21', hand)).toBe('done')
    }
    const [first, second] = await listed()
    expect([first?.doneOn, second?.doneOn]).toEqual(['2026-10-21', '2026-10-20'])
    expect((await listSteps(at.db, `milestone:${first?.id}`)).at(-1)).toMatchObject({
      move: 'meet',
      toState: 'done',
    })
  })
})
