import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { dayOf } from '../../src/clock/day.ts'
import { listSteps } from '../../src/log/record.ts'
import { paths } from '../../src/paths.ts'
import { letterEnvelopes, referrals } from '../../src/referrals/tables.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { reports } from '../../src/reports/tables.ts'
import { base64url, random } from '../../src/sealing/bytes.ts'
import {
  importKeys,
  importSigning,
  openContact,
  openDek,
  openLetterKey,
  Unopened,
} from '../../src/sealing/open.ts'
import type { Opens } from '../../src/sealing/recipient.ts'
import { fingerprint, SEALED_KEY } from '../../src/sealing/suite.ts'
import { makeOfficeLock } from '../../src/staff/make-office-lock.client.ts'
import { viewOfficeLock } from '../../src/staff/office-lock.ts'
import { OFFICE, OFFICE_EPOCH } from '../../src/staff/roles.ts'
import { startSession } from '../../src/staff/session.ts'
import { Untrusted } from '../../src/staff/trust.client.ts'
import { type AtDesk, nameOf, officeKey, rootOf, teamPair } from '../cast/at-desk.ts'
import { join } from '../cast/joining.ts'
import { players } from '../cast/people.ts'
import { enterHandlingUnit, letterOf, proposeReferral } from '../cast/referring.ts'
import { nextBehind, resealLettersOf, sealBehind } from '../cast/resealing.ts'
import { sealAsBrowser, speak } from '../cast/residents.ts'
import { mint } from '../cast/rounds.ts'
import { takeSeat } from '../cast/seat.ts'
import { accept, verifyReport } from '../cast/working.ts'
import { overtakenBy } from '../overtaken-by.ts'
import { openVillage, type Village } from './stage.ts'

// An administrator leaves. Whoever stays changes the office's lock, and a second one's browser seals anew what was
// sealed to the old box. Each test goes on where the one before it ended.

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const phone = '13900000000'
const past = { kind: 'conduct', tile: 'O6', text: '巡察组有人在村里打牌。' } as const
const reachable = { ...past, reply: 'contactOnly', phone, consent: true } as const

let village: Village
let stays: AtDesk
let third: AtDesk
/** What the one who leaves takes along: the box, and every root they ever heard of. */
let gone: { box: CryptoKeyPair; roots: Uint8Array<ArrayBuffer>[] }
/** Sealed in a resident's browser before the lock was changed, and sent after. */
let late: Awaited<ReturnType<typeof sealAsBrowser>>['posted']
let letter = ''

beforeAll(async () => {
  village = await openVillage()
  const { place, administrator, leader, liaison, token } = village
  stays = await join(place, administrator, players.xu, OFFICE)
  third = await join(place, administrator, { ...players.wu, roles: 'office' }, OFFICE)
  for (const told of [past, reachable, past]) await speak(place, token, told, 'office')
  const { enquiryNumber } = await speak(place, token, { text: '水渠堵了，水进不了田。' })
  await accept(place, liaison, enquiryNumber, liaison, { category: 'B5/B5' })
  await verifyReport(place, liaison, enquiryNumber, leader)
  const bureau = await enterHandlingUnit(place, administrator, '岚川市水务局', null)
  await proposeReferral(place, liaison, enquiryNumber, bureau, { summary: '渠道不畅。', demands: '请排查。' })
  const [{ id } = { id: '' }] = await village.house.db.select().from(referrals)
  letter = id
  late = (await sealAsBrowser(takeSeat(place.door, place.origin), token, past, 'office')).posted
  gone = {
    box: await importKeys(await officeKey(place, administrator, 'box')),
    roots: [await fingerprint(await rootOf(place, administrator))],
  }
})

const ours = () => village.house.db.select().from(reports).where(eq(reports.teamId, OFFICE))
const epochs = async () => (await ours()).map(({ epoch }) => epoch).sort()
const keysPage = async (person: AtDesk) =>
  (await (await person.seat.get(paths.officeKeys)).text()).replace(/<[^>]*>/g, ' ')
const missed = (error: unknown) => {
  if (error instanceof Unopened) return undefined
  throw error
}

/** Those without a telephone. */
const alone = (sealed: Awaited<ReturnType<typeof sealBehind>>['sealed']) =>
  sealed.filter((one) => !('contactKey' in one))

