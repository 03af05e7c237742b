import { beforeEach, describe, expect, it } from 'vitest'
import { makeRound, roundFields, teamFields } from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { paths } from '../paths.ts'
import { findRound, listRounds } from './store.ts'
import { findTeam } from './teams.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
beforeEach(async () => {
  at = await openOfficeDesk()
})

const round = { ...roundFields, term: '12', seq: '2', title: '', theme: '', scope: '' }
const team = { ...teamFields, dialects: '普通话、白话' }
const formOf = async (address: string) => (await at.get(address)).text()

describe('a round', () => {
  it('is created with a title of its own, once however often the form is sent', async () => {
    const id = hiddenIn(await formOf(paths.newRound), 'id')
    const first = await at.post(paths.newRound, { ...round, id })
    expect([first.status, first.headers.get('Location')]).toEqual([303, `${paths.round(id)}?said=saved`])
    expect((await at.post(paths.newRound, { ...round, id })).status).toBe(303)
    expect((await listRounds(at.db)).map(({ title }) => title)).toEqual(['十二届市委第二轮巡察'])
    expect(await wordsOf(at.get(`${paths.round(id)}?said=saved`))).toContain('存好了。')
  })

  it('is refused with every mistake named and the typed words kept', async () => {
    const id = hiddenIn(await formOf(paths.newRound), 'id')
    const answer = await at.post(paths.newRound, {
      ...round,
      id,
      seq: '零',
      title: '春季<巡察>',
      enteredOn: '昨天',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toMatch(/<a href="#seq">[^<]+：请写 1 到 99 的数字。<\/a>/)
    expect(html).toMatch(/<a href="#enteredOn">[^<]+：日期不对/)
    expect(html).toContain('value="春季&lt;巡察&gt;"')
    expect(hiddenIn(html, 'id')).toBe(id)
    expect(await listRounds(at.db)).toEqual([])
  })

  it('is told how its title will be written, and without a number where intake stands all year', async () => {
    expect(await wordsOf(at.get(paths.newRound))).toContain(
      '空着就自动写成：十二届市委第二轮巡察；常年受理的写成“……常年受理”',
    )
    const refused = at.post(paths.newRound, { ...round, id: 'new', seq: '零', term: '九', type: 'standing' })
    expect(await wordsOf(refused)).toMatch(/空着就自动写成：十二届市委常年受理(?!；)/)
  })

  it('needs theme and scope when it is special', async () => {
    const id = hiddenIn(await formOf(paths.newRound), 'id')
    const answer = at.post(paths.newRound, { ...round, id, type: 'special' })
    expect(await wordsOf(answer)).toContain('专项要写主题。')
    // Whatever else is wrong is said beside it, at once.
    const more = { seq: '', type: 'special', fieldEndsOn: '2026-10-01', intakeClosesOn: '1 月' }
    const all = await wordsOf(at.post(paths.newRound, { ...round, id, ...more }))
    for (const said of ['请写 1 到 99 的数字', '专项要写主题', '专项要写公开的范围', '撤点早于进驻'])
      expect(all).toContain(said)
    const scope = '范围'.repeat(31)
    const long = await at.post(paths.newRound, { ...round, id, type: 'special', theme: '小型工程', scope })
    expect([long.status, (await long.text()).includes(`${scope}</textarea>`)]).toEqual([422, true])
  })

  it('names the round of a higher level that it is run with, and may lose it again', async () => {
    const id = hiddenIn(await formOf(paths.newRound), 'id')
    await at.post(paths.newRound, { ...round, id, parent: ' 澄屿市委联动专项巡察 ' })
    expect(await wordsOf(at.get(paths.round(id)))).toContain('上级联动轮次 澄屿市委联动专项巡察')
    const edit = await formOf(paths.editRound(id))
    expect(edit).toContain('value="澄屿市委联动专项巡察"')
    await at.post(paths.editRound(id), { ...round, version: hiddenIn(edit, 'version'), parent: '' })
    expect(await wordsOf(at.get(paths.round(id)))).not.toContain('上级联动轮次')
    const long = await at.post(paths.newRound, {
      ...round,
      id: 'another-round-id-1',
      parent: '长'.repeat(61),
    })
    expect(long.status).toBe(422)
  })

  it('warns when intake outlasts the team', async () => {
    const { roundId } = await makeRound(at.db, { round: { intakeClosesOn: '2027-02-01' } })
    expect(await wordsOf(at.get(paths.round(roundId)))).toContain('截止晚于撤点，最后几天的反映没人办。')
  })

  it('does not begin to stand, nor cease to, once intake has opened: it hangs on walls until when', async () => {
    for (const [now, then] of [
      ['regular', 'standing'],
      ['standing', 'regular'],
    ] as const) {
      const { roundId } = await makeRound(at.db, { round: { type: now, title: now } })
      const edit = await formOf(paths.editRound(roundId))
      const change = { ...round, title: now, version: hiddenIn(edit, 'version'), type: then }
      const answer = await at.post(paths.editRound(roundId), change)
      expect([answer.status, await wordsOf(answer)]).toEqual([422, expect.stringContaining('公告上写明了')])
      at.clock.set('2026-01-01T09:00:00+08:00')
      expect((await at.post(paths.editRound(roundId), change)).status).toBe(303)
      at.clock.set('2026-11-24T09:10:00+08:00')
    }
  })

  it('is not written over by somebody who saw it before', async () => {
    const { roundId } = await makeRound(at.db)
    const version = hiddenIn(await formOf(paths.editRound(roundId)), 'version')
    const change = { ...round, version, title: '新的标题' }
    expect((await at.post(paths.editRound(roundId), change)).status).toBe(303)
    const late = await at.post(paths.editRound(roundId), { ...change, title: '晚来的标题', seq: '3' })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('晚来的标题')
    expect(html).toContain('现在存的是：新的标题')
    expect((await findRound(at.db, roundId))?.title).toBe('新的标题')
    const again = await at.post(paths.editRound(roundId), {
      ...change,
      title: '晚来的标题',
      version: hiddenIn(html, 'version'),
    })
    expect(again.status).toBe(303)
    expect((await findRound(at.db, roundId))?.title).toBe('晚来的标题')
  })

  it('is paused with the reason the public sees, and resumed', async () => {
    const { roundId } = await makeRound(at.db)
    const page = await formOf(paths.round(roundId))
    expect(page).toMatch(/<details id="pause"><summary>暂停受理<.*id="counts".*>青塘村</s)
    const version = hiddenIn(page, 'version')
    const pause = { do: 'pause', version, reason: '巡察组搬家', resumesOn: '2026-11-24' }
    const past = await (await at.post(paths.pauseRound(roundId), pause)).text()
    expect(past).toMatch(/<details id="pause" open[^>]*>.*恢复的日子要在今天以后。/s)
    expect((await at.post(paths.pauseRound(roundId), { ...pause, resumesOn: '' })).status).toBe(303)
    const paused = await formOf(paths.round(roundId))
    expect(paused).toMatch(/暂停受理：巡察组搬家.*<h2 id="pause">.*id="counts"/s)
    const twice = await at.post(paths.pauseRound(roundId), { ...pause, resumesOn: '' })
    expect(twice.status).toBe(409)
    const resume = { do: 'resume', version: hiddenIn(paused, 'version') }
    expect((await at.post(paths.pauseRound(roundId), resume)).status).toBe(303)
    expect((await findRound(at.db, roundId))?.pausedReason).toBeNull()
  })

  it('that is not there is not found, by whatever door', async () => {
    const doors = [paths.round, paths.editRound, paths.newTeam, paths.assign]
    for (const door of doors) expect((await at.get(door('nowhere'))).status).toBe(404)
    expect((await at.post(paths.pauseRound('nowhere'), { do: 'resume', version: '1' })).status).toBe(404)
  })
})

describe('a team', () => {
  it('is created in its round and changed', async () => {
    const { roundId } = await makeRound(at.db)
    const id = hiddenIn(await formOf(paths.newTeam(roundId)), 'id')
    const taken = await at.post(paths.newTeam(roundId), { ...team, id })
    expect([taken.status, await wordsOf(taken)]).toEqual([
      422,
      expect.stringContaining('这一轮已有一组叫这个名字。'),
    ])
    expect((await at.post(paths.newTeam(roundId), { ...team, id, name: '第三巡察组' })).status).toBe(303)
    const version = hiddenIn(await formOf(paths.team(id)), 'version')
    const renamed = await at.post(paths.team(id), { ...team, version })
    expect([renamed.status, await wordsOf(renamed)]).toEqual([
      422,
      expect.stringContaining('这一轮已有一组叫这个名字。'),
    ])
    await at.post(paths.team(id), { ...team, name: '第三巡察组', phone: '0700-5550199', version })
    expect(await findTeam(at.db, id)).toMatchObject({
      roundId,
      phone: '0700-5550199',
      dialects: ['普通话', '白话'],
    })
  })

  it('lacks nothing that is printed', async () => {
    const { roundId } = await makeRound(at.db)
    const id = hiddenIn(await formOf(paths.newTeam(roundId)), 'id')
    const answer = await at.post(paths.newTeam(roundId), {
      ...team,
      id,
      name: '第三巡察组',
      postal: ' ',
      phone: '转 8',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('id="postal-wrong"')
    expect(html).toContain('电话好像不对')
    expect(html).toContain('value="转 8"')
  })
})

describe('the office', () => {
  it('is not there for people who do not belong to it', async () => {
    const addresses = [paths.rounds, paths.newRound, paths.units, paths.newUnit]
    for (const address of addresses) {
      const answer = await at.app.request(address)
      expect(answer.status, address).not.toBe(200)
    }
  })
})
