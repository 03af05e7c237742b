import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { giveKeys, hand, makeCode, makeRound } from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { createApp } from '../app.tsx'
import { addDays, type Day, dayOf } from '../clock/day.ts'
import { runDaily } from '../daily.ts'
import { paths } from '../paths.ts'
import { rounds, units } from '../rounds/tables.ts'
import { markTested, openCodes, withdrawCode } from './moving.ts'
import { writeScans } from './scans.ts'
import { moveSheet } from './sheet-moving.ts'
import { findCode } from './store.ts'
import { scans } from './tables.ts'
import { openTally, type Tally } from './tally.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>
let token: string
let tally: Tally
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  at = await openOfficeDesk()
  ids = await makeRound(at.db)
  await giveKeys(at.db, at.office, ids)
  ;({ token } = await makeCode(at.db, at.office, ids, '123450'))
  await markTested(at.db, token, at.clock.now())
  await openCodes(at.db, [token], hand)
  tally = openTally({ isOneOfMany: false })
  app = createApp(at.house, { grouped: true, tally })
})

const today = () => dayOf(at.clock.now())
const goOn = (days: number) => at.clock.set(new Date(at.clock.now().getTime() + days * 86_400_000))
const stored = () => at.db.select().from(scans)
let seats = 0
/** Days pass, and sessions end: whoever looks signs in. */
const page = async () => {
  const { get } = await at.desk(`p-seat-${++seats}`, '郑明')
  return wordsOf(get(paths.scans(ids.roundId)))
}
const scan = (headers: Record<string, string> = {}, query = '') =>
  app.request(`http://localhost${paths.code(token)}${query}`, { headers })
/** As if so many had come on that day. */
async function come(n: number, day: Day = today(), what: 'scans' | 'starts' = 'scans') {
  if (what === 'starts') tally.count(token, 'scans', day)
  for (let one = 0; one < n; one++) tally.count(token, what, day)
  await writeScans(at.db, tally, day)
}

const afterClose = async () => {
  const [round] = await at.db.select().from(rounds)
  at.clock.set(`${addDays(round?.intakeClosesOn ?? '', 1)}T12:00:00+08:00`)
}
const change = async (fields: Record<string, string>) => {
  const { get, post } = await at.desk(`p-unit-${++seats}`, '郑明')
  const version = hiddenIn(await (await get(paths.unit(ids.unitId))).text(), 'version')
  const unit = { name: '青塘村', shortName: '青塘村', type: 'village', parentId: '', headcount: '' }
  expect((await post(paths.unit(ids.unitId), { ...unit, ...fields, version })).status).toBe(303)
}

describe('opening a notice', () => {
  it('is counted by code and day, and what is stored knows nothing else', async () => {
    await scan()
    await scan({ 'Sec-Fetch-Dest': 'document' })
    expect(await stored()).toEqual([])
    await writeScans(at.db, tally, today(), { onlyWhole: true })
    expect(await stored()).toEqual([])
    const day = today()
    goOn(1)
    await writeScans(at.db, tally, today(), { onlyWhole: true })
    expect(await stored()).toEqual([{ token, day, scans: 2, starts: 0 }])
  })

  it('is not counted in another language or size, by a script, beforehand, or where nothing is taken', async () => {
    await scan({}, '?lang=en')
    await scan({ 'Sec-Fetch-Dest': 'empty' })
    await scan({ 'Sec-Purpose': 'prefetch' })
    await app.request(paths.code(token), { method: 'HEAD' })
    await app.request(paths.aboutTeam(token))
    await app.request(paths.code('0000000000000000'))
    await withdrawCode(at.db, token, 'other', undefined, hand)
    expect((await scan()).status).toBe(410)
    expect(tally.take()).toEqual([])
  })

  it('counts a beginning once for each page that was opened, and none of an unknown code', async () => {
    await app.request(paths.firstWork('0000000000000000'))
    await app.request(paths.firstWork(token))
    expect(tally.take()).toEqual([])
    await scan()
    expect((await app.request(paths.firstWork(token.toLowerCase()))).status).toBe(204)
    await app.request(paths.work(token))
    expect(tally.take()).toEqual([{ token, day: today(), scans: 1, starts: 1 }])
  })
})

