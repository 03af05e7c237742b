import { nanoid } from 'nanoid'
import type { Db } from '../../src/db/db.ts'
import { record } from '../../src/log/record.ts'
import { offices } from '../../src/office/tables.ts'
import { mintCode } from '../../src/posters/mint.client.ts'
import { keepCode } from '../../src/posters/moving.ts'
import { assignUnits } from '../../src/rounds/assignments.ts'
import { createRound, type Round, versionOf } from '../../src/rounds/store.ts'
import { createTeam, type Team } from '../../src/rounds/teams.ts'
import { createUnit, type Unit } from '../../src/rounds/units.ts'
import { fromBase64url, random } from '../../src/sealing/bytes.ts'
import { signCertificate } from '../../src/sealing/certificates.ts'
import { importSigning } from '../../src/sealing/open.ts'
import { makeKeys, makeSigningKeys } from '../../src/sealing/suite.ts'
import { grants, memberships, people, teamKeys } from '../../src/staff/tables.ts'

// An office whose rows are written at once, without browsers: for tests that begin where set-up has ended.

export const hand = { who: 'p-office', now: new Date('2026-11-24T01:00:00Z') }
export type CastOffice = Awaited<ReturnType<typeof makeOffice>>

/** An office that has been set up, with its root at hand. */
export async function makeOffice(db: Db, publicUrl = 'https://sc.example.cn') {
  const keys = await makeSigningKeys()
  const signer = await importSigning(keys.privateKey)
  const holders = { box: (await makeKeys()).publicKey, recovery: (await makeKeys()).publicKey }
  await db.insert(offices).values({
    id: 1,
    fullName: '中共岚川市委巡察工作领导小组办公室',
    shortName: '岚川市委巡察办',
    jurisdiction: '岚川市',
    letterCode: '岚巡办函',
    level: 'county',
    superiorName: '澄屿市委巡察办',
    superiorPhone: '0000-6000000',
    phone: '0000-6123400',
    hours: '工作日 8:30–17:30',
    publicUrl,
    root: keys.publicKey,
    certificate: await signCertificate('office', holders, signer),
    addressCertificate: await signCertificate('address', { origin: publicUrl }, signer),
    codeSalt: random(16),
    recoveryBundle: random(64),
    recoverySet: 'A1B',
    keepers: [],
    setUpAt: hand.now.toISOString(),
    dialects: teamFields.dialects,
  })
  return { root: keys.publicKey, privateKey: keys.privateKey, signer }
}

export const roundFields = {
  term: 12,
  seq: 2,
  title: '十二届市委第二轮巡察',
  type: 'regular',
  theme: null,
  scope: null,
  enteredOn: '2026-11-01',
  fieldEndsOn: '2027-01-09',
  intakeOpensOn: '2026-11-10',
  intakeClosesOn: '2027-01-05',
} as const

export const teamFields = {
  name: '第二巡察组',
  base: '榕墟镇政府招待所 203',
  postal: '岚川市榕墟镇邮政所 12 号信箱',
  box: '镇政府门口右侧',
  phone: '0000-6123456',
  hours: '工作日 8:30–17:30',
  dialects: ['普通话', '白话', '客家话'],
}

interface Wanted {
  round?: Partial<Round>
  team?: Partial<Team>
  unit?: Partial<Unit>
}

/** A round with one team that inspects one village. */
export async function makeRound(db: Db, { round, team, unit }: Wanted = {}) {
  const [roundId, teamId, unitId] = [nanoid(), nanoid(), nanoid()]
  await createRound(db, roundId, { ...roundFields, ...round }, hand)
  await createTeam(db, { id: teamId, roundId }, { ...teamFields, ...team }, hand)
  const village = { name: '青塘村', shortName: '青塘村', type: 'village' as const, parentId: null, ...unit }
  await createUnit(db, unitId, village, hand)
  await assign(db, roundId, unitId, teamId)
  return { roundId, teamId, unitId }
}

export async function assign(db: Db, roundId: string, unitId: string, teamId: string) {
  const change = { unitId, version: await versionOf(db, `unit:${unitId}`), from: null, to: teamId }
  return assignUnits(db, roundId, await versionOf(db, `round:${roundId}`), [change], hand)
}

/** The team's keys, certified by the office, and so many verified people who hold them. */
export async function giveKeys(
  db: Db,
  office: CastOffice,
  ids: { roundId: string; teamId: string },
  holders = 2,
) {
  const [key, contact] = [await makeKeys(), await makeKeys()]
  const fields = { team: ids.teamId, round: ids.roundId, epoch: 1, suite: 1, key: key.publicKey } as const
  const dates = { notBefore: '2026-11-01', notAfter: '2027-03-01' }
  const certified = { ...fields, contactKey: contact.publicKey, ...dates }
  const certificate = await signCertificate('team', certified, office.signer)
  await db.insert(teamKeys).values({
    teamId: ids.teamId,
    epoch: 1,
    key: key.publicKey,
    contactKey: contact.publicKey,
    madeBy: 'p-0',
    madeAt: hand.now.toISOString(),
    signature: random(64),
    recoveryKey: random(8),
    recoveryContactKey: random(8),
    certificate,
  })
  for (let n = 0; n < holders; n++) await addHolder(db, ids.teamId, n)
  return certified
}

export async function addHolder(db: Db, teamId: string, n: number) {
  const id = `${teamId}-p${n}`
  const at = hand.now.toISOString()
  await db
    .insert(people)
    .values({ id, name: n === 0 ? '陈静' : '黎工', username: id, state: 'active', invitedAt: at })
  const roles = n === 0 ? 'leader' : 'member'
  await db.insert(memberships).values({ personId: id, team: teamId, roles, certificate: 'signed' })
  const held = { holder: `team:${teamId}`, epoch: 1, kind: 'key' as const, personId: id, by: 'p-0' }
  const subject = `grant:team:${teamId}:1:key:${id}`
  await record(db, { subject, position: 1, at, who: 'p-0', move: 'grant' }, [
    db.insert(grants).values({ ...held, envelope: random(8) }),
  ])
}

/** A code made as an administrator's browser makes it, and kept. */
export async function makeCode(
  db: Db,
  office: CastOffice,
  ids: { roundId: string; teamId: string; unitId: string },
  noticeNumber = '123450',
  unitVersion?: number,
) {
  const printed = {
    noticeNumber,
    unitId: ids.unitId,
    unitName: '青塘村',
    roundId: ids.roundId,
    roundTitle: roundFields.title,
    teamId: ids.teamId,
    teamName: teamFields.name,
  }
  const { token, certificate, salt } = await mintCode(office.root, office.signer, printed)
  const minted = { token, certificate, noticeNumber, sheets: 3, ...ids, root: office.root }
  const version = unitVersion ?? (await versionOf(db, `unit:${ids.unitId}`))
  const kept = await keepCode(db, { ...minted, salt: fromBase64url(salt) }, version, hand)
  return { token, certificate, salt, kept }
}

/** An administrator who can act and holds the office's box: whoever signs a letter can read it. */
export async function seatSigner(db: Db, id: string) {
  const person = { id, name: id, username: id, state: 'active' as const, invitedAt: hand.now.toISOString() }
  await db.insert(people).values(person)
  await db
    .insert(memberships)
    .values({ personId: id, team: 'office', roles: 'office', certificate: 'signed' })
  const grant = { holder: 'office', epoch: 1, kind: 'box' as const, personId: id }
  await db.insert(grants).values({ ...grant, envelope: random(8), by: id })
}
