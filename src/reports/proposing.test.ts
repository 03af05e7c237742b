import { describe, expect, it, test } from 'vitest'
import {
  again,
  chen,
  fileAnother,
  house,
  li,
  message,
  moment,
  plain,
  report,
  verified,
  verifying,
  withReport,
  wu,
} from '../../test/one-report.ts'
import { random } from '../sealing/bytes.ts'
import { type MoveForm, moveReport } from './moving.ts'
import type { Person } from './offers.ts'
import { decideProposal, findProposal, proposeMove, withdrawProposal } from './proposing.ts'
import { listEnvelopes, listMessages } from './store.ts'
import { supplement } from './supplementing.ts'
import type { Report } from './tables.ts'

withReport()

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

  it('that waits for its letters is made by nobody who has not read them, nor before they allow it', async () => {
    const seen = { unnamed: false, unsent: true, extended: false }
    const verifying = await verified()
    const refer = (letters?: MoveForm['letters']) =>
      proposeMove(house.db, verifying, 'refer', wu, { ...plain, ...(letters && { letters }) }, moment())
    expect(await refer()).toBe('not allowed')
    expect(await refer({ ...seen, unnamed: true })).toBe('not allowed')
    expect(await again()).toEqual(verifying)
    expect(await refer(seen)).toBe('moved')
    expect(await again()).toMatchObject({ pendingMove: 'refer', pendingBy: 'wu' })
  })

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

describe('what is found about somebody’s conduct', () => {
  it('is not approved by who entered it, even when somebody else has the report by then', async () => {
    const zhang: Person = { id: 'zhang', roles: ['leader'] }
    await fileAnother({ kind: 'conduct' })
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
