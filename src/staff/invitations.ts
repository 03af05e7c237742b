import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { addDays, type Day, dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { type Hand, listSteps, type Recorded, record } from '../log/record.ts'
import { type Bytes, sameBytes, sha256 } from '../sealing/bytes.ts'
import type { Credentials } from './credentials.ts'
import { type Role, writeRoles } from './roles.ts'
import { endSessionsOf } from './session.ts'
import { hasPersonLeft, stillHere } from './still-here.ts'
import { isLast, listAdministrators, STOPPING } from './store.ts'
import { grants, invitations, memberships, people } from './tables.ts'

export type Invitation = typeof invitations.$inferSelect

/** Sheets are handed out on Friday and used at Monday's training. */
const DAYS = 7

/** What an administrator's browser made; the secret itself is not in it. */
export type NewInvitation = Pick<Invitation, 'id' | 'askHash' | 'rootProof' | 'sealedSecrets'>

interface OnDay extends Hand {
  today: Day
}

interface Invitee {
  id: string
  name: string
  username: string
  team: string
  roles: readonly Role[]
}

/**
 * `overtaken`: another sheet begins with the same four characters, the same form came twice, or whoever invites has
 * been disabled.
 */
export async function invite(db: Db, invitee: Invitee, sheet: NewInvitation, { who, now, today }: OnDay) {
  const { id, name, username, team, roles } = invitee
  const at = now.toISOString()
  const step = { subject: `person:${id}`, position: 1, at, who, move: 'invite', to: 'invited' }
  try {
    return await record(db, step, [
      ...stillHere(db, { giver: who }),
      db.insert(people).values({ id, name, username, state: 'invited', invitedAt: at }),
      db.insert(memberships).values({ personId: id, team, roles: writeRoles(roles) }),
      db.insert(invitations).values({ ...sheet, personId: id, expiresOn: addDays(today, DAYS) }),
    ])
  } catch (error) {
    if (isTaken(error, 'people.username')) return 'usernameTaken'
    if (isTaken(error, 'invitations.id') || hasPersonLeft(error)) return 'overtaken'
    throw error
  }
}

/** Another sheet for somebody invited before; the sheets made for them earlier open nothing any more. */
export async function inviteAgain(
  db: Db,
  personId: string,
  sheet: NewInvitation,
  { who, now, today }: OnDay,
) {
  const at = now.toISOString()
  try {
    return await record(db, { subject: `person:${personId}`, at, who, move: 'inviteAgain' }, [
      ...[who, personId].flatMap((giver) => stillHere(db, { giver })),
      endSheetsOf(db, personId, now),
      db.insert(invitations).values({ ...sheet, personId, expiresOn: addDays(today, DAYS) }),
    ])
  } catch (error) {
    if (isTaken(error, 'invitations.id') || hasPersonLeft(error)) return 'overtaken'
    throw error
  }
}

export async function findInvitation(db: Db, id: string): Promise<Invitation | undefined> {
  const [invitation] = await db.select().from(invitations).where(eq(invitations.id, id))
  return invitation
}

/** The sheet whose keys came back last: an earlier one has lost its proof. */
export async function answerOf(db: Db, personId: string): Promise<Invitation | undefined> {
  const mine = and(eq(invitations.personId, personId), isNotNull(invitations.personProof))
  const [invitation] = await db.select().from(invitations).where(mine).limit(1)
  return invitation
}

export type FoundSheet =
  | { outcome: 'open'; invitation: Invitation }
  | { outcome: 'over' }
  | { outcome: 'wrong' }

/** A statement for the batch after which no sheet that was printed for somebody opens anything. */
export const endSheetsOf = (db: Db, personId: string, now: Date) =>
  db
    .update(invitations)
    .set({ expiresOn: addDays(dayOf(now), -1) })
    .where(and(eq(invitations.personId, personId), isNull(invitations.usedAt)))

/**
 * Only who holds the sheet learns that it exists: its secret of 60 bits is stretched, so guessing needs no counting.
 */
export async function askInvitation(db: Db, id: string, proof: Bytes, today: Day): Promise<FoundSheet> {
  const invitation = await findInvitation(db, id)
  if (!invitation) return { outcome: 'wrong' }
  if (!sameBytes(await sha256(proof), invitation.askHash)) return { outcome: 'wrong' }
  return isOpen(invitation, today) ? { outcome: 'open', invitation } : { outcome: 'over' }
}

export const isOpen = ({ usedAt, expiresOn }: Invitation, today: Day) => usedAt === null && today <= expiresOn

interface Answer {
  credentials: Credentials
  sealingKey: Bytes
  signingKey: Bytes
  personProof: Bytes
}

/**
 * The invited person's keys, not yet verified. Whatever was certified or granted to earlier keys of theirs is void, so
 * the last administrator cannot use a sheet: nobody would hold the root. `overtaken` when the sheet has been used.
 */
export async function answerInvitation(
  db: Db,
  { id, personId }: Invitation,
  answer: Answer,
  now: Date,
): Promise<Recorded | 'lastAdministrator'> {
  const { credentials, sealingKey, signingKey, personProof } = answer
  const at = now.toISOString()
  const stoppedBefore = (await listSteps(db, STOPPING)).length
  const administrators = await listAdministrators(db)
  if (isLast(administrators, personId)) return 'lastAdministrator'
  const stops = administrators.some((one) => one.id === personId)
  const steps = [
    { subject: `invitation:${id}`, position: 1, at, who: personId, move: 'use' },
    { subject: `person:${personId}`, at, who: personId, move: 'activate', to: 'answered' },
    ...(stops
      ? [{ subject: STOPPING, position: stoppedBefore + 1, at, who: personId, move: 'activate' }]
      : []),
  ]
  const known = { ...credentials, sealingKey, signingKey, leftWith: null, state: 'answered' } as const
  return record(db, steps, [
    db
      .update(people)
      .set(known)
      .where(and(eq(people.id, personId), ne(people.state, 'disabled'))),
    db.update(invitations).set({ personProof: null }).where(eq(invitations.personId, personId)),
    db.update(invitations).set({ personProof, usedAt: at }).where(eq(invitations.id, id)),
    db.update(memberships).set({ certificate: null }).where(eq(memberships.personId, personId)),
    db.delete(grants).where(eq(grants.personId, personId)),
    endSessionsOf(db, personId),
  ])
}
