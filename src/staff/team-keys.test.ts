import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type AtDesk, heldKey, officeKey, type Place, rootOf, signIn } from '../../test/cast/at-desk.ts'
import { openFounded } from '../../test/cast/founded.ts'
import { type Player, players } from '../../test/cast/people.ts'
import { makeRound } from '../../test/cast/rounds.ts'
import { activate, handOver, invite, lockTeam, verify } from '../../test/cast/staffing.ts'
import { theOffice } from '../office/store.ts'
import { offices } from '../office/tables.ts'
import { paths } from '../paths.ts'
import { rounds } from '../rounds/tables.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { readCertificate, signCertificate } from '../sealing/certificates.ts'
import { importSigning } from '../sealing/open.ts'
import { makeKeys, makeSigningKeys } from '../sealing/suite.ts'
import { findByUsername, teamReadiness } from './store.ts'
import { grants, memberships, people, teamKeys } from './tables.ts'
import { certifyTeam, makeTeamKeys } from './team-keys.client.ts'
import { listTeamKeys } from './team-keys.ts'
import { Untrusted } from './trust.client.ts'

const { zhou, li, chen, wu, liang } = players

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

/** An office, a round, and these people of the first team, verified. */
async function openTeam(...some: readonly Player[]) {
  const opened = await openFounded()
  const { place, administrator } = opened
  const { teams } = await makeRound(place, administrator)
  const team = teams.first
  for (const player of some) {
    await activate(place, player, await invite(place, administrator, player, team))
    await verify(place, administrator, player)
  }
  const idOf = async ({ username }: Player) => (await findByUsername(opened.db, username))?.id ?? ''
  const enter = ({ username, password }: Player) => signIn(place, username, password)
  return { ...opened, team, other: teams.second, idOf, enter }
}

