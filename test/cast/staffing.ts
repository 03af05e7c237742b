import { and, eq } from 'drizzle-orm'
import { dayOf } from '../../src/clock/day.ts'
import { makeOffice } from '../../src/office/found.client.ts'
import { theOffice } from '../../src/office/store.ts'
import { paths } from '../../src/paths.ts'
import { fromBase64url } from '../../src/sealing/bytes.ts'
import { importSigning } from '../../src/sealing/open.ts'
import { answerSheet, openSheet } from '../../src/staff/activation.client.ts'
import { certifyAgain, certifyPerson } from '../../src/staff/certify.client.ts'
import { makeInvitation } from '../../src/staff/invitation.client.ts'
import { answerOf } from '../../src/staff/invitations.ts'
import { findByUsername, listAdministrators, listMemberships } from '../../src/staff/store.ts'
import { memberships } from '../../src/staff/tables.ts'
import { certifyTeam, grantTeamKeys, makeTeamKeys } from '../../src/staff/team-keys.client.ts'
import { findKeyTeam, listTeamKeys, validity } from '../../src/staff/team-keys.ts'
import { type AtDesk, heldKey, officeBoxes, officeKey, type Place, rootOf, signIn } from './at-desk.ts'
import { office, type Player } from './people.ts'
import { takeSeat } from './seat.ts'

/** The first administrator's twenty minutes: everything is made in the browser and posted at once. */
export async function setUp(place: Place, player: Player) {
  const { sheets, recoveryCode, posted } = await makeOffice({ ...player, origin: place.origin })
  const keepers = ['巡察办主任', '领导小组副组长', '机要（档案）室'].map((keeper, at) => ({
    sheet: at + 1,
    keeper,
    place: `第 ${at + 1} 号保密柜`,
    sealedOn: dayOf(place.house.clock.now()),
  }))
  const { setupSecret } = place.house
  const seat = takeSeat(place.door, place.origin)
  const body = { office: { ...office, publicUrl: place.origin }, keepers, ...posted }
  const response = await seat.ask(`${paths.setup}?secret=${setupSecret}`, body)
  if (response.status !== 204) throw new Error(`set-up answered ${response.status}`)
  return { sheets, recoveryCode, administrator: await signIn(place, player.username, player.password) }
}

/** Makes an activation sheet for a player; `team` is a team's id or `office`. The code is what stands on the paper. */
export async function invite(place: Place, by: AtDesk, player: Player, team: string): Promise<string> {
  const root = await rootOf(place, by)
  const administrators = await listAdministrators(place.house.db)
  const sealedFor = administrators.map(({ id, certificate }) => ({ personId: id, certificate }))
  const { code, posted } = await makeInvitation(root, sealedFor, {
    name: player.name,
    roles: player.roles,
    team,
  })
  const ticks =
    team === 'office' ? {} : Object.fromEntries(player.roles.split(',').map((role) => [role, 'on']))
  await by.seat.send(paths.invite, {
    name: player.name,
    username: player.username,
    team,
    ...ticks,
    ...posted,
  })
  return code
}

/** Another sheet for somebody invited before, for the first of their places. */
export async function inviteAgain(place: Place, by: AtDesk, player: Player): Promise<string> {
  const { db } = place.house
  const person = await findByUsername(db, player.username)
  const [at] = person ? await listMemberships(db, person.id) : []
  if (!person || !at) throw new Error(`no ${player.name}`)
  const sealedFor = (await listAdministrators(db)).map(({ id, certificate }) => ({
    personId: id,
    certificate,
  }))
  const { code, posted } = await makeInvitation(await rootOf(place, by), sealedFor, {
    name: player.name,
    roles: at.roles.join(','),
    team: at.team,
  })
  await by.seat.send(paths.inviteAgain(person.id), posted)
  return code
}

/** What the invited person does with the sheet, in their own browser. */
export async function activate(
  place: Place,
  player: Player,
  code: string,
): Promise<{ recoveryCode: string }> {
  const { ask } = takeSeat(place.door, place.origin)
  const sheet = await openSheet(ask, code)
  if (typeof sheet === 'string') throw new Error(`the sheet does not open: ${sheet}`)
  const { recoveryCode, posted } = await answerSheet(sheet, player.password)
  const response = await ask(paths.activate, posted)
  if (response.status !== 204) throw new Error(`activation answered ${response.status}`)
  return { recoveryCode }
}

/** The administrator's one press: the sheet's secret shows whose keys came back, and the root signs. */
export async function verify(place: Place, by: AtDesk, player: Player): Promise<void> {
  const { db } = place.house
  const person = await findByUsername(db, player.username)
  const answer = person && (await answerOf(db, person.id))
  const [membership] = person ? await listMemberships(db, person.id) : []
  const envelope = answer?.sealedSecrets.find(({ personId }) => personId === by.id)?.envelope
  if (!person?.sealingKey || !person.signingKey || !answer?.personProof || !membership || !envelope) {
    throw new Error(`${player.name} has not activated`)
  }
  const root = await rootOf(place, by)
  const { privateKey } = await officeKey(place, by, 'root')
  const administrator = {
    root,
    rootKey: await importSigning(privateKey),
    pair: by.pair,
    officeKeys: async () => ({
      root: privateKey,
      box: (await officeKey(place, by, 'box')).privateKey,
      boxes: await officeBoxes(place, by),
    }),
  }
  const { id, name, sealingKey, signingKey } = person
  const fields = {
    id,
    name,
    roles: membership.roles.join(','),
    team: membership.team,
    sealingKey,
    signingKey,
  }
  const shown = { invitation: answer.id, envelope: fromBase64url(envelope), personProof: answer.personProof }
  const certified = await certifyPerson(administrator, fields, shown)
  await by.seat.send(paths.certifyPerson(id), { ...certified })
}

