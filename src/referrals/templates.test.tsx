import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { at, atTeamDesk, desk } from '../../test/team-moves.ts'
import { type Report, reports } from '../reports/tables.ts'
import { rounds } from '../rounds/tables.ts'
import { Templates } from './templates.tsx'

atTeamDesk()

const offered = async (about: Partial<Report>, letterOut = true, closesOn = '2026-11-20') => {
  const report = { ...(await desk.write()), ...about }
  const place = { lang: 'zh', today: '2026-11-24', team: { phone: '0700-5550101' } } as Parameters<
    typeof Templates
  >[0]['desk']
  const html = String(Templates({ desk: place, report, letterOut, closesOn, into: 'message' }))
  return [...html.matchAll(/<option value="([^"]+)"/g)].map(([, words]) => words)
}

test.each([
  [{ state: 'needsInfo', due: '2026-12-04' }, '还差一点情况，请补充：……。12月4日（星期五）前补上就行。'],
  [{ state: 'concluded', resultType: 'solved' }, '已办好。'],
  [{ state: 'merged' }, '正在核实。为保护您，这里不显示您写的内容。'],
  [{ state: 'declined', forwarded: true }, '这件事不归巡察组办。您可以拨打 ……。我们已替您转过去。'],
  [{ state: 'declined', forwarded: false }, '这件事不归巡察组办。您可以拨打 ……。我们没有替您转过去。'],
] as const)('of %o one may say %s', async (about, words) => {
  expect(await offered(about)).toEqual([words])
})

test('of what came when the round was over one may also say whom to call', async () => {
  const declined = { state: 'declined', forwarded: false, declineReason: 'closedRound' } as const
  expect(await offered(declined)).toContain('本轮受理已于 11月20日（星期五）截止。仍可拨打 0700-5550101。')
  expect(await offered(declined, true, '2026-11-24')).toHaveLength(1)

  const report = await desk.write()
  await desk.db.update(reports).set(declined).where(eq(reports.id, report.id))
  await desk.db.update(rounds).set({ intakeClosesOn: '2026-11-20' })
  expect((await desk.li.get(at(report))).html).toContain('value="本轮受理已于 11月20日（星期五）截止。')
})

test.each(['verifying', 'fixing', 'referred', 'reopened'] as const)(
  'of conduct nobody is told by a template whether it is %s',
  async (state) => {
    const words = ['正在核实。为保护您，这里不显示您写的内容。']
    expect(await offered({ kind: 'conduct', state })).toEqual(words)
  },
)

test('nobody is told that it was passed on before the letter has its number', async () => {
  const referred = { state: 'referred', promise: '2026-12-15' } as const
  expect(await offered(referred)).toEqual([
    '已转有关部门办理（没有转您的姓名、电话和原话），12月15日（星期二）前回复。',
  ])
  expect(await offered(referred, false)).toEqual(['正在核实。为保护您，这里不显示您写的内容。'])
})

test.each(['problem', 'conduct'] as const)(
  'a %s that is only accepted is not said to be looked into',
  async (kind) => {
    const accepted = { kind, state: 'accepted', promise: '2026-12-15' } as const
    expect(await offered(accepted)).toEqual(['已受理，已经交给专人。请在 12月15日（星期二）后再来看。'])
  },
)
