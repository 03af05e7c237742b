import { and, eq, gt, inArray, lt } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { steps } from '../log/tables.ts'
import { teamHolder } from './roles.ts'
import { grants, memberships, people } from './tables.ts'
import type { TeamKeysRow } from './team-keys.ts'

/**
 * Who was ever given keys of this epoch, as the steps have it: a new sheet voids the grants of whoever uses it, and
 * takes nothing back from whoever had them before. `holds`: such a key is still sealed to them.
 */
async function listHolders(db: Db, teamId: string, epoch: number) {
  const holder = teamHolder(teamId)
  const given = `grant:${holder}:${epoch}:`
  const granted = await db
    .selectDistinct({ subject: steps.subject })
    .from(steps)
    .where(and(gt(steps.subject, given), lt(steps.subject, `${given}~`)))
  const ids = new Set(granted.map(({ subject }) => subject.slice(given.length).replace(/^.*?:/, '')))
  const here = and(eq(grants.holder, holder), eq(grants.epoch, epoch))
  const rows = await db
    .selectDistinct({
      ...{ id: people.id, name: people.name, state: people.state },
      ...{ team: memberships.team, grant: grants.personId },
    })
    .from(people)
    .leftJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.team, teamId)))
    .leftJoin(grants, and(eq(grants.personId, people.id), here))
    .where(inArray(people.id, [...ids]))
    .orderBy(people.id)
  return rows.map(({ id, name, state, team, grant }) => {
    const hasLeft = team === null || state === 'disabled'
    return { id, name, hasLeft, holds: !hasLeft && grant !== null }
  })
}

export interface LockStanding {
  /** The epoch a leader may make now. */
  next: number | undefined
  /** Who left and was given a key of the latest epoch: the lock is to be changed. */
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
  const isLost = latest.certificate === null && (!inForce || !holders.some(({ holds }) => holds))
  return {
    next: isLost || leavers.length > 0 ? latest.epoch + 1 : undefined,
    leavers,
    waits: inForce && latest.certificate === null && leavers.length === 0,
  }
}
