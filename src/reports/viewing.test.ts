import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { again, fileAnother, house, moment, report, stepsOf, withReport } from '../../test/one-report.ts'
import { followedBy } from '../../test/overtaken-by.ts'
import { random } from '../sealing/bytes.ts'
import { eraseContact } from './erasing.ts'
import { reports } from './tables.ts'
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

  it('that are erased a moment after the view was recorded have been handed out', async () => {
    const held = { part: 'contact' as const, envelope: random(50) }
    await fileAnother({ sealed: [held], identityMode: 'contactOnly' })
    const db = followedBy(house.db, async () => eraseContact(house.db, await again(), '2026-11-24', 'asked'))
    const why = { why: 'view:reply', sealed: [] }
    expect(await viewContact(db, report, 'li', why, moment())).toEqual(held.envelope)
    expect((await stepsOf()).map(([move]) => move).slice(-2)).toEqual(['view contact', 'erase contact'])
  })

  it('that went up for a receipt leave no step, though it is still said that they are held', async () => {
    await fileAnother({ identityMode: 'named' })
    await house.db.update(reports).set({ contactHeld: true }).where(eq(reports.id, report.id))
    const use = { move: 'print' as const, why: 'paper:accept', steps: [], changes: () => [] }
    const viewing = { why: 'view:reply', sealed: [], use }
    expect(await viewContact(house.db, await again(), 'li', viewing, moment())).toBeUndefined()
    expect(await stepsOf()).toHaveLength(1)
  })

  it('that are not held give nothing and leave no step', async () => {
    expect(
      await viewContact(house.db, report, 'li', { why: 'view:reply', sealed: [] }, moment()),
    ).toBeUndefined()
    expect(await stepsOf()).toHaveLength(1)
  })
})