describe('writing down', () => {
  it('adds to what the day has, when the house is closed and opened again', async () => {
    await come(3)
    await come(4)
    expect(await stored()).toMatchObject([{ scans: 7 }])
  })

  it('writes nothing of a small unit, of a code that is none, or of a day that may have been shown', async () => {
    await at.db.update(units).set({ type: 'organ' }).where(eq(units.id, ids.unitId))
    await come(12)
    await at.db.update(units).set({ type: 'village' }).where(eq(units.id, ids.unitId))
    tally.count('0000000000000000', 'scans', today())
    tally.count(token, 'scans', addDays(today(), -2))
    await writeScans(at.db, tally, today())
    expect(await stored()).toEqual([])
    tally.count(token, 'scans', addDays(today(), -1))
    await writeScans(at.db, tally, today())
    expect(await stored()).toHaveLength(1)
  })

  it('is off where the unit is small: by its number of people, else by its type, unless the office says so', async () => {
    for (const [type, headcount, isCounted] of [
      ['village', null, true],
      ['organ', null, false],
      ['village', 199, false],
      ['village', 200, true],
      ['school', 1200, true],
      ['hospital', 40, false],
    ] as const) {
      await at.db.update(units).set({ type, headcount }).where(eq(units.id, ids.unitId))
      await come(12)
      const name = `${type} ${headcount}`
      expect(await stored(), name).toHaveLength(isCounted ? 1 : 0)
      const words = await page()
      if (isCounted) expect(words, name).toContain('青塘村 少于 10，不显示')
      else expect(words, name).toContain('青塘村 不数 不数 开始数')
      await at.db.delete(scans)
    }
    const post = (is: string) => at.post(paths.scans(ids.roundId), { unit: ids.unitId, is })
    await post('on')
    await come(12)
    expect(await stored()).toHaveLength(1)
    await at.db.update(units).set({ headcount: 3000 }).where(eq(units.id, ids.unitId))
    await post('off')
    await come(12)
    expect(await stored()).toEqual([])
  })

  it('keeps what could not be written', async () => {
    tally.count(token, 'scans', today())
    const broken = {
      insert: () => ({ select: () => ({ onConflictDoUpdate: () => Promise.reject(Error('full')) }) }),
    }
    await expect(writeScans(broken as never, tally, today())).rejects.toThrow('full')
    await writeScans(at.db, tally, today())
    expect(await stored()).toMatchObject([{ scans: 1 }])
  })

  it('is undone when the round is archived, and a year after its intake', async () => {
    await come(12)
    await runDaily(at.house)
    expect(await stored()).toHaveLength(1)
    await at.db.update(rounds).set({ stage: 'archived' })
    await runDaily(at.house)
    expect(await stored()).toEqual([])

    await at.db.update(rounds).set({ stage: 'inField' })
    await come(12)
    const [round] = await at.db.select().from(rounds)
    at.clock.set(`${addDays(round?.intakeClosesOn ?? '', 365)}T12:00:00+08:00`)
    await runDaily(at.house)
    expect(await stored()).toHaveLength(1)
    goOn(1)
    await runDaily(at.house)
    expect(await stored()).toEqual([])
  })
})

describe('the office', () => {
  it('sees nothing below ten, nothing of today or yesterday, and from ten on fives', async () => {
    await come(9)
    goOn(2)
    expect(await page()).toContain('青塘村 少于 10，不显示')
    await come(4)
    goOn(1)
    expect(await page()).toContain('青塘村 少于 10，不显示')
    goOn(1)
    const words = await page()
    expect(words).toContain('青塘村 10 次左右')
    expect(words).not.toContain('13')
    expect(words).toMatch(/上面显示的合计 10 0/)
  })

  it('sees how many began', async () => {
    await come(16, today(), 'starts')
    goOn(2)
    expect(await page()).toContain('青塘村 少于 10，不显示 15 次左右 到 11月24日（星期二）')
  })

  it('switches a unit off, which erases what was counted, and on again, which counts from then', async () => {
    await come(12)
    const post = (is: string) => at.post(paths.scans(ids.roundId), { unit: ids.unitId, is })
    expect((await post('off')).status).toBe(303)
    expect(await stored()).toEqual([])
    await come(12)
    expect(await stored()).toEqual([])
    expect(await page()).toContain('青塘村 不数 不数 开始数')
    expect((await post('on')).status).toBe(303)
    await come(11)
    expect(await stored()).toMatchObject([{ scans: 11 }])
  })

  it('switches nothing once the round takes no more, and no unit that is not in it', async () => {
    expect((await at.post(paths.scans(ids.roundId), { unit: 'none', is: 'off' })).status).toBe(404)
    const [round] = await at.db.select().from(rounds)
    at.clock.set(`${addDays(round?.intakeClosesOn ?? '', 1)}T12:00:00+08:00`)
    const { get, post } = await at.desk('p-late', '郑明')
    const answer = await post(paths.scans(ids.roundId), { unit: ids.unitId, is: 'off' })
    expect([answer.status, await wordsOf(answer)]).toEqual([
      409,
      expect.stringContaining('没有改：受理已经截止'),
    ])
    expect(await wordsOf(get(paths.scans(ids.roundId)))).not.toContain('不数了')
  })

  it('sees no more of a unit found to be small while the round runs, nor when it is over', async () => {
    for (const small of [{ headcount: '50' }, { type: 'organ' }]) {
      await change({})
      await come(12)
      await change({ headcount: '200' })
      expect(await stored()).toHaveLength(1)
      await change(small)
      expect(await stored()).toEqual([])
    }
    goOn(2)
    expect(await page()).toContain('青塘村 不数')
    expect(await page()).toContain('不到 200 人算少')
    await afterClose()
    expect(await page()).toContain('青塘村 不数')
  })

  it('sees no more of a unit that a table says is small', async () => {
    await come(12)
    const text = '青塘村\t村\t\t\t\t\t\t\t50'
    const preview = await (await at.post(paths.importUnits, { text, round: '' })).text()
    await at.post(paths.importUnits, { text, round: '', version: hiddenIn(preview, 'version') })
    expect(await stored()).toEqual([])
  })

  it('sees what it has had counted of a small unit, which stays small', async () => {
    await change({ headcount: '50' })
    await at.post(paths.scans(ids.roundId), { unit: ids.unitId, is: 'on' })
    await come(12)
    await change({ headcount: '60' })
    expect(await stored()).toHaveLength(1)
  })

  it('sees what it saw of a round that is over, though a unit of it is found to be small', async () => {
    await come(12)
    await afterClose()
    await change({ headcount: '50' })
    expect(await page()).toContain('青塘村 10 次左右')
  })

  it('is told on a server of many that figures are a least', async () => {
    const other = createApp(at.house, { grouped: false, tally: openTally({ isOneOfMany: true }) })
    const headers = { Cookie: at.cookie }
    expect(await wordsOf(other.request(paths.scans(ids.roundId), { headers }))).toContain('数字是下限')
    expect(await page()).not.toContain('数字是下限')
  })
})

