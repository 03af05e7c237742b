import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openFounded } from '../../test/cast/founded.ts'
import { wordsOf } from '../../test/cast/office-desk.ts'
import { filed } from '../../test/filed.ts'
import { limits, settable, settables } from '../clock/limits.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { letTimePass } from '../reports/daily.ts'
import { reports } from '../reports/tables.ts'
import { theOffice } from './store.ts'

let at: Awaited<ReturnType<typeof openFounded>>
beforeEach(async () => {
  at = await openFounded()
})

const usual = Object.fromEntries(settables.map((name) => [name, String(limits[name].days)]))
const read = (address: string = paths.settings) => wordsOf(at.administrator.seat.get(address))
const save = (changed: Record<string, string>, version = '0') =>
  at.administrator.seat.post(paths.limits, { ...usual, ...changed, version })
const stored = async () => (await theOffice(at.db)).limits
const fieldIn = (html: string, name: string) => new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(html)?.[0]

describe('limits and retention', () => {
  it('stand with their default, their bounds and the rule behind them; what a rule fixes has no field', async () => {
    const page = await read()
    expect(page).toContain('受理 个工作日 1 个工作日 默认 · 可设 1–3 · 信访工作条例第 22 条')
    expect(page).toContain(
      '告知署名的群众 个工作日 5 个工作日 默认 · 可设 1–15 · 检举控告工作规则第 26–27 条',
    )
    expect(page).toContain('办结后擦除联系方式 天 180 天 默认 · 可设 30–180')
    expect(page).toContain('办结，最迟 60 天 60 天 固定，不能改 · 信访工作条例第 34 条')
    const html = await (await at.administrator.seat.get(paths.settings)).text()
    expect(fieldIn(html, 'answer')).toContain('value="15"')
    expect(fieldIn(html, 'hard')).toBeUndefined()
  })

  it('are set from tomorrow on, on record, and say until when what was counts', async () => {
    const answer = await save({ answer: ' １０ ', eraseContact: '90' })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${paths.settings}?said=set`])
    expect(await stored()).toMatchObject([
      { from: '2026-11-25', days: { answer: 10, eraseContact: 90, verify: 3 } },
    ])
    expect(await listSteps(at.db, 'limits')).toMatchObject([
      {
        who: at.administrator.id,
        move: 'setLimits',
        position: 1,
        toState: JSON.stringify((await stored())[0]),
      },
    ])
    expect(await read()).toContain(
      '答复 个工作日 11月25日（星期三）起；在那以前 15 个工作日 15 个工作日 默认',
    )
    expect(await read(paths.use)).toContain('有答复 180 天后删掉')
    at.clock.set('2026-11-25T09:00:00+08:00')
    await at.administrator.comeBack()
    expect(await read()).toContain('答复 个工作日 15 个工作日 办公室 · 可设 5–15')
    expect(await read(paths.use)).toContain('有答复 90 天后删掉')
    expect(await read(`${paths.use}?lang=en`)).toContain('erased 90 days after')
    const html = await (await at.administrator.seat.get(paths.settings)).text()
    expect(fieldIn(html, 'answer')).toContain('value="10"')
  })

  it('of which none is another write nothing', async () => {
    expect((await save({})).status).toBe(303)
    expect([await stored(), await listSteps(at.db, 'limits')]).toEqual([[], []])
  })

  it.each([
    ['answer', '16', '答复：请写 5 到 15。'],
    ['answer', '4', '答复：请写 5 到 15。'],
    ['answer', '', '答复：请写 5 到 15。'],
    ['tell', '1.5', '告知署名的群众：请写 1 到 15。'],
    ['eraseContact', '一年', '办结后擦除联系方式：请写 30 到 180。'],
  ])('keep %s typed as "%s", and say what may stand there', async (name, typed, sentence) => {
    const answer = await save({ [name]: typed, queryCode: '200' })
    const html = await answer.text()
    expect([answer.status, html]).toEqual([
      422,
      expect.stringContaining(`<a href="#${name}">${sentence}</a>`),
    ])
    expect(fieldIn(html, name)).toMatch(/aria-invalid="true" aria-describedby="[a-zA-Z]+-wrong"/)
    if (typed) expect(fieldIn(html, name)).toContain(`value="${typed}"`)
    expect(fieldIn(html, 'queryCode')).toContain('value="200"')
    expect(await stored()).toEqual([])
  })

  it('are never longer than the rule, whichever it is', async () => {
    for (const name of settables) {
      const most = settable[name][1]
      expect([name, (await save({ [name]: String(most + 1) })).status]).toEqual([name, 422])
    }
    expect(await stored()).toEqual([])
  })

  it('changed by two administrators at once are changed by one; the other keeps what was typed', async () => {
    const both = await Promise.all([save({ answer: '10' }), save({ answer: '8' })])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await stored()).toHaveLength(1)
    const won = String((await stored())[0]?.days.answer)
    const late = await save({ answer: '7', verify: '2' })
    const html = await late.text()
    expect([late.status, html]).toEqual([409, expect.stringContaining('role="alert"')])
    expect([fieldIn(html, 'answer'), fieldIn(html, 'verify')]).toEqual([
      expect.stringContaining('value="7"'),
      expect.stringContaining('value="2"'),
    ])
    expect(html).toMatch(new RegExp(`id="answer-now"[^>]*>[^<]*${won}`))
    // What it shows now may be saved.
    expect(html).toContain('name="version" value="1"')
    expect((await save({ answer: '7' }, '1')).status).toBe(303)
    expect((await stored()).map(({ days }) => days.answer)).toEqual([Number(won), 7])
  })
})

describe('what is kept', () => {
  const moment = () => ({ now: at.clock.now(), calendar: at.clock.calendar })
  const ended = async (state: 'concluded' | 'voided', concludedOn: string) => {
    const report = await filed(at.db, moment())
    await at.db
      .update(reports)
      .set({ state, concludedOn, due: null, contactHeld: true })
      .where(eq(reports.id, report.id))
    return report.id
  }
  const keptOn = async (day: string, ...ids: string[]) => {
    at.clock.set(`${day}T00:30:00+08:00`)
    await at.clock.heed()
    await letTimePass(at.db, moment())
    const rows = await at.db.select().from(reports)
    return ids.map((id) => rows.find((row) => row.id === id)!)
  }

  it('is kept for as long as when it ended, though the office has set fewer days since', async () => {
    const before = await ended('concluded', '2026-11-24')
    await save({ eraseContact: '40', queryCode: '100', voided: '10' })
    const after = await ended('concluded', '2026-11-25')
    const [voidBefore, voidAfter] = [await ended('voided', '2026-11-24'), await ended('voided', '2026-11-25')]

    const voids = await keptOn('2026-12-05', voidBefore, voidAfter)
    expect(voids.map(({ erasedOn }) => erasedOn)).toEqual([null, '2026-12-05'])
    expect((await keptOn('2026-12-24', voidBefore))[0]?.erasedOn).toBe('2026-12-24')

    const held = async (day: string) =>
      (await keptOn(day, before, after)).map(({ contactHeld }) => contactHeld)
    expect(await held('2027-01-03')).toEqual([true, true])
    expect(await held('2027-01-04')).toEqual([true, false])
    const codes = async (day: string) =>
      (await keptOn(day, before, after)).map(({ lookupHash }) => lookupHash !== null)
    expect(await codes('2027-03-04')).toEqual([true, true])
    expect(await codes('2027-03-05')).toEqual([true, false])
    expect(await held('2027-05-22')).toEqual([true, false])
    expect(await held('2027-05-23')).toEqual([false, false])
    expect(await codes('2027-11-24')).toEqual([false, false])
  })
})
