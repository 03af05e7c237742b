import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as pathOf } from 'node:path'
import { desc, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listSteps } from '../../src/log/record.ts'
import { theOffice } from '../../src/office/store.ts'
import { offices, successions } from '../../src/office/tables.ts'
import { paths } from '../../src/paths.ts'
import { readSheets } from '../../src/recovery/typed-sheets.ts'
import { base64url, fromBase64url } from '../../src/sealing/bytes.ts'
import { readCertificate, signCertificate } from '../../src/sealing/certificates.ts'
import {
  importKeys,
  importSigning,
  openFromRecovery,
  openRecovery,
  publicOf,
} from '../../src/sealing/open.ts'
import { fingerprint, makeKeys, makeSigningKeys } from '../../src/sealing/suite.ts'
import { FROM_OFFICE } from '../../src/staff/keepers.ts'
import { OFFICE, teamHolder } from '../../src/staff/roles.ts'
import { findByUsername } from '../../src/staff/store.ts'
import { grants, people, teamKeys } from '../../src/staff/tables.ts'
import { makeTeamKeys } from '../../src/staff/team-keys.client.ts'
import { type AtDesk, type Place, rootOf, signIn } from '../cast/at-desk.ts'
import { join } from '../cast/joining.ts'
import { succeedOffice } from '../cast/office-lock.ts'
import { players } from '../cast/people.ts'
import { openVillageIn, type Peopled } from '../cast/peopled.ts'
import { openRecoveryDoor, openTyped, recover, renew } from '../cast/recovering.ts'
import { speak } from '../cast/residents.ts'
import { makeLock } from '../cast/staffing.ts'
import { takeUp } from '../cast/working.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

// A sheet is lost, or a team has nobody left who holds its key; the house is at work, and an administrator has two
// sheets.

const toTeam = { text: '水渠堵了三年，没人管。' } as const
const toOffice = { kind: 'conduct', tile: 'O6', text: '巡察组有人在村里打牌。' } as const
const account = { name: '何苗', username: 'hemiao', password: 'shan lu shi ba wan' }

let machine: TestHouse
let place: Place
let village: Peopled
let administrator: AtDesk
let two: readonly (readonly string[])[]
let numbers: { team: string; office: string }

let folder: string
let before: string
const door: Place['door'] = (address, request) => machine.app.request(address, request)
const placeNow = (): Place => ({ house: machine.house, origin: 'http://localhost', door })

