import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { amongPlaced } from '../db/among.ts'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import { steps } from '../log/tables.ts'
import { mayHoldContact, OFFICE, readRoles, teamHolder } from './roles.ts'
import { type SheetsMade, sheetsMadeAt } from './sheets-made.ts'
import { grants, memberships, people } from './tables.ts'
import type { TeamKeysRow } from './team-keys.ts'

const everGiven = prepared((db) =>
  db
    .selectDistinct({ subject: steps.subject })
    .from(steps)
    .where(and(gt(steps.subject, sql.placeholder('before')), lt(steps.subject, sql.placeholder('beyond'))))
    .prepare(),
)
const stillHere = prepared((db) => {
  const here = and(eq(grants.holder, sql.placeholder('holder')), eq(grants.epoch, sql.placeholder('epoch')))
  return db
    .selectDistinct({
      id: people.id,
      name: people.name,
      state: people.state,
      roles: memberships.roles,
      grant: grants.personId,
    })
    .from(people)
    .leftJoin(
      memberships,
      and(eq(memberships.personId, people.id), eq(memberships.team, sql.placeholder('team'))),
    )
    .leftJoin(grants, and(eq(grants.personId, people.id), here))
    .where(inArray(people.id, amongPlaced('given')))
    .orderBy(people.id)
    .prepare()
})

/**
 * Who was ever given keys of this epoch, as the steps have it: a new sheet voids the grants of whoever uses it, and
 * takes nothing back from whoever had them before. `holds`: such a key is still sealed to them. `holdsTooMuch`: they
 * stay, and were given a contact key that they are due no more.
 */
async function listHolders(db: Db, teamId: string, epoch: number) {
  const holder = teamHolder(teamId)
  const before = `grant:${holder}:${epoch}:`
  const granted = await everGiven(db).all({ before, beyond: `${before}~` })
  const given = granted.map(({ subject }) => subject.slice(before.length))
  const toWhom = (key: string) => key.slice(key.indexOf(':') + 1)
  const hadContact = new Set(given.filter((key) => key.startsWith('contact:')).map(toWhom))
  const people = given.map(toWhom)
  const rows = await stillHere(db).all({ team: teamId, holder, epoch, given: JSON.stringify(people) })
  return rows.map(({ id, name, state, roles, grant }) => {
    const hasLeft = roles === null || state === 'disabled'
    const holdsTooMuch = !hasLeft && hadContact.has(id) && !mayHoldContact(readRoles(roles))
    return { id, name, hasLeft, holds: !hasLeft && grant !== null, holdsTooMuch }
  })
}

/** Who was given the office's keys of this epoch and is of the office no more. */
export const listOfficeLeavers = async (db: Db, epoch: number): Promise<Named[]> =>
  (await listHolders(db, OFFICE, epoch)).filter(({ hasLeft }) => hasLeft)

/** Who left with a box that came before this one: it opens what has not been sealed anew. */
export async function listEarlierLeavers(db: Db, epoch: number): Promise<Named[]> {
  const earlier = Array.from({ length: epoch - 1 }, (_, at) => listOfficeLeavers(db, at + 1))
  const all = (await Promise.all(earlier)).flat()
  return [...new Map(all.map((one) => [one.id, one])).values()]
}

interface Named {
  id: string
  name: string
}

export interface LockStanding {
  /** The epoch a leader may make now. */
  next: number | undefined
  /** Who left and was given a key of the latest epoch: the lock is to be changed. */
  leavers: readonly Named[]
  /** Who stays with the contact key of the latest epoch and is due it no more: likewise. */
  demoted: readonly Named[]
  /** The set of recovery sheets that does not open the latest epoch. */
  unrecoverable: SheetsMade | undefined
  /** For one of these. */
  isDue: boolean
  /** A later epoch than the one in force is made and waits for the office. */
  waits: boolean
}

/**
 * Where a team's lock stands, from its epochs, the latest first. While none is confirmed, a leader who lost their keys
 * makes new ones. Later a lock is changed when somebody who left or lost a right to it holds the latest, when
 * the recovery sheets do not open it, or nobody holds one not confirmed.
 */
export async function lockStanding(
  db: Db,
  teamId: string,
  made: readonly TeamKeysRow[],
): Promise<LockStanding> {
  const [latest] = made
  const none = { leavers: [], demoted: [], unrecoverable: undefined, isDue: false, waits: false }
  if (!latest) return { next: 1, ...none }
  const holders = await listHolders(db, teamId, latest.epoch)
  const leavers = holders.filter(({ hasLeft }) => hasLeft)
  const demoted = holders.filter(({ holdsTooMuch }) => holdsTooMuch)
  const { beyondSheets } = latest
  const unrecoverable = beyondSheets === null ? undefined : await sheetsMadeAt(db, beyondSheets)
  const isDue = leavers.length + demoted.length > 0 || beyondSheets !== null
  const inForce = made.find(({ certificate }) => certificate !== null)
  const isLost = latest.certificate === null && (!inForce || !holders.some(({ holds }) => holds))
  return {
    next: isLost || isDue ? latest.epoch + 1 : undefined,
    leavers,
    demoted,
    unrecoverable,
    isDue,
    waits: inForce !== undefined && latest.certificate === null && !isDue,
  }
}
