import { and, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { type Hand, listSteps, type Recorded, record } from '../log/record.ts'
import { findOfficeBox, stillRoot, unlessNewRoot } from '../office/successions.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { endSheetsOf, type Invitation } from './invitations.ts'
import { OFFICE } from './roles.ts'
import { endSessionsOf } from './session.ts'
import { stillHere, unlessLeft } from './still-here.ts'
import { isLast, LEADING, listAdministrators, type Person, STOPPING } from './store.ts'
import { grants, memberships, people } from './tables.ts'

/** What an administrator's browser signed; the office's keys only for a new administrator. */
export interface Certified {
  certificate: string
  /** The public root that signed it. */
  signedBy: Bytes
  root?: Bytes | undefined
  box?: Bytes | undefined
  /** The office's earlier boxes, oldest first. */
  boxes?: readonly Bytes[] | undefined
}

/**
 * Each answer of a sheet is verified once, and nothing may have happened to the person since they were read, with
 * `seen` steps, nor to whoever verifies them: whoever was disabled meanwhile stays so, and gives nothing. `overtaken`
 * otherwise, also when the office has another root since.
 */
export async function certify(
  db: Db,
  person: Person & { seen: number },
  team: string,
  answer: Invitation,
  made: Certified,
  { who, now }: Hand,
): Promise<Recorded> {
  const at = now.toISOString()
  const epoch = await findOfficeBox(db)
  const office = (['root', 'box'] as const).flatMap((kind) => {
    const envelope = made[kind]
    return envelope && team === OFFICE
      ? [{ holder: OFFICE, epoch, kind, personId: person.id, envelope, by: who }]
      : []
  })
  const older = team === OFFICE ? (made.boxes ?? []).slice(0, epoch - 1) : []
  const boxes = older.map((envelope, at) => ({
    holder: OFFICE,
    epoch: at + 1,
    kind: 'box' as const,
    personId: person.id,
    envelope,
    by: who,
  }))
  const granted = [...office, ...boxes].map(({ holder, epoch, kind }) => ({
    subject: `grant:${holder}:${epoch}:${kind}:${person.id}`,
    at,
    who,
    move: 'grant',
  }))
  const steps = [
    { subject: `invitation:${answer.id}`, position: 2, at, who, move: 'verify' },
    {
      subject: `person:${person.id}`,
      position: person.seen + 1,
      at,
      who,
      move: 'certify',
      from: person.state,
      to: 'active',
    },
    ...granted,
  ]
  const here = and(eq(memberships.personId, person.id), eq(memberships.team, team))
  const recorded = record(db, steps, [
    ...stillHere(db, { giver: who }),
    stillRoot(db, made.signedBy),
    db.update(memberships).set({ certificate: made.certificate }).where(here),
    db.update(people).set({ state: 'active' }).where(eq(people.id, person.id)),
    ...[...office, ...boxes].map((grant) => db.insert(grants).values(grant)),
  ])
  return unlessNewRoot(unlessLeft(recorded))
}

export type Disabled = Recorded | 'lastAdministrator' | 'notYourself'

/** Ends every session at once. What was sealed to them stays sealed to them: the lock is changed separately. */
export async function disablePerson(db: Db, person: Person, { who, now }: Hand): Promise<Disabled> {
  if (person.id === who) return 'notYourself'
  const stoppedBefore = (await listSteps(db, STOPPING)).length
  const administrators = await listAdministrators(db)
  if (isLast(administrators, person.id)) return 'lastAdministrator'
  const at = now.toISOString()
  const steps = [
    { subject: STOPPING, position: stoppedBefore + 1, at, who, move: 'disable' },
    // Takes whatever place is next: it waits for no role, but whoever changes one has to look again.
    { subject: LEADING, at, who, move: 'disable' },
    { subject: `person:${person.id}`, at, who, move: 'disable', from: person.state, to: 'disabled' },
  ]
  return unlessLeft(
    record(db, steps, [
      ...stillHere(db, { giver: who }),
      db.update(people).set({ state: 'disabled' }).where(eq(people.id, person.id)),
      endSheetsOf(db, person.id, now),
      endSessionsOf(db, person.id),
    ]),
  )
}

/** Back to where they stood. */
export async function enablePerson(db: Db, person: Person, { who, now }: Hand): Promise<void> {
  const certified = await db
    .select({ team: memberships.team })
    .from(memberships)
    .where(and(eq(memberships.personId, person.id), isNotNull(memberships.certificate)))
  const isKnown = certified.length > 0 || person.leftWith !== null
  const state = !person.sealingKey ? 'invited' : isKnown ? 'active' : 'answered'
  const step = {
    subject: `person:${person.id}`,
    at: now.toISOString(),
    who,
    move: 'enable',
    from: 'disabled',
    to: state,
  }
  await record(db, step, [
    db
      .update(people)
      .set({ state })
      .where(and(eq(people.id, person.id), eq(people.state, 'disabled'))),
  ])
}
