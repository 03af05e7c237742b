import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../src/app.tsx'
import { openHouse } from '../src/node.ts'
import { moveReport } from '../src/reports/moving.ts'
import { recuseFromUnit } from '../src/reports/recusing-units.ts'
import { recusals, reports } from '../src/reports/tables.ts'
import { readSettings } from '../src/settings.ts'
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
      const from = { person, version: 0, unit: village.ids.units.rongxu, why: 'recusal:kin' }
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
      const from = { person, version: 0, unit: village.ids.units.qingtang, why: undefined }
      const hand = { who: 'office', now: moment.now }
      const recusing = recuseFromUnit(db, { ...from, reason: 'kin', on: '2026-11-28' }, hand)
      const ends = await Promise.all([taking, recusing])
      const [after] = await find()
      if (ends[1] === 'done') expect(after?.owner).toBeNull()
      else expect(ends).toEqual(['moved', 'overtaken'])
    }
  })
})