describe('a team’s key', () => {
  test('is made by the leader, confirmed by the office, and handed on; two can open', async () => {
    const { place, administrator, team, db, enter } = await openTeam(li, chen)
    const leader = await enter(li)
    expect(await teamReadiness(db, team)).toMatchObject({ confirmed: false, holders: 0 })
    await lockTeam(place, leader, administrator, team)
    expect(await teamReadiness(db, team)).toMatchObject({ confirmed: true, epoch: 1, holders: 1 })
    const confirmed = await (await administrator.seat.get(paths.certifyTeam(team))).text()
    expect(confirmed).toMatch(new RegExp(`href="${paths.office}">回到准备清单</a>`))

    const liaison = await enter(chen)
    expect(await (await liaison.seat.get(paths.keys(team))).text()).toContain('请黎工给您交钥匙')
    await invite(place, administrator, wu, team)
    const roll = await (await leader.seat.get(paths.keys(team))).text()
    expect(roll).toMatch(/吴桐<.*?未启用/s)
    expect(roll).not.toContain('等管理员核对')

    expect(roll).toContain('操作')
    await handOver(place, leader, chen, team)
    expect(await teamReadiness(db, team)).toMatchObject({ confirmed: true, holders: 2 })
    expect(await (await liaison.seat.get(paths.keys(team))).text()).toContain('操作')
    const gone = await findByUsername(db, wu.username)
    await administrator.seat.send(paths.disablePerson(gone?.id ?? ''), {})
    expect(await (await liaison.seat.get(paths.keys(team))).text()).not.toContain('操作')
    expect(await heldKey(place, liaison, `team:${team}`, 1, 'key')).toEqual(
      await heldKey(place, leader, `team:${team}`, 1, 'key'),
    )
    expect(await heldKey(place, liaison, `team:${team}`, 1, 'contact')).toBeUndefined()
  })

  test('is certified for the round, from today until a year after the last day in the field: a round may be put off', async () => {
    const { place, administrator, team, db, enter } = await openTeam(li)
    await db.update(rounds).set({ fieldEndsOn: '2027-01-23' })
    await lockTeam(place, await enter(li), administrator, team)
    const { certificate } = await teamReadiness(db, team)
    const { root } = await theOffice(db)
    expect(await readCertificate('team', root, certificate ?? '')).toMatchObject({
      team,
      epoch: 1,
      notBefore: '2026-11-24',
      notAfter: '2028-01-24',
    })
  })

  test('with its contact key goes to a second leader', async () => {
    const deputy = { ...liang, team: 'first' } as const
    const { place, administrator, team, enter } = await openTeam(li, deputy)
    const leader = await enter(li)
    await lockTeam(place, leader, administrator, team)
    await handOver(place, leader, deputy, team)
    expect(await heldKey(place, await enter(deputy), `team:${team}`, 1, 'contact')).toBeDefined()
  })

  test('and its contact key are asked of whoever has them, and no other deputy is asked for', async () => {
    const deputy = { ...liang, team: 'first', roles: 'deputy' } as const
    const { place, administrator, team, db, enter } = await openTeam(li, chen, deputy)
    const [leader, liaison] = [await enter(li), await enter(chen)]
    await lockTeam(place, leader, administrator, team)
    await handOver(place, leader, chen, team)
    const her = await enter(deputy)
    const pageOf = async ({ seat }: AtDesk) =>
      (await (await seat.get(paths.keys(team))).text()).replace(/<[^>]*>/g, '')
    expect(await pageOf(her)).toContain('还差一步：请黎工给您交钥匙。')
    const hers = eq(memberships.personId, her.id)
    const [verified] = await db.select().from(memberships).where(hers)
    await db.update(memberships).set({ certificate: null }).where(hers)
    expect(await pageOf(her)).toMatch(/已启用，等管理员核对。.*还要请黎工给您交钥匙。/s)
    await db.update(memberships).set({ certificate: verified?.certificate }).where(hers)
    expect(await pageOf(liaison)).toContain('联系方式钥匙由黎工交')
    await handOver(place, liaison, deputy, team)
    expect(await pageOf(liaison)).toContain('联系方式钥匙由黎工交')
    const hands = '联系方式钥匙只有黎工一人有，请黎工交给梁卓。'
    for (const [who, words] of [
      [her, '您还没有联系方式钥匙，请黎工交给您。'],
      [her, hands],
      [leader, hands],
    ] as const)
      expect(await pageOf(who)).toContain(words)
    const office = await (await administrator.seat.get(paths.officeKeys)).text()
    expect(office).toContain(hands)
    for (const page of [await pageOf(her), await pageOf(leader), office])
      expect(page).not.toContain('请再有一名')
  })

  test('is made once: who comes second sees the page as it is', async () => {
    const { place, administrator, team, db, enter } = await openTeam(li)
    const leader = await enter(li)
    await lockTeam(place, leader, administrator, team)
    const { certificate, root } = await theOffice(db)
    const maker = { personId: leader.id, sealingKey: leader.keys.sealing.publicKey, signer: leader.signer }
    const made = await makeTeamKeys(root, certificate, maker, { team, round: 'r', epoch: 1 })
    const again = await leader.seat.post(paths.makeKeys(team), { epoch: '1', ...made })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('本组钥匙已启用')
    expect(await db.select().from(teamKeys)).toHaveLength(1)
  })

  test('is not made by who is no leader, nor with a signature that is not the leader’s', async () => {
    const { team, db, enter } = await openTeam(li, chen)
    const { certificate, root } = await theOffice(db)
    const [leader, liaison] = [await enter(li), await enter(chen)]
    const maker = { personId: leader.id, sealingKey: leader.keys.sealing.publicKey, signer: liaison.signer }
    const made = await makeTeamKeys(root, certificate, maker, { team, round: 'r', epoch: 1 })
    const fields = { epoch: '1', ...made }
    expect((await liaison.seat.post(paths.makeKeys(team), fields)).status).toBe(404)
    expect((await leader.seat.post(paths.makeKeys(team), fields)).status).toBe(422)
    expect(await db.select().from(teamKeys)).toEqual([])
  })

  test('is not sealed to a recovery key that somebody wrote into the database', async () => {
    const { place, administrator, team, db, enter } = await openTeam(li)
    const mole = await importSigning((await makeSigningKeys()).privateKey)
    const [box, recovery] = [(await makeKeys()).publicKey, (await makeKeys()).publicKey]
    await db.update(offices).set({ certificate: await signCertificate('office', { box, recovery }, mole) })
    const { root } = await theOffice(db)
    const leader = await enter(li)
    const maker = { personId: leader.id, sealingKey: leader.keys.sealing.publicKey, signer: leader.signer }
    const made = makeTeamKeys(root, (await theOffice(db)).certificate, maker, { team, round: 'r', epoch: 1 })
    await expect(made).rejects.toThrow(Untrusted)
    await expect(lockTeam(place, leader, administrator, team)).rejects.toThrow()
  })

  test('is not confirmed when the keys are not those the leader signed', async () => {
    const { place, administrator, team, db, enter } = await openTeam(li)
    await lockTeam(place, await enter(li), administrator, team)
    await db.update(teamKeys).set({ certificate: null, key: (await makeKeys()).publicKey })
    await expect(confirmAgain({ place, administrator, team })).rejects.toThrow(Untrusted)
  })

  test('is not confirmed by a certificate of other days', async () => {
    const { place, administrator, team, db, enter } = await openTeam(li)
    await lockTeam(place, await enter(li), administrator, team)
    const { certificate } = await teamReadiness(db, team)
    await db.update(teamKeys).set({ certificate: null })
    place.house.clock.now = () => new Date('2026-11-26T09:00:00+08:00')
    const later = await signIn(place, zhou.username, zhou.password)
    const fields = { epoch: '1', certificate: certificate ?? '' }
    expect((await later.seat.post(paths.certifyTeam(team), fields)).status).toBe(422)
    expect(await teamReadiness(db, team)).toMatchObject({ confirmed: false })
  })
})

