import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listSteps } from '../../src/log/record.ts'
import { viewSheets } from '../../src/office/sheets-kept.ts'
import { offices } from '../../src/office/tables.ts'
import { paths } from '../../src/paths.ts'
import { openOffice } from '../../src/recovery/renewing.client.ts'
import { readSheets } from '../../src/recovery/typed-sheets.ts'
import { permits, referrals } from '../../src/referrals/tables.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { reports } from '../../src/reports/tables.ts'
import { openBody, openContact } from '../../src/sealing/open.ts'
import { makeKeys, makeSigningKeys } from '../../src/sealing/suite.ts'
import { FROM_OFFICE } from '../../src/staff/keepers.ts'
import { listRecoverable } from '../../src/staff/recoverable.ts'
import { OFFICE, teamHolder } from '../../src/staff/roles.ts'
import { findByUsername } from '../../src/staff/store.ts'
import { grants, memberships, people, sessions, teamKeys } from '../../src/staff/tables.ts'
import { type Place, signIn, teamPair } from '../cast/at-desk.ts'
import { players } from '../cast/people.ts'
import { openVillageIn, type Peopled } from '../cast/peopled.ts'
import { offeredBy, openRecoveryDoor, recover } from '../cast/recovering.ts'
import { speak } from '../cast/residents.ts'
import { mint, testAndOpen } from '../cast/rounds.ts'
import { activate, invite, verify } from '../cast/staffing.ts'
import { takeUp } from '../cast/working.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

// The sole administrator loses everything: what is left is a copy of the database file, and paper.

const deputy = { ...players.wu, roles: 'leader' }
const account = { name: '许岚', username: 'xulan', password: 'shan lu shi ba wan' }
const toTeam = {
  text: '水渠堵了三年，没人管。',
  reply: 'contactOnly',
  phone: '13800000000',
  consent: true,
} as const
const toOffice = { kind: 'conduct', tile: 'O6', text: '巡察组有人在村里打牌。' } as const

let folder: string
let backup: string
let village: Peopled
let numbers: { team: string; office: string }
const machines: TestHouse[] = []

const placeOf = ({ house, app }: TestHouse): Place => ({
  house,
  origin: 'http://localhost',
  door: (address, request) => app.request(address, request),
})

/** An empty machine that has been given the copy: another secret of the server, no keys, no session. */
async function emptyMachine(): Promise<TestHouse> {
  const file = join(folder, `machine-${machines.length}.db`)
  await copyFile(backup, file)
  const machine = await openTestHouse(undefined, `file:${file}`)
  machine.house.serverSecret = new Uint8Array(32).fill(9)
  machines.push(machine)
  return machine
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mashang-recovery-'))
  const file = join(folder, 'lost.db')
  const lost = await openTestHouse(undefined, `file:${file}`)
  const place = placeOf(lost)
  village = await openVillageIn(place)
  const { administrator, ids, token } = village
  // Certified, and nobody has handed the team's keys over yet.
  await activate(place, deputy, await invite(place, administrator, deputy, ids.teams.first))
  await verify(place, administrator, deputy)
  numbers = {
    team: (await speak(place, token, toTeam)).enquiryNumber,
    office: (await speak(place, token, toOffice, 'office')).enquiryNumber,
  }
  await lost.settle()
  lost.close()
  backup = join(folder, 'backup.db')
  await copyFile(file, backup)
  await Promise.all(['', '-wal', '-shm'].map((end) => rm(file + end, { force: true })))
}, 60_000)

afterAll(async () => {
  for (const { close } of machines) close()
  await rm(folder, { recursive: true, force: true })
})

let machine: TestHouse
let place: Place
beforeEach(async () => {
  machine = await emptyMachine()
  place = placeOf(machine)
})

