import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { concluded, PHONE, report, TODAY } from '../../test/seen.ts'
import { kinds, type State, states } from './lifecycle.ts'
import { residentSees } from './resident-sees.ts'
import type { Seen } from './resident-stages.ts'

/** Heading and sentences as one text, with what messages fill in named in braces. */
function read(changed: Partial<Seen>, lang: 'zh' | 'en' = 'zh'): string {
  const { heading, sentences } = residentSees({ ...report, ...changed }, lang, TODAY, PHONE)
  const said = sentences.map((sentence) =>
    sentence
      .map((part) => (typeof part === 'string' ? part : `{${[part.purpose, part.line].join(' ').trim()}}`))
      .join(''),
  )
  return [heading, ...said].join(' | ')
}

test('where the office keeps it, what is not ours is not the office’s either', () => {
  const declined = { ...report, state: 'declined' as const }
  const heading = (lang: 'zh' | 'en', office?: string) =>
    residentSees(declined, lang, TODAY, PHONE, office).heading
  expect(heading('zh', '岚川市委巡察办')).toBe('这件事不归岚川市委巡察办管')
  expect(heading('en', 'the office')).toBe('This is not for the office')
  expect(heading('zh')).toBe('这件事不归巡察组办')
})

test('shows no stage that never was', () => {
  const skipped = (changed: Partial<Seen>) =>
    residentSees({ ...report, ...changed }, 'zh', TODAY, PHONE).skipped
  expect(states.filter((state) => skipped({ state }).length > 0)).toEqual(['declined', 'voided'])
  expect(skipped({ state: 'declined' })).toEqual([1, 2])
  // Whoever read that it was accepted does not find that gone.
  expect(skipped({ state: 'declined', acceptedOn: '2026-11-20' })).toEqual([])
  const kept = { state: 'archived', declineReason: 'courtMatter' } as const
  expect(skipped(kept)).toEqual([1, 2])
  expect(skipped({ ...kept, acceptedOn: '2026-11-20' })).toEqual([])
  // A suggestion is answered without being verified; until then it has the road of all others.
  const suggestion = { kind: 'suggestion', acceptedOn: '2026-11-20' } as const
  for (const state of ['concluded', 'archived'] as const)
    expect(skipped({ ...suggestion, state })).toEqual([2])
  expect(skipped({ ...suggestion, state: 'accepted' })).toEqual([])
})

/** What is in the archive still says how it ended, and asks for nothing that cannot be added any more. */
const archived: [string, Partial<Seen>, string][] = [
  ['solved', concluded('substantiated', 'solved'), '有答复了 | 已经办好。{answer}'],
  ['explained', concluded('partly', 'explained'), '有答复了 | 问清楚了：{answer}'],
  ['unconfirmed', concluded('unsubstantiated', null), '有答复了 | 经核实，暂时没有发现您说的情况。'],
  ['unverifiable', concluded('unverifiable', null), '有答复了 | 当时核实不了。'],
  [
    'long-term',
    concluded('partly', 'longTerm'),
    '有答复了 | 一时办不完，已经列入整改。11月25日（星期三）再来看。',
  ],
  [
    'a suggestion',
    { kind: 'suggestion', ...concluded(null, 'study') },
    '有答复了 | 您的建议已请有关单位研究，谢谢您。',
  ],
  ...(['problem', 'conduct'] as const).map((kind): [string, Partial<Seen>, string] => [
    `a ${kind} that was not ours`,
    { kind, declineReason: 'courtMatter', forwarded: false },
    '这件事不归巡察组办 | 您可以找{channel 0}，电话 {channel 1}。 | 我们没有替您转过去。',
  ]),
  [
    'conduct',
    { kind: 'conduct', ...concluded('partly', 'solved'), concludedOn: '2026-10-25' },
    '有答复了 | 您反映的情况，已经按规定处理。谢谢您。',
  ],
]
const moved = (promiseMoved: Seen['promiseMoved']) => ({ promiseMoved, promiseBefore: '2026-11-20' })