/** How much of what the office holds opens with a box, under every root this person knows. */
async function openable(pair: CryptoKeyPair, names: readonly Opens[]) {
  const { db } = village.house
  const opened = { reports: 0, contacts: 0, letters: 0 }
  for (const name of names) {
    for (const { id } of await ours()) {
      const [dek] = await listEnvelopes(db, [id], ['dek'])
      const [contact] = await listEnvelopes(db, [id], ['contact'])
      if (dek && (await openDek(pair, name, id, dek.envelope).catch(missed))) opened.reports++
      const read = contact && (await openContact(pair, name, id, contact.envelope).catch(missed))
      if (read?.phone === phone) opened.contacts++
    }
    const keys = await db.select().from(letterEnvelopes).where(eq(letterEnvelopes.part, 'officeKey'))
    for (const { subject, envelope } of keys)
      if (await openLetterKey(pair, name, subject, envelope).catch(missed)) opened.letters++
  }
  return opened
}
const byWhoLeft = () =>
  openable(
    gone.box,
    gone.roots.map((rootPrint) => ({ rootPrint, holder: OFFICE, epoch: OFFICE_EPOCH })),
  )
const by = async (person: AtDesk) => {
  const { place } = village
  return openable((await teamPair(place, person, OFFICE))!, [await nameOf(place, person, OFFICE)])
}

async function changeLock(person: AtDesk) {
  const { place, house } = village
  const rootKey = await importSigning((await officeKey(place, person, 'root')).privateKey)
  const lock = await viewOfficeLock(house.db, dayOf(house.clock.now()))
  const made = await makeOfficeLock({ root: await rootOf(place, person), rootKey }, lock)
  return person.seat.post(paths.officeLock, { made: JSON.stringify(made) })
}

/** The same request, in which something happens between the look and the writing. */
async function sendWhile(person: AtDesk, body: unknown, meanwhile: () => Promise<unknown>) {
  const { house } = village
  const app = createApp({ ...house, db: overtakenBy(house.db, meanwhile) }, { grouped: false })
  const token = await startSession(house.db, person.id, house.clock.now())
  const headers = {
    Cookie: `__Host-session=${token}`,
    Origin: 'http://localhost',
    Host: 'localhost',
    'Content-Type': 'application/json',
  }
  return app.request(paths.reseal(OFFICE), { method: 'POST', headers, body: JSON.stringify(body) })
}

