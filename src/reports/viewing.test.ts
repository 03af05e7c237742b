import { describe, expect, it } from 'vitest'
import { fileAnother, house, moment, report, stepsOf, withReport } from '../../test/one-report.ts'
import { random } from '../sealing/bytes.ts'
import { viewContact } from './viewing.ts'

withReport()

describe('contact details', () => {
  it('are handed out only after the view is on record', async () => {
    const held = { part: 'contact' as const, envelope: random(50) }
    await fileAnother({ sealed: [held], identityMode: 'contactOnly' })
    const why = { why: 'view:callBack', sealed: [] }
    expect(await viewContact(house.db, report, 'li', why, moment())).toEqual(held.envelope)
    expect((await stepsOf()).at(-1)).toEqual(['view contact', 'li'])
    expect(await viewContact(house.db, report, 'li', why, moment())).toBe('overtaken')
  })

  it('that are not held give nothing and leave no step', async () => {
    expect(
      await viewContact(house.db, report, 'li', { why: 'view:reply', sealed: [] }, moment()),
    ).toBeUndefined()
    expect(await stepsOf()).toHaveLength(1)
  })
})