beforeAll(async () => {
  folder = await mkdtemp(pathOf(tmpdir(), 'mashang-new-sheets-'))
  before = pathOf(folder, 'before.db')
  machine = await openTestHouse(undefined, `file:${before}`)
  village = await openVillageIn(placeNow())
  administrator = village.administrator
  two = village.sheets.slice(0, 2)
  numbers = {
    team: (await speak(placeNow(), village.token, toTeam)).enquiryNumber,
    office: (await speak(placeNow(), village.token, toOffice, 'office')).enquiryNumber,
  }
  await machine.settle()
  machine.close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Each test has the same office at work, with everybody signed in. */
let copies = 0
beforeEach(async () => {
  copies += 1
  const file = pathOf(folder, `copy-${copies}.db`)
  await copyFile(before, file)
  machine = await openTestHouse(undefined, `file:${file}`)
  place = placeNow()
})
afterEach(() => machine.close())

describe('a new set of sheets', () => {
  it('gives back what the old one did, and every report still opens', async () => {
    const { sheets, post, lost } = await renew(administrator, two)
    expect((await post()).status).toBe(204)
    expect(lost).toEqual([])
    expect((await takeUp(place, village.leader, numbers.team)).opened.dek).toHaveLength(32)
    expect((await takeUp(place, administrator, numbers.office)).opened.dek).toHaveLength(32)
    const told = await speak(place, village.token, toTeam)
    expect((await takeUp(place, village.leader, told.enquiryNumber)).opened.dek).toHaveLength(32)

    const door = await openRecoveryDoor(machine)
    const recovered = await recover(door, { sheets: sheets.slice(1), account })
    expect((await recovered.post()).status).toBe(204)
    expect(recovered.lost).toEqual([])
    const anew = await signIn(place, account.username, account.password)
    expect((await takeUp(place, anew, numbers.office)).opened.dek).toHaveLength(32)
    expect(machine.complaints).toEqual([])
  })

  it('leaves the old one nothing to open: not the new bundle, nor what is sealed to the recovery key, nor a lock made later', async () => {
    const { db } = machine
    const before = await theOffice(db)
    const old = readSheets(two, before.recoverySet)
    if (!Array.isArray(old)) throw new Error(old.wrong)
    const { recovery } = await openRecovery(old, before.recoveryBundle)
    const pair = await importKeys({ publicKey: await publicOf(recovery), privateKey: recovery })
    const rootPrint = await fingerprint(before.root)
    const opens = async (epoch: number) => {
      const [row] = await db.select().from(teamKeys).where(eq(teamKeys.epoch, epoch))
      const named = { rootPrint, holder: teamHolder(village.ids.teams.first), epoch }
      await openFromRecovery(pair, { ...named, kind: 'key' }, row!.recoveryKey)
      await openFromRecovery(pair, { ...named, kind: 'contact' }, row!.recoveryContactKey)
    }
    await expect(opens(1)).resolves.toBeUndefined()

    const { post } = await renew(administrator, two)
    expect((await post()).status).toBe(204)
    await expect(opens(1)).rejects.toThrow('did not open')
    expect(readSheets(two, (await theOffice(db)).recoverySet)).toEqual({ wrong: 'foreign' })
    const again = openRecovery(old, (await theOffice(db)).recoveryBundle)
    await expect(again).rejects.toThrow('did not open')
    await expect(renew(administrator, two)).rejects.toThrow('foreign')

    await administrator.seat.send(paths.disablePerson(village.liaison.id), {})
    await makeLock(place, village.leader, village.ids.teams.first, 2)
    await expect(opens(2)).rejects.toThrow('did not open')
  })

  it('takes the office’s later roots and boxes along', async () => {
    const stays = await succeedOffice(place, administrator)
    const [before] = await machine.db.select().from(successions)
    const { sheets, post } = await renew(stays, two)
    expect((await post()).status).toBe(204)
    const [after] = await machine.db.select().from(successions)
    expect(after?.recoveryRoot).not.toEqual(before?.recoveryRoot)
    expect(after?.recoveryBox).not.toEqual(before?.recoveryBox)
    // And once more, from the new ones.
    const third = await renew(stays, [sheets[2]!, sheets[0]!])
    expect((await third.post()).status).toBe(204)
    const door = await openRecoveryDoor(machine)
    const recovered = await recover(door, { sheets: third.sheets.slice(0, 2), account })
    expect((await recovered.post()).status).toBe(204)
    expect(recovered.lost).toEqual([])
    const anew = await signIn(place, account.username, account.password)
    expect((await takeUp(place, anew, numbers.office)).opened.dek).toHaveLength(32)
  })

  it('is written down with its reason, and stands on the keys page', async () => {
    const { post, posted } = await renew(administrator, two)
    await post()
    expect(await listSteps(machine.db, 'recovery')).toMatchObject([
      { who: administrator.id, move: 'renew', why: 'sheetLost' },
    ])
    expect(await listSteps(machine.db, 'recoverySheets')).toMatchObject([
      { position: 1, who: administrator.id, move: 'renew' },
    ])
    expect((await theOffice(machine.db)).keepers).toEqual(posted.keepers)
    const page = await (await administrator.seat.get(paths.officeKeys)).text()
    expect(page).toContain('动用过：丢了一份凭证')
    expect(page).not.toContain('凭证用过')
    // Nobody is signed out by it.
    expect((await village.leader.seat.get(paths.desk(village.ids.teams.first))).status).toBe(200)
  })

  it('is stored once of two that are made at once, and the same may be sent again', async () => {
    const other = await join(place, administrator, players.xu, OFFICE)
    const [mine, theirs] = [await renew(administrator, two), await renew(other, village.sheets.slice(1))]
    const answers = await Promise.all([mine.post(), theirs.post()])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409])
    const [won, lost] = answers[0]?.status === 204 ? [mine, theirs] : [theirs, mine]
    expect([(await won.post()).status, (await lost.post()).status]).toEqual([204, 409])
    expect(await listSteps(machine.db, 'recoverySheets')).toHaveLength(1)
    expect(base64url((await theOffice(machine.db)).recoveryBundle)).toBe(won.posted.recoveryBundle)
  })

  it('is out of date when a team has made keys meanwhile, and keys made for the recovery key before it are refused', async () => {
    const { db } = machine
    const { second } = village.ids.teams
    const leader = await join(place, administrator, { ...players.su, roles: 'leader' }, second)
    const stale = await renew(administrator, two)
    const { certificate } = await theOffice(db)
    await makeLock(place, leader, second, 1)
    expect((await stale.post()).status).toBe(409)

    const { post } = await renew(administrator, two)
    expect((await post()).status).toBe(204)
    await leader.seat.send(paths.signOut, {}).catch(() => undefined)
    const third = await signIn(place, players.su.username, players.su.password)
    await db.delete(teamKeys).where(eq(teamKeys.teamId, second))
    await db.delete(grants).where(eq(grants.holder, teamHolder(second)))
    const maker = { personId: third.id, sealingKey: third.keys.sealing.publicKey, signer: third.signer }
    const name = { team: second, round: village.ids.round, epoch: 1 }
    const made = await makeTeamKeys(await rootOf(place, third), certificate, maker, name)
    const old = await third.seat.post(paths.makeKeys(second), { epoch: '1', ...made })
    expect(old.status).toBe(409)
    expect(await db.select().from(teamKeys).where(eq(teamKeys.teamId, second))).toEqual([])
    await makeLock(place, third, second, 1)
  })

  it('is refused whole when the root did not sign it, or it changes more than the recovery key', async () => {
    const { posted, office } = await renew(administrator, two)
    const stranger = await importSigning((await makeSigningKeys()).privateKey)
    const { box, recovery } = (await readCertificate('office', office.root, posted.renewed.certificate))!
    const forge = (fields: { box: typeof box; recovery: typeof box }, by = office.rootKey) =>
      signCertificate('office', fields, by)
    const made = (await makeKeys()).publicKey
    const send = (one: unknown) => administrator.seat.ask(paths.newSheets, one)
    const before = await theOffice(machine.db)
    for (const certificate of [
      await forge({ box, recovery }, stranger),
      await forge({ box: made, recovery }),
      before.certificate,
      'x',
    ])
      expect((await send({ ...posted, renewed: { ...posted.renewed, certificate } })).status).toBe(422)
    const [keeper] = posted.keepers
    expect((await send({ ...posted, why: '丢了' })).status).toBe(422)
    expect((await send({ ...posted, keepers: posted.keepers.map(() => keeper) })).status).toBe(422)
    for (const less of [{ teamKeys: [] }, { seen: 7 }])
      expect((await send({ ...posted, renewed: { ...posted.renewed, ...less } })).status).toBe(409)
    expect(await theOffice(machine.db)).toEqual(before)
    expect((await send(posted)).status).toBe(204)
  })

  it('keeps as it was what is damaged already, and names the team', async () => {
    await machine.db.update(teamKeys).set({ recoveryContactKey: new Uint8Array(200) })
    const { post, lost, posted } = await renew(administrator, two)
    expect(lost).toEqual(['第一巡察组'])
    expect((await post()).status).toBe(204)
    const [row] = await machine.db.select().from(teamKeys)
    expect(row?.recoveryContactKey).toEqual(new Uint8Array(200))
    expect(row?.recoveryKey).toEqual(fromBase64url(posted.renewed.teamKeys[0]?.key ?? ''))
  })
})

