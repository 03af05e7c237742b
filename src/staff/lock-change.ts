import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { teamHolder } from './roles.ts'
import { grants, memberships, people } from './tables.ts'
import type { TeamKeysRow } from './team-keys.ts'

/** Who was given keys of this epoch, and whether they are still of the team. */
async function listHolders(db: Db, teamId: string, epoch: number) {
  const rows = await db
    .selectDistinct({ id: people.id, name: people.name, state: people.state, team: memberships.team })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .leftJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.team, teamId)))
    .where(and(eq(grants.holder, teamHolder(teamId)), eq(grants.epoch, epoch)))
  return rows.map(({ id, name, state, team }) => ({
    id,
    name,
    hasLeft: team === null || state === 'disabled',
  }))
}

export interface LockStanding {
  /** The epoch a leader may make now. */
  next: number | undefined
  /** Who left with a key of the latest epoch: the lock is to be changed. */
  leavers: readonly { id: string; name: string }[]
  /** A later epoch than the one in force is made and waits for the office. */
  waits: boolean
}

/**
 * Where a team's lock stands, from its epochs, the latest first. While none is confirmed, a leader who lost their keys
 * makes new ones. Later a lock is changed when somebody who left holds the latest, or nobody holds one not confirmed.
 */
export async function lockStanding(
  db: Db,
  teamId: string,
  made: readonly TeamKeysRow[],
): Promise<LockStanding> {
  const [latest] = made
  if (!latest) return { next: 1, leavers: [], waits: false }
  const holders = await listHolders(db, teamId, latest.epoch)
  const leavers = holders.filter(({ hasLeft }) => hasLeft)
  const inForce = made.some(({ certificate }) => certificate !== null)
  const isLost = latest.certificate === null && (!inForce || holders.length === leavers.length)
  return {
    next: isLost || leavers.length > 0 ? latest.epoch + 1 : undefined,
    leavers,
    waits: inForce && latest.certificate === null && leavers.length === 0,
  }
}
