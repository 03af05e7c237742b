import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { listRecused } from '../reports/recusing.ts'
import { OFFICE } from '../staff/roles.ts'
import { listAdministrators } from '../staff/store.ts'
import { grants } from '../staff/tables.ts'
import type { Referral } from './store.ts'

/** Who of the office opens this letter: they hold the very box that its key is sealed to, and need not stay away. */
export async function listReaders(db: Db, { reportId, box }: Referral) {
  const [administrators, held, recused] = await Promise.all([
    listAdministrators(db),
    db
      .select({ id: grants.personId })
      .from(grants)
      .where(and(eq(grants.holder, OFFICE), eq(grants.kind, 'box'), eq(grants.epoch, box))),
    listRecused(db, reportId),
  ])
  const holds = ({ id }: { id: string }) => held.some((one) => one.id === id)
  const isAway = ({ id }: { id: string }) => recused.some((one) => one.id === id)
  return administrators.filter((one) => holds(one) && !isAway(one))
}

/** Of these whoever did not draft it signs it. */
export const signersOf = <Reader extends { id: string }>(
  readers: readonly Reader[],
  { draftedBy }: Pick<Referral, 'draftedBy'>,
): Reader[] => readers.filter(({ id }) => id !== draftedBy)
