import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { addDays, type Day, dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { insertRows } from '../db/insert-rows.ts'
import { type Recorded, record } from '../log/record.ts'
import { hasNewRecovery, stillRecovers } from '../office/recovery-key.ts'
import { officeKeys, theOffice } from '../office/store.ts'
import { findOfficeBox, listSuccessions, succeed } from '../office/successions.ts'
import { officeBox } from '../sealing/succession.ts'
import { listOfficeLeavers } from './lock-change.ts'
import { OFFICE } from './roles.ts'
import { hasPersonLeft, stillHere } from './still-here.ts'
import { grants, invitations, memberships, people, teamKeys } from './tables.ts'
import { judgeLock, type NewOfficeLock, type OfficeLock } from './whole-lock.ts'

/** Everything in force: whoever is disabled, or was never verified, is not among the people. */
export async function viewOfficeLock(db: Db, on: Day): Promise<OfficeLock> {
  const [office, changes, persons, teams] = await Promise.all([
    theOffice(db),
    listSuccessions(db),
    db
      .select({
        personId: people.id,
        team: memberships.team,
        certificate: sql<string>`${memberships.certificate}`,
      })
      .from(memberships)
      .innerJoin(people, and(eq(people.id, memberships.personId), eq(people.state, 'active')))
      .where(isNotNull(memberships.certificate)),
    db
      .select({
        team: teamKeys.teamId,
        epoch: teamKeys.epoch,
        certificate: sql<string>`${teamKeys.certificate}`,
      })
      .from(teamKeys)
      .where(isNotNull(teamKeys.certificate)),
  ])
  return {
    number: officeBox(changes),
    on,
    office: office.certificate,
    address: office.addressCertificate,
    second: office.secondAddress,
    people: persons,
    teams,
  }
}

/** Whom of the office's former people still have its keys in force. */
export const officeLeavers = async (db: Db) => listOfficeLeavers(db, await findOfficeBox(db))

/**
 * A new root and box for the office, with everything in force signed again, or nothing. What the browser could not
 * verify under the old root it did not sign: it is certified no more. What does verify may not be left out. Open sheets
 * end, because they show the old root.
 * `overtaken`: another administrator was faster, somebody is there no more, or somebody in force is not among it.
 * `refused`: not all of it verifies.
 */
export async function changeOfficeLock(
  db: Db,
  made: NewOfficeLock,
  { who, now }: { who: string; now: Date },
): Promise<Recorded | 'refused'> {
  const today = dayOf(now)
  const view = await viewOfficeLock(db, today)
  if (made.number !== view.number || (await officeLeavers(db)).length === 0) return 'overtaken'
  const office = await theOffice(db)
  const judged = await judgeLock(db, { ...view, office }, made, who)
  // Another's change may have come between these readings: then nothing of it would verify.
  if (judged === 'short' || (await findOfficeBox(db)) !== view.number) return 'overtaken'
  if (judged === 'wrong') return 'refused'
  const { box } = await officeKeys(office)
  const at = now.toISOString()
  const epoch = view.number + 1
  const given = made.grants.flatMap(({ personId, ...sealed }) =>
    (['root', 'box'] as const).map((kind) => ({
      holder: OFFICE,
      epoch,
      kind,
      personId,
      envelope: sealed[kind],
      by: who,
    })),
  )
  const steps = [
    { subject: 'officeLock', position: view.number, at, who, move: 'changeLock' },
    ...given.map(({ kind, personId }) => ({
      subject: `grant:${OFFICE}:${epoch}:${kind}:${personId}`,
      at,
      who,
      move: 'grant',
    })),
  ]
  const { number, people: signed, teams, grants: _, ...successor } = made
  const takers = made.grants.map(({ personId }) => personId)
  try {
    return await record(db, steps, [
      ...stillHere(db, { giver: who, takers }),
      stillRecovers(db, office.certificate),
      ...succeed(db, { number, root: office.root, box }, successor),
      db.update(memberships).set({ certificate: null }),
      ...signed.map(({ personId, team, certificate }) =>
        db
          .update(memberships)
          .set({ certificate })
          .where(and(eq(memberships.personId, personId), eq(memberships.team, team))),
      ),
      // Whoever left their last team keeps a certificate of the old root: a sheet brings them back.
      db.update(people).set({ leftWith: null }),
      db.update(teamKeys).set({ certificate: null }),
      ...teams.map((one) =>
        db
          .update(teamKeys)
          .set({ certificate: one.certificate })
          .where(and(eq(teamKeys.teamId, one.team), eq(teamKeys.epoch, one.epoch))),
      ),
      insertRows(db, grants, given),
      db
        .update(invitations)
        .set({ expiresOn: addDays(today, -1) })
        .where(isNull(invitations.usedAt)),
    ])
  } catch (error) {
    if (hasPersonLeft(error) || hasNewRecovery(error)) return 'overtaken'
    throw error
  }
}
