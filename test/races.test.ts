import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../src/app.tsx'
import { dayOf } from '../src/clock/day.ts'
import { listSteps } from '../src/log/record.ts'
import { openHouse } from '../src/node/open-house.ts'
import { theOffice } from '../src/office/store.ts'
import { recusals } from '../src/reports/belonging-tables.ts'
import { moveReport } from '../src/reports/moving.ts'
import { listUnitRecusals, recuseFromUnit } from '../src/reports/recusing-units.ts'
import { reports } from '../src/reports/tables.ts'
import { random } from '../src/sealing/bytes.ts'
import { readSettings } from '../src/settings.ts'
import { findInvitation, inviteAgain } from '../src/staff/invitations.ts'
import { disablePerson } from '../src/staff/people.ts'
import { changeRoles, leaveTeam, type Standing, standingOf } from '../src/staff/role-change.ts'
import { findPerson, LEADING, type Person } from '../src/staff/store.ts'
import { memberships, people } from '../src/staff/tables.ts'
import type { Place } from './cast/at-desk.ts'
import { openVillageIn, type Peopled } from './cast/peopled.ts'
import { sealAsBrowser, speak } from './cast/residents.ts'
import { takeSeat } from './cast/seat.ts'
import { said } from './cast/words.ts'

/** Two processes on one file, as far as the database can tell: two connections, two apps. */
describe('two at once', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mashang-race-'))
  const closing: (() => void)[] = []
  const houses: Place[] = []
  let village: Peopled

  beforeAll(async () => {
    const settings = readSettings({ DATA_DIR: dataDir, PUBLIC_URL: 'http://localhost' })
    for (let at = 0; at < 2; at++) {
      const { house, close } = await openHouse(settings)
      const app = createApp(house, { grouped: true })
      houses.push({
        house,
        origin: 'http://localhost',
        door: (address, request) => app.request(address, request),
      })
      closing.push(close)
    }
    village = await openVillageIn(houses[0]!)
  }, 60_000)

  afterAll(() => {
    for (const close of closing) close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('one of two people takes a report, and the other is told', async () => {
    const [one, other] = houses as [Place, Place]
    for (let round = 0; round < 10; round++) {
      const { enquiryNumber } = await speak(one, village.token, said.road)
      const [report] = await one.house.db
        .select()
        .from(reports)
        .where(eq(reports.enquiryNumber, enquiryNumber))
      const claim = ({ house }: Place, id: string) => {
        const moment = { now: house.clock.now(), calendar: house.clock.calendar }
        return moveReport(
          house.db,
          report!,
          'take',
          { id, roles: ['liaison'] },
          { decided: { owner: id }, sealed: [] },
          moment,
        )
      }
      const outcomes = await Promise.all([claim(one, 'first'), claim(other, 'second')])
      expect(outcomes.sort()).toEqual(['moved', 'overtaken'])
      const [after] = await other.house.db.select().from(reports).where(eq(reports.id, report!.id))
      expect(['first', 'second']).toContain(after!.owner)
      expect(after!.steps).toBe(2)
    }
  })

  it('one report sent to two processes at once is stored once, with one receipt', async () => {
    const [one, other] = houses as [Place, Place]
    const seats = [one, other, one, other].map(({ door }) => takeSeat(door))
    const { posted } = await sealAsBrowser(seats[0]!, village.token, said.clinic)
    const pages = await Promise.all(
      seats.map((seat) => seat.ask(`/c/${village.token}`, posted).then((answer) => answer.text())),
    )
    const numbers = pages.map((page) => page.replace(/<[^>]*>/g, ' ').match(/受理号\s*(\d{3}\s?\d{3})/)?.[1])
    expect(new Set(numbers).size).toBe(1)
    expect(numbers[0]).toBeDefined()
    const rows = await one.house.db.select().from(reports).where(eq(reports.id, posted.id))
    expect(rows).toHaveLength(1)
  })

  it('somebody comes to stay away from a unit while it is reported on: nothing filed slips through', async () => {
    const [one, other] = houses as [Place, Place]
    const { db, clock } = other.house
    for (let round = 0; round < 5; round++) {
      const person = `away ${round}`
      const filing = Array.from({ length: 6 }, () => speak(one, village.token, said.road))
      const seen = { version: 0, changes: (await listSteps(db, LEADING)).length }
      const from = { person, ...seen, unit: village.ids.units.rongxu, why: 'recusal:kin' }
      const hand = { who: 'office', now: clock.now() }
      const recused = recuseFromUnit(db, { ...from, reason: 'kin', on: '2026-11-28' }, hand)
      await Promise.all([...filing, recused])
      expect(await recused).toBe('done')
      const all = await db.select({ id: reports.id }).from(reports).orderBy(reports.id)
      const away = await db
        .select({ id: recusals.reportId })
        .from(recusals)
        .where(eq(recusals.personId, person))
        .orderBy(recusals.reportId)
      expect(away).toEqual(all)
    }
  })

  it('somebody takes a report and comes to stay away from its unit: it does not stay in their hands', async () => {
    const [one, other] = houses as [Place, Place]
    for (let round = 0; round < 8; round++) {
      const person = `torn ${round}`
      const { enquiryNumber } = await speak(one, village.token, said.road)
      const find = () => one.house.db.select().from(reports).where(eq(reports.enquiryNumber, enquiryNumber))
      const [report] = await find()
      const { db, clock } = other.house
      const moment = { now: clock.now(), calendar: clock.calendar }
      const taking = moveReport(
        one.house.db,
        report!,
        'take',
        { id: person, roles: ['liaison'] },
        { decided: { owner: person }, sealed: [] },
        moment,
      )
      const seen = { version: 0, changes: (await listSteps(db, LEADING)).length }
      const from = { person, ...seen, unit: village.ids.units.qingtang, why: undefined }
      const hand = { who: 'office', now: moment.now }
      const recusing = recuseFromUnit(db, { ...from, reason: 'kin', on: '2026-11-28' }, hand)
      const ends = await Promise.all([taking, recusing])
      const [after] = await find()
      if (ends[1] === 'done') expect(after?.owner).toBeNull()
      else expect(ends).toEqual(['moved', 'overtaken'])
    }
  })

  /** Two who lead a team, as the office knows them. */
  async function leading(team: string): Promise<[Person, Person]> {
    const { db } = houses[0]!.house
    for (const id of [`${team} a`, `${team} b`]) {
      await db.insert(people).values({ id, name: id, username: id, state: 'active', invitedAt: '2026-11-01' })
      await db.insert(memberships).values({ personId: id, team, roles: 'leader', certificate: 'signed' })
    }
    const [a, b] = await db
      .select()
      .from(people)
      .where(inArray(people.id, [`${team} a`, `${team} b`]))
      .orderBy(people.id)
    return [a!, b!]
  }
  const rolesIn = async (team: string) => {
    const { db } = houses[1]!.house
    const rows = await db
      .select()
      .from(memberships)
      .where(eq(memberships.team, team))
      .orderBy(asc(memberships.personId))
    return rows.map(({ roles }) => roles)
  }
  const member = async (team: string) => {
    const { root } = await theOffice(houses[0]!.house.db)
    return { team, roles: ['member' as const], certificate: 'signed anew', signedBy: root }
  }

  it('one administrator disables whose roles another changes: they end disabled, with one order of steps', async () => {
    const [one, other] = houses as [Place, Place]
    const now = one.house.clock.now()
    for (let round = 0; round < 10; round++) {
      const team = `same ${round}`
      const [a] = await leading(team)
      const standing = await standingOf(one.house.db, a, a.id)
      const signed = await member(team)
      const [changed, disabled] = await Promise.all([
        changeRoles(one.house.db, standing, signed, { who: 'xu', now }),
        disablePerson(other.house.db, a, { who: 'zhou', now }),
      ])
      expect(disabled).toBe('done')
      const steps = (await listSteps(other.house.db, `person:${a.id}`)).map(({ move }) => move)
      expect(steps).toEqual(changed === 'done' ? ['changeRoles', 'disable'] : ['disable'])
      expect(await rolesIn(team)).toEqual([changed === 'done' ? 'member' : 'leader', 'leader'])
      expect((await findPerson(one.house.db, a.id))?.state).toBe('disabled')
    }
  })

  it('one disables a leader: what another decided on having seen two is not done without looking again', async () => {
    const [one, other] = houses as [Place, Place]
    const now = one.house.clock.now()
    const [a, b] = await leading('both')
    const seen = await standingOf(one.house.db, b, b.id)
    expect(seen.places[0]?.isOnlyLeader).toBe(false)
    expect(await disablePerson(other.house.db, a, { who: 'zhou', now })).toBe('done')
    expect(await changeRoles(one.house.db, seen, await member('both'), { who: 'xu', now })).toBe('overtaken')
    expect(await leaveTeam(one.house.db, seen, 'both', { who: 'xu', now })).toBe('overtaken')
    expect(await rolesIn('both')).toEqual(['leader', 'leader'])
    expect((await standingOf(one.house.db, b, b.id)).places[0]?.isOnlyLeader).toBe(true)
  })

  it('of two who lead a team one comes to stay away from a unit: the other does not before it is looked at again', async () => {
    const [one, other] = houses as [Place, Place]
    const now = one.house.clock.now()
    const hand = { who: 'zhou', now }
    const unit = village.ids.units.hecang
    const away = { unit, why: undefined, reason: 'kin', on: dayOf(now) }
    const recuse = ({ house }: Place, { person, version, changes }: Standing) =>
      recuseFromUnit(house.db, { ...away, person: person.id, version, changes }, hand)
    for (let round = 0; round < 10; round++) {
      const [a, b] = await leading(`away ${round}`)
      const seen = [
        await standingOf(one.house.db, a, a.id),
        await standingOf(other.house.db, b, b.id),
      ] as const
      const ends = await Promise.all([recuse(one, seen[0]), recuse(other, seen[1])])
      expect(ends.toSorted()).toEqual(['done', 'overtaken'])
      const late = ends[0] === 'done' ? b : a
      expect(await listUnitRecusals(one.house.db, late.id)).toEqual([])
      expect(await recuse(one, await standingOf(one.house.db, late, late.id))).toBe('done')
    }
    const [a, b] = await leading('away or out')
    const seen = await standingOf(one.house.db, b, b.id)
    expect(await disablePerson(other.house.db, a, hand)).toBe('done')
    expect(await recuse(one, seen)).toBe('overtaken')
    expect(await listUnitRecusals(other.house.db, b.id)).toEqual([])
  })

  it('an administrator who is disabled while changing roles changes none, nor disables nor invites anybody', async () => {
    const [one, other] = houses as [Place, Place]
    const now = one.house.clock.now()
    const [a, b] = await leading('own')
    const [out, left] = await leading('out')
    expect(await disablePerson(other.house.db, out, { who: 'zhou', now })).toBe('done')
    const standing = await standingOf(one.house.db, a, a.id)
    const hand = { who: out.id, now, today: dayOf(now) }
    expect(await changeRoles(one.house.db, standing, await member('own'), hand)).toBe('overtaken')
    expect(await leaveTeam(one.house.db, standing, 'own', hand)).toBe('overtaken')
    expect(await disablePerson(one.house.db, b, hand)).toBe('overtaken')
    const sheet = { id: 'RACE', askHash: random(32), rootProof: random(32), sealedSecrets: [] }
    expect(await inviteAgain(one.house.db, left.id, sheet, hand)).toBe('overtaken')
    // Nor is a sheet made for whoever has just been disabled.
    expect(await inviteAgain(one.house.db, out.id, sheet, { ...hand, who: 'zhou' })).toBe('overtaken')
    expect(await rolesIn('own')).toEqual(['leader', 'leader'])
    expect(await findInvitation(other.house.db, 'RACE')).toBeUndefined()
    expect(await listSteps(other.house.db, `person:${b.id}`)).toEqual([])
  })
})
