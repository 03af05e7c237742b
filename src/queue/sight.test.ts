import { describe, expect, test } from 'vitest'
import { concluded, PHONE, report, TODAY } from '../../test/seen.ts'
import { residentSees } from '../reports/resident-sees.ts'
import type { Seen } from '../reports/resident-stages.ts'
import { spoken } from './sight.tsx'

const said = (changed: Partial<Seen>, lang: 'zh' | 'en' = 'zh') =>
  spoken(residentSees({ ...report, ...changed }, lang, TODAY, PHONE))

describe('what is said on the telephone', () => {
  test('has no below, and nothing that was written', () => {
    const asked = { state: 'needsInfo', due: '2026-11-30' } as const
    expect(said(asked).join('')).toBe(
      '想请您补一点。11月30日（星期一）前在查进度的网页里写就行。写不了，我们先按现有的办。',
    )
    expect(said(asked, 'en').join('')).toBe(
      'Please tell us a little more. Answer on the progress page by Mon 30 November. If you cannot, we go on with what we have.',
    )
  })

  test('has none of an answer either, in both languages', () => {
    expect(said(concluded('unsubstantiated', null)).join('')).toBe(
      '有答复了。经核实，暂时没有发现您说的情况。 有新的材料，可以在查进度的网页里写。',
    )
    expect(said(concluded('unverifiable', null), 'en').join('')).toBe(
      'There is an answer. It could not be verified yet. If you remember more, write on the progress page and we go on.',
    )
  })

  test('sends nobody to a page for which they have no query code', () => {
    const withoutQueryCode = { lookupHash: null }
    const told = [
      { ...withoutQueryCode, ...concluded('unsubstantiated', null) },
      { ...withoutQueryCode, ...concluded('unverifiable', null) },
    ]
    for (const one of told) {
      expect(said(one).join('')).toMatch(/打 0700-5550121/)
      expect(said(one).join('')).not.toMatch(/网页|下面/)
      expect(said(one, 'en').join('')).toMatch(/call 0700-5550121/i)
      expect(said(one, 'en').join('')).not.toMatch(/page|below/i)
    }
  })

  test('tells how it ended, where an answer was written too', () => {
    expect(said(concluded('substantiated', 'solved')).join('')).toBe('有答复了。已经办好。')
    expect(said(concluded('substantiated', 'explained')).join('')).toBe('有答复了。问清楚了。')
    expect(said(concluded('substantiated', 'explained'), 'en').join('')).toBe(
      'There is an answer. We found out.',
    )
  })

  test('names whom to turn to, in its place', () => {
    const channel = (line: number) => ({ purpose: 'channel' as const, line })
    expect(said({ state: 'declined', forwarded: false })).toEqual([
      ...['这件事不归巡察组办。', '您可以找', channel(0), '，电话 ', channel(1), '。'],
      ...[' ', '我们没有替您转过去。'],
    ])
  })
})
