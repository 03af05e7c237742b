import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openTeamDesk } from '../../test/team-desk.ts'
import { templates } from '../i18n/templates.ts'
import { paths } from '../paths.ts'
import { conclusions, resultTypes } from '../reports/endings.ts'
import { type Report, reports } from '../reports/tables.ts'
import { rounds } from '../rounds/tables.ts'
import { Templates } from './templates.tsx'

const offered = (about: Partial<Report>, letterOut = true, closesOn = '2026-11-20') => {
  const report = { kind: 'problem', ...about } as Report
  const place = { lang: 'zh', today: '2026-11-24', team: { phone: '0700-5550101' } } as Parameters<
    typeof Templates
  >[0]['desk']
  const html = String(Templates({ desk: place, report, letterOut, closesOn, into: 'message' }))
  return [...html.matchAll(/<option value="([^"]+)"/g)].map(([, words]) => words)
}

test.each([
  [{ state: 'needsInfo', due: '2026-12-04' }, '还差一点情况，请补充：……。12月4日（星期五）前补上就行。'],
  [{ state: 'verifying' }, '正在核实。为保护您，这里不显示您写的内容。'],
  [{ state: 'fixing', promise: '2026-12-04' }, '已要求马上解决，预计 12月4日（星期五）前办好。'],
  [{ state: 'reopened', promise: '2026-12-04' }, '收到您的意见，重新核实，12月4日（星期五）前回复。'],
  [{ state: 'concluded', resultType: 'solved' }, '已办好。'],
  [
    { state: 'concluded', conclusion: 'unsubstantiated', resultType: 'explained' },
    '经核实，暂未发现您反映的情况。如有新的材料，可以在这里补充。',
  ],
  [{ state: 'merged' }, '正在核实。为保护您，这里不显示您写的内容。'],
  [{ state: 'declined', forwarded: true }, '这件事不归巡察组办。您可以拨打 ……。我们已替您转过去。'],
  [{ state: 'declined', forwarded: false }, '这件事不归巡察组办。您可以拨打 ……。我们没有替您转过去。'],
] as const)('of %o one may say %s', (about, words) => {
  expect(offered(about)).toEqual([words])
})

test('of what came when the round was over one may also say whom to call', async () => {
  const declined = { state: 'declined', forwarded: false, declineReason: 'closedRound' } as const
  expect(offered(declined)).toContain('本轮受理已于 11月20日（星期五）截止。仍可拨打 0700-5550101。')
  expect(offered(declined, true, '2026-11-24')).toHaveLength(1)

  const desk = await openTeamDesk('2026-11-24T09:00:00+08:00')
  const report = await desk.write()
  await desk.db.update(reports).set(declined).where(eq(reports.id, report.id))
  await desk.db.update(rounds).set({ intakeClosesOn: '2026-11-20' })
  expect((await desk.li.get(paths.report(desk.ids.teamId, report.id))).html).toContain(
    'value="本轮受理已于 11月20日（星期五）截止。',
  )
})

test.each(['verifying', 'fixing', 'referred', 'reopened'] as const)(
  'of conduct nobody is told by a template whether it is %s',
  (state) => {
    const words = ['正在核实。为保护您，这里不显示您写的内容。']
    expect(offered({ kind: 'conduct', state })).toEqual(words)
  },
)

test('of conduct everybody is told the same sentence at the end, whatever was found', () => {
  const byTheRules = ['您反映的情况，已经按规定处理。谢谢您。']
  for (const conclusion of conclusions) {
    for (const resultType of resultTypes) {
      const about = { kind: 'conduct', state: 'concluded', conclusion, resultType } as const
      expect([conclusion, resultType, offered(about)]).toEqual([conclusion, resultType, byTheRules])
    }
  }
})

test('more time is told of once it has been granted', () => {
  const about = { state: 'referred', promise: '2026-12-15' } as const
  const more = '情况比较复杂，延长到 12月15日（星期二）。'
  for (const promiseMoved of ['extended', 'granted'] as const)
    expect(offered({ ...about, promiseMoved })).toContain(more)
  expect(offered({ ...about, promiseMoved: null })).not.toContain(more)
})

test('no template is longer than sixty characters, but for its blanks', () => {
  for (const [name, [zh]] of Object.entries(templates))
    expect([name, zh.replace(/\{\w+\}|…+/g, '').length <= 60]).toEqual([name, true])
})

test('nobody is told that it was passed on before the letter has its number', () => {
  const referred = { state: 'referred', promise: '2026-12-15' } as const
  expect(offered(referred)).toEqual([
    '已转有关部门办理（没有转您的姓名、电话和原话），12月15日（星期二）前回复。',
  ])
  expect(offered(referred, false)).toEqual(['正在核实。为保护您，这里不显示您写的内容。'])
})

test.each(['problem', 'conduct'] as const)(
  'a %s that is only accepted is not said to be looked into',
  (kind) => {
    const accepted = { kind, state: 'accepted', promise: '2026-12-15' } as const
    expect(offered(accepted)).toEqual(['已受理，已经交给专人。请在 12月15日（星期二）后再来看。'])
  },
)
