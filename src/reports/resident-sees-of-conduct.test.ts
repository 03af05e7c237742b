import { describe, expect, it } from 'vitest'
import { concluded, PHONE, report, TODAY } from '../../test/seen.ts'
import type { State } from './lifecycle.ts'
import { residentSees } from './resident-sees.ts'
import { isOver, type Seen } from './resident-stages.ts'

describe('whoever reports a person', () => {
  const shown = (changed: Partial<Seen>) =>
    JSON.stringify(
      residentSees({ ...report, promise: null, kind: 'conduct', ...changed }, 'zh', TODAY, PHONE),
    )

  it('reads the same bytes at the end, whatever was found and done', () => {
    const conclusions = [null, 'substantiated', 'partly', 'unsubstantiated', 'unverifiable'] as const
    const results = [null, 'solved', 'explained', 'longTerm', 'movedOn', 'noAction'] as const
    const ends = conclusions.flatMap((conclusion) =>
      results.flatMap((resultType) => [
        shown(concluded(conclusion, resultType)),
        shown({ ...concluded(conclusion, resultType), state: 'escalated' }),
      ]),
    )
    expect(new Set(ends).size).toBe(1)
    expect(ends[0]).toContain('您反映的情况，已经按规定处理。谢谢您。')
    const archived = conclusions.map((conclusion) =>
      shown({ state: 'archived', conclusion, concludedOn: '2026-10-25' }),
    )
    expect(new Set(archived).size).toBe(1)
  })

  it.each([
    ['2026-10-25', '已过 30 天', true],
    ['2026-10-26', '已经按规定处理', false],
  ])(
    'ended on %s, reads and may add the same, whether it is archived, still unread, or went up',
    (on, words, over) => {
      const ends: Partial<Seen>[] = [
        { ...concluded('unsubstantiated', 'noAction'), concludedOn: on },
        { state: 'archived', concludedOn: on },
        { state: 'escalated', concludedOn: on },
      ]
      expect(new Set(ends.map(shown)).size).toBe(1)
      expect(shown(ends[0]!)).toContain(words)
      expect(shown(ends[0]!)).toContain('已经按规定处理')
      for (const end of ends) expect(isOver({ ...report, kind: 'conduct', ...end }, TODAY)).toBe(over)
    },
  )

  it('reads the same bytes meanwhile, whether it was passed on, merged, or is being fixed', () => {
    const meanwhile: State[] = ['verifying', 'fixing', 'referred', 'merged']
    for (const promiseMoved of [null, 'late', 'missed', 'waited'] as const) {
      const promised = { promise: '2026-12-15', promiseBefore: '2026-12-08', promiseMoved }
      expect(new Set(meanwhile.map((state) => shown({ state, ...promised }))).size).toBe(1)
    }
  })
})
