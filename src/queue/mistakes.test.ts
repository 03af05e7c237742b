import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { decide, openToRefer, refer, ticks } from '../../test/referral.ts'
import { paths } from '../paths.ts'
import { referrals } from '../referrals/tables.ts'
import type { MoveName } from '../reports/lifecycle.ts'
import { reports } from '../reports/tables.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { SEALED_WITH } from '../sealing/suite.ts'

type Columns = Partial<typeof reports.$inferInsert>

const fixing = { state: 'fixing', due: '2026-12-01', dueKind: 'fix' } as const

/** Archiving and restoring ask nothing, so nothing of them can be wrong. */
const moves: [MoveName, Columns][] = [
  ['accept', { state: 'received', owner: null }],
  ['ask', { state: 'received' }],
  ['decline', { state: 'received' }],
  ['void', { state: 'received' }],
  ['escalate', { state: 'received' }],
  ['verify', { state: 'accepted' }],
  ['result', {}],
  ['fix', {}],
  ['refer', {}],
  ['conclude', { conclusion: 'partly' }],
  ['feedback', fixing],
  ['fixed', { ...fixing, dueKind: null }],
  ['notFixed', fixing],
  ['unitReply', { state: 'referred' }],
  ['return', { state: 'referred' }],
  ['extend', { state: 'referred' }],
]

const mistakesIn = (html: string) =>
  [
    ...(html.match(/<div class="box bad" role="alert">.*?<\/div>/s)?.[0] ?? '').matchAll(/href="#([^"]+)"/g),
  ].map(([, id]) => id)
const fieldsIn = (html: string) =>
  [...html.matchAll(/<(?:input|select|textarea)\b([^>]*)>/g)]
    .map(([, marks = '']) => marks)
    .filter((marks) => !marks.includes('type="hidden"'))
const marked = (name: 'id' | 'name', html: string) =>
  fieldsIn(html).flatMap((marks) => marks.match(new RegExp(`\\b${name}="([^"]+)"`))?.[1] ?? [])

test.each(moves)(
  'what is wrong with the form of %s leads to a field that can be filled in',
  async (move, columns) => {
    const { desk, report } = await openToRefer()
    if (columns.state === 'referred') {
      await refer(desk, report)
      await decide(desk, await desk.now(report), { decision: 'approve', ...ticks })
      const issued = { state: 'issued', number: 1, signedOn: '2026-11-24' } as const
      await desk.db.update(referrals).set(issued).where(eq(referrals.reportId, report.id))
    } else if (Object.keys(columns).length > 0) {
      await desk.db.update(reports).set(columns).where(eq(reports.id, report.id))
    }
    const { steps } = await desk.now(report)
    const address = paths.move(desk.ids.teamId, report.id, move)
    const shown = await desk.chen.get(address)
    expect(shown.status).toBe(200)
    const names = marked('name', shown.html)
    for (const answer of ['', '不对', '2020-02-02']) {
      const typed = Object.fromEntries(names.map((name) => [name, answer]))
      const { status, html } = await desk.chen.post(address, { ...typed, steps: String(steps) })
      expect(status).toBe(422)
      const mistakes = mistakesIn(html)
      expect(mistakes.length).toBeGreaterThan(0)
      expect(marked('id', html)).toEqual(expect.arrayContaining(mistakes))
    }
  },
)

/** What the list on top of a refused form says, as fields and sentences. */
const listIn = (html: string) =>
  [...html.matchAll(/<li><a href="#([^"]+)">([^<]*)<\/a><\/li>/g)].map(([, id, sentence]) => [id, sentence])

test.each<[MoveName, Columns, Record<string, string>, string[][]]>([
  [
    'verify',
    { state: 'accepted' },
    { category: 'no such', first: 'chen', second: 'chen', on: '昨天' },
    [
      ['category', '请选类别。'],
      ['books', '请选至少一种方式。'],
      ['second', '要两名不同的核实人。'],
      ['on', '日期不对，请重选。'],
      ['recusal', '请确认没有需要回避的人。'],
    ],
  ],
  [
    'refer',
    {},
    { handlingUnit: 'village', due: '2020-02-02', missing: 'letter demands' },
    [
      ['handlingUnit', '不能转给青塘村村民委员会：反映的就是它，或反映人怕被知道。'],
      ['due', '要在今天以后。'],
      ['letter', '请写这一项。'],
      ['demands', '请写这一项。'],
    ],
  ],
  [
    'accept',
    { state: 'received', owner: null },
    { category: '', urgent: '', risk: 'high', owner: 'nobody', due: '2020-02-02' },
    [
      ['category', '请选类别。'],
      ['urgent', '请选一个。'],
      ['owner', '请选承办人。'],
      ['due', '要在今天以后。'],
    ],
  ],
  [
    'decline',
    { state: 'received' },
    { reason: '', forwarded: '', missing: 'channel tel' },
    [
      ['reason', '请选原因。'],
      ['channel', '请写该找谁和电话。'],
      ['forwarded', '请选有没有替他转过去。'],
      ['tel', '请写这一项。'],
    ],
  ],
  [
    'fix',
    {},
    { due: '2020-02-02', missing: 'order responsible' },
    [
      ['order', '请写要解决什么。'],
      ['due', '要在今天以后。'],
      ['responsible', '请写这一项。'],
    ],
  ],
])(
  'everything wrong with the form of %s is named in one round, in its order',
  async (move, columns, typed, told) => {
    const { desk, report } = await openToRefer({ afraid: move === 'refer' })
    if (Object.keys(columns).length > 0)
      await desk.db.update(reports).set(columns).where(eq(reports.id, report.id))
    const { steps } = await desk.now(report)
    const address = paths.move(desk.ids.teamId, report.id, move)
    const { status, html } = await desk.chen.post(address, { ...typed, steps: String(steps) })
    expect([status, listIn(html)]).toEqual([422, told])
  },
)

test('what a browser could not seal because it was empty is refused by name, though all else is right', async () => {
  const { desk, report } = await openToRefer()
  const { steps } = await desk.now(report)
  const address = paths.move(desk.ids.teamId, report.id, 'result')
  const sealed = { result: base64url(random(1024 + SEALED_WITH)), resultId: 'x'.repeat(22) }
  const send = (missing: Record<string, string>) =>
    desk.chen.post(address, { ...sealed, conclusion: 'partly', steps: String(steps), ...missing })
  const { status, html } = await send({ missing: 'evidence <b>' })
  expect([status, mistakesIn(html)]).toEqual([422, ['evidence']])
  expect(html).toContain('请写这一项。')
  expect((await desk.now(report)).steps).toBe(steps)
  expect((await send({})).status).toBe(303)
})
