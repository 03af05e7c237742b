import { and, eq, gt, isNotNull, lt } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { steps } from '../log/tables.ts'
import { teamLockInForce } from './lock-in-force.ts'
import { OFFICE, teamHolder } from './roles.ts'
import { grants, memberships, people } from './tables.ts'

/**
 * A keeper has a team's key of a colleague, or of their own browser that made it. The server cannot open what is sealed
 * to a person: an administrator could give noise to a leader of their own making, who would look like anybody with the
 * key. So whoever has theirs of the office alone, out of the recovery sheets, makes no lock, hands nothing on and moves
 * no report as long as the team has a keeper.
 */
export const FROM_OFFICE = OFFICE

interface Given {
  id: string
  isColleagues: boolean
}

/** Of those who hold a key its keepers: where a colleague's hand is left in it, those alone. */
export function keepersAmong(given: readonly Given[]): readonly Given[] {
  const trusted = given.filter(({ isColleagues }) => isColleagues)
  return trusted.length > 0 ? trusted : given
}

/** The epoch in force; where its certificate is lost, the last that was ever confirmed; 0 before the first. */
async function lastConfirmed(db: Db, teamId: string): Promise<number> {
  const before = confirmation(teamId, '')
  const lock = await teamLockInForce(db, teamId)
  if (lock) return lock.epoch
  const confirmed = await db
    .select({ subject: steps.subject })
    .from(steps)
    .where(and(gt(steps.subject, before), lt(steps.subject, `${before}~`), eq(steps.move, 'confirm')))
  return Math.max(0, ...confirmed.map(({ subject }) => Number(subject.slice(before.length))))
}

/** The step by which the office confirms an epoch of a team. */
export const confirmation = (teamId: string, epoch: number | string) => `team:${teamId}:keys:${epoch}`

/** Who of a team can act, with what they hold of an epoch. */
export async function listGiven(db: Db, teamId: string, epoch: number): Promise<Given[]> {
  const rows = await db
    .select({ id: people.id, by: grants.by })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), eq(people.state, 'active')))
    .innerJoin(
      grants,
      and(
        eq(grants.personId, people.id),
        eq(grants.holder, teamHolder(teamId)),
        eq(grants.epoch, epoch),
        eq(grants.kind, 'key'),
      ),
    )
    .where(and(eq(memberships.team, teamId), isNotNull(memberships.certificate)))
  return rows.map(({ id, by }) => ({ id, isColleagues: by !== FROM_OFFICE }))
}

/**
 * Whether this person may move what the team has, and make its next keys: a keeper of the keys in force, or of those
 * that were, since a lost certificate sets nobody free. Where nobody is left to hand them the key, they may.
 */
export async function isKeeper(db: Db, teamId: string, personId: string): Promise<boolean> {
  const keepers = keepersAmong(await listGiven(db, teamId, await lastConfirmed(db, teamId)))
  return keepers.length === 0 || keepers.some(({ id }) => id === personId)
}