describe('sheets that open nothing', () => {
  it.each([
    ['the same one twice', () => [two[0]!, two[0]!], 'twice'],
    ['one with two rows swapped', () => [two[0]!, [...two[1]!].reverse()], 'order'],
    ['too few rows', () => [two[0]!, two[1]!.slice(1)], 'order'],
  ])('are told apart before anything is tried: %s', async (_, sheets, wrong) => {
    await expect(renew(administrator, sheets())).rejects.toThrow(wrong)
  })

  it('are those of another office, even when somebody has written their set’s name into this database', async () => {
    const elsewhere = await openTestHouse()
    const other = await openVillageIn({
      ...placeNow(),
      house: elsewhere.house,
      door: (address, request) => elsewhere.app.request(address, request),
    })
    await expect(renew(administrator, other.sheets.slice(0, 2))).rejects.toThrow('foreign')
    const { recoverySet } = await theOffice(elsewhere.db)
    const before = await theOffice(machine.db)
    await machine.db.update(offices).set({ recoverySet })
    await expect(openTyped(administrator, other.sheets.slice(0, 2))).rejects.toThrow('did not open')
    await elsewhere.settle()
    elsewhere.close()
    expect((await theOffice(machine.db)).recoveryBundle).toEqual(before.recoveryBundle)
  })
})

