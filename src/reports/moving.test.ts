import { describe, expect, it, test } from 'vitest'
import {
  again,
  chen,
  house,
  li,
  message,
  moment,
  plain,
  report,
  sorted,
  stepsOf,
  withReport,
  wu,
} from '../../test/one-report.ts'
import { listSteps } from '../log/record.ts'
import { moveByRule, moveReport } from './moving.ts'
import type { Person } from './offers.ts'
import { listMessages } from './store.ts'

withReport()

describe('a move', () => {
  it('is written with its step, in one', async () => {
    expect(await moveReport(house.db, report, 'accept', chen, sorted, moment())).toBe('moved')
    expect(await again()).toMatchObject({ state: 'accepted', owner: 'wu', steps: 2 })
    expect(await listSteps(house.db, `report:${report.id}`)).toMatchObject([
      { move: 'file', at: '2026-11-24', who: null },
      { move: 'accept', who: 'chen', fromState: 'received', toState: 'accepted' },
    ])
  })

  it('of two people at once is one person’s: the other is overtaken and nothing of theirs is kept', async () => {
    const question = { ...plain, message: message('question') }
    const both = await Promise.all([
      moveReport(house.db, report, 'accept', chen, sorted, moment()),
      moveReport(house.db, report, 'ask', li, question, moment()),
    ])
    expect(both.sort()).toEqual(['moved', 'overtaken'])
    expect(await stepsOf()).toHaveLength(2)
    const { state } = await again()
    expect(await listMessages(house.db, report.id)).toHaveLength(state === 'needsInfo' ? 1 : 0)
  })

  it('has one winner when everybody takes it', async () => {
    const takers = [chen, wu, { id: 'su', roles: ['member'] as const }]
    const taken = await Promise.all(
      takers.map((who) =>
        moveReport(house.db, report, 'take', who, { ...plain, decided: { owner: who.id } }, moment()),
      ),
    )
    expect(taken.filter((one) => one === 'moved')).toHaveLength(1)
    expect((await again()).owner).toBe(takers[taken.indexOf('moved')]?.id)
  })

  test.each<[string, Person, 'accept' | 'verify' | 'conclude' | 'acceptByRule']>([
    ['of another role', wu, 'accept'],
    ['from another state', chen, 'verify'],
    ['that needs a second person', chen, 'conclude'],
    ['that is the machine’s', li, 'acceptByRule'],
  ])('%s is not allowed and leaves no trace', async (_, who, move) => {
    expect(await moveReport(house.db, report, move, who, plain, moment())).toBe('not allowed')
    expect(await stepsOf()).toEqual([['file', null]])
  })

  it('by the rules has a day and no hour, and says so', async () => {
    await moveReport(house.db, report, 'ask', chen, { ...plain, message: message('question') }, moment())
    expect(await moveByRule(house.db, await again(), 'answered', moment())).toBe('moved')
    const last = (await listSteps(house.db, `report:${report.id}`)).at(-1)
    expect(last).toMatchObject({
      move: 'answered',
      who: null,
      at: '2026-11-24',
      why: 'rule',
      toState: 'received',
    })
  })
})
