import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { filed, now } from '../../test/filed.ts'
import { createApp } from '../app.tsx'
import { runDaily } from '../daily.ts'
import { listSteps, record } from '../log/record.ts'
import { paths } from '../paths.ts'
import { moveReport } from '../reports/moving.ts'
import { reports } from '../reports/tables.ts'
import { random } from '../sealing/bytes.ts'
import { keepClock } from './keep-clock.ts'
import { countByChanges, enterHolidays, readHolidays } from './store.ts'

const of2027 = { off: '1月1日至3日\n2月5日至11日\n10月1日至7日', work: '1月31日\n2月20日' }
const chen = { id: 'chen', roles: ['liaison'] } as const
const START = '2026-12-29T09:00:00+08:00'

let at: Awaited<ReturnType<typeof openOfficeDesk>>

beforeEach(async () => {
  at = await openOfficeDesk(START)
})

const address = paths.holidaysOf('2027')
const versionNow = async () => hiddenIn(await (await at.get(address)).text(), 'version')
const enter = async (fields = of2027) => at.post(address, { ...fields, version: await versionNow() })
const moment = () => ({ now: at.clock.now(), calendar: at.clock.calendar })

async function accepted(decided = {}) {
  const report = await filed(at.db, moment())
  await moveReport(
    at.db,
    report,
    'accept',
    chen,
    { decided: { owner: 'wu', ...decided }, sealed: [] },
    moment(),
  )
  return now(at.db, report.id)
}

