import { beforeEach, describe, expect, it, test } from 'vitest'
import { filed, now } from '../../test/filed.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { listSteps } from '../log/record.ts'
import { random } from '../sealing/bytes.ts'
import type { Report } from './consequences.ts'
import type { Person } from './lifecycle.ts'
import { type MoveForm, moveByRule, moveReport } from './moving.ts'
import { decideProposal, findProposal, proposeMove, withdrawProposal } from './proposing.ts'
import { listEnvelopes, listMessages } from './store.ts'
import { addToReport, supplement } from './talking.ts'
import { viewContact } from './viewing.ts'

const li: Person = { id: 'li', roles: ['leader'] }
const chen: Person = { id: 'chen', roles: ['liaison'] }
const wu: Person = { id: 'wu', roles: ['member'] }
const plain: MoveForm = { decided: {}, sealed: [] }
const sorted: MoveForm = { decided: { owner: 'wu', risk: 'low' }, sealed: [] }
const message = (purpose: 'answer' | 'question' | 'channel' | 'talk') => ({
  id: `message-${purpose}`,
  purpose,
  envelope: random(40),
})

let house: TestHouse
let report: Report
const moment = () => ({ now: house.clock.now(), calendar: house.clock.calendar })
const again = () => now(house.db, report.id)
const stepsOf = async () =>
  (await listSteps(house.db, `report:${report.id}`)).map(({ move, who }) => [move, who])

beforeEach(async () => {
  house = await openTestHouse()
  report = await filed(house.db, moment())
})

async function verifying(): Promise<Report> {
  await moveReport(house.db, report, 'accept', chen, sorted, moment())
  await moveReport(house.db, await again(), 'verify', wu, plain, moment())
  return again()
}

async function verified(): Promise<Report> {
  const found: MoveForm = { ...plain, decided: { conclusion: 'partly' } }
  await moveReport(house.db, await verifying(), 'result', wu, found, moment())
  return again()
}

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

