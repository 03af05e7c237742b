import { beforeAll, describe, expect, it } from 'vitest'
import { listSteps } from '../../src/log/record.ts'
import { paths } from '../../src/paths.ts'
import { listSheets } from '../../src/posters/sheet-moving.ts'
import { findCode } from '../../src/posters/store.ts'
import { type AtDesk, signIn } from '../cast/at-desk.ts'
import { players, units } from '../cast/people.ts'
import { mint } from '../cast/rounds.ts'
import { activate, invite, lockTeam, verify } from '../cast/staffing.ts'
import { wordsApart } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

describe('a member of a team', () => {
  let village: Village
  let team: string
  let second: AtDesk
  let foreign: { token: string; noticeNumber: string }
  const number = async () => (await findCode(village.house.db, village.token))!.code.noticeNumber
  const read = async (by: AtDesk, address: string) => {
    const answer = await by.seat.get(address)
    return { status: answer.status, words: wordsApart(await answer.text()) }
  }
  const states = async (token: string) =>
    (await listSheets(village.house.db, (await findCode(village.house.db, token))!.code)).map(
      ({ state }) => state,
    )

  beforeAll(async () => {
    village = await openVillage()
    const { place, administrator, ids } = village
    team = ids.teams.first
    await activate(place, players.liang, await invite(place, administrator, players.liang, ids.teams.second))
    await verify(place, administrator, players.liang)
    second = await signIn(place, players.liang.username, players.liang.password)
    await lockTeam(place, second, administrator, ids.teams.second)
    foreign = await mint(place, administrator, ids, theirs)
  }, 60_000)
  const theirs = (Object.keys(units) as (keyof typeof units)[]).find((key) => units[key].team === 'second')!

  it('sees the notices of their own units, and of no others', async () => {
    const { words } = await read(village.liaison, paths.teamNotices(team))
    expect(words).toContain(`${units.qingtang.name} ${await number()} 共 3 张，贴 0`)
    expect(words).not.toContain(units[theirs].name)
    expect(words).not.toContain(foreign.noticeNumber)
    expect((await read(village.liaison, paths.desk(team))).words).toContain('查公告')
  })

  it('writes down where a sheet hangs, that it is damaged or gone, with who did it', async () => {
    const { liaison, token, house } = village
    const sheet = paths.teamSheet(team, token, '1')
    const on = '2026-11-24'
    const posted = await liaison.seat.post(sheet, { move: 'post', place: '村委会公告栏', on: houseDay() })
    expect(posted.headers.get('Location')).toBe(
      `${paths.teamNotices(team)}?number=${await number()}&sheet=1&said=sheet`,
    )
    const seen = await read(liaison, `${paths.teamNotices(team)}?number=${await number()}&sheet=1&said=sheet`)
    expect(seen.words).toContain('记下了。')
    expect(seen.words).toContain('● 贴着')
    expect(seen.words).toContain('共 3 张，贴 1')
    expect((await liaison.seat.post(sheet, { move: 'damage', place: '', on })).status).toBe(303)
    expect((await liaison.seat.post(paths.teamSheet(team, token, '2'), { move: 'miss' })).status).toBe(303)
    expect(await states(token)).toEqual(['damaged', 'missing', 'printed'])
    expect((await listSteps(house.db, `sheet:${token}.1`)).map(({ move, who }) => [move, who])).toEqual([
      ['post', liaison.id],
      ['damage', liaison.id],
    ])
    expect((await read(liaison, paths.teamSheetsOf(team, token))).words).toContain('01 × 破损 村委会公告栏')
  })

  it('counts the cards it handed out, of their own notices alone', async () => {
    const { liaison, token, house } = village
    const counts = {
      cardPrinted: '200',
      cardHandedOut: '150',
      tentPrinted: '',
      tentHandedOut: '',
      version: '0',
    }
    const counted = await liaison.seat.post(paths.teamSheetsOf(team, token), counts)
    const list = counted.headers.get('Location') ?? ''
    expect((await read(liaison, list)).words).toContain('记下了。')
    const [step] = await listSteps(house.db, `handouts:${token}`)
    expect([step?.who, step?.why]).toEqual([liaison.id, 'card:200,150;tent:0,0'])
    const other = await liaison.seat.post(paths.teamSheetsOf(team, foreign.token), counts)
    expect(other.status).toBe(404)
  })

  it('is told what is missing, and has no other sheet printed: the office does', async () => {
    const { liaison, token } = village
    const late = await liaison.seat.post(paths.teamSheet(team, token, '3'), {
      move: 'post',
      place: '',
      on: '',
    })
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('请写贴在哪里')])
    const page = await (
      await liaison.seat.get(`${paths.teamNotices(team)}?number=${await number()}&sheet=1`)
    ).text()
    expect(page).not.toContain('value="replace"')
    expect((await liaison.seat.post(paths.teamSheet(team, token, '1'), { move: 'replace' })).status).toBe(422)
    expect((await states(token))[0]).toBe('damaged')
  })

  it('has a sheet to look at once it was not for a week, and may paste what was scanned', async () => {
    const { liaison, leader, administrator, token, clock, house } = village
    const home = paths.teamNotices(team)
    const start = clock.now()
    const sheet = paths.teamSheet(team, token, '3')
    const on = houseDay()
    expect((await liaison.seat.post(sheet, { move: 'post', place: '供销社门口', on })).status).toBe(303)
    expect((await read(liaison, home)).words).toContain('今天没有要查的。')
    clock.set(new Date(start.getTime() + 7 * 86_400_000))
    await Promise.all([liaison, leader, administrator].map((one) => one.comeBack()))
    const due = new RegExp(`今天要查的 .*${units.qingtang.name} ${await number()}-03 供销社门口`)
    expect((await read(liaison, home)).words).toMatch(due)
    expect((await read(administrator, paths.checkSheets)).words).toMatch(due)
    await second.comeBack()
    expect((await read(second, paths.teamNotices(village.ids.teams.second))).words).toContain(
      '今天没有要查的。',
    )

    const scan = (address: string) => read(liaison, `${home}?number=${encodeURIComponent(address)}&sheet=3`)
    const genuine = `真的，${units.qingtang.name}，第 3 张`
    for (const ours of [`http://localhost/C/${token}`, token.toLowerCase()])
      expect((await scan(ours)).words).toContain(genuine)
    const bare = await read(liaison, `${home}?number=http%3A%2F%2Flocalhost%2FC%2F${token}&sheet=`)
    expect(bare.words).toContain(`真的，${units.qingtang.name}。再写是第几张。`)
    const elsewhere = await read(
      liaison,
      `${home}?number=http%3A%2F%2Flocalhost%2FC%2F${foreign.token}&sheet=`,
    )
    expect(elsewhere.words).toContain('这个公告号不是本组的')
    for (const theirs of [
      `https://fake.example/c/${token}`,
      'http://localhost/c/0000000000000000',
      'https://fake.example/form',
    ]) {
      const { words } = await scan(theirs)
      expect(words).toContain('没有这个号，可能是假的，请拍照。')
      expect(words).not.toContain(genuine)
    }
    // Read off a photo: a code says a whole address, or it is none of ours.
    const photographed = (code: string) => read(liaison, `${home}?code=${encodeURIComponent(code)}&sheet=3`)
    expect((await photographed(`http://localhost/C/${token}`)).words).toContain(genuine)
    for (const theirs of [
      await number(),
      token,
      'https://fake.example/form',
      `https://fake.example/c/${token}`,
    ])
      expect((await photographed(theirs)).words).toContain('这个码不是我们的。拍到了别的码')
    const half = await read(liaison, `${home}?number=${encodeURIComponent(token)}&sheet=`)
    expect([half.status, half.words]).toEqual([422, expect.stringContaining('张号是 1 到 99 的数字。')])

    expect((await liaison.seat.post(sheet, { move: 'good' })).status).toBe(303)
    expect((await read(liaison, home)).words).toContain('今天没有要查的。')
    expect((await listSteps(house.db, `sheet:${token}.3`)).map(({ move }) => move)).toEqual(['post', 'good'])
  })

  it('finds nothing of another team, by number, by address or by form', async () => {
    const { liaison } = village
    const typed = await read(liaison, `${paths.teamNotices(team)}?number=${foreign.noticeNumber}&sheet=1`)
    expect(typed.words).toContain('这个公告号不是本组的，请问办公室。')
    expect(typed.words).not.toContain(units[theirs].name)
    expect((await read(liaison, paths.teamSheetsOf(team, foreign.token))).status).toBe(404)
    const move = { move: 'miss', place: '', on: '' }
    expect((await liaison.seat.post(paths.teamSheet(team, foreign.token, '1'), move)).status).toBe(404)
    const theirDesk = paths.teamSheet(village.ids.teams.second, foreign.token, '1')
    expect((await liaison.seat.post(theirDesk, move)).status).toBe(404)
    expect(await states(foreign.token)).toEqual(['printed', 'printed', 'printed'])
  })

  it('of two who write at once leaves one step for each state, and the office sees it', async () => {
    const { liaison, leader, token, administrator, house, ids } = village
    const move = { move: 'miss', place: '', on: '' }
    const both = await Promise.all(
      [liaison, leader].map((by) => by.seat.post(paths.teamSheet(team, token, '3'), move)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await listSteps(house.db, `sheet:${token}.3`)).toHaveLength(3)
    expect((await read(administrator, paths.codes(ids.round))).words).toContain('共 3 张，贴 0')
    expect((await read(administrator, paths.teamNotices('office'))).status).toBe(404)
  })

  function houseDay() {
    return village.house.clock.now().toISOString().slice(0, 10)
  }
})
