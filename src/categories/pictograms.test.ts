import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Tile, tilesOf, trees, unsorted } from './checklist.ts'
import { drawn, pictogramOf } from './pictograms.ts'
import { firstOf } from './store.ts'

const style = (file: string) => readFileSync(`public/style/${file}`, 'utf8')
const named = (name: string): Tile => ({ code: 'Z1', name: [name, name], more: undefined, standsFor: [] })

describe('the pictures on tiles', () => {
  test('are drawn in the order in which they are counted, and the style sheet finds each', () => {
    const svg = style('pictures.svg')
    expect([...svg.matchAll(/<path id="(\w+)"/g)].map(([, id]) => id)).toEqual(drawn)
    expect(svg).toContain(`width="${24 * drawn.length}" height="24"`)
    expect(svg.match(/translate\((\d+)\)/g)).toEqual(
      drawn.slice(1).map((_, at) => `translate(${24 * (at + 1)})`),
    )
    const found = [...style('tiles.css').matchAll(/\.p(\d+) \{\s+--p: (\d+);/g)]
    expect(found.map(([, name, at]) => [name, at])).toEqual(
      drawn.slice(1).map((_, at) => [`${at + 1}`, `${at + 1}`]),
    )
  })

  test.each(trees)('differ from tile to tile, and none of those we ship is the plain sheet (%s)', (tree) => {
    const pictures = tilesOf(firstOf(tree)).map(pictogramOf)
    expect(new Set(pictures).size).toBe(pictures.length)
    expect(pictures).not.toContain(0)
  })

  test('follow the words, whatever code an office gave them', () => {
    const picture = (name: string) => drawn[pictogramOf(named(name))]
    expect(picture('补贴没到手')).toBe('grain')
    expect(picture('食堂账目')).toBe('book')
    expect(picture('修桥')).toBe('road')
    expect(picture('其他')).toBe('sheet')
    expect(drawn[pictogramOf(unsorted)]).toBe('talk')
  })
})
