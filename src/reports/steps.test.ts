import { describe, expect, it } from 'vitest'
import { staffTime } from './steps.ts'

describe('when staff did something', () => {
  const receivedAt = '2026-11-24T01:00:00.000Z'
  const waiting = { receivedAt, receivedOn: '2026-11-24', acceptedWithin: null }
  const accepted = (acceptedWithin: 'minute' | 'hour' | 'workingDay' | 'days' | null) => ({
    receivedAt: null,
    receivedOn: '2026-11-24',
    acceptedWithin,
  })

  it('is a day within the hour of filing, so that nothing says when the resident wrote', () => {
    expect(staffTime(waiting, new Date('2026-11-24T01:00:20Z'))).toBe('2026-11-24')
    expect(staffTime(waiting, new Date('2026-11-24T02:00:00Z'))).toBe('2026-11-24')
  })

  it('is an instant on the day after, where a bare day would say that it was filed just before midnight', () => {
    const late = { receivedAt: '2026-11-24T15:58:30.000Z', receivedOn: '2026-11-24', acceptedWithin: null }
    expect(staffTime(late, new Date('2026-11-24T15:59:00Z'))).toBe('2026-11-24')
    expect(staffTime(late, new Date('2026-11-24T16:00:05Z'))).toBe('2026-11-24T16:00:05.000Z')
  })

  it('is an instant after that', () => {
    expect(staffTime(waiting, new Date('2026-11-24T02:00:01Z'))).toBe('2026-11-24T02:00:01.000Z')
  })

  it.each(['minute', 'hour'] as const)(
    'is a day for the rest of a day on which acceptance took a %s',
    (took) => {
      expect(staffTime(accepted(took), new Date('2026-11-24T01:01:10Z'))).toBe('2026-11-24')
      expect(staffTime(accepted(took), new Date('2026-11-24T09:00:00Z'))).toBe('2026-11-24')
      expect(staffTime(accepted(took), new Date('2026-11-25T01:00:00Z'))).toBe('2026-11-25T01:00:00.000Z')
    },
  )

  it.each(['workingDay', 'days', null] as const)('is an instant where acceptance took %s', (took) => {
    expect(staffTime(accepted(took), new Date('2026-11-24T09:00:00Z'))).toBe('2026-11-24T09:00:00.000Z')
  })
})