describe('from a copy of the database and two sheets', () => {
  it.each([
    [0, 1],
    [2, 0],
  ])('sheets %i and %i give the office to a new administrator, who signs and opens', async (one, other) => {
    const door = await openRecoveryDoor(machine)
    const sheets = [village.sheets[one]!, village.sheets[other]!]
    const { post, lost } = await recover(door, { sheets, account })
    expect((await post()).status).toBe(204)
    expect(lost).toEqual([])
    expect(door.timesDone()).toBe(1)

    const administrator = await signIn(place, account.username, account.password)
    const { report } = await takeUp(place, administrator, numbers.office)
    expect(report.teamId).toBe(OFFICE)
    await expect(takeUp(place, administrator, numbers.team)).rejects.toThrow('cannot open')

    const { token } = await mint(place, administrator, village.ids, 'rongxu')
    await testAndOpen(place, administrator, token)
    const { enquiryNumber } = await speak(place, token, { ...toTeam, tile: 'O1' })
    const leader = await signIn(place, players.li.username, players.li.password)
    expect((await takeUp(place, leader, enquiryNumber)).opened.dek).toHaveLength(32)
    expect(machine.complaints).toEqual([])
  })

  it('gives a team’s keys to its certified leaders who lack them, and to nobody else', async () => {
    const { first } = village.ids.teams
    const before = await machine.db
      .select()
      .from(grants)
      .where(eq(grants.holder, teamHolder(first)))
    const { post } = await recover(await openRecoveryDoor(machine), {
      sheets: village.sheets.slice(0, 2),
      account,
    })
    expect((await post()).status).toBe(204)
    const after = await machine.db
      .select()
      .from(grants)
      .where(eq(grants.holder, teamHolder(first)))
    const { id } = (await findByUsername(machine.db, deputy.username))!
    const added = after.filter(
      ({ personId, kind }) => !before.some((b) => b.personId === personId && b.kind === kind),
    )
    expect(added.map(({ personId, kind }) => [personId, kind]).sort()).toEqual([
      [id, 'contact'],
      [id, 'key'],
    ])
    const atDesk = await signIn(place, deputy.username, deputy.password)
    const { report, opened } = await takeUp(place, atDesk, numbers.team)
    const [body] = await listEnvelopes(machine.db, [report.id], ['body'])
    expect((await openBody(opened.dek, report.id, body!.envelope)).text).toBe(toTeam.text)
    const [contact] = await listEnvelopes(machine.db, [report.id], ['contact'])
    const name = { rootPrint: atDesk.keys.rootPrint, holder: teamHolder(first), epoch: 1 }
    const pair = (await teamPair(place, atDesk, first, 'contact'))!
    expect((await openContact(pair, name, report.id, contact!.envelope)).phone).toBe(toTeam.phone)
  })

  it('reaches an earlier key that nothing but a letter is still sealed to', async () => {
    const { first } = village.ids.teams
    const [keys] = await machine.db.select().from(teamKeys).where(eq(teamKeys.teamId, first))
    await machine.db.insert(teamKeys).values({ ...keys!, epoch: 2 })
    await machine.db.update(reports).set({ epoch: 2 }).where(eq(reports.teamId, first))
    const epochs = async () =>
      (await listRecoverable(machine.db)).find(({ id }) => id === first)?.keys.map(({ epoch }) => epoch)
    expect(await epochs()).toEqual([2])
    const sent = { reportId: 'r', teamId: first, handlingUnitId: 'u', epoch: 1 }
    const drafted = { addressee: '农业农村局', state: 'draft', due: '2026-12-10' } as const
    const asked = { why: 'wall', state: 'asked', askedBy: 'li', askedAt: '2026-11-24' } as const
    await machine.db.insert(permits).values({ id: 'permit', ...sent, ...asked })
    expect(await epochs()).toEqual([2, 1])
    await machine.db.delete(permits)
    const letter = { ...sent, ...drafted, draftedBy: 'li', draftedAt: '2026-11-24' }
    await machine.db.insert(referrals).values({ id: 'letter', ...letter })
    expect(await epochs()).toEqual([2, 1])
  })

  it('lets the new administrator join a team that no leader can open any more, and no other team', async () => {
    const { first } = village.ids.teams
    const door = await openRecoveryDoor(machine)
    const sheets = village.sheets.slice(1)
    expect((await offeredBy(door)).teams).toMatchObject([{ id: first, mayJoin: false }])
    const early = await recover(door, { sheets, account, joins: [first] })
    expect((await early.post()).status).toBe(422)

    for (const { username } of [players.li, deputy])
      await machine.db.update(people).set({ state: 'disabled' }).where(eq(people.username, username))
    expect((await offeredBy(door)).teams).toMatchObject([{ id: first, mayJoin: true }])
    const { post } = await recover(door, { sheets, account, joins: [first] })
    expect((await post()).status).toBe(204)
    const administrator = await signIn(place, account.username, account.password)
    expect((await takeUp(place, administrator, numbers.team)).report.teamId).toBe(first)
    expect((await administrator.seat.get(paths.desk(first))).status).toBe(200)
  })

  it('ends with a new set, and no earlier sheet opens anything any more', async () => {
    const first = await openRecoveryDoor(machine)
    const { post, sheets } = await recover(first, { sheets: village.sheets.slice(0, 2), account })
    expect((await post()).status).toBe(204)
    const again = await openRecoveryDoor(machine)
    const other = { ...account, name: '唐渠', username: 'tangqu' }
    const old = { sheets: village.sheets.slice(1), account: other }
    await expect(recover(again, old)).rejects.toThrow('foreign')
    const mixed = { sheets: [sheets[0]!, village.sheets[1]!], account: other }
    await expect(recover(again, mixed)).rejects.toThrow('apart')
    const second = await recover(again, { sheets: sheets.slice(1), account: other })
    expect((await second.post()).status).toBe(204)
    expect(second.lost).toEqual([])
  })

  it('says who keeps the new sheets since when, and that they need no look', async () => {
    const { post, posted } = await recover(await openRecoveryDoor(machine), {
      sheets: village.sheets.slice(0, 2),
      account,
    })
    await post()
    const [{ keepers, recoverySet } = { keepers: [], recoverySet: '' }] = await machine.db
      .select()
      .from(offices)
    expect(keepers).toEqual(posted.keepers)
    expect(recoverySet).toMatch(/^[0-9a-f]{6}$/)
    expect(await viewSheets(machine.db, machine.house.clock.now())).toMatchObject({
      checked: { by: posted.person.id },
      why: undefined,
    })
  })

  it('ends every session, and writes down who recovered and what was given to whom', async () => {
    const old = await signIn(place, players.zhou.username, players.zhou.password)
    expect((await old.seat.get(paths.office)).status).toBe(200)
    const { posted, post } = await recover(await openRecoveryDoor(machine), {
      sheets: village.sheets.slice(0, 2),
      account,
    })
    await post()
    expect(await machine.db.select().from(sessions)).toEqual([])
    expect((await old.seat.get(paths.office)).status).not.toBe(200)
    const { id } = posted.person
    expect(await listSteps(machine.db, 'recovery')).toMatchObject([
      { position: 1, who: id, move: 'recover', why: 'machine' },
    ])
    expect(await listSteps(machine.db, `person:${id}`)).toMatchObject([
      { move: 'certify', toState: 'active' },
    ])
    const given = await machine.db
      .select()
      .from(grants)
      .where(inArray(grants.by, [id, FROM_OFFICE]))
    expect(given).toHaveLength(4)
    for (const { holder, epoch, kind, personId } of given)
      expect(await listSteps(machine.db, `grant:${holder}:${epoch}:${kind}:${personId}`)).toMatchObject([
        { who: id },
      ])
  })
})

