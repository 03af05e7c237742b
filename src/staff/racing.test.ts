import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addHolder, giveKeys, hand, makeRound } from '../../test/cast/bare-office.ts'
import { openOfficeDesk } from '../../test/cast/office-desk.ts'
import { overtakenBy } from '../../test/overtaken-by.ts'
import type { Db } from '../db/db.ts'
import { listSteps } from '../log/record.ts'
import { theOffice } from '../office/store.ts'
import { offices } from '../office/tables.ts'
import { paths } from '../paths.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { signCertificate } from '../sealing/certificates.ts'
import { makeKeys } from '../sealing/suite.ts'
import { invite } from './invitations.ts'
import { type Certified, certify, disablePerson } from './people.ts'
import { changeRoles, standingOf } from './role-change.ts'
import { startSession } from './session.ts'
import { findPerson } from './store.ts'
import { grants, invitations, memberships, people, teamKeys } from './tables.ts'
import { confirmTeamKeys, handOverKeys, keepTeamKeys, listTeamKeys, validity } from './team-keys.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>
let leader: string
let member: string
beforeEach(async () => {
  at = await openOfficeDesk()
  ids = await makeRound(at.db)
  await giveKeys(at.db, at.office, ids, 1)
  await addHolder(at.db, ids.teamId, 1)
  leader = `${ids.teamId}-p0`
  member = `${ids.teamId}-p1`
  await at.db.delete(grants).where(eq(grants.personId, member))
})

const now = hand.now
const disable = async (id: string) => {
  const person = await findPerson(at.db, id)
  if (person) expect(await disablePerson(at.db, person, { who: 'p-office', now })).toBe('done')
}

/** The same database, in which somebody is disabled after all was looked at and before anything is written. */
const justBefore = (id: string): Db =>
  new Proxy(at.db, {
    get(db, name) {
      if (name !== 'batch') return Reflect.get(db, name) as unknown
      return async (statements: Parameters<Db['batch']>[0]) => {
        await disable(id)
        return db.batch(statements)
      }
    },
  })

const grantOf = (personId: string) => ({ teamId: ids.teamId, epoch: 1, personId, key: random(8) })
const written = async () => ({
  grants: await at.db.select().from(grants),
  keys: await at.db.select().from(teamKeys),
  steps: [...(await listSteps(at.db, `grant:team:${ids.teamId}:1:key:${member}`))],
})

describe('somebody is disabled in the very moment', () => {
  test('a key is handed to them: it is refused, and nothing is written', async () => {
    const before = await written()
    expect(await handOverKeys(justBefore(member), grantOf(member), { who: leader, now })).toBe('refused')
    expect(await written()).toEqual(before)
  })

  test('they hand a key on: it is refused, and nothing is written', async () => {
    const before = await written()
    expect(await handOverKeys(justBefore(leader), grantOf(member), { who: leader, now })).toBe('refused')
    expect(await written()).toEqual(before)
  })

  test('and without that the same is done', async () => {
    expect(await handOverKeys(at.db, grantOf(member), { who: leader, now })).toBe('done')
  })

  test('a new lock is given to them: no lock is made', async () => {
    const made = {
      epoch: 2,
      key: random(65),
      contactKey: random(65),
      signature: random(64),
      recoveryKey: random(8),
      recoveryContactKey: random(8),
      grantKey: random(8),
      grantContact: random(8),
      others: [{ personId: member, key: random(8) }],
      office: (await theOffice(at.db)).certificate,
    }
    const before = await written()
    expect(await keepTeamKeys(justBefore(member), ids.teamId, made, { who: leader, now })).toBe('refused')
    expect(await written()).toEqual(before)
    expect(await listSteps(at.db, `team:${ids.teamId}:keys:2`)).toEqual([])
  })

  test('the office confirms the lock they made: it is not confirmed', async () => {
    const [made] = await listTeamKeys(at.db, ids.teamId)
    await at.db.insert(teamKeys).values({ ...made!, epoch: 2, certificate: null, madeBy: leader })
    const [second] = await listTeamKeys(at.db, ids.teamId)
    const by = { who: 'p-office', now }
    const signed = { certificate: 'signed', signedBy: (await theOffice(at.db)).root }
    expect(await confirmTeamKeys(justBefore(leader), second!, signed, by)).toBe('overtaken')
    expect((await listTeamKeys(at.db, ids.teamId))[0]?.certificate).toBeNull()
  })

  test('they read: the next request asks to sign in', async () => {
    const headers = { Cookie: `__Host-session=${await startSession(at.db, leader, at.clock.now())}` }
    expect((await at.app.request(paths.desk(ids.teamId), { headers })).status).toBe(200)
    await disable(leader)
    expect((await at.app.request(paths.desk(ids.teamId), { headers })).status).toBe(401)
    expect((await at.app.request(paths.officeKeys, { headers })).status).toBe(401)
  })
})

