import { expect, it } from 'vitest'
import { again, house, moment, report, withReport } from '../../test/one-report.ts'
import { steps } from '../log/tables.ts'
import { random } from '../sealing/bytes.ts'
import { messages } from './belonging-tables.ts'
import { listMessages } from './store.ts'
import { supplement } from './supplementing.ts'

withReport()

it('what a resident adds has an end for the day, and one in all; a message that is here already keeps its answer', async () => {
  const write = async (id: string, now = moment()) =>
    supplement(house.db, await again(), { id, envelope: random(40) }, now)
  for (let n = 0; n < 20; n++) expect(await write(`first-${n}`)).toBe('stored')
  expect(await write('one more')).toBe('too many')
  expect(await write('first-7')).toBe('known')
  expect(await listMessages(house.db, report.id)).toHaveLength(20)
  const tomorrow = { ...moment(), now: new Date(moment().now.getTime() + 86_400_000) }
  expect(await write('tomorrow', tomorrow)).toBe('stored')
  const { steps: last } = await again()
  for (let n = 1; n < 280; n++) {
    const old = { subject: `report:${report.id}`, position: last + n, at: '2026-01-01', move: 'supplement' }
    await house.db.insert(steps).values(old)
  }
  expect(await write('past all', tomorrow)).toBe('too many')
  // Words that were erased count as those that are here.
  await house.db.delete(messages)
  expect(await write('and once more', tomorrow)).toBe('too many')
})