describe('a proposal', () => {
  const answer: MoveForm = {
    ...plain,
    decided: { resultType: 'solved', conclusion: 'substantiated' },
    message: message('answer'),
  }

  async function proposed(): Promise<Report> {
    expect(await proposeMove(house.db, await verified(), 'conclude', wu, answer, moment())).toBe('moved')
    return again()
  }
  const decide = (report: Report, by: Person, approve = true) =>
    decideProposal(house.db, report, by, { approve, sealed: [] }, moment())

  it('changes nothing the resident sees until somebody else agrees', async () => {
    const waiting = await proposed()
    expect(waiting).toMatchObject({
      state: 'verifying',
      conclusion: 'partly',
      pendingMove: 'conclude',
      pendingBy: 'wu',
    })
    expect(await listMessages(house.db, report.id)).toEqual([])
    expect(await decide(waiting, li)).toBe('moved')
    expect(await again()).toMatchObject({
      state: 'concluded',
      conclusion: 'substantiated',
      pendingMove: null,
    })
    expect(await listMessages(house.db, report.id)).toMatchObject([{ purpose: 'answer', by: 'wu' }])
    expect(await listEnvelopes(house.db, [report.id], ['draft'])).toEqual([])
    expect(await findProposal(house.db, report.id)).toBeUndefined()
  })

  it('to conclude is not taken before the result has been entered', async () => {
    expect(await proposeMove(house.db, await verifying(), 'conclude', wu, answer, moment())).toBe(
      'not allowed',
    )
    expect((await again()).pendingMove).toBeNull()
  })

  test.each([
    ['its drafter', wu],
    ['the liaison', chen],
    ['a leader who is also the drafter', { id: 'wu', roles: ['leader' as const] }],
  ])('is not approved by %s', async (_, who) => {
    const waiting = await proposed()
    expect(await decide(waiting, who)).toBe('not allowed')
    expect((await again()).state).toBe('verifying')
  })

  it('is not approved by the leader who owns the report', async () => {
    await moveReport(
      house.db,
      await verified(),
      'assign',
      li,
      { ...plain, decided: { owner: 'li' } },
      moment(),
    )
    expect(await proposeMove(house.db, await again(), 'conclude', chen, answer, moment())).toBe('moved')
    expect(await decide(await again(), li)).toBe('not allowed')
  })

  it('holds the owner fast: a leader cannot give the report away to approve what is drafted about it', async () => {
    const waiting = await proposed()
    const given = { ...plain, decided: { owner: 'chen' } }
    expect(await moveReport(house.db, waiting, 'assign', li, given, moment())).toBe('not allowed')
    expect(await again()).toMatchObject({ owner: 'wu', pendingMove: 'conclude' })
  })

  it('sent back keeps its draft to be changed, and the next proposal takes its place', async () => {
    const waiting = await proposed()
    expect(await decide(waiting, li, false)).toBe('moved')
    expect(await again()).toMatchObject({ state: 'verifying', pendingMove: null, refusedMove: 'conclude' })
    expect(await findProposal(house.db, report.id)).toMatchObject({
      move: 'conclude',
      message: answer.message,
    })
    expect(await decide(await again(), li)).toBe('not allowed')
    const changed = { ...answer, message: message('answer') }
    expect(await proposeMove(house.db, await again(), 'conclude', wu, changed, moment())).toBe('moved')
    expect(await again()).toMatchObject({ pendingMove: 'conclude', refusedMove: null })
    expect(await listEnvelopes(house.db, [report.id], ['draft'])).toMatchObject([
      { partId: changed.message.id },
    ])
  })

  it('sent back is gone with the next move, but not when somebody else is given the report', async () => {
    await decide(await proposed(), li, false)
    const given = { ...plain, decided: { owner: 'chen' } }
    expect(await moveReport(house.db, await again(), 'assign', li, given, moment())).toBe('moved')
    expect(await again()).toMatchObject({ owner: 'chen', refusedMove: 'conclude' })
    const question = { ...plain, message: message('question') }
    expect(await moveReport(house.db, await again(), 'ask', chen, question, moment())).toBe('moved')
    expect((await again()).refusedMove).toBeNull()
    expect(await findProposal(house.db, report.id)).toBeUndefined()
    expect(await listEnvelopes(house.db, [report.id], ['draft'])).toEqual([])
  })

  it('is taken back by its drafter alone', async () => {
    const waiting = await proposed()
    expect(await withdrawProposal(house.db, waiting, li, moment())).toBe('not allowed')
    expect(await withdrawProposal(house.db, waiting, wu, moment())).toBe('moved')
    expect((await again()).pendingMove).toBeNull()
  })

  it('is decided once: of two leaders one is overtaken', async () => {
    const waiting = await proposed()
    const deputy: Person = { id: 'deputy', roles: ['leader'] }
    const both = await Promise.all([decide(waiting, li), decide(waiting, deputy, false)])
    expect(both.sort()).toEqual(['moved', 'overtaken'])
  })

  it('survives the resident’s answer, and a state that no longer knows it can only be refused', async () => {
    await moveReport(house.db, report, 'ask', chen, { ...plain, message: message('question') }, moment())
    const decline: MoveForm = {
      ...plain,
      decided: { declineReason: 'courtMatter' },
      message: message('channel'),
    }
    await proposeMove(house.db, await again(), 'decline', chen, decline, moment())
    await supplement(house.db, await again(), { id: 'theirs', envelope: random(40) }, moment())
    expect(await again()).toMatchObject({ state: 'received', pendingMove: 'decline', unread: true })
    const fixing = { ...(await again()), state: 'fixing' as const }
    expect(await decide(fixing, li)).toBe('not allowed')
    expect(await decide(await again(), li, false)).toBe('moved')
  })
})