describe('two administrators at once', () => {
  test('confirm the same lock: one does, the other is told', async () => {
    const second = await at.desk('p-second', '许岚')
    const [key, contact] = [await makeKeys(), await makeKeys()]
    const team = { id: ids.teamId, name: '', roundId: ids.roundId, fieldEndsOn: '2027-01-09' }
    const keys = { key: key.publicKey, contactKey: contact.publicKey }
    const [made] = await listTeamKeys(at.db, ids.teamId)
    await at.db.insert(teamKeys).values({ ...made!, ...keys, epoch: 2, certificate: null, madeBy: leader })
    const fields = { team: ids.teamId, round: ids.roundId, epoch: 2, suite: 1, ...keys } as const
    const signed = () =>
      signCertificate('team', { ...fields, ...validity(team, '2026-11-24') }, at.office.signer)
    const press = async (desk: typeof second) =>
      desk.post(paths.certifyTeam(ids.teamId), { epoch: '2', certificate: await signed() })
    const answers = await Promise.all([press(at), press(second)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await listSteps(at.db, `team:${ids.teamId}:keys:2`)).toMatchObject([{ move: 'confirm' }])
    const told = answers.find(({ status }) => status === 409)
    expect(await told?.text()).toContain('刚刚有人改过。下面是现在的样子。')
  })

  test('verify the same person: one does, the other is told, and one certificate stands', async () => {
    const [sealing, signing] = [(await makeKeys()).publicKey, (await makeKeys()).publicKey]
    await at.db
      .update(people)
      .set({ state: 'answered', sealingKey: sealing, signingKey: signing })
      .where(eq(people.id, member))
    const here = and(eq(memberships.personId, member), eq(memberships.team, ids.teamId))
    await at.db.update(memberships).set({ certificate: null }).where(here)
    await at.db.insert(invitations).values({
      id: 'AAAA',
      personId: member,
      expiresOn: '2026-12-01',
      askHash: random(32),
      rootProof: random(32),
      sealedSecrets: [],
      personProof: random(32),
      usedAt: now.toISOString(),
    })
    const person = { id: member, name: '黎工', roles: 'member', team: ids.teamId }
    const press = async (desk: Awaited<ReturnType<typeof at.desk>>) => {
      const fields = { ...person, sealingKey: sealing, signingKey: signing }
      const certificate = await signCertificate('person', fields, at.office.signer)
      return desk.post(paths.certifyPerson(member), { certificate })
    }
    const second = await at.desk('p-second', '许岚')
    const answers = await Promise.all([press(at), press(second)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await listSteps(at.db, 'invitation:AAAA')).toMatchObject([{ move: 'verify' }])
  })

  test('one disables whom the other verifies: who was disabled stays so', async () => {
    const person = await findPerson(at.db, member)
    const answer = { id: 'BBBB' } as Parameters<typeof certify>[3]
    const made: Certified = { certificate: base64url(random(8)), signedBy: (await theOffice(at.db)).root }
    const seen = { ...person!, seen: 0 }
    const hand = { who: 'p-second', now }
    expect(await certify(justBefore(member), seen, ids.teamId, answer, made, hand)).toBe('overtaken')
    expect((await findPerson(at.db, member))?.state).toBe('disabled')
  })
})

describe('an administrator is disabled in the very moment', () => {
  test('in which they verify another, or invite somebody: neither is written', async () => {
    await at.desk('p-second', '许岚')
    const person = await findPerson(at.db, member)
    const answer = { id: 'CCCC' } as Parameters<typeof certify>[3]
    const made: Certified = { certificate: 'signed', signedBy: (await theOffice(at.db)).root }
    const by = { who: 'p-second', now }
    const seen = { ...person!, seen: (await listSteps(at.db, `person:${member}`)).length }
    expect(await certify(justBefore('p-second'), seen, ids.teamId, answer, made, by)).toBe('overtaken')
    expect(await listSteps(at.db, 'invitation:CCCC')).toEqual([])

    await at.db.update(people).set({ state: 'active' }).where(eq(people.id, 'p-second'))
    const invitee = {
      id: 'p-new',
      name: '新人',
      username: 'xinren',
      team: ids.teamId,
      roles: ['member'] as const,
    }
    const sheet = { id: 'DDDD', askHash: random(32), rootProof: random(32), sealedSecrets: [] }
    const today = '2026-11-24'
    expect(await invite(justBefore('p-second'), invitee, sheet, { ...by, today })).toBe('overtaken')
    expect(await findPerson(at.db, 'p-new')).toBeUndefined()
  })
})

describe('the office changes its lock in the very moment', () => {
  /** Whatever else it changes: the root is another one. */
  const renewed = (): Db => overtakenBy(at.db, () => at.db.update(offices).set({ root: random(65) }))

  test("in which a team's is confirmed: it is not, or no browser would believe the lock in force", async () => {
    const [made] = await listTeamKeys(at.db, ids.teamId)
    await at.db.insert(teamKeys).values({ ...made!, epoch: 2, certificate: null, madeBy: leader })
    const [second] = await listTeamKeys(at.db, ids.teamId)
    const signed = { certificate: 'signed', signedBy: (await theOffice(at.db)).root }
    const by = { who: 'p-office', now }
    expect(await confirmTeamKeys(renewed(), second!, signed, by)).toBe('overtaken')
    expect((await listTeamKeys(at.db, ids.teamId)).map(({ certificate }) => certificate)).toEqual([
      null,
      made!.certificate,
    ])
  })

  test('in which somebody is verified, or gets another role: neither is written', async () => {
    const person = (await findPerson(at.db, member))!
    const answer = { id: 'EEEE' } as Parameters<typeof certify>[3]
    const { root } = await theOffice(at.db)
    const by = { who: 'p-office', now }
    const seen = { ...person, seen: (await listSteps(at.db, `person:${member}`)).length }
    const made: Certified = { certificate: 'signed anew', signedBy: root }
    expect(await certify(renewed(), seen, ids.teamId, answer, made, by)).toBe('overtaken')

    await at.db.update(offices).set({ root })
    const standing = await standingOf(at.db, person, person.id)
    const change = {
      team: ids.teamId,
      roles: ['liaison'] as const,
      certificate: 'signed anew',
      signedBy: root,
    }
    expect(await changeRoles(renewed(), standing, change, by)).toBe('overtaken')
    const rows = await at.db.select().from(memberships).where(eq(memberships.personId, member))
    expect(rows.map(({ certificate }) => certificate)).not.toContain('signed anew')
  })
})
