import { describe, expect, it } from 'vitest'
import { wasSilent } from './silence.ts'

const step = (at: string, move: string, who: string | null = null, why: string | null = null) => ({
  at,
  move,
  who,
  why,
})

const asked = step('2026-11-24T15:30:00.000Z', 'ask', 'chen')
const byRule = (on: string) => step(on, 'answered', null, 'rule')

describe('a resident was silent', () => {
  it('when ten days went by after the question', () => {
    expect(wasSilent([asked, byRule('2026-12-05')])).toBe(true)
    expect(wasSilent([asked, byRule('2026-12-04')])).toBe(true)
  })

  it('not when the question had fewer days', () => {
    expect(wasSilent([asked, byRule('2026-12-03')])).toBe(false)
  })

  it('not when never asked, or while there is time', () => {
    expect(wasSilent([step('2026-11-24', 'file')])).toBe(false)
    expect(wasSilent([asked])).toBe(false)
  })

  it('not when something was written since, also after the days ran out', () => {
    expect(wasSilent([asked, step('2026-11-26', 'answered')])).toBe(false)
    expect(wasSilent([asked, byRule('2026-12-05'), step('2026-12-06', 'supplement')])).toBe(false)
  })

  it('of the last question only', () => {
    const again = step('2026-12-07T01:00:00.000Z', 'ask', 'chen')
    expect(wasSilent([asked, byRule('2026-12-05'), again])).toBe(false)
    expect(wasSilent([asked, step('2026-11-26', 'answered'), again, byRule('2026-12-18')])).toBe(true)
  })
})