describe('talk', () => {
  const talk = () => ({ move: 'message' as const, message: message('talk'), sealed: [] })

  it('is stored once, however often it is sent', async () => {
    expect(await addToReport(house.db, report, talk(), chen, moment())).toBe('moved')
    expect(await addToReport(house.db, await again(), talk(), chen, moment())).toBe('known')
    expect(await listMessages(house.db, report.id)).toHaveLength(1)
  })

  it('is for those who may ask; notes are for all', async () => {
    expect(await addToReport(house.db, report, talk(), wu, moment())).toBe('not allowed')
    const note = { part: 'note' as const, partId: 'note', envelope: random(40) }
    expect(await addToReport(house.db, report, { move: 'note', sealed: [note] }, wu, moment())).toBe('moved')
  })

  it('of a resident is marked as read by those who may answer it, and by nobody else', async () => {
    await supplement(house.db, report, { id: 'more', envelope: random(40) }, moment())
    const { position: seen } = (await listMessages(house.db, report.id)).at(-1) ?? { position: 0 }
    const read = { move: 'read' as const, seen, sealed: [] }
    expect(await addToReport(house.db, await again(), read, wu, moment())).toBe('not allowed')
    expect((await again()).unread).toBe(true)
    expect(await addToReport(house.db, await again(), read, chen, moment())).toBe('moved')
    expect((await again()).unread).toBe(false)
  })

  it('of a resident comes to the top of the list until somebody has read it', async () => {
    const ended = { ...(await verified()) }
    await proposeMove(
      house.db,
      ended,
      'conclude',
      wu,
      { ...plain, decided: { resultType: 'solved' } },
      moment(),
    )
    await decideProposal(house.db, await again(), li, { approve: true, sealed: [] }, moment())
    expect((await again()).queueKey).toBeNull()
    await supplement(house.db, await again(), { id: 'more', envelope: random(40) }, moment())
    expect(await again()).toMatchObject({ unread: true, queueKey: expect.any(String) })
    const { position: seen } = (await listMessages(house.db, report.id)).at(-1) ?? { position: 0 }
    await addToReport(house.db, await again(), { move: 'read', seen, sealed: [] }, chen, moment())
    expect(await again()).toMatchObject({ unread: false, queueKey: null })
  })

  it('of a resident stays new for who had an older page before them', async () => {
    await supplement(house.db, report, { id: 'first', envelope: random(40) }, moment())
    const { position: seen } = (await listMessages(house.db, report.id)).at(-1) ?? { position: 0 }
    await supplement(house.db, await again(), { id: 'second', envelope: random(40) }, moment())
    const read = { move: 'read' as const, seen, sealed: [] }
    expect(await addToReport(house.db, await again(), read, chen, moment())).toBe('unseen')
    expect(await addToReport(house.db, await again(), { ...talk(), seen }, chen, moment())).toBe('moved')
    expect((await again()).unread).toBe(true)
  })
})

describe('contact details', () => {
  it('are handed out only after the view is on record', async () => {
    const held = { part: 'contact' as const, envelope: random(50) }
    report = await filed(house.db, moment(), { sealed: [held], identityMode: 'contactOnly' })
    const why = { why: 'view:callBack', sealed: [] }
    expect(await viewContact(house.db, report, 'li', why, moment())).toEqual(held.envelope)
    expect((await stepsOf()).at(-1)).toEqual(['view contact', 'li'])
    expect(await viewContact(house.db, report, 'li', why, moment())).toBe('overtaken')
  })

  it('that are not held give nothing and leave no step', async () => {
    expect(
      await viewContact(house.db, report, 'li', { why: 'view:reply', sealed: [] }, moment()),
    ).toBeUndefined()
    expect(await stepsOf()).toHaveLength(1)
  })
})

describe('what is found about somebody’s conduct', () => {
  it('is not approved by who entered it, even when somebody else has the report by then', async () => {
    const zhang: Person = { id: 'zhang', roles: ['leader'] }
    report = await filed(house.db, moment(), { kind: 'conduct' })
    const owned = (owner: string): MoveForm => ({ decided: { owner }, sealed: [] })
    const found: MoveForm = { ...plain, decided: { conclusion: 'substantiated' } }
    const end: MoveForm = { ...plain, decided: { conclusion: 'substantiated', resultType: 'movedOn' } }
    const make = async (move: 'accept' | 'verify' | 'result' | 'assign', form: MoveForm) =>
      expect(await moveReport(house.db, await again(), move, li, form, moment())).toBe('moved')
    await make('accept', owned('li'))
    await make('verify', plain)
    await make('result', found)
    await make('assign', owned('chen'))
    expect(await proposeMove(house.db, await again(), 'conclude', chen, end, moment())).toBe('moved')
    const yes = { approve: true, sealed: [] }
    expect(await decideProposal(house.db, await again(), li, yes, moment())).toBe('not allowed')
    expect(await decideProposal(house.db, await again(), zhang, yes, moment())).toBe('moved')
    expect((await again()).state).toBe('concluded')
  })
})
