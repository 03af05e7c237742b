import { beforeEach } from 'vitest'
import { listSteps } from '../src/log/record.ts'
import { consequences } from '../src/reports/consequences.ts'
import type { MoveName } from '../src/reports/lifecycle.ts'
import { type MoveForm, moveReport } from '../src/reports/moving.ts'
import type { NewReport } from '../src/reports/new-report.ts'
import type { Person } from '../src/reports/offers.ts'
import type { Decided, Report } from '../src/reports/tables.ts'
import { random } from '../src/sealing/bytes.ts'
import { filed, now } from './filed.ts'
import { openTestHouse, type TestHouse } from './house.ts'

// One report and the three who work on it: for what happens to its columns, without pages.

export const li: Person = { id: 'li', roles: ['leader'] }
export const chen: Person = { id: 'chen', roles: ['liaison'] }
export const wu: Person = { id: 'wu', roles: ['member'] }

export let house: TestHouse
export let report: Report
/** Anew for each test: a house, and a report filed there at this hour. */
export const withReport = (start?: string) =>
  beforeEach(async () => {
    house = await openTestHouse(start)
    await fileAnother()
  })
/** The report is another one from here on. */
export const fileAnother = async (brought?: Partial<NewReport>) => {
  report = await filed(house.db, moment(), brought)
}

export const moment = () => ({ now: house.clock.now(), calendar: house.clock.calendar })
/** The report as it is now. */
export const again = () => now(house.db, report.id)
export const stepsOf = async () =>
  (await listSteps(house.db, `report:${report.id}`)).map(({ move, who }) => [move, who])

/** A report after a move made on a day, at nine in the morning; nothing is stored. */
export function following(from: Report, move: MoveName, on: string, decided: Decided = {}): Report {
  const now = new Date(`${on}T09:00:00+08:00`)
  return { ...from, ...consequences(from, move, decided, now, house.clock.calendar) }
}

export const plain: MoveForm = { decided: {}, sealed: [] }
export const sorted: MoveForm = { decided: { owner: 'wu', risk: 'low' }, sealed: [] }
export const message = (purpose: 'answer' | 'question' | 'channel' | 'talk') => ({
  id: `message-${purpose}`,
  purpose,
  envelope: random(40),
})

export async function verifying(): Promise<Report> {
  await moveReport(house.db, report, 'accept', chen, sorted, moment())
  await moveReport(house.db, await again(), 'verify', wu, plain, moment())
  return again()
}

export async function verified(): Promise<Report> {
  const found: MoveForm = { ...plain, decided: { conclusion: 'partly' } }
  await moveReport(house.db, await verifying(), 'result', wu, found, moment())
  return again()
}