describe('handing over is refused', () => {
  const envelope = () => base64url(random(221))

  async function openLocked() {
    const opened = await openTeam(li, chen, wu)
    const leader = await opened.enter(li)
    await lockTeam(opened.place, leader, opened.administrator, opened.team)
    const give = async (by: { seat: typeof leader.seat }, fields: Record<string, string>) =>
      (await by.seat.post(paths.grant(opened.team), { epoch: '1', ...fields })).status
    return { ...opened, leader, give, member: await opened.enter(chen) }
  }

  let locked: Awaited<ReturnType<typeof openLocked>>
  beforeAll(async () => {
    locked = await openLocked()
  })

  test('to who has not been verified, and to who is disabled', async () => {
    const { db, leader, give, idOf } = locked
    const personId = await idOf(chen)
    const chenIn = eq(memberships.personId, personId)
    const [kept] = await db.select().from(memberships).where(chenIn)
    await db.update(memberships).set({ certificate: null }).where(chenIn)
    expect(await give(leader, { personId, key: envelope() })).toBe(422)
    await db.update(memberships).set({ certificate: kept?.certificate }).where(chenIn)
    await db.update(people).set({ state: 'disabled' }).where(eq(people.id, personId))
    expect(await give(leader, { personId, key: envelope() })).toBe(422)
    await db.update(people).set({ state: 'active' }).where(eq(people.id, personId))
  })

  test('to who is not of the team', async () => {
    const { leader, give, administrator } = locked
    expect(await give(leader, { personId: administrator.id, key: envelope() })).toBe(422)
    expect(await give(leader, { personId: 'nobody', key: envelope() })).toBe(422)
  })

  test('by who does not hold the key', async () => {
    const { give, idOf, member } = locked
    expect(await give(member, { personId: await idOf(wu), key: envelope() })).toBe(422)
  })

  test('of a contact key to anybody but a leader', async () => {
    const { leader, give, idOf } = locked
    expect(await give(leader, { personId: await idOf(wu), key: envelope(), contact: envelope() })).toBe(422)
  })

  test('for an epoch that is not there', async () => {
    const { leader, give, idOf } = locked
    expect(await give(leader, { personId: await idOf(wu), key: envelope(), epoch: '2' })).toBe(422)
  })

  test('without an envelope, or with one that is none', async () => {
    const { leader, give, idOf } = locked
    const personId = await idOf(wu)
    for (const key of ['', 'not base64url!', base64url(random(20)), base64url(random(2000))]) {
      expect(await give(leader, { personId, key })).toBe(422)
    }
    expect(await give(leader, { personId })).toBe(422)
  })

  test('by the browser, to a key that somebody wrote into the database', async () => {
    const { db, place, leader, team, idOf } = locked
    const mole = await importSigning((await makeSigningKeys()).privateKey)
    const keys = { sealingKey: (await makeKeys()).publicKey, signingKey: (await makeSigningKeys()).publicKey }
    const id = await idOf(wu)
    const certificate = await signCertificate(
      'person',
      { id, name: '吴桐', roles: 'member', team, ...keys },
      mole,
    )
    await db.update(memberships).set({ certificate }).where(eq(memberships.personId, id))
    await expect(handOver(place, leader, wu, team)).rejects.toThrow(Untrusted)
  })

  test('and has left nothing behind', async () => {
    const { db, leader } = locked
    const given = await db.select().from(grants)
    const toTeam = given.filter(({ holder }) => holder !== 'office')
    expect(toTeam.map(({ personId }) => personId)).toEqual([leader.id, leader.id])
  })

  test('a second time', async () => {
    const { leader, give, idOf } = locked
    const personId = await idOf(chen)
    expect(await give(leader, { personId, key: envelope() })).toBe(303)
    expect(await give(leader, { personId, key: envelope() })).toBe(409)
  })
})

type Confirm = { place: Place; administrator: AtDesk; team: string }

async function confirmAgain({ place, administrator, team }: Confirm) {
  const [row] = await listTeamKeys(place.house.db, team)
  if (!row) throw new Error('no keys')
  const [leader] = await place.house.db.select().from(memberships).where(eq(memberships.personId, row.madeBy))
  const rootKey = await importSigning((await officeKey(place, administrator, 'root')).privateKey)
  const made = { team, round: 'r', ...row }
  const named = { personId: row.madeBy, team, certificate: leader?.certificate ?? '' }
  const days = { notBefore: '2026-11-24', notAfter: '2027-03-24' }
  return certifyTeam({ root: await rootOf(place, administrator), rootKey }, named, made, days)
}
