import { beforeAll, describe, expect, it } from 'vitest'
import { village as firstTree } from '../../src/categories/village.ts'
import { listSteps } from '../../src/log/record.ts'
import { paths } from '../../src/paths.ts'
import { sealHeard } from '../cast/entering.ts'
import { hiddenIn } from '../cast/office-desk.ts'
import { enquiryIn, sealAsBrowser, speak, speakPlainly } from '../cast/residents.ts'
import { takeSeat } from '../cast/seat.ts'
import { accept, takeUp } from '../cast/working.ts'
import { wordsApart } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

const renamed = firstTree.replace('类别 B3 补贴没到手', '类别 B3 惠农补贴').replace(/类别 C1 .*\n/, '')
const own = `聚焦 A 小型工程
方面 B3 工程验收 | 验收 / Acceptance
类别 B3 验收走过场 / Sham acceptance |  | B3
类别 Z1 钱付早了 / Paid too early |  | B3`

describe('another version of the categories for a round that exists', () => {
  let village: Village
  let before: { sealed: string; plain: string }
  /** Filled in before the change and posted after it. */
  let late: { posted: Record<string, unknown>; heard: Record<string, string> }
  beforeAll(async () => {
    village = await openVillage()
    const { place, token, liaison, ids } = village
    before = {
      sealed: (await speak(place, token, { tile: 'B3', text: '种粮补贴一直没有到账。' })).enquiryNumber,
      plain: (await speakPlainly(place, token, { tile: 'C1', text: '村干部好久不开会了。' })).enquiryNumber,
    }
    const seat = takeSeat(place.door, place.origin)
    const { posted } = await sealAsBrowser(seat, token, { tile: 'C1', text: '选举的时候没有通知我们。' })
    const told = { channel: 'call', unit: ids.units.qingtang, tile: 'B3', text: '电话里说补贴没有到。' }
    const { fields } = await sealHeard(place, liaison, ids.teams.first, told)
    late = { posted, heard: fields }
  }, 60_000)

  const office = async (address: string) => (await village.administrator.seat.get(address)).text()
  const choose = async (versions: Record<string, string>, version?: string) => {
    const address = paths.roundCategories(village.ids.round)
    const html = await office(address)
    return village.administrator.seat.post(address, {
      village: '1',
      organ: '1',
      project: '1',
      own: '0',
      ...versions,
      version: version ?? hiddenIn(html, 'version'),
    })
  }
  const found = async (enquiryNumber: string) => {
    const { place, liaison, ids } = village
    const { report: row } = await takeUp(place, liaison, enquiryNumber)
    const page = await (await liaison.seat.get(paths.report(ids.teams.first, row.id))).text()
    return { row, page: wordsApart(page) }
  }
  const landing = async () =>
    wordsApart(await (await takeSeat(village.place.door).get(paths.code(village.token))).text())

  it('is chosen on a page of the round, once it is written', async () => {
    const { administrator, ids } = village
    const missing = await choose({ village: '2' })
    expect([missing.status, wordsApart(await missing.text()).includes('这里不对，请再看看。')]).toEqual([
      422,
      true,
    ])
    expect(await office(paths.round(ids.round))).toContain(`href="${paths.roundCategories(ids.round)}"`)
    await administrator.seat.send(paths.editTree('village'), { version: '1', outline: renamed })
    expect(await landing()).toContain('补贴没到手')

    const stale = hiddenIn(await office(paths.roundCategories(ids.round)), 'version')
    expect((await choose({ village: '2' })).headers.get('Location')).toBe(
      `${paths.round(ids.round)}?said=saved`,
    )
    expect((await listSteps(village.place.house.db, `round:${ids.round}`)).at(-1)).toMatchObject({
      move: 'categories',
      fromState: 'village,1 organ,1 project,1 own,0',
      toState: 'village,2 organ,1 project,1 own,0',
      who: administrator.id,
    })
    const raced = await choose({ village: '1' }, stale)
    expect([raced.status, wordsApart(await raced.text()).includes('现在存的是：第 2 版')]).toEqual([
      409,
      true,
    ])
    expect(await landing()).toMatch(/惠农补贴/)
    expect(await landing()).not.toMatch(/补贴没到手|村干部和党组织/)
  })

  it('leaves what was filed before with its own version and words', async () => {
    const { place, liaison, ids } = village
    const old = await found(before.sealed)
    expect(old.row).toMatchObject({ tile: 'B3', edition: null })
    expect(old.page).toContain('补贴没到手')
    expect(old.page).not.toContain('惠农补贴')
    expect((await found(before.plain)).page).toContain('村干部和党组织')
    const now = await speakPlainly(place, village.token, {
      tile: 'B3@village:2',
      text: '今年的补贴没有公示。',
    })
    const fresh = await found(now.enquiryNumber)
    expect(fresh.row).toMatchObject({ tile: 'B3', edition: 'village:2' })
    expect(fresh.page).toContain('惠农补贴')
    expect(fresh.page).not.toContain('补贴没到手')
    const queue = wordsApart(await (await liaison.seat.get(paths.desk(ids.teams.first))).text())
    expect(queue).toContain('补贴没到手')
    expect(queue).toContain('惠农补贴')
    expect(queue).toContain('村干部和党组织')
  })

  it('takes what was filled in before the change, sealed or entered by staff, and what only the old one had', async () => {
    const { place, token, liaison, ids } = village
    const seat = takeSeat(place.door, place.origin)
    const receipt = await seat.ask(paths.code(token), late.posted)
    const kept = await found(await enquiryIn(receipt))
    expect(kept.row).toMatchObject({ tile: 'C1', edition: null })
    expect(kept.page).toContain('村干部和党组织')
    const entered = await liaison.seat.post(paths.enter(ids.teams.first), late.heard)
    expect(entered.status).toBe(200)
    const plainly = await speakPlainly(place, token, { tile: 'C1', text: '没有脚本的旧网页也要收。' })
    expect((await found(plainly.enquiryNumber)).page).toContain('村干部和党组织')
  })

  it('keeps an old pick on the page that comes back to be mended', async () => {
    const { place, token } = village
    const seat = takeSeat(place.door, place.origin)
    const nonce =
      (await (await seat.get(paths.code(token))).text()).match(/name="nonce" value="([^"]+)"/)?.[1] ?? ''
    const again = await seat.post(paths.code(token), { kind: 'conduct', tile: 'C1', text: '', nonce })
    expect(again.status).toBe(422)
    expect(await again.text()).toMatch(/value="C1" checked/)
  })

  it('refuses a version that is not there or of another tree, and files who cannot say under what is shown', async () => {
    const { place, token } = village
    const seat = takeSeat(place.door, place.origin)
    for (const tile of ['B3@village:9', 'O1@organ:1', 'B3@own:1', 'C1@village:2', 'B3@village:2:1x', 'B3@']) {
      const { posted } = await sealAsBrowser(seat, token, { tile, text: '这样的类别没有。' })
      expect((await seat.ask(paths.code(token), posted)).status, tile).toBe(422)
    }
    const unsorted = await speak(place, token, { tile: 'unsorted', text: '我也说不清是哪一样。' })
    expect((await found(unsorted.enquiryNumber)).row).toMatchObject({ edition: 'village:2' })
  })

  it('is what staff sort an old report by: its own version, not that of the round now', async () => {
    const { place, liaison, leader, ids } = village
    const { id } = (await takeUp(place, liaison, before.plain)).report
    const form = await (await liaison.seat.get(paths.move(ids.teams.first, id, 'accept'))).text()
    expect(form).toContain('value="C1/C1"')
    await accept(place, leader, before.plain, liaison, { category: 'C1/C1' })
    expect((await found(before.plain)).row).toMatchObject({
      state: 'accepted',
      tile: 'C1',
      aspect: 'C1',
      edition: null,
    })
  })

  it('can be a special round’s own, which residents then see alone', async () => {
    const { place, administrator, ids, token, liaison } = village
    expect((await administrator.seat.get(paths.editTree(`round:${ids.round}`))).status).toBe(404)
    expect(wordsApart(await office(paths.roundCategories(ids.round)))).not.toContain('本轮自己的')
    await place.house.db.run(
      `update rounds set type = 'special', theme = '小型工程', scope = '小型工程的招标、质量和付款。' where id = '${ids.round}'`,
    )

    const address = paths.editTree(`round:${ids.round}`)
    const first = await office(address)
    expect(first).toContain('类别 B3 惠农补贴')
    const saved = await administrator.seat.send(address, {
      version: hiddenIn(first, 'version'),
      outline: own,
    })
    expect(saved).toBe(`${paths.roundCategories(ids.round)}?own=1&said=pickVersion`)
    expect(await office(saved)).toMatch(/<select id="own".*?<option value="1" selected/s)
    expect(await landing()).not.toContain('验收走过场')
    expect((await choose({ village: '2', own: '1' })).status).toBe(303)
    expect(await landing()).toContain('验收走过场')
    expect(await landing()).not.toContain('惠农补贴')
    expect(wordsApart(await office(paths.round(ids.round)))).toContain('本轮自己的 第 1 版')

    const { enquiryNumber } = await speak(place, token, { tile: 'B3@own:1', text: '还没修完就验收了。' })
    const special = await found(enquiryNumber)
    expect(special.row).toMatchObject({ tile: 'B3', edition: 'own:1' })
    expect(special.page).toContain('验收走过场')
    expect((await found(before.sealed)).page).toContain('补贴没到手')
    const entering = await (await liaison.seat.get(paths.enter(ids.teams.first))).text()
    expect(entering).toMatch(/<optgroup label="本轮自己的"><option value="B3@own:1">验收走过场/)
    const aboutTeam = await (await takeSeat(place.door).get(paths.aboutTeam(token))).text()
    expect(aboutTeam).toContain('value="O1"')
    expect(aboutTeam).not.toContain('验收走过场')

    await administrator.seat.send(address, { version: '1', outline: own.replace('钱付早了', '提前付款') })
    expect(
      (await administrator.seat.post(address, { version: '1', outline: own.replace('钱付', '款付') })).status,
    ).toBe(409)
    expect((await choose({ village: '2', own: '0' })).status).toBe(303)
    expect((await found(enquiryNumber)).page).toContain('验收走过场')
  })

  it('falls back on the ordinary ones where its own are missing', async () => {
    const { place, ids } = village
    await place.house.db.run(`update rounds set taken = '{"own":7}' where id = '${ids.round}'`)
    expect(await landing()).toContain('补贴没到手')
  })
})
