import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openTeamDesk, type TeamDesk } from '../../test/team-desk.ts'
import { random } from '../sealing/bytes.ts'
import { answerInvitation, findInvitation, inviteAgain } from './invitations.ts'
import { lockStanding } from './lock-change.ts'
import { findPerson } from './store.ts'
import { grants, memberships, people } from './tables.ts'
import { listTeamKeys } from './team-keys.ts'

let desk: TeamDesk

const hand = (who: string) => ({ who, now: desk.clock.now(), today: '2026-11-24' })
const standing = async () =>
  lockStanding(desk.db, desk.ids.teamId, await listTeamKeys(desk.db, desk.ids.teamId))

/** A new sheet, used: other keys, and nothing is sealed to them yet. */
async function startAnew(personId: string) {
  const { db, clock } = desk
  const sealed = { askHash: random(32), rootProof: random(32), sealedSecrets: [] }
  await inviteAgain(db, personId, { id: 'ABCD', ...sealed }, hand('zhou'))
  const sheet = await findInvitation(db, 'ABCD')
  const credentials = {
    passwordSalt: random(16),
    proverHash: random(32),
    wrapped: random(100),
    recoverySalt: random(16),
    recoveryProverHash: random(32),
    wrappedByRecovery: random(100),
  }
  const keys = { sealingKey: random(65), signingKey: random(65), personProof: random(32) }
  await answerInvitation(db, sheet!, { credentials, ...keys }, clock.now())
}

beforeEach(async () => {
  desk = await openTeamDesk()
})

describe('who was given the team’s key', () => {
  it('and is disabled has left with it, though a new sheet had voided what was sealed to them', async () => {
    await startAnew('wu')
    expect(await desk.db.select().from(grants).where(eq(grants.personId, 'wu'))).toEqual([])
    await desk.db.update(people).set({ state: 'disabled' }).where(eq(people.id, 'wu'))
    expect(await standing()).toMatchObject({ next: 2, leavers: [{ id: 'wu', name: '吴桐' }] })
  })

  it('and belongs to the team no more has left with it as well', async () => {
    await startAnew('wu')
    const here = and(eq(memberships.personId, 'wu'), eq(memberships.team, desk.ids.teamId))
    await desk.db.delete(memberships).where(here)
    expect(await standing()).toMatchObject({ next: 2, leavers: [{ id: 'wu' }] })
  })

  it('and begins anew with another sheet has not left: the lock stays', async () => {
    await startAnew('wu')
    expect((await findPerson(desk.db, 'wu'))?.state).toBe('answered')
    expect(await standing()).toMatchObject({ next: undefined, leavers: [] })
  })
})
