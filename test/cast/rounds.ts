import { addDays, dayOf } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { mintCode } from '../../src/posters/mint.client.ts'
import { listCodes } from '../../src/posters/store.ts'
import { findRound, listRounds } from '../../src/rounds/store.ts'
import { listTeams } from '../../src/rounds/teams.ts'
import { listUnits } from '../../src/rounds/units.ts'
import { makeNoticeNumber } from '../../src/sealing/notice-number.ts'
import { importSigning } from '../../src/sealing/open.ts'
import { type AtDesk, officeKey, type Place, rootOf } from './at-desk.ts'
import { spokenHere, teams, units } from './people.ts'
import { takeSeat } from './seat.ts'

export type Ids = {
  round: string
  teams: Record<keyof typeof teams, string>
  units: Record<keyof typeof units, string>
}

/** A round in the field, its two teams and three units, each typed into its form. */
export async function makeRound(place: Place, { seat }: AtDesk): Promise<Ids> {
  const { db, clock, newId } = place.house
  const today = dayOf(clock.now())
  const days = {
    enteredOn: addDays(today, -2),
    fieldEndsOn: addDays(today, 90),
    intakeOpensOn: addDays(today, -1),
    intakeClosesOn: addDays(today, 85),
  }
  const round = { term: '12', seq: '2', title: '', type: 'regular', theme: '', scope: '', ...days }
  await seat.send(paths.newRound, { id: newId(), ...round })
  const [made] = await listRounds(db)
  if (!made) throw new Error('no round')

  await seat.send(paths.dialects, { version: '0', dialects: spokenHere })
  for (const team of Object.values(teams)) await seat.send(paths.newTeam(made.id), { id: newId(), ...team })
  const rows = await listTeams(db, made.id)
  const teamId = (name: string) => rows.find((team) => team.name === name)?.id ?? ''
  const ids = Object.fromEntries(Object.entries(teams).map(([key, { name }]) => [key, teamId(name)]))

  const unitId = async (name: string | null) =>
    (await listUnits(db)).find((unit) => unit.name === name)?.id ?? ''
  for (const { name, shortName, type, parent, headcount } of Object.values(units)) {
    const parentId = parent ? await unitId(units[parent].name) : ''
    await seat.send(paths.newUnit, { id: newId(), name, shortName, type, parentId, headcount })
  }
  const listed = await listUnits(db)
  const assigned: Record<string, string> = {}
  const unitIds: Record<string, string> = {}
  for (const [key, { name, team }] of Object.entries(units)) {
    const id = listed.find((unit) => unit.name === name)?.id ?? ''
    unitIds[key] = id
    assigned[`team.${id}`] = ids[team] ?? ''
  }
  const version = (await seat.get(paths.assign(made.id)).then((page) => page.text())).match(
    /name="version" value="(\d+)"/,
  )?.[1]
  await seat.send(paths.assign(made.id), { version: version ?? '1', ...assigned })
  return { round: made.id, teams: ids as Ids['teams'], units: unitIds as Ids['units'] }
}

/** Records how a round came into the field: approved, announced ten days before, mobilised and entered. */
export async function enterField({ house }: Place, { seat }: AtDesk, round: string): Promise<void> {
  const { enteredOn } = (await findRound(house.db, round)) ?? {}
  if (!enteredOn) throw new Error('no round')
  await seat.send(paths.usualMilestones(round), { id: house.newId() })
  const days = { approve: -20, notify: -10, mobilise: 0, enter: 0 }
  for (const [move, after] of Object.entries(days)) {
    const page = await (await seat.get(paths.round(round))).text()
    const [, version = ''] = /\/stage".*?name="version" value="(\d+)"/.exec(page) ?? []
    await seat.send(paths.moveRound(round), { version, move, on: addDays(enteredOn, after) })
  }
}

/** Mints a code for a unit in the administrator's browser and answers it. */
export async function mint(place: Place, by: AtDesk, ids: Ids, unit: keyof typeof units) {
  const { db } = place.house
  const [round] = await listRounds(db)
  const { name, team } = units[unit]
  const signer = await importSigning((await officeKey(place, by, 'root')).privateKey)
  const printed = {
    noticeNumber: makeNoticeNumber(),
    unitId: ids.units[unit],
    unitName: name,
    roundId: ids.round,
    roundTitle: round?.title ?? '',
    teamId: ids.teams[team],
    teamName: await letterhead(place, ids, team),
  }
  const minted = await mintCode(await rootOf(place, by), signer, printed)
  await by.seat.send(paths.mint(ids.round), {
    unit: ids.units[unit],
    noticeNumber: printed.noticeNumber,
    sheets: '3',
    ...minted,
  })
  const code = (await listCodes(db, ids.round)).find(({ token }) => token === minted.token)
  if (!code) throw new Error('the code was not kept')
  return code
}

const letterhead = async ({ house }: Place, ids: Ids, team: keyof typeof teams) =>
  (await listTeams(house.db, ids.round)).find(({ id }) => id === ids.teams[team])?.name ?? ''

/** Somebody scans a sheet before it hangs, and then the office puts it in use. */
export async function testAndOpen(place: Place, by: AtDesk, token: string): Promise<void> {
  await scan(place, token)
  await by.seat.send(paths.openCode(token), {})
}

/** The same for many: each is scanned, and those that the office's page names are put in use at once. */
export async function testAndOpenAll(
  place: Place,
  by: AtDesk,
  round: string,
  untested: readonly string[],
): Promise<void> {
  for (const token of untested) await scan(place, token)
  const page = await (await by.seat.get(paths.codes(round))).text()
  const [, tokens = ''] = /name="tokens" value="([^"]*)"/.exec(page) ?? []
  await by.seat.send(paths.codes(round), { tokens })
}

async function scan(place: Place, token: string): Promise<void> {
  const scanned = await takeSeat(place.door, place.origin).get(paths.code(token))
  if (scanned.status !== 200) throw new Error(`the test scan answered ${scanned.status}`)
}