describe('the holidays of a year', () => {
  it('are warned of until they are entered, and count from then on', async () => {
    const warning =
      '2027 年的放假安排还没有公布，落在这一年的期限先按周末算，公布后会重算。已经告诉群众的日期不变。'
    expect(await wordsOf(at.get(paths.holidays))).toContain(warning)
    expect(at.clock.calendar.isWorkingDay('2027-02-08')).toBe(true)
    expect((await enter()).status).toBe(303)
    const words = await wordsOf(at.get(paths.holidays))
    expect(words).not.toContain('还没有公布')
    expect(words).toContain('2027 1月1日至3日、2月5日至11日、10月1日至7日 1月31日、2月20日 改')
    const { calendar } = at.clock
    const days = ['2027-02-08', '2027-01-31', '2027-02-12'].map(calendar.isWorkingDay)
    expect([calendar.knows(2027), ...days]).toEqual([true, false, true, true])
    expect(await listSteps(at.db, 'holidays')).toMatchObject([
      { position: 1, who: 'p-office', move: 'change', toState: '2027' },
    ])
  })

  it('that the house was built with stand there, and the office may mend them', async () => {
    expect(await wordsOf(at.get(paths.holidays))).toContain('2026 1月1日至3日、2月15日至23日')
    const form = await (await at.get(paths.holidaysOf('2026'))).text()
    expect(form).toContain('2月15日至23日\n4月4日至6日')
    const mended = { off: '1月1日至3日\n10月1日至8日', work: '', version: hiddenIn(form, 'version') }
    expect((await at.post(paths.holidaysOf('2026'), mended)).status).toBe(303)
    await at.get(paths.holidays)
    expect(at.clock.calendar.isWorkingDay('2026-10-08')).toBe(false)
    expect(at.clock.calendar.isWorkingDay('2026-02-16')).toBe(true)
    expect(at.clock.calendar.isWorkingDay('2025-10-08')).toBe(false)
  })

  it('keep what was typed when it cannot be read, and store nothing', async () => {
    const answer = await enter({ ...of2027, work: '2月20日\n4月45日' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('2月20日\n4月45日')
    expect(html).toContain('“4月45日”不是这一年的日子')
    expect((await readHolidays(at.db)).last).toBe(0)
  })

  it('keep a paste that is too long too, and count a line’s end once', async () => {
    const stretch = '10月1日至7日\n'
    const long = stretch.repeat(4000 / stretch.length)
    for (const [field, label] of [
      ['off', '放假'],
      ['work', '补班'],
    ] as const) {
      const answer = await enter({ ...of2027, [field]: `${long}${long}` })
      expect(answer.status, field).toBe(422)
      const html = await answer.text()
      expect(html).toContain(`${long}${long}`)
      expect(html).toContain(`<a href="#${field}">${label}：太长了，请写短些。</a>`)
    }
    expect((await readHolidays(at.db)).last).toBe(0)
    const form = await (await at.get(address)).text()
    expect(form.match(/maxlength="4000"/g)).toHaveLength(2)
    expect((await enter({ ...of2027, off: long.trimEnd().replaceAll('\n', '\r\n') })).status).toBe(303)
  })

  it('name a working day that is no weekend as people say it', async () => {
    const answer = await enter({ ...of2027, work: '2月15日' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('2月15日（星期一）不用补班。')
    expect(html).not.toContain('2027-02-15')
  })

  it('entered by two at once are one person’s; the other sees both', async () => {
    const version = await versionNow()
    const answers = await Promise.all([
      at.post(address, { ...of2027, version }),
      at.post(address, { ...of2027, work: '2月27日', version }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const late = answers.find(({ status }) => status === 409)
    expect(await late?.text()).toContain('现在存的是：')
    expect((await readHolidays(at.db)).last).toBe(1)
  })

  it('of a year nobody can know are not to be found', async () => {
    for (const year of ['2050', '0000', 'next', '27'])
      expect((await at.get(paths.holidaysOf(year))).status, year).toBe(404)
  })
})

describe('when they change', () => {
  it('what nobody was told is counted anew, and what a resident was told stays', async () => {
    const report = await accepted()
    // Three weekdays after 29 December, and sixty days rolled over no holiday the house knew.
    expect(report).toMatchObject({ due: '2027-01-01', hardBy: '2027-03-01' })
    const inFebruary = await (async () => {
      at.clock.set('2027-01-20T09:00:00+08:00')
      return accepted()
    })()
    expect(inFebruary).toMatchObject({ due: '2027-01-25', promise: '2027-02-10', hardBy: '2027-03-22' })
    at.clock.set(START)
    await enter({ ...of2027, off: `${of2027.off}\n3月1日\n3月22日至23日`, work: '1月23日' })
    expect(await now(at.db, report.id)).toMatchObject({
      due: '2027-01-04',
      promise: report.promise,
      hardBy: '2027-03-02',
      steps: report.steps + 1,
      queueKey: expect.stringContaining('2027-01-04'),
    })
    expect(await now(at.db, inFebruary.id)).toMatchObject({
      due: '2027-01-23',
      promise: '2027-02-10',
      hardBy: '2027-03-24',
    })
    const [, , step] = await listSteps(at.db, `report:${report.id}`)
    expect(step).toMatchObject({ move: 'counted', who: null, at: '2026-12-29' })
  })

  it('so is the day by which whoever gave their name is told', async () => {
    const sealed = [{ part: 'contact' as const, envelope: random(32) }]
    const report = await filed(at.db, moment(), { identityMode: 'named', sealed })
    expect(report.tellBy).toBe('2027-01-05')
    await enter()
    expect(await now(at.db, report.id)).toMatchObject({ tellBy: '2027-01-06', promise: report.promise })
  })

  it('and so it is where they are told of more time', async () => {
    const sealed = [{ part: 'contact' as const, envelope: random(32) }]
    const { id } = await filed(at.db, moment(), { identityMode: 'named', sealed })
    const extended = {
      subject: `report:${id}`,
      position: 2,
      move: 'extend',
      at: '2026-12-30T01:00:00Z',
    }
    await record(at.db, extended, [
      at.db.update(reports).set({ steps: 2, tellBy: '2027-01-06' }).where(eq(reports.id, id)),
    ])
    await enter()
    expect((await now(at.db, id)).tellBy).toBe('2027-01-07')
  })

  it('a day somebody chose stays, and so do days before that year', async () => {
    const chosen = await accepted({ due: '2026-12-31' })
    await enter()
    expect(await now(at.db, chosen.id)).toMatchObject({ due: '2026-12-31', steps: chosen.steps })
  })

  it('and the counting was cut short, the daily job does the rest, once', async () => {
    const report = await accepted()
    const hand = { who: 'p-office', now: at.clock.now() }
    const newYear = { off: ['2027-01-01', '2027-10-01'], work: [] }
    expect(await enterHolidays(at.db, 2027, 0, newYear, hand)).toBe('done')
    expect((await now(at.db, report.id)).due).toBe('2027-01-01')
    await runDaily(at.house)
    const counted = await now(at.db, report.id)
    expect(counted.due).toBe('2027-01-04')
    await runDaily(at.house)
    expect((await now(at.db, report.id)).steps).toBe(counted.steps)
  })

  it('as many are counted in one go as a Worker may ask for, and the next goes on from there', async () => {
    const sealed = [{ part: 'contact' as const, envelope: random(32) }]
    for (let n = 0; n < 230; n++) await filed(at.db, moment(), { identityMode: 'named', sealed })
    const hand = { who: 'p-office', now: at.clock.now() }
    const newYear = { off: ['2027-01-01', '2027-10-01'], work: [] }
    await enterHolidays(at.db, 2027, 0, newYear, hand)
    const counts = async () => {
      const [row] = await at.db.all<{ moved: number; toCount: number; countedTo: string }>(
        sql`select (select count(*) from reports where tellBy = '2027-01-06' and steps = 2) as moved, toCount, countedTo from holidays`,
      )
      return row
    }
    const all = await at.db.all<{ id: string }>(sql`select id from reports order by id`)
    await countByChanges(at.db, at.clock.now(), 1)
    expect(await counts()).toMatchObject({ moved: 200, toCount: 1, countedTo: all[199]?.id })
    await countByChanges(at.db, at.clock.now(), 1)
    expect(await counts()).toMatchObject({ moved: 230, toCount: 0 })
    expect(await at.db.all(sql`select 1 from steps where move = 'counted'`)).toHaveLength(230)
  })

  it('another process on the same database goes by them from its next page on', async () => {
    const clock = keepClock(at.db, at.clock.now)
    const other = createApp({ ...at.house, clock }, { grouped: false })
    await enter()
    expect(clock.calendar.knows(2027)).toBe(false)
    await other.request(paths.holidays, { headers: { Cookie: at.cookie } })
    expect(clock.calendar.knows(2027)).toBe(true)
  })
})
