import { beforeEach, describe, expect, it } from 'vitest'
import { giveKeys, hand, makeCode, makeRound, roundFields } from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { markTested, openCodes } from '../posters/moving.ts'
import { extendMistakes, extendRound } from './extending.ts'
import { addMilestones, changeMilestone, listMilestones, type Milestone } from './milestones.ts'
import { findRound, versionOf } from './store.ts'

const before = { intakeClosesOn: '2027-01-05', fieldEndsOn: '2027-01-09' }
const longest = { intakeClosesOn: '2027-02-04', fieldEndsOn: '2027-02-08' }

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>
beforeEach(async () => {
  at = await openOfficeDesk()
  ids = await makeRound(at.db)
})

const address = () => paths.extendRound(ids.roundId)
const versionIn = async () => hiddenIn(await (await at.get(address())).text(), 'version')
const extend = async (dates: Record<string, string>, version?: string) =>
  at.post(address(), { version: version ?? (await versionIn()), ...dates })
const round = () => findRound(at.db, ids.roundId)
const milestone = (id: string, kind: Milestone['kind'], due: string, doneOn: string | null = null) => ({
  ...{ id, roundId: ids.roundId, kind, due, doneOn, name: null },
})
const duesNow = async () =>
  Object.fromEntries((await listMilestones(at.db, ids.roundId)).map(({ id, due }) => [id, due]))
const movesOf = async (id: string) => (await listSteps(at.db, `milestone:${id}`)).map(({ move }) => move)
/** The team stays twenty days longer: the report falls due on 2027-02-28, the middle of the round on 2026-12-15. */
async function stayLonger(day: string) {
  const [before, version] = [await round(), await versionOf(at.db, `round:${ids.roundId}`)]
  if (!before) throw new Error('no round')
  const dates = { intakeClosesOn: before.intakeClosesOn, fieldEndsOn: '2027-01-29' }
  return () => extendRound(at.db, before, version, dates, { ...hand, now: new Date(`${day}T01:00:00Z`) })
}

describe('the new days of a round', () => {
  it.each([
    [longest, {}],
    [{ ...before, fieldEndsOn: '2027-01-10' }, {}],
    [before, { intakeClosesOn: 'same' }],
    [{ ...before, intakeClosesOn: '2027-01-08' }, {}],
    [{ ...before, intakeClosesOn: '2027-01-09' }, { intakeClosesOn: 'closesLate' }],
    [{ ...longest, intakeClosesOn: '2027-02-05' }, { intakeClosesOn: 'tooLong' }],
    [{ ...longest, fieldEndsOn: '2027-02-09' }, { fieldEndsOn: 'tooLong' }],
    [{ ...longest, intakeClosesOn: '2027-01-04' }, { intakeClosesOn: 'earlier' }],
    [{ ...longest, fieldEndsOn: '2027-01-08' }, { fieldEndsOn: 'earlier' }],
  ])('%o: %o', (after, mistakes) => {
    expect(extendMistakes({ type: 'regular', ...before }, after)).toEqual(mistakes)
  })
})

it('whose intake outlasts the team already may go on so, and one that stands ends with its term', () => {
  const late = { ...before, intakeClosesOn: '2027-01-10' }
  expect(extendMistakes({ type: 'regular', ...late }, { ...late, intakeClosesOn: '2027-01-12' })).toEqual({})
  const same = { intakeClosesOn: '2027-01-20', fieldEndsOn: '2027-01-20' }
  expect(extendMistakes({ type: 'standing', ...before }, same)).toEqual({})
})

