import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { assign, giveKeys, hand, makeCode, makeRound } from '../../test/cast/bare-office.ts'
import { askedBy } from '../../test/cast/county.ts'
import { openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { assignments } from '../rounds/tables.ts'
import { createUnit } from '../rounds/units.ts'
import { noticeNumber } from '../sealing/notice-number.ts'
import { mintCode, type Printed } from './mint.client.ts'
import { listCodes } from './store.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>
beforeEach(async () => {
  at = await openOfficeDesk()
  ids = await makeRound(at.db)
  for (let n = 1; n < 41; n++) await addUnit(n, ids.teamId)
})

async function addUnit(n: number, teamId: string) {
  const name = `第${n}村`
  await createUnit(at.db, `u-${n}`, { name, shortName: name, type: 'village', parentId: null }, hand)
  await assign(at.db, ids.roundId, `u-${n}`, teamId)
}

const address = () => paths.mintRound(ids.roundId)
const codes = () => listCodes(at.db, ids.roundId)

/** No two alike: by chance two of forty-one are, once in a hundred times. */
let numbers = 0
const nextNumber = () => noticeNumber(String(++numbers).padStart(5, '0'))

/** What an administrator's browser makes of it. */
const makeOf = (units: readonly Omit<Printed, 'noticeNumber'>[], number = nextNumber) =>
  Promise.all(
    units.map(async (unit) => {
      const noticeNumber = number()
      const minted = await mintCode(at.office.root, at.office.signer, { ...unit, noticeNumber })
      return { unitId: unit.unitId, noticeNumber, ...minted }
    }),
  )

const read = async (answer: Response | Promise<Response>) => (await answer).text()
const send = (made: unknown, sheets = '3', own: Record<string, string> = {}) =>
  at.post(address(), { sheets, ...own, made: JSON.stringify(made) })

describe('the codes of a whole round', () => {
  it('wait for the team key, and say so', async () => {
    const html = await read(at.get(address()))
    expect(html).toContain('第二巡察组的钥匙还没确认，41 个单位先不做。')
    expect(askedBy(html)).toEqual([])
    expect(html).toContain('现在还不能做：请组长先生成钥匙，管理员确认。')
    expect(html).not.toContain('没有要做的码')
    const list = await read(at.get(paths.codes(ids.roundId)))
    expect(list.match(/的钥匙还没确认/g)).toHaveLength(1)
    expect(list).toMatch(/<span class="btn grey">[^<]*给全轮做码[\s\S]*?现在还不能做/)
    expect(list).not.toContain(`href="${address()}"`)
  })

  it('are made group by group until none is missing, each signed for its own unit', async () => {
    await giveKeys(at.db, at.office, ids)
    let html = await read(at.get(address()))
    expect(html).not.toContain('data-goes-on')
    const told: string[] = []
    for (;;) {
      const answer = await send(await makeOf(askedBy(html)), '4')
      if (answer.status === 303) {
        expect(answer.headers.get('Location')).toBe(`${paths.codes(ids.roundId)}?said=mintedAll`)
        break
      }
      html = await answer.text()
      expect(html).toContain('data-goes-on')
      told.push(/共 \d+ 个，做好 \d+ 个/.exec(html)?.[0] ?? '')
    }
    expect(told).toEqual(['共 41 个，做好 20 个', '共 41 个，做好 40 个'])
    const made = await codes()
    expect(new Set(made.map(({ unitId }) => unitId)).size).toBe(41)
    expect(made.every(({ state, sheets }) => state === 'draft' && sheets === 4)).toBe(true)
    const [one] = made
    expect((await listSteps(at.db, `code:${one?.token}`)).map(({ move, who }) => [move, who])).toEqual([
      ['mint', 'p-office'],
    ])
  })

  it('go on where they stopped, and the same group sent twice makes nothing twice', async () => {
    await giveKeys(at.db, at.office, ids)
    const first = await makeOf(askedBy(await read(at.get(address()))))
    expect((await send(first)).status).toBe(200)
    // The answer was lost: the browser sends the same again.
    const again = await send(first)
    expect([again.status, await again.text()]).toEqual([200, expect.stringContaining('做好 20 个')])
    expect(await codes()).toHaveLength(20)
    // The tab was closed: a new one asks only for what is missing, and says how many.
    expect(await wordsOf(at.get(paths.codes(ids.roundId)))).toContain('给全轮做码（还差 21 个）')
    const later = askedBy(await read(at.get(address())))
    const known = new Set(first.map(({ unitId }) => unitId))
    expect(later.filter(({ unitId }) => known.has(unitId))).toEqual([])
    // Another code for a unit that has one is not kept either.
    const second = await makeOf(first.map(({ unitId }) => ({ ...later[0]!, unitId, unitName: '青塘村' })))
    const refused = await send(second)
    expect([refused.status, await wordsOf(refused)]).toEqual([409, expect.stringContaining('这一批没有做成')])
    expect(await codes()).toHaveLength(20)
  })

  it('of two administrators at once are one for each unit', async () => {
    await giveKeys(at.db, at.office, ids)
    const asked = askedBy(await read(at.get(address())))
    await Promise.all([send(await makeOf(asked)), send(await makeOf(asked))])
    const units = (await codes()).map(({ unitId }) => unitId)
    expect(units).toHaveLength(20)
    expect(new Set(units).size).toBe(20)
  })

  it('are kept but for the one whose number was taken, which the next group brings', async () => {
    await giveKeys(at.db, at.office, ids)
    const other = await makeRound(at.db, { round: { title: '另一轮' }, unit: { name: '禾仓村' } })
    await makeCode(at.db, at.office, other, '123450')
    const asked = askedBy(await read(at.get(address())))
    const taken = ['123450']
    const made = await makeOf(asked, () => taken.pop() ?? nextNumber())
    const html = await read(send(made))
    expect(await codes()).toHaveLength(19)
    expect(askedBy(html)[0]?.unitId).toBe(made[0]?.unitId)
  })

  it('that do not verify are not kept, and the page says to stop', async () => {
    await giveKeys(at.db, at.office, ids)
    const made = await makeOf(askedBy(await read(at.get(address()))))
    const [a, b, ...rest] = made
    const swapped = [{ ...a!, unitId: b!.unitId }, { ...b!, unitId: a!.unitId }, ...rest]
    const answer = await send(swapped)
    expect([answer.status, await wordsOf(answer)]).toEqual([
      422,
      expect.stringContaining('有 2 个没有做：码和签名对不上'),
    ])
    expect(await codes()).toHaveLength(18)
    for (const nonsense of ['', 'not json', '[{}]', '{"a":1}']) {
      expect((await at.post(address(), { sheets: '3', made: nonsense })).status).toBe(409)
    }
    expect(await codes()).toHaveLength(18)
  })

  it('keep the number of sheets that was typed when it is no number', async () => {
    await giveKeys(at.db, at.office, ids)
    const html = await read(send([], '0'))
    expect(html).toContain('请写 1 到 99 的数字。')
    expect(html).toContain('value="0"')
  })

  it('have as many sheets as the imported list says, or as is typed beside a unit', async () => {
    await giveKeys(at.db, at.office, ids)
    await at.db.update(assignments).set({ sheets: 6 }).where(eq(assignments.unitId, 'u-1'))
    await at.db.update(assignments).set({ sheets: 2 }).where(eq(assignments.unitId, 'u-2'))
    const html = await read(at.get(address()))
    const typedFor = (unit: string) => new RegExp(`name="sheets.${unit}"(?: value="(\\d*)")?`).exec(html)?.[1]
    expect([typedFor('u-1'), typedFor('u-2'), typedFor('u-3')]).toEqual(['6', '2', undefined])
    const own = { 'sheets.u-1': '6', 'sheets.u-2': '１０', 'sheets.u-3': '', 'sheets.elsewhere': '9' }
    const answer = await send(await makeOf(askedBy(html)), '4', own)
    // What is typed for later groups stays where it was typed.
    expect(await answer.text()).toContain('data-goes-on')
    const sheets = new Map((await codes()).map(({ unitId, sheets }) => [unitId, sheets]))
    const asked = askedBy(html).map(({ unitId }) => unitId)
    const expected = (id: string) => ({ 'u-1': 6, 'u-2': 10 })[id] ?? 4
    expect(asked.map((id) => [id, sheets.get(id)])).toEqual(asked.map((id) => [id, expected(id)]))
  })

  it('keep every number that was typed, and say which is none', async () => {
    await giveKeys(at.db, at.office, ids)
    const own = { 'sheets.u-1': '100', 'sheets.u-2': '7' }
    const answer = await send(await makeOf(askedBy(await read(at.get(address())))), '3', own)
    const html = await answer.text()
    expect([answer.status, html]).toEqual([422, expect.stringContaining('href="#sheets.u-1"')])
    expect(html).toMatch(/name="sheets.u-1" value="100"[^>]*aria-invalid="true"/)
    expect(html).toMatch(/name="sheets.u-2" value="7"/)
    expect(await codes()).toEqual([])
  })

  it('made one by one have the number of the list too', async () => {
    await giveKeys(at.db, at.office, ids)
    await at.db.update(assignments).set({ sheets: 6 }).where(eq(assignments.unitId, 'u-1'))
    expect(await read(at.get(`${paths.mint(ids.roundId)}?unit=u-1`))).toMatch(/name="sheets"[^>]*value="6"/)
  })
})
