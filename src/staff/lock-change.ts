import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { mayHoldContact, readRoles, teamHolder } from './roles.ts'
import { grants, memberships, people } from './tables.ts'
import type { TeamKeysRow } from './team-keys.ts'

/** Who was given keys of this epoch, and whether they are still of the team and due what they hold. */
async function listHolders(db: Db, teamId: string, epoch: number) {
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      state: people.state,
      roles: memberships.roles,
      kind: grants.kind,
    })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .leftJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.team, teamId)))
    .where(and(eq(grants.holder, teamHolder(teamId)), eq(grants.epoch, epoch)))
  const each = new Map(rows.map((row) => [row.id, row]))
  return [...each.values()].map(({ id, name, state, roles }) => {
    const hasContact = rows.some((row) => row.id === id && row.kind === 'contact')
    const hasLeft = roles === null || state === 'disabled'
    return { id, name, hasLeft, holdsTooMuch: !hasLeft && hasContact && !mayHoldContact(readRoles(roles)) }
  })
}

interface Named {
  id: string
  name: string
}

export interface LockStanding {
  /** The epoch a leader may make now. */
  next: number | undefined
  /** Who left with a key of the latest epoch: the lock is to be changed. */
  leavers: readonly Named[]
  /** Who stays with the contact key of the latest epoch and is due it no more: likewise. */
  demoted: readonly Named[]
  /** For one or the other. */
  isDue: boolean
  /** A later epoch than the one in force is made and waits for the office. */
  waits: boolean
}

/**
 * Where a team's lock stands, from its epochs, the latest first. While none is confirmed, a leader who lost their keys
 * makes new ones. Later a lock is changed when somebody who left or lost a right to it holds the latest, or nobody holds one not
 * confirmed.
 */
export async function lockStanding(
  db: Db,
  teamId: string,
  made: readonly TeamKeysRow[],
): Promise<LockStanding> {
  const [latest] = made
  if (!latest) return { next: 1, leavers: [], demoted: [], isDue: false, waits: false }
  const holders = await listHolders(db, teamId, latest.epoch)
  const leavers = holders.filter(({ hasLeft }) => hasLeft)
  const demoted = holders.filter(({ holdsTooMuch }) => holdsTooMuch)
  const isDue = leavers.length + demoted.length > 0
  const inForce = made.some(({ certificate }) => certificate !== null)
  const isLost = latest.certificate === null && (!inForce || holders.length === leavers.length)
  return {
    next: isLost || isDue ? latest.epoch + 1 : undefined,
    leavers,
    demoted,
    isDue,
    waits: inForce && latest.certificate === null && !isDue,
  }
}
