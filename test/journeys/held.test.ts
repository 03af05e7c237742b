import { eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { runDaily } from '../../src/daily.ts'
import { quotas } from '../../src/intake/holding.ts'
import { spentWork } from '../../src/intake/tables.ts'
import { listSteps } from '../../src/log/record.ts'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { checkDigit } from '../../src/sealing/digits.ts'
import type { Place } from '../cast/at-desk.ts'
import { answersOf, speak } from '../cast/residents.ts'
import { takeSeat } from '../cast/seat.ts'
import { fieldsOf, nonceIn } from '../cast/village.ts'
import { said } from '../cast/words.ts'
import { doWork, speakWith, workAt } from '../cast/work.ts'
import { accept, decide, proposeVoid, takeUp } from '../cast/working.ts'
import { wordsApart } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

const line = '来得太多，或者填得太快，先存在这里。群众已拿到回执，期限照算。'

describe('more reports than there should be', () => {
  let village: Village
  let team: string
  /** The same house behind a gate that lets two in. */
  let crowded: Place
  let crowd: string[]

  beforeAll(async () => {
    village = await openVillage()
    team = village.ids.teams.first
    const gate = { quotas: { near: 100, code: 2, all: 100 }, addressOf: () => '203.0.113.9' }
    const app = createApp(village.house, { grouped: true, gate })
    crowded = { ...village.place, door: (address, request) => app.request(address, request) }
    crowd = []
    for (let n = 0; n < 6; n++) crowd.push((await speak(crowded, village.token, said.ditch)).enquiryNumber)
  }, 60_000)

  const read = async (show = '') =>
    wordsApart(await (await village.liaison.seat.get(`${paths.desk(team)}${show}`)).text())
  const spell = (number: string) => `${number.slice(0, 3)} ${number.slice(3)}`
  const rowOf = async (number: string) => {
    const [row] = await village.house.db.select().from(reports).where(eq(reports.enquiryNumber, number))
    return row!
  }
  const at = (n: number) => crowd[n] ?? ''

  it('are all kept and receipted, and the last of them held out of the queue with their clocks running', async () => {
    expect(new Set(crowd).size).toBe(6)
    const rows = await Promise.all(crowd.map(rowOf))
    expect(rows.map(({ held }) => held)).toEqual([false, false, true, true, true, true])
    expect(new Set(rows.map(({ due, promise }) => `${due} ${promise}`)).size).toBe(1)
    const queue = await read()
    expect(queue).toContain('反映件 2')
    expect(queue).toContain('暂存 4')
    for (const n of [0, 1]) expect(queue).toContain(spell(at(n)))
    expect(queue).not.toContain(spell(at(2)))
  })

  it('are shown to the team as held, and counted where the office counts', async () => {
    const held = await read('?show=held')
    expect(held).toContain(line)
    expect(held).toContain('全部放入')
    for (const n of [2, 3, 4, 5]) expect(held).toContain(spell(at(n)))
    expect(held).not.toContain(spell(at(0)))
    const home = wordsApart(await (await village.administrator.seat.get(paths.office)).text())
    expect(home).toMatch(/6 2 暂存 4 件 0 0/)
  })

  it('go in one by one, after which they are worked on like any other', async () => {
    const { liaison, place, house } = village
    const { report } = await takeUp(place, liaison, at(2))
    const early = await liaison.seat.post(paths.move(team, report.id, 'accept'), { steps: '1' })
    expect(early.status).not.toBe(303)
    const let1 = await liaison.seat.post(paths.release(team, report.id), {})
    expect(let1.headers.get('Location')).toBe(`${paths.desk(team)}?show=held&said=released`)
    expect(await listSteps(house.db, `report:${report.id}`)).toMatchObject([
      { move: 'file' },
      { move: 'release', who: liaison.id },
    ])
    expect((await liaison.seat.post(paths.release(team, report.id), {})).status).toBe(409)
    await accept(place, liaison, at(2), liaison, { category: 'B5/B5' })
    expect(await rowOf(at(2))).toMatchObject({ state: 'accepted', held: false })
  })

  it('are thrown away by two people, or go in all at once', async () => {
    const { liaison, leader, place } = village
    await proposeVoid(place, liaison, at(3), 'advert')
    const all = await liaison.seat.post(paths.releaseAll(team), {})
    expect(all.headers.get('Location')).toBe(`${paths.desk(team)}?show=held&said=released`)
    expect((await rowOf(at(3))).held).toBe(true)
    await decide(place, leader, at(3))
    expect(await rowOf(at(3))).toMatchObject({ state: 'voided', queueKey: null })
    for (const n of [4, 5]) expect(await rowOf(at(n))).toMatchObject({ held: false, state: 'received' })
    expect(await read('?show=held')).toContain('暂存 0')
    expect(await read()).not.toContain('暂存')
  })

  it('without scripts are held too when the form comes too fast, too late, or was filled in where nobody sees', async () => {
    const gate = { quotas: { near: 100, code: 100, all: 100 }, addressOf: () => undefined }
    const app = createApp(village.house, { grouped: true, gate })
    const seat = takeSeat((address, request) => app.request(address, request), village.place.origin)
    const address = paths.code(village.token)
    const start = village.clock.now().getTime()
    const heldAfter = async (seconds: number, more: Record<string, string> = {}) => {
      village.clock.set(new Date(start))
      const nonce = nonceIn(await (await seat.get(address)).text())
      village.clock.set(new Date(start + seconds * 1000))
      const receipt = await seat.post(address, { ...fieldsOf(answersOf(said.court), nonce), ...more })
      const page = await receipt.text()
      expect(village.complaints).toEqual([])
      expect(receipt.status).toBe(200)
      const number = page.replace(/<[^>]*>/g, ' ').match(/受理号\s*(\d{3}\s?\d{3})/)?.[1] ?? ''
      return (await rowOf(number.replace(/\s/g, ''))).held
    }
    expect(await heldAfter(0)).toBe(true)
    expect(await heldAfter(90)).toBe(false)
    expect(await heldAfter(90, { website: 'https://spam.example' })).toBe(true)
    expect(await heldAfter(40 * 3600)).toBe(true)
  })
})

describe('bots at a code, and a resident whose phone has done its work', () => {
  let village: Village
  let place: Place

  /** The same house behind a gate of its own: four for a code, eight in all. */
  function behindGate(): Place {
    const gate = { quotas: { near: 100, code: 4, all: 8 }, addressOf: () => undefined }
    const app = createApp(village.house, { grouped: true, gate })
    return { ...village.place, door: (address, request) => app.request(address, request) }
  }
  const heldOf = async ({ enquiryNumber }: { enquiryNumber: string }) => {
    const [row] = await village.house.db
      .select()
      .from(reports)
      .where(eq(reports.enquiryNumber, enquiryNumber))
    return row!.held
  }
  const bot = async (at = place) => heldOf(await speak(at, village.token, said.ditch))

  beforeAll(async () => {
    village = await openVillage()
    place = behindGate()
  }, 60_000)

  it('there is no work at ordinary load, and nobody is asked for any', async () => {
    expect(await workAt(place, village.token)).toBeUndefined()
    expect(await bot()).toBe(false)
    expect(await workAt(place, village.token)).toBeUndefined()
  })

  it('as bots come there is, at their code and not at another', async () => {
    await bot()
    expect(await workAt(place, village.token)).toMatchObject({ parameters: { algorithm: 'PBKDF2/SHA-256' } })
    expect(await workAt(place, 'FEDCBA9876543210')).toBeUndefined()
    const held = await Promise.all([bot(), bot(), bot(), bot()])
    expect(held.filter((isHeld) => isHeld)).toHaveLength(2)
  })

  it('the resident’s report goes in among the first, and those of the bots wait', async () => {
    const work = await doWork(place, village.token)
    const kept = await speakWith(work, place, village.token, said.clinic)
    expect(await heldOf(kept)).toBe(false)
    expect(await bot()).toBe(true)
    const queue = wordsApart(
      await (await village.liaison.seat.get(paths.desk(village.ids.teams.first))).text(),
    )
    expect(queue).toContain(`${kept.enquiryNumber.slice(0, 3)} ${kept.enquiryNumber.slice(3)}`)
    const spent = await village.house.db.select().from(spentWork)
    expect(spent).toEqual([{ mark: expect.stringMatching(/^[\w-]{22}$/), on: '2026-11-24' }])
  })

  it('work that is shown again lets nothing in, nor does what is no work; all of it is kept', async () => {
    const work = await doWork(place, village.token)
    expect(await heldOf(await speakWith(work, place, village.token, said.road))).toBe(false)
    for (const shown of [work, 'x', '', `${work.slice(0, -1)}z`, 'x'.repeat(5000)])
      expect(await heldOf(await speakWith(shown, place, village.token, said.road))).toBe(true)
  })

  it.each([
    ['to one process, in one durable batch', true],
    ['to Workers that know nothing of each other', false],
  ])('of many that show one work at once, %s, one goes in', async (_, grouped) => {
    const work = await doWork(place, village.token)
    const places = Array.from({ length: 5 }, () => (grouped ? place : crowdedWorker()))
    const kept = await Promise.all(places.map((at) => speakWith(work, at, village.token, said.pump)))
    expect(new Set(kept.map(({ enquiryNumber }) => enquiryNumber)).size).toBe(5)
    const held = await Promise.all(kept.map(heldOf))
    expect(held.filter((isHeld) => !isHeld)).toHaveLength(1)
  })

  /** A gate that lets in nobody, as in an isolate in which a flood has been. */
  function crowdedWorker(): Place {
    const gate = { quotas: { near: 0, code: 0, all: 0 }, addressOf: () => undefined }
    const app = createApp(village.house, { grouped: false, gate })
    return { ...village.place, door: (address, request) => app.request(address, request) }
  }

  it('work that is older than half an hour lets nothing in', async () => {
    const work = await doWork(place, village.token)
    village.clock.set(new Date(village.clock.now().getTime() + 31 * 60_000))
    for (let n = 0; n < 4; n++) await bot()
    expect(await heldOf(await speakWith(work, place, village.token, said.road))).toBe(true)
    expect(village.complaints).toEqual([])
  })

  it('whoever asks for many codes at once from one network keeps nobody else from theirs', async () => {
    const gate = { quotas, addressOf: (c: Context) => c.req.header('X-Forwarded-For') }
    const app = createApp(village.house, { grouped: true, gate })
    const digits = '1'.repeat(19)
    const body = new URLSearchParams({ code: `${digits}${checkDigit(digits)}` })
    const ask = async (from: string) =>
      (await app.request(paths.progress, { method: 'POST', headers: { 'X-Forwarded-For': from }, body }))
        .status
    const asked = ['203.0.113', '198.51.100'].map((network) =>
      Promise.all(Array.from({ length: network === '203.0.113' ? 60 : 1 }, (_, n) => ask(`${network}.${n}`))),
    )
    const [greedy = [], other] = await Promise.all(asked)
    expect(other).toEqual([404])
    // Two at work and thirty in line; on a machine at other work some may be through before the last of them asks.
    const taken = greedy.filter((status) => status === 404).length
    expect(taken).toBeGreaterThanOrEqual(30)
    expect(taken).toBeLessThan(45)
    expect(greedy.filter((status) => status === 429)).toHaveLength(60 - taken)
  })

  it('what was spent is forgotten once it could not be shown again', async () => {
    const left = async () => (await village.house.db.select().from(spentWork)).length
    const before = await left()
    expect(before).toBeGreaterThan(2)
    const day = 24 * 3600_000
    village.clock.set(new Date(village.clock.now().getTime() + day))
    await runDaily(village.house)
    expect(await left()).toBe(before)
    village.clock.set(new Date(village.clock.now().getTime() + day))
    await runDaily(village.house)
    expect(await left()).toBe(0)
  })
})
