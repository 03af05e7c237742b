import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayOf } from '../../src/clock/day.ts'
import { genuine } from '../../src/i18n/paper.ts'
import { listSteps } from '../../src/log/record.ts'
import { secondOrigin, theOffice } from '../../src/office/store.ts'
import { offices, successions } from '../../src/office/tables.ts'
import { paths } from '../../src/paths.ts'
import { codes } from '../../src/posters/tables.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { base64url, fromBase64url, random } from '../../src/sealing/bytes.ts'
import { signCertificate } from '../../src/sealing/certificates.ts'
import { importKeys, importSigning, openDek, Unopened } from '../../src/sealing/open.ts'
import { signSuccession } from '../../src/sealing/succession.ts'
import { fingerprint, makeSigningKeys } from '../../src/sealing/suite.ts'
import { openSheet } from '../../src/staff/activation.client.ts'
import { makeOfficeLock } from '../../src/staff/make-office-lock.client.ts'
import { viewOfficeLock } from '../../src/staff/office-lock.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { findByUsername } from '../../src/staff/store.ts'
import { type AtDesk, officeKey, type Place, rootOf, signIn } from '../cast/at-desk.ts'
import { join } from '../cast/joining.ts'
import { players } from '../cast/people.ts'
import { openVillageIn, type Peopled } from '../cast/peopled.ts'
import { openRecoveryDoor, recover } from '../cast/recovering.ts'
import { lookUp, speak } from '../cast/residents.ts'
import { mint } from '../cast/rounds.ts'
import { takeSeat } from '../cast/seat.ts'
import { activate, invite, verify } from '../cast/staffing.ts'
import { takeUp } from '../cast/working.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

// An administrator leaves with the office's root in their head. Who stays changes the office's lock.

const toTeam = { text: '水渠堵了三年，没人管。' } as const
const toOffice = { kind: 'conduct', tile: 'O6', text: '巡察组有人在村里打牌。' } as const

let machine: TestHouse
let place: Place
let village: Peopled
let stays: AtDesk
let old: { team: string; office: string; code: string }

beforeEach(async () => {
  machine = await openTestHouse()
  place = {
    house: machine.house,
    origin: 'http://localhost',
    door: (address, request) => machine.app.request(address, request),
  }
  village = await openVillageIn(place)
  stays = await join(place, village.administrator, players.xu, OFFICE)
  const kept = await speak(place, village.token, toTeam)
  const past = await speak(place, village.token, toOffice, 'office')
  old = { team: kept.enquiryNumber, office: past.enquiryNumber, code: kept.code }
})
afterEach(() => machine.close())

const leave = async () => stays.seat.send(paths.disablePerson(village.administrator.id), {})

/** What the page's script makes of what the page carries. */
async function makeLock() {
  const { db, clock } = place.house
  const rootKey = await importSigning((await officeKey(place, stays, 'root')).privateKey)
  const lock = await viewOfficeLock(db, dayOf(clock.now()))
  return makeOfficeLock({ root: await rootOf(place, stays), rootKey }, lock)
}
const post = (made: unknown) => stays.seat.post(paths.officeLock, { made: JSON.stringify(made) })

/** A new code for the same village takes the old one's place. */
async function renew(): Promise<string> {
  const { token } = await mint(place, stays, village.ids, 'qingtang')
  await takeSeat(place.door, place.origin).get(paths.code(token))
  await stays.seat.send(paths.withdrawCode(village.token), { why: 'changed', instead: token })
  return token
}