describe('what the resident sees', () => {
  test.each<[string, Partial<Seen>, string]>([
    ['received', {}, '收到了 | 11月25日（星期三）前，告诉您归不归我们办。'],
    [
      'asked',
      { state: 'needsInfo' },
      '想请您补一点 | 巡察组问：{question} | 12月4日（星期五）前写在下面就行。写不了，我们先按现有的办。',
    ],
    ['accepted', { state: 'accepted' }, '已受理 | 已经交给专人，11月25日（星期三）前给您答复。'],
    ['verifying', { state: 'verifying' }, '正在核实 | 巡察组正在了解情况，11月25日（星期三）前给您答复。'],
    ['merged', { state: 'merged' }, '正在核实 | 巡察组正在了解情况，11月25日（星期三）前给您答复。'],
    ['fixing', { state: 'fixing' }, '已要求马上解决 | 预计 11月25日（星期三）前办好。'],
    [
      'fixing, sooner than the answer',
      { state: 'fixing', promiseBefore: '2026-12-15' },
      '已要求马上解决 | 预计 11月25日（星期三）前办好。 | 答复还是 12月15日（星期二）前给您。',
    ],
    [
      'fixing, later than was promised',
      { state: 'fixing', ...moved('extended') },
      '已要求马上解决 | 原定 11月20日（星期五），预计 11月25日（星期三）前办好。',
    ],
    [
      'not mended',
      { state: 'verifying', ...moved('notMended') },
      '正在核实 | 还没办好，还在办。先前说 11月20日（星期五），现在 11月25日（星期三）前给您答复。',
    ],
    [
      'referred',
      { state: 'referred' },
      '已转有关部门办理 | 没有转您的姓名、电话和原话。11月25日（星期三）前回复。',
    ],
    [
      'referred, its letter not signed yet',
      { state: 'referred', letterOut: false },
      '正在核实 | 巡察组正在了解情况，11月25日（星期三）前给您答复。',
    ],
    [
      'extended',
      { state: 'referred', ...moved('extended') },
      '已转有关部门办理 | 情况比较复杂，原定 11月20日（星期五），推到 11月25日（星期三）。',
    ],
    [
      'given more time before the latest day had passed',
      { state: 'referred', ...moved('granted') },
      '已转有关部门办理 | 情况比较复杂，原定 11月20日（星期五），推到 11月25日（星期三）。',
    ],
    [
      'late',
      { state: 'verifying', ...moved('late') },
      '正在核实 | 原定 11月20日（星期五），还没办完，对不起。最晚 11月25日（星期三）。',
    ],
    [
      'late',
      { state: 'received', ...moved('late') },
      '收到了 | 原定 11月20日（星期五）告诉您归不归我们办，还没定下来，对不起。最晚 11月25日（星期三）。',
    ],
    [
      'late once more, with a day',
      { state: 'referred', ...moved('missed') },
      '已转有关部门办理 | 原定 11月20日（星期五），说过的最晚也没做到，对不起。现在定在 11月25日（星期三）。',
    ],
    [
      'late once more, without another day',
      { state: 'received', ...moved('missed'), promise: '2026-11-23' },
      `收到了 | 原定 11月20日（星期五），后来说 11月23日（星期一），都没做到，对不起。请打 ${PHONE}，报受理号。`,
    ],
    [
      'waited',
      { state: 'verifying', ...moved('waited') },
      '正在核实 | 等您补充的日子不算。原定 11月20日（星期五），现在 11月25日（星期三）前答复您。',
    ],
    [
      'waited before acceptance',
      moved('waited'),
      '收到了 | 等您补充的日子不算。原定 11月20日（星期五），11月25日（星期三）前告诉您归不归我们办。',
    ],
    ['solved', concluded('substantiated', 'solved'), '有答复了 | 已经办好。{answer}'],
    ['explained', concluded('partly', 'explained'), '有答复了 | 问清楚了：{answer}'],
    ['moved on', concluded('partly', 'movedOn'), '有答复了 | 问清楚了：{answer}'],
    ['no action', concluded('substantiated', 'noAction'), '有答复了 | 问清楚了：{answer}'],
    [
      'long-term',
      concluded('substantiated', 'longTerm'),
      '有答复了 | 一时办不完，已经列入整改。11月25日（星期三）再来看。',
    ],
    [
      'unconfirmed',
      concluded('unsubstantiated', 'noAction'),
      '有答复了 | 经核实，暂时没有发现您说的情况。 | 有新的材料，可以写在下面。',
    ],
    [
      'unverifiable',
      concluded('unverifiable', 'noAction'),
      '有答复了 | 现在还核实不了。想起什么，写在下面，我们接着办。',
    ],
    ['adopted', { kind: 'suggestion', ...concluded(null, 'adopted') }, '有答复了 | 您的建议采纳了，谢谢您。'],
    [
      'partly adopted',
      { kind: 'suggestion', ...concluded(null, 'partlyAdopted') },
      '有答复了 | 您的建议采纳了，谢谢您。',
    ],
    [
      'noted',
      { kind: 'suggestion', ...concluded(null, 'study') },
      '有答复了 | 您的建议已请有关单位研究，谢谢您。',
    ],
    ['escalated', { state: 'escalated' }, '有答复了 | 您反映的情况，已经按规定处理。谢谢您。'],
    [
      'declined',
      { state: 'declined', forwarded: false },
      '这件事不归巡察组办 | 您可以找{channel 0}，电话 {channel 1}。 | 我们没有替您转过去。',
    ],
    [
      'declined and passed on',
      { state: 'declined', forwarded: true },
      '这件事不归巡察组办 | 您可以找{channel 0}，电话 {channel 1}。 | 我们已经替您转过去。',
    ],
    ['reopened', { state: 'reopened' }, '重新核实 | 收到您的意见，11月25日（星期三）前再答复您。'],
    ['voided', { state: 'voided' }, '没有登记 | 这次写的和巡察没有关系。写错了可以重新讲。'],
    ...archived.map(([name, ended, words]): [string, Partial<Seen>, string] => [
      `archived: ${name}`,
      { ...ended, state: 'archived' },
      words.replace(' |', ` | 已过 30 天。有新情况，请重新讲，或打 ${PHONE}。 |`),
    ]),
  ])('%s', (_, changed, words) => {
    expect(read(changed)).toBe(words)
  })

  test.each<[State | null, number]>([
    ['received', 0],
    ['accepted', 1],
    ['verifying', 2],
    ['reopened', 2],
    [null, 0],
  ])('stays on the road where it was when asked as %s', (askedFrom, road) => {
    expect(residentSees({ ...report, state: 'needsInfo', askedFrom }, 'zh', TODAY, PHONE).road).toBe(road)
  })

  it('is said in English too', () => {
    expect(read({ state: 'verifying', ...moved('late') }, 'en')).toBe(
      'Being looked into | Promised for Fri 20 November and not done. We are sorry. Wed 25 November at the latest.',
    )
    expect(read({ state: 'verifying', ...moved('missed') }, 'en')).toBe(
      'Being looked into | Promised for Fri 20 November, and the latest day we gave is not kept either. We are sorry. Now Wed 25 November.',
    )
    expect(read({ state: 'accepted', ...moved('missed'), promise: '2026-11-23' }, 'en')).toBe(
      `Accepted | Promised for Fri 20 November, then for Mon 23 November; we kept neither. We are sorry. Call ${PHONE} with the enquiry number.`,
    )
    expect(read({ state: 'fixing', promiseBefore: '2026-12-15' }, 'en')).toBe(
      'Ordered to be fixed at once | Expected by Wed 25 November. | An answer is still promised by Tue 15 December.',
    )
    expect(read({ state: 'fixing', ...moved('waited') }, 'en')).toBe(
      'Ordered to be fixed at once | Promised for Fri 20 November, expected by Wed 25 November.',
    )
    expect(read({ state: 'verifying', ...moved('notMended') }, 'en')).toBe(
      'Being looked into | Not done yet; we are still on it. We had said Fri 20 November; an answer by Wed 25 November.',
    )
    expect(read({ state: 'referred' }, 'en')).toBe(
      'With the office responsible | Passed on without your name, phone or words. A reply by Wed 25 November.',
    )
    expect(read({ ...concluded('unverifiable', null), state: 'archived' }, 'en')).toBe(
      `There is an answer | More than 30 days ago. For news, tell us again or call ${PHONE}. | It could not be verified.`,
    )
  })

  it('never promises a day that has passed when the latest one was missed', () => {
    for (const state of ['received', 'accepted', 'verifying', 'fixing', 'referred', 'reopened'] as const) {
      const words = read({ state, ...moved('missed'), promise: '2026-11-23' })
      expect(words).toContain('都没做到')
      expect(words).not.toContain('最晚')
    }
  })

  it('points to nothing below where the page is not before them, and says the same else', () => {
    const below = /下面|below/
    const ends = [concluded('unsubstantiated', null), concluded('unverifiable', null)]
    for (const lang of ['zh', 'en'] as const) {
      const pointing = [...states.map((state) => ({ state })), ...ends].filter((changed) => {
        const { sentences, elsewhere } = residentSees({ ...report, ...changed }, lang, TODAY, PHONE)
        expect(elsewhere.join(), JSON.stringify(changed)).not.toMatch(below)
        expect(elsewhere.filter((_, at) => !below.test(`${sentences[at]?.join('')}`))).toEqual(
          sentences.filter((sentence) => !below.test(sentence.join(''))),
        )
        return below.test(sentences.join())
      })
      expect(pointing).toEqual([{ state: 'needsInfo' }, ...ends])
    }
  })

  it('says nothing of a day that is not known, and leaves no blank', () => {
    const anything = fc.record<Seen>({
      kind: fc.constantFrom(...kinds),
      state: fc.constantFrom(...states),
      askedFrom: fc.constantFrom(...states, null),
      due: fc.constantFrom(null, '2026-12-04'),
      promise: fc.constantFrom(null, '2026-11-25'),
      promiseBefore: fc.constantFrom(null, '2026-11-20'),
      promiseMoved: fc.constantFrom(null, 'late', 'missed', 'extended', 'granted', 'waited', 'notMended'),
      conclusion: fc.constantFrom(null, 'substantiated', 'partly', 'unsubstantiated', 'unverifiable'),
      resultType: fc.constantFrom(null, 'solved', 'explained', 'longTerm', 'movedOn', 'noAction', 'adopted'),
      declineReason: fc.constantFrom(null, 'courtMatter'),
      forwarded: fc.constantFrom(null, true, false),
      letterOut: fc.boolean(),
      acceptedOn: fc.constantFrom(null, '2026-10-25'),
      concludedOn: fc.constantFrom(null, '2026-10-25', '2026-11-20'),
      lookupHash: fc.constantFrom(null, 'AAAA'),
    })
    fc.assert(
      fc.property(anything, fc.constantFrom('zh' as const, 'en' as const), (seen, lang) => {
        const { sentences, elsewhere } = residentSees(seen, lang, TODAY, PHONE)
        const said = [...sentences, ...elsewhere].flat().filter((part) => typeof part === 'string')
        expect(said.join('')).not.toMatch(/[{}]|null|undefined/)
      }),
    )
  })
})