describe('an administrator leaves the office', () => {
  test('and opens what they could, until the lock is changed and what lay under it is sealed anew', async () => {
    const { place, administrator } = village
    expect(await keysPage(stays)).not.toContain('重新上锁')
    await stays.seat.send(paths.disablePerson(administrator.id), {})
    expect(await (await stays.seat.get(paths.officeKeys)).text()).not.toContain('data-reseal')
    expect((await changeLock(stays)).status).toBe(303)
    gone.roots.push(await fingerprint(await rootOf(place, stays)))
    expect(await byWhoLeft()).toEqual({ reports: 3, contacts: 1, letters: 1 })
    expect(await by(stays)).toEqual({ reports: 3, contacts: 1, letters: 1 })

    const page = await keysPage(third)
    expect(page).toContain(`${players.zhou.name}已经离开，手里的旧钥匙还打得开这些`)
    expect(page).toContain('还有 4 件要重新上锁')
    for (const address of [paths.office, paths.desk(OFFICE)])
      expect(await (await third.seat.get(address)).text()).toContain('还有旧的反映要重新上锁')
  })

  test('nothing is sealed to a box that the root has not certified', async () => {
    const forge = (certificate: string) => `${certificate.slice(0, -4)}AAAA`
    await expect(sealBehind(village.place, third, OFFICE, forge)).rejects.toThrow(Untrusted)
  })

  test('what a resident sealed before it and sent after is kept, and is to be sealed anew as well', async () => {
    const { place, token } = village
    const receipt = await takeSeat(place.door, place.origin).ask(paths.aboutTeam(token), late)
    expect(receipt.status).toBe(200)
    expect(await epochs()).toEqual([1, 1, 1, 1])
    expect((await nextBehind(third, OFFICE)).left).toBe(4)
  })

  test('a tab that is closed after the first has lost nothing: the second administrator goes on', async () => {
    const { place } = village
    const { epoch, sealed } = await sealBehind(place, third, OFFICE)
    expect(sealed).toHaveLength(4)
    const [first] = alone(sealed)
    expect((await third.seat.ask(paths.reseal(OFFICE), { epoch, sealed: [first] })).status).toBe(204)
    expect((await nextBehind(stays, OFFICE)).left).toBe(3)
    expect(await keysPage(stays)).toContain('还有 4 件要重新上锁')
    expect(await listSteps(village.house.db, `reseal:${first?.id}:office:2`)).toMatchObject([
      { who: third.id, move: 'reseal', fromState: '1', toState: '2' },
    ])
  })

  test('a report cannot be parted from its telephone, and a stale lock is not sealed to', async () => {
    const { place } = village
    const { epoch, sealed } = await sealBehind(place, third, OFFICE)
    const held = (await ours()).find(({ contactHeld }) => contactHeld)
    const torn = { id: held?.id, from: 1, dek: base64url(random(SEALED_KEY)) }
    const answer = await third.seat.ask(paths.reseal(OFFICE), { epoch, sealed: [...alone(sealed), torn] })
    expect(answer.status).toBe(422)
    expect((await nextBehind(third, OFFICE)).left).toBe(3)
    expect((await third.seat.ask(paths.reseal(OFFICE), { epoch: 1, sealed })).status).toBe(409)
    expect((await village.leader.seat.ask(paths.resealNext(OFFICE), { after: '' })).status).toBe(404)
  })

  test('what arrives while it is going on is under the new box already', async () => {
    const { place, ids, token } = village
    const { epoch, sealed } = await sealBehind(place, stays, OFFICE)
    const [first] = alone(sealed)
    const renewed = await mint(place, stays, ids, 'qingtang')
    await takeSeat(place.door, place.origin).get(paths.code(renewed.token))
    await stays.seat.send(paths.withdrawCode(token), { why: 'changed', instead: renewed.token })
    await speak(place, renewed.token, past, 'office')
    expect(await epochs()).toEqual([1, 1, 1, 2, 2])
    expect((await stays.seat.ask(paths.reseal(OFFICE), { epoch, sealed: [first] })).status).toBe(204)
    expect(await epochs()).toEqual([1, 1, 2, 2, 2])
  })

  test('who is disabled between the look and the writing has sealed nothing anew', async () => {
    const { place, house } = village
    const made = await sealBehind(place, third, OFFICE)
    expect(made.sealed).toHaveLength(2)
    const before = await ours()
    const disable = () => stays.seat.send(paths.disablePerson(third.id), {})
    expect((await sendWhile(third, made, disable)).status).toBe(409)
    expect(await ours()).toEqual(before)
    for (const { id } of made.sealed) expect(await listSteps(house.db, `reseal:${id}:office:2`)).toEqual([])
    expect((await third.seat.ask(paths.reseal(OFFICE), made)).status).toBe(401)
    await stays.seat.send(paths.enablePerson(third.id), {})
    await third.comeBack()
  })

  test('in the end everything opens for those who stay, and nothing for who left', async () => {
    const { place, house } = village
    const [mine, theirs] = [await sealBehind(place, stays, OFFICE), await sealBehind(place, third, OFFICE)]
    expect((await stays.seat.ask(paths.reseal(OFFICE), mine)).status).toBe(204)
    const kept = await ours()
    expect((await third.seat.ask(paths.reseal(OFFICE), theirs)).status).toBe(204)
    expect(await ours()).toEqual(kept)
    expect(await resealLettersOf(place, third, OFFICE)).toBe(1)
    expect(await resealLettersOf(place, third, OFFICE)).toBe(0)
    expect(await letterOf(place, (await house.db.select().from(referrals))[0]?.reportId ?? '')).toMatchObject(
      {
        id: letter,
        box: 2,
        epoch: 1,
      },
    )

    for (const person of [stays, third])
      expect(await by(person)).toEqual({ reports: 5, contacts: 1, letters: 1 })
    expect(await byWhoLeft()).toEqual({ reports: 0, contacts: 0, letters: 0 })
    const page = await keysPage(stays)
    expect(page).not.toContain('已经离开')
    expect(await (await stays.seat.get(paths.officeKeys)).text()).not.toContain('data-reseal')
    expect(await (await stays.seat.get(paths.office)).text()).not.toContain('还有旧的反映要重新上锁')
  })
})