describe('an administrator who left', () => {
  it('leaves a lock to be changed, and nothing is due while everybody stays', async () => {
    const page = async () => (await stays.seat.get(paths.officeKeys)).text()
    expect(await page()).not.toContain('换办公室的锁')
    expect((await post(await makeLock())).status).toBe(409)
    await leave()
    for (const address of [paths.office, paths.people])
      expect(await (await stays.seat.get(address)).text()).toContain('换办公室的锁')
    expect(await page()).toContain(`${players.zhou.name}已经离开，但还拿着办公室总钥匙`)
    expect((await post(await makeLock())).status).toBe(303)
    expect(await page()).not.toContain('换办公室的锁')
  })

  it('opens nothing that is told afterwards, while whoever stays opens the old and the new', async () => {
    const gone = {
      rootPrint: village.administrator.keys.rootPrint,
      box: await importKeys(await officeKey(place, village.administrator, 'box')),
    }
    await leave()
    expect((await post(await makeLock())).status).toBe(303)

    const leader = await signIn(place, players.li.username, players.li.password)
    expect((await takeUp(place, leader, old.team)).opened.dek).toHaveLength(32)
    expect((await takeUp(place, stays, old.office)).opened.dek).toHaveLength(32)

    const token = await renew()
    const told = await speak(place, token, toTeam)
    const past = await speak(place, token, toOffice, 'office')
    expect((await takeUp(place, leader, told.enquiryNumber)).opened.dek).toHaveLength(32)
    const { report } = await takeUp(place, stays, past.enquiryNumber)
    const [dek] = await listEnvelopes(machine.db, [report.id], ['dek'])
    for (const rootPrint of [gone.rootPrint, await fingerprint((await theOffice(machine.db)).root)]) {
      const opening = openDek(gone.box, { rootPrint, holder: OFFICE, epoch: 1 }, report.id, dek!.envelope)
      await expect(opening).rejects.toThrow(Unopened)
    }
    await expect(signIn(place, players.zhou.username, players.zhou.password)).rejects.toThrow('not let in')
    expect(machine.complaints).toEqual([])
  })

  it('takes the old notices along: they ask for the new one, and what was told goes on', async () => {
    await leave()
    await post(await makeLock())
    for (const address of [paths.code(village.token), paths.aboutTeam(village.token)]) {
      const page = await (await takeSeat(place.door, place.origin).get(address)).text()
      expect(page).toContain('请用新公告')
      expect(page).not.toContain('<form id="report"')
    }
    const [row] = await machine.db.select().from(codes).where(eq(codes.token, village.token))
    const asked = `${paths.genuine}?number=${row?.noticeNumber}`
    const answer = await (await takeSeat(place.door, place.origin).get(asked)).text()
    expect(answer).toContain(genuine.revoked[0])
    const seen = await lookUp(place, old.code)
    expect((await seen.sendIn('还是没人来。')).status).toBe(200)
    await speak(place, await renew(), toTeam)
  })

  it('ends the sheets that were not used, and a new one is good', async () => {
    const { first } = village.ids.teams
    const code = await invite(place, stays, players.wu, first)
    await leave()
    await post(await makeLock())
    expect(await openSheet(takeSeat(place.door, place.origin).ask, code)).toBe('over')
    const again = { ...players.wu, username: 'wutong2' }
    await activate(place, again, await invite(place, stays, again, first))
    await verify(place, stays, again)
    expect((await findByUsername(machine.db, again.username))?.state).toBe('active')
  })

  it('a third administrator is given the earlier box as well', async () => {
    await leave()
    await post(await makeLock())
    const third = { ...players.wu, roles: 'office' }
    await activate(place, third, await invite(place, stays, third, OFFICE))
    await verify(place, stays, third)
    const desk = await signIn(place, third.username, third.password)
    expect((await takeUp(place, desk, old.office)).opened.dek).toHaveLength(32)
  })
})

