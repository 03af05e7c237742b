import { expect, it } from 'vitest'
import { openTeamDesk } from '../../test/team-desk.ts'
import { paths } from '../paths.ts'
import { moveReport } from '../reports/moving.ts'
import { proposeMove } from '../reports/proposing.ts'
import { brokenSince } from './still-holds.ts'

const now = { lang: 'zh', today: '2026-12-10', wasSilent: false } as const

it('lets no day pass that a draft named, and no silence that has been broken since', () => {
  for (const move of ['extend', 'conclude'] as const) {
    expect(brokenSince(move, { due: '2026-12-10' }, now)).toBeTruthy()
    expect(brokenSince(move, { due: '2026-12-11' }, now)).toBeUndefined()
  }
  expect(brokenSince('fix', { due: '2026-12-09' }, now)).toBeTruthy()
  expect(brokenSince('fix', { due: '2026-12-10' }, now)).toBeUndefined()
  expect(brokenSince('conclude', {}, now)).toBeUndefined()
  expect(brokenSince('decline', { declineReason: 'noSubstance' }, now)).toBeTruthy()
  expect(
    brokenSince('decline', { declineReason: 'noSubstance' }, { ...now, wasSilent: true }),
  ).toBeUndefined()
})

it('leaves only the refusal when the day has passed, and says why', async () => {
  const desk = await openTeamDesk()
  const { db, ids, clock, moment } = desk
  const li = { id: 'li', roles: ['leader' as const] }
  const chen = { id: 'chen', roles: ['liaison' as const] }
  const report = await desk.write()
  await moveReport(db, report, 'accept', li, { decided: { owner: 'chen' }, sealed: [] }, moment())
  await moveReport(db, await desk.now(report), 'verify', li, { decided: {}, sealed: [] }, moment())
  const result = { decided: { conclusion: 'substantiated' as const }, sealed: [] }
  await moveReport(db, await desk.now(report), 'result', chen, result, moment())
  const decided = { conclusion: 'substantiated', resultType: 'longTerm', due: '2026-11-26' } as const
  const form = { decided, sealed: [] }
  expect(await proposeMove(db, await desk.now(report), 'conclude', chen, form, moment())).toBe('moved')
  clock.set('2026-11-27T09:00:00+08:00')
  const steps = String((await desk.now(report)).steps)
  const { status, html } = await desk.li.post(paths.decide(ids.teamId, report.id), {
    steps,
    decision: 'approve',
  })
  expect(status).toBe(409)
  expect(html).toContain('已经不能同意')
  expect(html).not.toContain('value="approve"')
  expect(await desk.now(report)).toMatchObject({ state: 'verifying', pendingMove: 'conclude' })
})
