import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWalled } from './wall.ts'

/** Trees of up to twelve units: each hangs below an earlier one, or stands at the top. */
const tree = fc.array(fc.option(fc.nat(), { nil: null }), { minLength: 1, maxLength: 12 }).map((parents) =>
  parents.map((parent, n) => ({
    id: `u${n}`,
    parentId: parent === null || n === 0 ? null : `u${parent % n}`,
  })),
)
const report = fc.record({
  kind: fc.constantFrom('problem' as const, 'conduct' as const, 'suggestion' as const),
  afraid: fc.boolean(),
  risk: fc.constantFrom(null, 'low' as const, 'medium' as const, 'high' as const),
})
const placed = tree.chain((units) =>
  fc.record({ units: fc.constant(units), about: fc.nat(units.length - 1), to: fc.nat(units.length - 1) }),
)

type Units = { id: string; parentId: string | null }[]
const isAbove = (units: Units, upper: string, lower: string): boolean => {
  const parent = units.find(({ id }) => id === lower)?.parentId ?? null
  return parent !== null && (parent === upper || isAbove(units, upper, parent))
}

describe('the routing wall', () => {
  it('lets nothing about conduct, from the afraid or at high risk to the unit, above it or under it, and holds back no more', () => {
    fc.assert(
      fc.property(report, placed, (danger, { units, about, to }) => {
        const [unitId, belongsTo] = [`u${about}`, `u${to}`]
        const related =
          unitId === belongsTo || isAbove(units, belongsTo, unitId) || isAbove(units, unitId, belongsTo)
        const walled = isWalled({ ...danger, unitId }, belongsTo, units)
        const { kind, afraid, risk } = danger
        expect(walled).toBe((kind === 'conduct' || afraid || risk === 'high') && related)
      }),
    )
  })

  it('never stands before a unit that belongs to no inspected unit', () => {
    fc.assert(
      fc.property(report, placed, (danger, { units, about }) => {
        expect(isWalled({ ...danger, unitId: `u${about}` }, null, units)).toBe(false)
      }),
    )
  })

  it('stands when a unit is in no tree any more, or the tree runs in a circle', () => {
    const circle = [
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
      { id: 'c', parentId: null },
      { id: 'd', parentId: 'gone' },
    ]
    const conduct = { kind: 'conduct' as const, afraid: false, risk: null }
    expect(isWalled({ ...conduct, unitId: 'gone' }, 'gone', [])).toBe(true)
    expect(isWalled({ ...conduct, unitId: 'a' }, 'b', circle)).toBe(true)
    expect(isWalled({ ...conduct, unitId: 'a' }, 'c', circle)).toBe(false)
    expect(isWalled({ ...conduct, unitId: 'gone' }, 'c', circle)).toBe(true)
    expect(isWalled({ ...conduct, unitId: 'c' }, 'gone', circle)).toBe(true)
    expect(isWalled({ ...conduct, unitId: 'c' }, 'd', circle)).toBe(true)
  })

  it('is not there for a problem of somebody who is not afraid', () => {
    const units = [
      { id: 'town', parentId: null },
      { id: 'village', parentId: 'town' },
    ]
    expect(
      isWalled({ kind: 'problem', afraid: false, risk: 'medium', unitId: 'village' }, 'town', units),
    ).toBe(false)
    expect(isWalled({ kind: 'problem', afraid: true, risk: 'low', unitId: 'village' }, 'town', units)).toBe(
      true,
    )
  })
})