/**
 * The administrator's form with other roles in a team, or in one more. The browser signs over what the root has signed
 * already; the answer is as it came.
 */
export async function changeRoles(
  place: Place,
  by: AtDesk,
  player: Player,
  { team, roles, ...more }: { team: string; roles: string; knows?: 'on'; version?: string },
): Promise<Response> {
  const person = await findByUsername(place.house.db, player.username)
  if (!person) throw new Error(`no ${player.name}`)
  const page = await (await by.seat.get(paths.person(person.id))).text()
  const shown = (name: string) => page.match(new RegExp(`${name}="([^"]*)"`))?.[1] ?? ''
  const known = { personId: person.id, certificate: shown('data-known') }
  const root = await rootOf(place, by)
  const rootKey = await importSigning((await officeKey(place, by, 'root')).privateKey)
  const certificate = await certifyAgain({ root, rootKey }, known, { team, roles })
  const ticks = Object.fromEntries(roles.split(',').map((role) => [role, 'on']))
  const version = page.match(/name="version" value="(\d+)"/)?.[1] ?? ''
  return by.seat.post(paths.changeRoles(person.id), { team, version, certificate, ...ticks, ...more })
}

/** The administrator takes somebody out of one team; the answer is as it came. */
export async function leaveTeam(
  place: Place,
  by: AtDesk,
  player: Player,
  { team, ...more }: { team: string; knows?: 'on'; version?: string },
): Promise<Response> {
  const person = await findByUsername(place.house.db, player.username)
  const page = await (await by.seat.get(paths.person(person?.id ?? ''))).text()
  const version = page.match(/name="version" value="(\d+)"/)?.[1] ?? ''
  return by.seat.post(paths.leaveTeam(person?.id ?? ''), { team, version, ...more })
}

/** The first leader makes the team's keys; the office confirms them. */
export async function lockTeam(
  place: Place,
  leader: AtDesk,
  administrator: AtDesk,
  team: string,
): Promise<void> {
  await makeLock(place, leader, team, 1)
  await confirmLock(place, administrator, leader, team)
}

/** A leader's browser makes the keys of an epoch, and gives them to these colleagues with the same press. */
export async function makeLock(
  place: Place,
  leader: AtDesk,
  team: string,
  epoch: number,
  staying: readonly AtDesk[] = [],
): Promise<void> {
  const { db } = place.house
  const found = await findKeyTeam(db, team)
  if (!found) throw new Error('no such team')
  const root = await rootOf(place, leader)
  const { certificate } = await theOffice(db)
  const maker = { personId: leader.id, sealingKey: leader.keys.sealing.publicKey, signer: leader.signer }
  const colleagues = await Promise.all(
    staying.map(async ({ id }) => ({
      personId: id,
      team,
      certificate: await certificateOf(place, id, team),
    })),
  )
  const made = await makeTeamKeys(root, certificate, maker, { team, round: found.roundId, epoch }, colleagues)
  await leader.seat.send(paths.makeKeys(team), { epoch: String(epoch), ...made })
}

/** The office confirms what the leader made last. */
export async function confirmLock(
  place: Place,
  administrator: AtDesk,
  leader: AtDesk,
  team: string,
): Promise<void> {
  const { db, clock } = place.house
  const found = await findKeyTeam(db, team)
  const [row] = await listTeamKeys(db, team)
  if (!found || !row) throw new Error('the keys were not kept')
  const rootKey = await importSigning((await officeKey(place, administrator, 'root')).privateKey)
  const leaderNow = { personId: leader.id, team, certificate: await certificateOf(place, leader.id, team) }
  const days = validity(found, dayOf(clock.now()))
  const named = { team, round: found.roundId, ...row }
  const signed = await certifyTeam(
    { root: await rootOf(place, administrator), rootKey },
    leaderNow,
    named,
    days,
  )
  await administrator.seat.send(paths.certifyTeam(team), { epoch: String(row.epoch), certificate: signed })
}

/** A colleague who holds the team's key hands it on. */
export async function handOver(place: Place, from: AtDesk, player: Player, team: string): Promise<void> {
  const person = await findByUsername(place.house.db, player.username)
  const key = await heldKey(place, from, `team:${team}`, 1, 'key')
  const contact = await heldKey(place, from, `team:${team}`, 1, 'contact')
  if (!person || !key) throw new Error('nothing to hand over')
  const to = { personId: person.id, team, certificate: await certificateOf(place, person.id, team) }
  const raw = { key: key.privateKey, contact: contact?.privateKey }
  const sealed = await grantTeamKeys(await rootOf(place, from), 1, to, raw)
  await from.seat.send(paths.grant(team), { epoch: '1', personId: person.id, ...(await fieldsOf(sealed)) })
}

const fieldsOf = async (sealed: object): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(sealed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )

async function certificateOf({ house }: Place, personId: string, team: string): Promise<string | null> {
  const [row] = await house.db
    .select({ certificate: memberships.certificate })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.team, team)))
  return row?.certificate ?? null
}
