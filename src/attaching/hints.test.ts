import { describe, expect, it } from 'vitest'
import { hintsIn } from './hints.ts'

const told = (text: string, name = '') =>
  hintsIn(text, name).map(({ tells, from, to }) => `${tells} ${text.slice(from, to)}`)

describe('what could tell who wrote it', () => {
  it.each([
    ['有事打13900000066，我在家', ['phone 13900000066']],
    ['打 139 0000 0066 或 +86-139-0000-0066', ['phone 139 0000 0066', 'phone 86-139-0000-0066']],
    ['打１３９００００００６６', ['phone １３９００００００６６']],
    ['家里电话0700-5550121。', ['phone 0700-5550121']],
    ['身份证45010219700101123X的就是我', ['idCard 45010219700101123X']],
    ['我叫韦小妹，住桥头', ['name 我叫韦小妹']],
    ['Hello, my name is Wei Xiaomei and', ['name my name is Wei Xiaomei']],
    ['那天晚上，只有我在场看见了。后来没人管', ['onlyMe 只有我在场看见了。']],
    ['那天除了我沒有別人看見，後來', ['onlyMe 那天除了我沒有別人看見，']],
    ['It rained. Nobody else saw it, but it happened', ['onlyMe  Nobody else saw it,']],
  ])('is noticed in %j', (text, hints) => {
    expect(told(text)).toEqual(hints)
  })

  it.each([
    '2026年5月12日给了3200元，2025年只给了1800元',
    '合同编号 20260512103000，欠 15000000 元',
    '银行卡 6222 0212 3456 7890 123 上没有到账',
    '我叫他们来修，没有人来',
    '村口的路只有三米宽',
    'The only road is broken; nobody came.',
  ])('is not seen in %j', (text) => {
    expect(told(text)).toEqual([])
  })

  it('is the name that stands in its own field, wherever it is written', () => {
    expect(told('韦小妹家的地，写的是韦小妹', '韦小妹')).toEqual(['name 韦小妹', 'name 韦小妹'])
    expect(told('韦小妹家的地', '韦')).toEqual([])
  })
})
