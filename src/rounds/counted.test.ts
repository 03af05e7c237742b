import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeRound } from '../../test/cast/bare-office.ts'
import { openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { filed } from '../../test/filed.ts'
import { paths } from '../paths.ts'
import { reports } from '../reports/tables.ts'
import { countedAddress, PAGE } from './counted.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>
const file = () => filed(at.db, { now: at.clock.now(), calendar: at.clock.calendar }, ids)
const numbersIn = (html: string) => [...html.matchAll(/<td class="n">(\d{3} \d{3})<\/td>/g)].map(([, n]) => n)
const read = async (address: string) => (await at.get(address)).text()

beforeEach(async () => {
  at = await openOfficeDesk()
  ids = await makeRound(at.db)
})

describe('every number of a round’s counts', () => {
  it('leads to as many rows as it says, and a nought leads nowhere', async () => {
    for (let n = 0; n < 3; n++) await file()
    await at.db
      .update(reports)
      .set({ channel: 'call', kind: 'conduct' })
      .where(eq(reports.id, (await file()).id))
    await at.db
      .update(reports)
      .set({ state: 'voided' })
      .where(eq(reports.id, (await file()).id))
    const page = await read(paths.round(ids.roundId))
    const table = page.slice(page.indexOf('<table class="counts">'))
    const links = [...table.matchAll(/<a href="([^"]*\/reports[^"]*)">(\d+)</g)]
    expect(links.map(([, , n]) => Number(n)).sort()).toEqual([1, 1, 1, 3, 3, 3, 4])
    for (const [, address = '', n] of links)
      expect(numbersIn(await read(address.replaceAll('&amp;', '&'))), address).toHaveLength(Number(n))
    expect(page).toContain('看清单')
  })

  it('lists page by page, each report once', async () => {
    const filedNumbers = []
    for (let n = 0; n < PAGE + 2; n++) filedNumbers.push((await file()).enquiryNumber)
    const first = await read(countedAddress(ids.roundId, {}))
    const next = first.match(/href="([^"]*after=[^"]*)"/)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await read(next)
    const shown = [...numbersIn(first), ...numbersIn(second)].map((number) => number?.replace(' ', ''))
    expect(numbersIn(first)).toHaveLength(PAGE)
    expect(shown).toEqual([...filedNumbers].sort())
    expect(second).not.toContain('after=')
  })

  it('does not tell which of those at their end was escalated', async () => {
    const report = await file()
    for (const state of ['escalated', 'archived', 'concluded'] as const) {
      await at.db.update(reports).set({ state, due: null }).where(eq(reports.id, report.id))
      const words = await wordsOf(at.get(countedAddress(ids.roundId, {})))
      expect(words).toContain('已办结')
      expect(words).not.toMatch(/密封上呈|已归档/)
    }
  })

  it('is not there for a round that is not', async () => {
    expect((await at.get(paths.counted('no-such-round'))).status).toBe(404)
  })
})
