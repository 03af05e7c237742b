import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aspectsOf, codesOf, hasTile, tilesOf, trees } from './checklist.ts'
import { namesIn } from './names.ts'
import { organ } from './organ.ts'
import { readOutline } from './outline.ts'
import { project } from './project.ts'
import { choicesOf, findChoice, nearest } from './sorting.ts'
import { firstOf } from './store.ts'
import { village as villageText } from './village.ts'

const village = firstOf('village')

describe('the trees an office begins with', () => {
  it('have 3 focuses, 24 aspects and 86 points for a village, and 4 focuses and 20 aspects for an organ', () => {
    const points = aspectsOf(village).flatMap((aspect) => aspect.points)
    expect([village.focuses.length, aspectsOf(village).length, points.length]).toEqual([3, 24, 86])
    expect([firstOf('organ').focuses.length, aspectsOf(firstOf('organ')).length]).toEqual([4, 20])
  })

  it('are as they were released, to the letter: reports speak of them, so a change is a new version', () => {
    const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
    expect([villageText, organ, project].map(digest)).toEqual([
      '2e3488b9e999851b061e242e0d0cb51f',
      '77a440bcd3bc283dc64566d4cf03350e',
      '5a55a56c8a9b1c4729c6c89e28e25058',
    ])
  })

  it('have twelve tiles for a village, seven for an organ, six for a project, and one for whoever cannot say', () => {
    expect(trees.map((tree) => tilesOf(firstOf(tree)).length)).toEqual([13, 8, 7])
    for (const tree of trees) expect(tilesOf(firstOf(tree)).at(-1)?.code).toBe('unsorted')
  })

  it('have a tile for every aspect of a village, once', () => {
    const named = village.tiles.flatMap((tile) => tile.standsFor).filter((code) => !code.includes('.'))
    expect(named.toSorted()).toEqual(
      aspectsOf(village)
        .map(({ code }) => code)
        .toSorted(),
    )
  })

  it('share no code with each other', () => {
    const all = trees.flatMap((tree) => {
      const list = firstOf(tree)
      return [...new Set([...codesOf(list), ...list.tiles.map(({ code }) => code)])]
    })
    expect(new Set(all).size).toBe(all.length)
  })

  it('know a tile only where it is shown', () => {
    expect(hasTile(village, 'B3')).toBe(true)
    expect(hasTile(firstOf('organ'), 'B3')).toBe(false)
    for (const none of ['', 'constructor']) expect(hasTile(village, none)).toBe(false)
  })
})

describe('a tree as it is written', () => {
  it('is read with what is Chinese and what is English', () => {
    const read = readOutline(
      '聚焦 K 大事\n方面 K1 用水 | 喝水 / Water\n重点 K1.1 水管\n\n类别 K1 喝水难 / No water | | K1',
    )
    expect(read).toEqual({
      ok: true,
      list: {
        focuses: [
          {
            code: 'K',
            name: '大事',
            aspects: [
              {
                code: 'K1',
                name: '用水',
                plain: ['喝水', 'Water'],
                points: [{ code: 'K1.1', name: '水管' }],
              },
            ],
          },
        ],
        tiles: [{ code: 'K1', name: ['喝水难', 'No water'], more: undefined, standsFor: ['K1'] }],
      },
    })
  })

  it('is written in traditional characters too, and stays as it was written', () => {
    const [simplified, traditional] = [
      '聚焦 K 大事\n方面 K1 用水\n重点 K1.1 水管\n类别 K1 飲水難 | | K1',
      '聚焦 K 大事\n方面 K1 用水\n重點 K1.1 水管\n類別 K1 飲水難 | | K1',
    ].map(readOutline)
    expect(traditional?.ok).toBe(true)
    expect(traditional).toEqual(simplified)
  })

  it('may call a tile something else for a suggestion, in as few characters', () => {
    const tree = '聚焦 K 大事\n方面 K1 用水\n类别 K1 喝水难 | | K1 |'
    const read = readOutline(`${tree} 喝水 / Water`)
    const names = namesIn(read.ok ? [read.list] : [])
    expect([names.tile('K1'), names.tile('K1', 'problem')]).toEqual([
      ['喝水难', '喝水难'],
      ['喝水难', '喝水难'],
    ])
    expect(names.tile('K1', 'suggestion')).toEqual(['喝水', 'Water'])
    expect(namesIn([village]).tile('B1', 'suggestion')).toEqual(['村里的钱', 'Village money'])
    expect(readOutline(`${tree} 这个叫法实在太长了`)).toMatchObject({
      mistakes: [{ line: 3, says: 'tileLong', what: '这个叫法实在太长了' }],
    })
  })

  it('complains of nothing to somebody who makes a suggestion', () => {
    for (const tree of trees) {
      for (const { name, suggested } of firstOf(tree).tiles) {
        expect((suggested ?? name)[0], name[0]).not.toMatch(/不|没|欠|乱|难|拖|要好处/)
      }
    }
  })

  it('is refused with every mistake and its line', () => {
    const read = readOutline(
      [
        '方面 A1 早了',
        '聚焦 A 好',
        '重点 A1.1 没有方面',
        '方面 A2',
        '方面 A2 又来',
        '标题 A3 什么',
        '方面 三 中文',
        '类别 A2 这个名字实在太长了 | | A2 A9 A',
      ].join('\n'),
    )
    expect(read.ok ? [] : read.mistakes.map(({ line, says, what }) => [line, says, what])).toEqual([
      [1, 'noFocus', 'A1'],
      [3, 'noAspect', 'A1.1'],
      [4, 'name', 'A2'],
      [5, 'repeated', 'A2'],
      [6, 'keyword', '标题'],
      [7, 'code', '三'],
      [8, 'tileLong', '这个名字实在太长了'],
      [8, 'refers', 'A9'],
      [8, 'refers', 'A'],
    ])
    expect(readOutline('')).toMatchObject({ ok: false, mistakes: [{ line: 0, says: 'noTile' }] })
  })
})

describe('what a matter may be sorted as', () => {
  it('is every aspect and point under its tile, each once, and what no tile stands for under the last', () => {
    const values = choicesOf(village).flatMap(({ choices }) => choices.map(({ value }) => value))
    expect(new Set(values).size).toBe(values.length)
    expect(values).toContain('B4/A2/A2.3')
    expect(values).toContain('B5/A4/A4.4')
    expect(values.at(-1)).toBe('unsorted')
    const ideology = choicesOf(firstOf('organ'))
      .at(-1)
      ?.choices.map(({ value }) => value)
    expect(ideology).toContain('unsorted/D6')
  })

  it('is found again from a report, also from one sorted before points had a column', () => {
    const of = (tile: string, aspect: string | null, point: string | null) =>
      nearest(village, { tile, aspect, point })?.value
    expect(of('B4', 'A2', 'A2.3')).toBe('B4/A2/A2.3')
    expect(of('B4', 'A2', null)).toBe('B4/A2')
    expect(of('B4', null, null)).toBe('B4/B4')
    expect(of('B5', 'A4.4', null)).toBe('B5/A4/A4.4')
    expect(of('B4', 'Z9', null)).toBeUndefined()
    expect(findChoice(village, 'B4/A2/B1.1')).toBeUndefined()
  })
})
