import { describe, expect, it } from 'vitest'
import { staffTime } from './steps.ts'

describe('when staff did something', () => {
  const receivedAt = '2026-11-24T01:00:00.000Z'

  it('is a day within the hour of filing, so that nothing says when the resident wrote', () => {
    expect(staffTime({ receivedAt }, new Date('2026-11-24T01:00:20Z'))).toBe('2026-11-24')
    expect(staffTime({ receivedAt }, new Date('2026-11-24T02:00:00Z'))).toBe('2026-11-24')
  })

  it('is an instant after that, and once the time of filing is forgotten', () => {
    expect(staffTime({ receivedAt }, new Date('2026-11-24T02:00:01Z'))).toBe('2026-11-24T02:00:01.000Z')
    expect(staffTime({ receivedAt: null }, new Date('2026-11-24T01:00:20Z'))).toBe('2026-11-24T01:00:20.000Z')
  })
})