describe('the page', () => {
  it('is not there without its secret, nor a second time, nor on the product’s own server', async () => {
    const door = await openRecoveryDoor(machine)
    const bare = [paths.recover, `${paths.recover}?secret=wrong`, '/', paths.signIn]
    const { posted, post } = await recover(door, { sheets: village.sheets.slice(0, 2), account })
    for (const address of bare) {
      expect((await door.seat.get(address)).status).toBe(404)
      expect((await door.seat.ask(address, posted)).status).toBe(404)
    }
    const again = await recover(door, {
      sheets: village.sheets.slice(0, 2),
      account: { ...account, username: 'somebody' },
    })
    const answers = [(await post()).status, (await post()).status, (await again.post()).status]
    expect(answers).toEqual([204, 404, 404])
    expect((await door.seat.get(door.address)).status).toBe(404)
    expect(door.timesDone()).toBe(1)
    expect((await place.door(`http://localhost${door.address}`, {})).status).toBe(404)
    expect(
      (await machine.db.select().from(people)).filter(({ username }) => username === 'somebody'),
    ).toEqual([])
  })

  it('serves one of two windows that finish at once', async () => {
    const door = await openRecoveryDoor(machine)
    const sheets = village.sheets.slice(0, 2)
    const one = await recover(door, { sheets, account })
    const other = await recover(door, { sheets, account: { ...account, username: 'somebody' } })
    const answers = await Promise.all([one.post(), other.post()])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404])
    expect(await listSteps(machine.db, 'recovery')).toHaveLength(1)
  })

  it('stores nothing that the root did not sign, and nothing that nobody lacks', async () => {
    const door = await openRecoveryDoor(machine)
    const { posted } = await recover(door, { sheets: village.sheets.slice(0, 2), account })
    const count = async () => (await machine.db.select().from(people)).length
    const before = await count()
    const leader = (await findByUsername(machine.db, players.li.username))!.id
    const stranger = (await findByUsername(machine.db, players.chen.username))!.id
    const [given] = posted.given
    const [keeper] = posted.keepers
    const bad = [
      { ...posted, why: '王某病了' },
      { ...posted, recoveryBundle: undefined },
      { ...posted, keepers: posted.keepers.map(() => keeper) },
      { ...posted, person: { ...posted.person, name: '周明' } },
      { ...posted, given: [{ ...given, personId: leader }] },
      { ...posted, given: [{ ...given, personId: stranger }] },
      { ...posted, given: [{ ...given, epoch: 2 }] },
      { ...posted, given: [given, given] },
      { ...posted, given: [{ ...given, key: undefined, contact: undefined }] },
      { ...posted, joins: [{ team: village.ids.teams.first, certificate: posted.person.certificate }] },
    ]
    for (const one of bad) expect((await door.seat.ask(door.address, one)).status).toBe(422)
    const taken = { ...posted, person: { ...posted.person, username: players.zhou.username } }
    expect((await door.seat.ask(door.address, taken)).status).toBe(409)
    expect(await count()).toBe(before)
    expect(await listSteps(machine.db, 'recovery')).toEqual([])
  })
})

