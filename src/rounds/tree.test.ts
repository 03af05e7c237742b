import { describe, expect, it } from 'vitest'
import { readChanges } from './assign-routes.tsx'
import type { Change } from './assignments.ts'
import { treeOf, withBelow } from './tree.ts'
import { unitMistakes } from './unit-form.ts'

const unit = (id: string, parentId: string | null = null) => ({
  id,
  parentId,
  name: id,
  shortName: id,
  system: null,
  headcount: null,
  type: 'town' as const,
})
const units = [
  unit('禾仓村', '榕墟镇'),
  unit('榕墟镇'),
  unit('一组', '青塘村'),
  unit('青塘村', '榕墟镇'),
  unit('稻溪镇'),
]

describe('the tree of units', () => {
  it('has every unit once, after its parent', () => {
    expect(treeOf(units).map(({ unit, depth }) => `${depth} ${unit.id}`)).toEqual([
      '0 榕墟镇',
      '1 禾仓村',
      '1 青塘村',
      '2 一组',
      '0 稻溪镇',
    ])
  })

  it('shows a unit whose parent is gone at the top', () => {
    expect(treeOf([unit('青塘村', 'gone')])).toEqual([{ unit: unit('青塘村', 'gone'), depth: 0 }])
  })

  it('has any depth', () => {
    const chain = Array.from({ length: 10_000 }, (_, n) => unit(`第${n}层`, n === 0 ? null : `第${n - 1}层`))
    expect(treeOf(chain).at(-1)).toMatchObject({ unit: { id: '第9999层' }, depth: 9_999 })
  })

  it('knows what lies below', () => {
    expect(withBelow(units, '榕墟镇')).toEqual(new Set(['榕墟镇', '禾仓村', '青塘村', '一组']))
    expect(withBelow(units, '一组')).toEqual(new Set(['一组']))
  })
})

describe('a unit is refused', () => {
  const fields = (change: object) => ({ ...unit('新村'), ...change })

  it('when it would lie below itself, however deep', () => {
    expect(unitMistakes(units, fields({ parentId: '榕墟镇' }), '榕墟镇')).toMatchObject({ parentId: 'loop' })
    expect(unitMistakes(units, fields({ parentId: '一组' }), '榕墟镇')).toMatchObject({ parentId: 'loop' })
    expect(unitMistakes(units, fields({ parentId: '稻溪镇' }), '榕墟镇')).toEqual({})
  })

  it('when it would lie deeper than ten levels, or what lies below it would', () => {
    const nine = Array.from({ length: 9 }, (_, n) => unit(`第${n}层`, n === 0 ? null : `第${n - 1}层`))
    const all = [...units, ...nine]
    expect(unitMistakes(all, fields({ parentId: '第8层' }))).toEqual({})
    expect(unitMistakes(all, fields({ parentId: '第8层' }), '榕墟镇')).toEqual({ parentId: 'deep' })
    expect(unitMistakes(all, fields({ parentId: '第6层' }), '榕墟镇')).toEqual({})
    const eleven = [...all, unit('第9层', '第8层'), unit('第10层', '第9层')]
    expect(unitMistakes(eleven, fields({ parentId: '第9层' }))).toEqual({ parentId: 'deep' })
    expect(unitMistakes(eleven, fields({ parentId: '第9层' }), '第10层')).toEqual({})
  })

  it('when its name is taken or its parent unknown', () => {
    expect(unitMistakes(units, fields({ name: '青塘村' }))).toEqual({ name: 'unitTaken' })
    expect(unitMistakes(units, fields({ name: '青塘村' }), '青塘村')).toEqual({})
    expect(unitMistakes(units, fields({ parentId: 'gone' }))).toEqual({ parentId: 'parent' })
  })
})

describe('assigning units', () => {
  const known = {
    units: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    teams: [{ id: 't1' }, { id: 't2' }],
    versions: new Map([['a', 3]]),
    notices: new Map([['b', '123450']]),
    assigned: new Map([
      ['a', 't1'],
      ['b', 't1'],
    ]),
  }

  it('changes only what differs', () => {
    const changes: Change[] = [
      { unitId: 'a', version: 3, from: 't1', to: null },
      { unitId: 'c', version: 0, from: null, to: 't2' },
    ]
    const typed = { 'team.a': '', 'team.b': 't1', 'team.c': 't2' }
    expect(readChanges(known, typed)).toEqual({ changes, problems: {} })
  })

  it('leaves a unit with a notice in its team and knows only teams of the round', () => {
    const { problems } = readChanges(known, { 'team.a': 'elsewhere', 'team.b': 't2' })
    expect(problems).toEqual({ 'team.a': 'team', 'team.b': 'fixed' })
  })
})