describe('a round', () => {
  it('is extended once, by thirty days at most, and says until when it was to last', async () => {
    const words = await wordsOf(at.get(address()))
    expect(words).toContain('现在 2027年1月5日（星期二），最晚 2027年2月4日（星期四）')
    expect((await extend({ ...longest, intakeClosesOn: '2027-02-05' })).status).toBe(422)
    const late = await extend({ ...before, intakeClosesOn: '2027-01-10' })
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('受理截止要早于撤点日期')])
    expect((await extend(longest)).headers.get('Location')).toBe(`${paths.round(ids.roundId)}?said=saved`)
    expect(await round()).toMatchObject({ ...longest, closedBefore: '2027-01-05' })
    expect(await wordsOf(at.get(paths.round(ids.roundId)))).toContain(
      '延期过一次，原来收到 2027年1月5日（星期二）为止',
    )
    expect((await listSteps(at.db, `round:${ids.roundId}`)).at(-1)).toMatchObject({
      move: 'extend',
      who: 'p-office',
      fromState: '2027-01-05/2027-01-09',
      toState: '2027-02-04/2027-02-08',
    })

    expect(await wordsOf(at.get(address()))).toContain('已经延期过一次，不能再延。')
    const again = await extend({ intakeClosesOn: '2027-02-10', fieldEndsOn: '2027-02-12' }, '99')
    expect(again.status).toBe(409)
    expect(await round()).toMatchObject(longest)
  })

  it('takes along what is due by the rule from the day the team leaves, and says so', async () => {
    await addMilestones(
      at.db,
      [
        milestone('m-rule', 'report', '2027-02-08'),
        milestone('m-done', 'report', '2027-02-08', '2026-11-23'),
        milestone('m-chosen', 'report', '2027-02-09'),
        milestone('m-other', 'feedback', '2027-02-08'),
      ],
      hand,
    )
    const answer = await extend({ ...before, fieldEndsOn: '2027-01-29' })
    expect(await wordsOf(at.get(answer.headers.get('Location') ?? ''))).toContain(
      '从撤点日期算出、还没到的节点跟着改了',
    )
    expect(await duesNow()).toEqual({
      'm-rule': '2027-02-28',
      'm-done': '2027-02-08',
      'm-chosen': '2027-02-09',
      'm-other': '2027-02-08',
    })
    expect((await listSteps(at.db, 'milestone:m-rule')).at(-1)).toMatchObject({
      ...{ move: 'extend', fromState: '2027-02-08', toState: '2027-02-28' },
    })
  })

  it.each([
    ['2026-12-05', '2026-12-15'],
    ['2026-12-06', '2026-12-05'],
  ])('on %s leaves what is overdue where it is: the middle of it is due on %s', async (day, due) => {
    await addMilestones(at.db, [milestone('m-middle', 'midterm', '2026-12-05')], hand)
    expect(await (await stayLonger(day))()).toBe(due === '2026-12-05' ? 'done' : 'moved')
    expect(await duesNow()).toEqual({ 'm-middle': due })
  })

  it('takes nothing along that is done before it is read or just after', async () => {
    const answers = new Set<string>()
    for (const pause of Array(8).keys()) {
      ids = await makeRound(at.db, { round: { title: `${pause}` }, unit: { name: `${pause}` } })
      const due = milestone(`m-${pause}`, 'report', '2027-02-08')
      await addMilestones(at.db, [due], hand)
      const extending = (await stayLonger('2026-11-24'))()
      for (let waited = 0; waited < pause; waited++) await undefined
      expect(await changeMilestone(at.db, due, 1, { ...due, doneOn: '2026-11-24' }, hand)).toBe('done')
      answers.add(await extending)
      expect([await duesNow(), await movesOf(due.id)]).toEqual([
        ...[{ [due.id]: '2027-02-08' }, ['create', 'change']],
      ])
    }
    expect([...answers].sort()).toEqual(['done', 'overtaken'])
  })

  it('of two administrators at once is extended by one', async () => {
    const other = await at.desk('p-second', '许主任')
    const version = await versionIn()
    const longer = { version, ...longest }
    const shorter = { version, ...before, intakeClosesOn: '2027-01-08' }
    const both = await Promise.all([at.post(address(), longer), other.post(address(), shorter)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const steps = await listSteps(at.db, `round:${ids.roundId}`)
    expect(steps.filter(({ move }) => move === 'extend')).toHaveLength(1)
  })

  it('is extended only while it is open', async () => {
    for (const [title, change] of [
      ['还没开始', { intakeOpensOn: '2026-11-25' }],
      ['已经截止', { intakeClosesOn: '2026-11-23' }],
    ] as const) {
      ids = await makeRound(at.db, { round: { title, ...change }, unit: { name: title } })
      expect((await extend(longest, '2')).status).toBe(409)
      expect(await wordsOf(at.get(address()))).toContain('只有正在受理的轮次能延期')
      expect((await round())?.closedBefore).toBeNull()
    }
  })

  it('is told what is wrong and keeps what was typed', async () => {
    const answer = await extend({ intakeClosesOn: '2027-01-04', fieldEndsOn: '明天' })
    const html = await answer.text()
    expect([answer.status, html]).toEqual([422, expect.stringContaining('日期不对')])
    expect(html).toContain('value="2027-01-04"')
    expect((await at.post(paths.extendRound('nowhere'), { version: '1', ...longest })).status).toBe(404)
  })

  it('goes on for residents: the page of its code takes reports past the old last day', async () => {
    await giveKeys(at.db, at.office, ids)
    const { token } = await makeCode(at.db, at.office, ids)
    await markTested(at.db, token, at.clock.now())
    await openCodes(at.db, [token], hand)
    const form = await wordsOf(at.get(address()))
    expect(form).toContain('已有公告在用：改了截止日期，贴出去的要重印。')
    expect(form, 'nothing but the days is changed here').not.toContain('标题')
    await extend(longest)
    // Who can open it is told where the keys are.
    const page = await (await at.get(paths.round(ids.roundId))).text()
    expect(page).toMatch(new RegExp(`人能打开 <a href="${paths.officeKeys}">钥匙</a>`))
    at.clock.set('2027-01-20T02:00:00Z')
    const html = await (await at.app.request(paths.code(token))).text()
    expect(html).toContain('id="report"')
    expect(html).toContain('2月4日')
  })
})

describe('the form that changes a round', () => {
  const typed = { ...roundFields, term: '12', seq: '2', theme: '', scope: '' }
  const change = async (fields: Record<string, string>) => {
    const version = hiddenIn(await (await at.get(paths.editRound(ids.roundId))).text(), 'version')
    return at.post(paths.editRound(ids.roundId), { ...typed, ...fields, version })
  }

  it('moves the last days no later once residents have been told them, but earlier', async () => {
    const answer = await change({ intakeClosesOn: '2027-01-06', fieldEndsOn: '2027-01-10' })
    expect(answer.status).toBe(422)
    expect((await answer.text()).match(/class="error">受理已经开始/g)).toHaveLength(2)
    expect((await change({ intakeClosesOn: '2027-01-04' })).status).toBe(303)
  })

  it('moves them freely before intake opens', async () => {
    ids = await makeRound(at.db, {
      round: { title: '另一轮', intakeOpensOn: '2026-11-25' },
      unit: { name: '禾仓村' },
    })
    const days = { intakeOpensOn: '2026-11-25', intakeClosesOn: '2027-05-06', fieldEndsOn: '2027-05-10' }
    expect((await change({ title: '另一轮', ...days })).status).toBe(303)
  })
})