describe('what does not open', () => {
  it('is anything for sheets that were not made for this office', async () => {
    const offered = await offeredBy(await openRecoveryDoor(machine))
    const sheets = readSheets(village.sheets.slice(0, 2), offered.set)
    if (!Array.isArray(sheets)) throw new Error(sheets.wrong)
    const forged = sheets.map(({ set, share }, at) => ({
      set,
      share: at === 0 ? share.map((b) => b ^ 1) : share,
    }))
    await expect(openOffice(forged, offered)).rejects.toThrow('did not open')
    await expect(openOffice(sheets.slice(0, 1), offered)).rejects.toThrow('did not open')
    expect((await openOffice(sheets, offered)).root).toHaveLength(65)
  })

  it('is an office whose root somebody has exchanged in the database', async () => {
    await machine.db.update(offices).set({ root: (await makeSigningKeys()).publicKey })
    const recovering = recover(await openRecoveryDoor(machine), {
      sheets: village.sheets.slice(0, 2),
      account,
    })
    await expect(recovering).rejects.toThrow('root')
  })

  it('is a team whose copy is damaged: it is named, and the rest is recovered', async () => {
    await machine.db.update(teamKeys).set({ recoveryKey: new Uint8Array(200) })
    const { lost, post } = await recover(await openRecoveryDoor(machine), {
      sheets: village.sheets.slice(0, 2),
      account,
    })
    expect(lost).toEqual(['第一巡察组'])
    expect((await post()).status).toBe(204)
  })

  it('nor does a leader whom the root has not certified get a key', async () => {
    const { id } = (await findByUsername(machine.db, deputy.username))!
    const { publicKey } = await makeKeys()
    await machine.db.update(people).set({ sealingKey: publicKey }).where(eq(people.id, id))
    await machine.db
      .update(memberships)
      .set({ certificate: (await machine.db.select().from(offices))[0]!.certificate })
      .where(eq(memberships.personId, id))
    const { posted } = await recover(await openRecoveryDoor(machine), {
      sheets: village.sheets.slice(0, 2),
      account,
    })
    expect(posted.given).toEqual([])
  })
})