describe('a unit nobody scans', () => {
  beforeEach(async () => {
    const { code } = (await findCode(at.db, token))!
    const posted = { place: '村委会公告栏', on: today() }
    await moveSheet(at.db, code, 1, 'post', posted, { ...hand, now: at.clock.now() })
  })
  const isListed = async () => (await page()).includes('青塘村 · 贴了')

  it('is listed after the Sunday on which its sheet has hung for a week, and stays until ten have come', async () => {
    expect(await stored(), 'of anybody').toEqual([])
    // Posted on Tuesday the 24th: looked at on Sunday the 6th of December, final on the 8th.
    goOn(13)
    expect(await isListed()).toBe(false)
    goOn(1)
    expect(await page()).toContain('青塘村 · 贴了 14 天，到 12月6日（星期日）没有人扫')
    await come(9)
    goOn(2)
    expect(await isListed()).toBe(true)
    await come(1)
    goOn(2)
    expect(await isListed()).toBe(false)
  })

  it('is not listed for one scan before, nor when its counting is off, or is on since yesterday', async () => {
    await come(1)
    goOn(14)
    expect(await isListed()).toBe(false)
    await at.db.delete(scans).where(eq(scans.token, token))
    expect(await isListed()).toBe(true)
    await at.db.update(units).set({ type: 'school' }).where(eq(units.id, ids.unitId))
    expect(await isListed()).toBe(false)
    const { post } = await at.desk('p-switch', '钱明')
    await post(paths.scans(ids.roundId), { unit: ids.unitId, is: 'on' })
    expect(await isListed()).toBe(false)
  })

  it('is not listed for the days before somebody said that it has many people', async () => {
    await change({ type: 'school' })
    goOn(14)
    await change({ type: 'school', headcount: '1200' })
    expect(await isListed()).toBe(false)
    goOn(15)
    expect(await isListed()).toBe(true)
  })

  it('is listed as before though its name was mended since, while the round runs and when it is over', async () => {
    await change({ headcount: '900' })
    goOn(13)
    await change({ name: '新青塘村', headcount: '900' })
    const isStill = async () => (await page()).includes('新青塘村 · 贴了')
    expect(await isStill()).toBe(false)
    goOn(1)
    expect(await isStill()).toBe(true)
    await afterClose()
    await change({ name: '新青塘村', shortName: '青塘', headcount: '900' })
    goOn(9)
    expect(await isStill()).toBe(true)
  })

  it('is counted in no round that was over when somebody said so', async () => {
    await change({ type: 'school' })
    await afterClose()
    goOn(1)
    await change({ type: 'school', headcount: '1200' })
    goOn(20)
    expect(await page()).toContain('青塘村 不数')
    expect(await isListed()).toBe(false)
  })
})
