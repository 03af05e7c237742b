import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { announced } from '../clock/calendar.ts'
import { intakeOf } from './intake.ts'
import { closesLate, pauseShape, roundFields, roundMistakes, roundShape } from './round-form.ts'
import { unknownYears } from './round-view.ts'
import { teamShape } from './team-form.ts'

const typed = {
  term: '１２',
  seq: ' 2 ',
  title: '',
  type: 'regular',
  theme: '',
  scope: '',
  enteredOn: '2026-11-01',
  fieldEndsOn: '2027-01-09',
  intakeOpensOn: '2026-11-10',
  intakeClosesOn: '2027-01-05',
}
const schema = z.object(roundShape)
const read = (change: Partial<typeof typed> = {}) => schema.parse({ ...typed, ...change })
const problems = (change: Partial<typeof typed>) => {
  const { error } = schema.safeParse({ ...typed, ...change })
  return error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`)
}
const office = { jurisdiction: '岚川市', level: 'county' } as const

describe('a round as typed', () => {
  it('is read whatever width its digits have', () => {
    expect(read()).toMatchObject({ term: 12, seq: 2 })
  })

  it.each([
    [{ term: '0' }, 'term number'],
    [{ term: '一' }, 'term number'],
    [{ seq: '100' }, 'seq number'],
    [{ type: 'joint' }, 'type choice'],
    [{ enteredOn: '2026-02-30' }, 'enteredOn day'],
    [{ title: '长'.repeat(61) }, 'title long'],
    [{ scope: '长'.repeat(61) }, 'scope long'],
  ])('%o is refused: %s', (change, problem) => {
    expect(problems(change)).toEqual([problem])
  })

  it('is of one of five types, of which a special one alone must say what it looks at', () => {
    expect(roundShape.type.options).toEqual(['regular', 'special', 'lookBack', 'standing', 'other'])
    for (const type of ['regular', 'lookBack', 'standing', 'other'])
      expect(roundMistakes(read({ type }))).toEqual({})
  })

  it('is refused where two fields contradict each other', () => {
    expect(roundMistakes(read())).toEqual({})
    expect(roundMistakes(read({ type: 'special' }))).toEqual({ theme: 'theme', scope: 'scope' })
    expect(roundMistakes(read({ fieldEndsOn: '2026-10-31' }))).toEqual({ fieldEndsOn: 'leavesBefore' })
    expect(roundMistakes(read({ intakeClosesOn: '2026-11-09' }))).toEqual({ intakeClosesOn: 'closesBefore' })
  })

  it('is warned of, not refused, when intake outlasts the team', () => {
    expect(closesLate(read())).toBe(false)
    expect(closesLate(read({ intakeClosesOn: '2027-01-09' }))).toBe(true)
    expect(roundMistakes(read({ intakeClosesOn: '2027-02-09' }))).toEqual({})
    // Both are written as the end of the term.
    const standing = (intakeClosesOn: string) => closesLate(read({ type: 'standing', intakeClosesOn }))
    expect([standing('2027-01-09'), standing('2027-01-10')]).toEqual([false, true])
  })
})

describe('the title', () => {
  const stored = {
    ...roundFields(read(), office),
    id: 'r',
    parentId: null,
    pausedReason: null,
    resumesOn: null,
  }

  it('is written by itself when left empty, and kept as typed otherwise', () => {
    expect(stored.title).toBe('十二届市委第二轮巡察')
    expect(roundFields(read({ title: '村级巡察' }), office).title).toBe('村级巡察')
  })

  it('follows the number when nobody has touched it, and not when somebody has', () => {
    expect(roundFields(read({ seq: '3', title: stored.title }), office, stored).title).toBe(
      '十二届市委第三轮巡察',
    )
    const named = { ...stored, title: '村级巡察' }
    expect(roundFields(read({ seq: '3', title: '村级巡察' }), office, named).title).toBe('村级巡察')
  })
})

describe('the intake of a round', () => {
  const window = { intakeOpensOn: '2026-11-10', intakeClosesOn: '2027-01-05', pausedReason: null }

  it('is open on its first and its last day', () => {
    const days = ['2026-11-09', '2026-11-10', '2027-01-05', '2027-01-06']
    expect(days.map((day) => intakeOf(window, day))).toEqual(['notYet', 'open', 'open', 'closed'])
  })

  it('is paused with a reason that can be read, and for no longer than it would be open', () => {
    const paused = { ...window, pausedReason: '搬家' }
    expect(['2026-11-24', '2027-01-06'].map((day) => intakeOf(paused, day))).toEqual(['paused', 'closed'])
    const pause = z.object(pauseShape)
    expect(pause.safeParse({ reason: ' ', resumesOn: '' }).success).toBe(false)
    expect(pause.safeParse({ reason: '。', resumesOn: '' }).success).toBe(false)
    for (const reason of ['搬家', '搬家。', '搬家！ '])
      expect(pause.parse({ reason, resumesOn: '' })).toEqual({ reason: '搬家', resumesOn: null })
  })
})

describe('holidays that are not announced', () => {
  it('are warned of for every year in which a deadline may fall', () => {
    const long = { type: 'regular', intakeOpensOn: '2030-12-01', intakeClosesOn: '2031-12-15' } as const
    expect(unknownYears(long, '2030-12-05', announced)).toEqual([2030, 2031, 2032])
    const past = { type: 'regular', intakeOpensOn: '2022-01-01', intakeClosesOn: '2022-02-01' } as const
    expect(unknownYears(past, '2022-01-05', announced)).toEqual([])
    // Of a term nobody has announced more than the year to come.
    const standing = { ...long, type: 'standing', intakeClosesOn: '2035-12-15' } as const
    expect(unknownYears(standing, '2030-12-05', announced)).toEqual([2030, 2031])
  })
})

describe('a team as typed', () => {
  const { dialects, phone } = teamShape

  it('has its languages apart by any comma, or one a box, and each once', () => {
    expect(dialects.parse('普通话、白话, 客家话，白话')).toEqual(['普通话', '白话', '客家话'])
    expect(dialects.parse(['普通话', '白话'])).toEqual(['普通话', '白话'])
    for (const nothing of [' 、 ', undefined, []]) expect(dialects.safeParse(nothing).success).toBe(false)
    expect(dialects.safeParse('一种名字长得谁也记不住的话').success).toBe(false)
  })

  it('has a telephone number that can be dialled', () => {
    const isPhone = (text: string) => phone.safeParse(text).success
    expect(['0700-5550122', '13900000000', '(0700) 5550122'].filter(isPhone)).toHaveLength(3)
    expect(['打电话', '12', '', '0700-5550122 转 8', '5550122、5550123'].filter(isPhone)).toEqual([])
  })
})
