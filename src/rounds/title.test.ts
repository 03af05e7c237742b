import { describe, expect, it } from 'vitest'
import { byTeamNumber, chineseNumber, letterheadOf, roundTitle } from './title.ts'

describe('numbers as titles write them', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [23, '二十三'],
    [99, '九十九'],
  ])('%i is %s', (n, written) => {
    expect(chineseNumber(n)).toBe(written)
  })
})

describe('the title of a round', () => {
  const second = { term: 12, seq: 2, type: 'regular' } as const

  it('names the committee that the jurisdiction has', () => {
    expect(roundTitle(second, '澄屿市', 'city')).toBe('十二届市委第二轮巡察')
    expect(roundTitle(second, '岚川市', 'county')).toBe('十二届市委第二轮巡察')
    expect(roundTitle(second, '屿东区', 'county')).toBe('十二届区委第二轮巡察')
    expect(roundTitle(second, '溪榕县', 'county')).toBe('十二届县委第二轮巡察')
    expect(roundTitle(second, '示例地', 'county')).toBe('十二届县委第二轮巡察')
  })

  it('says what kind of round it is', () => {
    expect(roundTitle({ ...second, type: 'special' }, '澄屿市', 'city')).toBe('十二届市委第二轮专项巡察')
    expect(roundTitle({ ...second, type: 'lookBack' }, '澄屿市', 'city')).toBe('十二届市委第二轮巡察“回头看”')
    expect(roundTitle({ ...second, type: 'other' }, '澄屿市', 'city')).toBe('十二届市委第二轮巡察')
    expect(roundTitle({ ...second, type: 'standing' }, '澄屿市', 'city')).toBe('十二届市委常年受理')
  })
})

describe('the head of a notice', () => {
  it('completes a short name and leaves a full one alone', () => {
    expect(letterheadOf('岚川市', '第二巡察组')).toBe('中共岚川市委第二巡察组')
    expect(letterheadOf('岚川市', '岚川市委第二巡察组')).toBe('中共岚川市委第二巡察组')
    expect(letterheadOf('岚川市', '中共岚川市委第二巡察组')).toBe('中共岚川市委第二巡察组')
  })
})

describe('teams in a list', () => {
  it('stand in the order people count', () => {
    const names = ['村居巡察组', '第十巡察组', '第三巡察组', '第12巡察组', '第二巡察组', '第十一巡察组']
    const sorted = names.map((name) => ({ name })).sort(byTeamNumber)
    expect(sorted.map(({ name }) => name)).toEqual([
      '第二巡察组',
      '第三巡察组',
      '第十巡察组',
      '第十一巡察组',
      '第12巡察组',
      '村居巡察组',
    ])
  })
})
