import { beforeEach, describe, expect, it } from 'vitest'
import { assign, giveKeys, hand, makeCode, makeRound } from '../../test/cast/bare-office.ts'
import { openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { paths } from '../paths.ts'
import { createUnit } from '../rounds/units.ts'
import { random } from '../sealing/bytes.ts'
import { withdrawCode } from './moving.ts'
import { codes } from './tables.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>
let address: string

beforeEach(async () => {
  at = await openOfficeDesk()
  ids = await makeRound(at.db)
  address = paths.printRound(ids.roundId)
  await giveKeys(at.db, at.office, ids)
  await createUnit(
    at.db,
    'u-2',
    { name: '禾仓村', shortName: '禾仓村', type: 'village', parentId: null },
    hand,
  )
  await assign(at.db, ids.roundId, 'u-2', ids.teamId)
})

const page = async (query = '') => (await at.get(`${address}${query}`)).text()
const count = (html: string, words: string) => html.split(words).length - 1

describe('the paper of a whole round', () => {
  it('says when there is nothing to print', async () => {
    const words = await wordsOf(at.get(address))
    expect(words).toContain('没有能打印的码。')
    expect(words).toContain('还有 2 个单位没有码')
  })

  it('is one sheet of each code or all of them, each shown only once the browser has vouched for it', async () => {
    const { token } = await makeCode(at.db, at.office, ids, '123450')
    await makeCode(at.db, at.office, { ...ids, unitId: 'u-2' }, '987657')
    const one = await page()
    expect(count(one, 'class="sheet notice')).toBe(2)
    expect(count(one, 'data-vouched')).toBe(2)
    expect(one).toContain(`data-token="${token}"`)
    expect(one).toMatch(/data-all-good[^>]* hidden/)
    expect(one).toContain('2 个单位，2 页。')
    expect(one).toContain('其中 2 个还没启用')
    const all = await page('?sheets=all&size=a3')
    expect(count(all, 'class="sheet notice')).toBe(6)
    expect(all).toContain('class="papers a3"')
    expect(all).toContain('A3 纸，实际大小')
  })

  it('is cards and tents too, which name neither unit nor inspection', async () => {
    await makeCode(at.db, at.office, ids)
    for (const [what, sheets] of [
      ['cards', 2],
      ['tents', 1],
    ] as const) {
      const html = await page(`?what=${what}`)
      const paper = html.split('class="sheet').slice(1)
      expect(paper).toHaveLength(sheets)
      expect(paper.join('').split('<div id="own-keys"')[0]).not.toMatch(/青塘村|巡察/)
    }
    expect(await page('?what=nonsense&in=nowhere')).toContain('class="sheet notice')
  })

  it('leaves out what was withdrawn, and what the root of the office does not stand behind, and says so', async () => {
    const { token } = await makeCode(at.db, at.office, ids, '123450')
    await withdrawCode(at.db, token, 'misprint', undefined, hand)
    await makeCode(at.db, at.office, { ...ids, unitId: 'u-2' }, '987657')
    await at.db.update(codes).set({ certificate: 'forged', salt: random(16) })
    const html = await page()
    expect(html).not.toContain('class="sheet notice')
    expect(html).toContain('1 个码和总钥匙对不上，没有排进来。')
  })

  it('is nobody’s who has no right to it', async () => {
    expect((await at.get(paths.printRound('nowhere'))).status).toBe(404)
    expect((await at.app.request(address)).status).not.toBe(200)
  })
})