describe('a team that has nobody left who holds its key', () => {
  const deputy = { ...players.wu, roles: 'leader' }
  let successor: AtDesk

  beforeEach(async () => {
    const { first } = village.ids.teams
    successor = await join(place, administrator, deputy, first)
    for (const { id } of [village.leader, village.liaison])
      await machine.db.update(people).set({ state: 'disabled' }).where(eq(people.id, id))
  })

  it('is opened for its new leader by an administrator with two sheets, who keeps no key', async () => {
    const { first } = village.ids.teams
    await expect(takeUp(place, successor, numbers.team)).rejects.toThrow('cannot open')
    const page = await (await administrator.seat.get(paths.newSheets)).text()
    expect(page).toContain(`把第一巡察组的钥匙交给${deputy.name}`)
    const { post, posted } = await renew(administrator, two, [`${first} ${successor.id}`])
    expect(posted.given).toMatchObject([{ team: first, epoch: 1, personId: successor.id }])
    expect((await post()).status).toBe(204)

    expect((await takeUp(place, successor, numbers.team)).opened.dek).toHaveLength(32)
    await expect(takeUp(place, administrator, numbers.team)).rejects.toThrow('cannot open')
    const rows = await machine.db
      .select()
      .from(grants)
      .where(eq(grants.holder, teamHolder(first)))
      .orderBy(desc(grants.kind))
    expect(rows.filter(({ by }) => by === FROM_OFFICE).map(({ personId, kind }) => [personId, kind])).toEqual(
      [
        [successor.id, 'key'],
        [successor.id, 'contact'],
      ],
    )
    for (const kind of ['key', 'contact'])
      expect(
        await listSteps(machine.db, `grant:${teamHolder(first)}:1:${kind}:${successor.id}`),
      ).toMatchObject([{ who: administrator.id, move: 'grant' }])
    const said = `${administrator.name}用恢复凭证把本组的钥匙交给${deputy.name}`
    expect(await (await successor.seat.get(paths.keys(first))).text()).toContain(said)
    expect(await (await administrator.seat.get(paths.officeKeys)).text()).toContain(said)
    expect(await (await administrator.seat.get(paths.newSheets)).text()).not.toContain('的钥匙交给')
  })

  it('gives nothing to anybody who was not chosen, nor to whom the root has not certified', async () => {
    const { first } = village.ids.teams
    expect((await renew(administrator, two)).posted.given).toEqual([])
    const { publicKey } = await makeKeys()
    const { administrator: by } = village
    const chosen = [`${first} ${by.id}`, `${first} ${village.leader.id}`]
    expect((await renew(administrator, two, chosen)).posted.given).toEqual([])

    const good = await renew(administrator, two, [`${first} ${successor.id}`])
    const [given] = good.posted.given
    const bad = [
      [{ ...given, personId: by.id }],
      [{ ...given, personId: village.leader.id }],
      [{ ...given, epoch: 2 }],
      [{ ...given, team: village.ids.teams.second }],
      [given, given],
      [{ ...given, key: undefined, contact: undefined }],
    ]
    for (const one of bad)
      expect((await administrator.seat.ask(paths.newSheets, { ...good.posted, given: one })).status).toBe(422)
    // Their keys were exchanged in the database; the certificate is of the old ones, and seals to those.
    await machine.db.update(people).set({ sealingKey: publicKey }).where(eq(people.id, successor.id))
    expect((await good.post()).status).toBe(204)
    expect((await findByUsername(machine.db, deputy.username))?.sealingKey).toEqual(publicKey)
  })

  it('gives nothing at all when the new leader has been disabled meanwhile', async () => {
    const { first } = village.ids.teams
    const { post } = await renew(administrator, two, [`${first} ${successor.id}`])
    await administrator.seat.send(paths.disablePerson(successor.id), {})
    expect((await post()).status).toBe(422)
    expect(await listSteps(machine.db, 'recoverySheets')).toEqual([])
  })
})
