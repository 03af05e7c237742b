import { expect, it } from 'vitest'
import { openTeamDesk } from '../../test/team-desk.ts'
import { referringOf } from './referring.ts'
import { referrals } from './tables.ts'

it('counts as returns what a unit gave back, not what the team took back itself', async () => {
  const { db, ids, write } = await openTeamDesk()
  const report = await write()
  const letter = (id: string, state: 'returned' | 'withdrawn', number: number | null) => ({
    id,
    reportId: report.id,
    teamId: ids.teamId,
    epoch: 1,
    handlingUnitId: 'unit',
    addressee: '水利局',
    state,
    number,
    due: '2027-03-01',
    draftedBy: 'chen',
    draftedAt: '2026-11-24T01:00:00.000Z',
    issuer: '岚巡办函',
    year: 2026,
  })
  await db
    .insert(referrals)
    .values([
      letter('before the signature', 'returned', null),
      letter('withdrawn', 'withdrawn', 1),
      letter('by the unit', 'returned', 2),
    ])
  expect((await referringOf(db, report)).returns).toBe(1)
})
