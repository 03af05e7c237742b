import type { Db } from '../db/db.ts'
import { findOfficeBox } from '../office/successions.ts'
import { listLettersBehind } from '../referrals/resealing.ts'
import { countBehind } from '../reports/resealing.ts'
import type { Knower } from '../reports/store.ts'
import { dutiesOf, OFFICE } from './roles.ts'

/** Reports and letters that an earlier key still opens, of those that are there for this person. */
export async function countStillBehind(db: Db, target: { teamId: string; epoch: number; by: Knower }) {
  const [reports, letters] = await Promise.all([countBehind(db, target), listLettersBehind(db, target, '')])
  return reports.all + letters.length
}

/** The same of the office, under the box in force. */
export async function countBehindOffice(db: Db, personId: string): Promise<number> {
  const epoch = await findOfficeBox(db)
  const by = { id: personId, roles: dutiesOf([OFFICE]) }
  return epoch === 1 ? 0 : countStillBehind(db, { teamId: OFFICE, epoch, by })
}