describe('whoever has signed in since the change', () => {
  const { li, chen } = players

  it('has moved on to the new root for good, in this browser and the next: the old one leads them nowhere', async () => {
    const { db } = place.house
    await leave()
    const oldKey = await importSigning((await officeKey(place, village.administrator, 'root')).privateKey)
    const from = { publicKey: (await theOffice(db)).root, key: oldKey }
    await post(await makeLock())
    const [here, steps] = [
      await signIn(place, li.username, li.password),
      await listSteps(db, `ownKeys:${village.leader.id}`),
    ]
    expect(steps.at(-1)).toMatchObject({ move: 'pinRoot', who: village.leader.id })
    expect((await takeUp(place, here, old.team)).opened.dek).toHaveLength(32)

    const made = await makeSigningKeys()
    const rival = { publicKey: made.publicKey, key: await importSigning(made.privateKey) }
    const { forward, back } = await signSuccession(1, from, rival, '2026-11-24')
    await db.update(successions).set({ forward, back })
    await db.update(offices).set({ root: rival.publicKey })
    await expect(rootOf(place, here)).rejects.toThrow('not one that this person is led to')
    const again = await signIn(place, li.username, li.password)
    await expect(rootOf(place, again)).rejects.toThrow('not one that this person is led to')
    // Whoever has not is led astray, as the threat model says.
    expect(await rootOf(place, village.liaison)).toEqual(rival.publicKey)
  })

  it('is wrapped anew only with the proof of their own password, which no session has', async () => {
    await leave()
    await post(await makeLock())
    const { seat } = village.liaison
    const { wrapped } = (await findByUsername(place.house.db, chen.username))!
    const posted = { wrapped: base64url(random(200)), prover: base64url(random(32)) }
    expect((await takeSeat(place.door, place.origin).ask(paths.pinRoot, posted)).status).toBe(401)
    expect((await seat.ask(paths.pinRoot, { ...posted, wrapped: 'x' })).status).toBe(422)
    await seat.ask(paths.pinRoot, posted)
    expect((await findByUsername(place.house.db, chen.username))?.wrapped).toEqual(wrapped)
    const moves = (await listSteps(place.house.db, `ownKeys:${village.liaison.id}`)).map(({ move }) => move)
    expect(moves).not.toContain('pinRoot')
  })
})

describe('changing the lock', () => {
  beforeEach(leave)

  it('is won by one of two who press at once, and the other changes nothing', async () => {
    const [one, other] = [await makeLock(), await makeLock()]
    const answers = await Promise.all([post(one), post(other)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const { root } = await theOffice(machine.db)
    expect([one.root, other.root].map(fromBase64url)).toContainEqual(root)
  })

  it('is refused whole when one signature is a stranger’s, or somebody is not there', async () => {
    const made = await makeLock()
    const stranger = await importSigning((await makeSigningKeys()).privateKey)
    const [first, ...rest] = made.people
    const forged = await signCertificate('address', { origin: place.origin }, stranger)
    const { id } = village.administrator
    for (const wrong of [
      { ...made, addressCertificate: forged },
      { ...made, forward: made.back },
      { ...made, people: [{ ...first!, personId: id }, ...rest] },
      { ...made, grants: made.grants.map((grant) => ({ ...grant, personId: id })) },
      { ...made, grants: [] },
    ])
      expect((await post(wrong)).status).toBe(422)
    expect((await post('nothing')).status).toBe(422)
    expect((await post(made)).status).toBe(303)
  })

  it('has the new root sign the second address too, and takes none that nobody signed along', async () => {
    const { db } = place.house
    const origin = 'https://fanying.example.org'
    const rootKey = await importSigning((await officeKey(place, stays, 'root')).privateKey)
    const write = (secondAddress: string) => db.update(offices).set({ secondAddress })
    await write(origin)
    expect((await makeLock()).secondAddress).toBeUndefined()
    await write(await signCertificate('secondAddress', { origin }, rootKey))
    const made = await makeLock()
    const stranger = await importSigning((await makeSigningKeys()).privateKey)
    const forged = await signCertificate('secondAddress', { origin }, stranger)
    expect((await post({ ...made, secondAddress: forged })).status).toBe(422)
    const before = (await theOffice(db)).root
    expect((await post(made)).status).toBe(303)
    const after = await theOffice(db)
    expect(after.root).not.toEqual(before)
    expect(await secondOrigin(after)).toBe(origin)
  })

  it('leaves the paper sheets good: they give back the new root, both boxes and the teams', async () => {
    await post(await makeLock())
    const token = await renew()
    const told = await speak(place, token, toOffice, 'office')
    const account = { name: '何苗', username: 'hemiao', password: 'shan lu shi ba wan' }
    const door = await openRecoveryDoor(machine)
    const { post: send, lost } = await recover(door, { sheets: village.sheets.slice(0, 2), account })
    expect(lost).toEqual([])
    expect((await send()).status).toBe(204)
    const administrator = await signIn(place, account.username, account.password)
    for (const number of [old.office, told.enquiryNumber])
      expect((await takeUp(place, administrator, number)).opened.dek).toHaveLength(32)
    await mint(place, administrator, village.ids, 'rongxu')
  })
})
