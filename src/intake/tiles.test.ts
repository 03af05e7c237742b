import { describe, expect, it } from 'vitest'
import { tileWords } from '../i18n/tiles.ts'
import { unitTypes } from '../rounds/tables.ts'
import { UNSORTED } from './rules.ts'
import { hasTile, tilesOf } from './tiles.ts'

describe('the tiles', () => {
  it('are twelve for a village, seven for an organ, six for a project, and one for whoever cannot say', () => {
    const many = (type: (typeof unitTypes)[number]) => tilesOf(type).length
    expect([many('village'), many('community')]).toEqual([13, 13])
    expect([many('organ'), many('town'), many('soe'), many('school'), many('hospital')]).toEqual([
      8, 8, 8, 8, 8,
    ])
    expect(many('project')).toBe(7)
    expect(unitTypes.every((type) => tilesOf(type).at(-1)?.code === UNSORTED)).toBe(true)
  })

  it('have words, in Chinese at most eight characters', () => {
    const codes = new Set(unitTypes.flatMap((type) => tilesOf(type).map(({ code }) => code)))
    for (const code of codes) {
      const name = tileWords[code]?.name ?? ['', '']
      expect([...name[0]].length, code).toBeGreaterThan(0)
      expect([...name[0]].length, code).toBeLessThanOrEqual(8)
      expect(name[1].length, code).toBeGreaterThan(0)
    }
    expect(Object.keys(tileWords).every((code) => codes.has(code))).toBe(true)
  })

  it('stand for all 24 aspects of the checklist, each once', () => {
    const aspects = tilesOf('village')
      .flatMap((tile) => tile.aspects)
      .filter((aspect) => !aspect.includes('.'))
    expect(aspects.length).toBe(24)
    expect(new Set(aspects).size).toBe(24)
  })

  it('are known only where they are shown', () => {
    expect(hasTile('village', 'B3')).toBe(true)
    expect(hasTile('organ', 'B3')).toBe(false)
    expect(hasTile('village', '')).toBe(false)
    expect(hasTile('village', 'constructor')).toBe(false)
  })
})
