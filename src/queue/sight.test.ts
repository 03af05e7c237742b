import { describe, expect, test } from 'vitest'
import { spoken } from './sight.tsx'

describe('what is said on the telephone', () => {
  test('has no below, and nothing that was written', () => {
    const sight = {
      heading: '想请您补一点',
      sentences: [
        ['巡察组问：', { purpose: 'question' as const, line: 0 }],
        ['11月30日（星期一）前写在下面就行。写不了，我们先按现有的办。'],
      ],
    }
    expect(spoken({ ...sight, date: null, road: 0, skipped: [] }).join('')).toBe(
      '想请您补一点。11月30日（星期一）前在查进度的网页里写就行。写不了，我们先按现有的办。',
    )
  })

  test('has none in English either', () => {
    const sight = {
      heading: 'Please tell us a little more',
      sentences: [['Answer below by Mon 30 November.']],
    }
    expect(spoken({ ...sight, date: null, road: 0, skipped: [] }).join('')).toBe(
      'Please tell us a little more. Answer on the progress page by Mon 30 November.',
    )
  })

  test('names whom to turn to, in its place', () => {
    const channel = (line: number) => ({ purpose: 'channel' as const, line })
    const sight = {
      heading: '这件事不归巡察组办',
      sentences: [['您可以找', channel(0), '，电话 ', channel(1), '。'], ['我们没有替您转过去。']],
    }
    expect(spoken({ ...sight, date: null, road: 3, skipped: [1, 2] })).toEqual([
      ...['这件事不归巡察组办。', '您可以找', channel(0), '，电话 ', channel(1), '。'],
      ...[' ', '我们没有替您转过去。'],
    ])
  })
})
