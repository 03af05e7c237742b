import { desc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openToRefer, refer } from '../../test/referral.ts'
import { reports } from '../reports/tables.ts'
import { listLetters, listReferrals } from './store.ts'
import { referrals } from './tables.ts'

it('of the letters that are done those come first whose matter is open, and of the rest the latest', async () => {
  const { desk, report } = await openToRefer()
  const { db } = desk
  await refer(desk, report)
  const [letter] = await listReferrals(db, report.id)
  const [row] = await db.select().from(reports).where(eq(reports.id, report.id))
  if (!letter || !row) throw new Error('no letter')
  const done = [
    ['closed-early', '2026-10-01', '2026-10-09'],
    ['closed-late', '2026-11-01', '2026-11-09'],
    ['open-early', '2026-09-01', null],
  ] as const
  for (const [at, [id, due, concludedOn]] of done.entries()) {
    await db
      .insert(reports)
      .values({ ...row, id, enquiryNumber: `90000${at}`, lookupHash: `${at}`.repeat(64), concludedOn })
    await db.insert(referrals).values({ ...letter, id, reportId: id, due, state: 'answered' })
  }
  const listed = async (most: number) =>
    (await listLetters(db, 'nobody', ['answered'], most, desc)).map((found) => [
      found.letter.id,
      found.isClosed,
    ])
  const all = [
    ['open-early', false],
    ['closed-late', true],
    ['closed-early', true],
  ]
  expect(await listed(9)).toEqual(all)
  expect(await listed(2)).toEqual(all.slice(0, 2))
})
