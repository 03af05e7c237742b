import { describe, expect, it } from 'vitest'
import { announced } from './calendar.ts'
import { acceptBy, answerBy, dueBy, hardBy, replyBy, verifyBy } from './deadlines.ts'

describe('a report filed on the Friday before National Day 2022', () => {
  const filed = '2022-09-30'

  it('should be accepted on the working Saturday after the holiday', () => {
    expect(acceptBy(filed, announced)).toBe('2022-10-08')
  })

  it('raises an alarm on the third working day', () => {
    expect(dueBy('acceptAlarm', filed, announced)).toBe('2022-10-10')
  })

  it('must be accepted fifteen calendar days later, moved off a Saturday that is free', () => {
    expect(dueBy('acceptHard', filed, announced)).toBe('2022-10-17')
  })
})

describe('a report accepted on 24 November 2022', () => {
  const accepted = '2022-11-24'

  it('is being verified within three working days', () => {
    expect(verifyBy(accepted, announced)).toBe('2022-11-29')
  })

  it('should be answered within fifteen working days', () => {
    expect(answerBy(accepted, announced)).toBe('2022-12-15')
  })

  it('must be answered within sixty calendar days, moved out of Spring Festival', () => {
    expect(hardBy('2022-10-10', announced)).toBe('2022-12-09')
    expect(hardBy(accepted, announced)).toBe('2023-01-28')
  })

  it('may be extended by thirty calendar days from there', () => {
    expect(dueBy('extension', hardBy(accepted, announced), announced)).toBe('2023-02-27')
  })
})

describe('other limits', () => {
  it('give a resident ten calendar days for a reply, moved off a day of rest', () => {
    expect(replyBy('2022-11-14', announced)).toBe('2022-11-24')
    expect(replyBy('2022-11-16', announced)).toBe('2022-11-28')
  })

  it('give a fix on the spot seven working days', () => {
    expect(dueBy('fix', '2022-11-24', announced)).toBe('2022-12-05')
  })

  it('let the machine archive, erase and retire on the day itself, working or not', () => {
    expect(dueBy('archive', '2022-12-02', announced)).toBe('2023-01-01')
    expect(dueBy('eraseContact', '2022-12-05', announced)).toBe('2023-06-03')
    expect(dueBy('queryCode', '2022-12-02', announced)).toBe('2023-12-02')
  })
})
