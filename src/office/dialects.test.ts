import { beforeEach, describe, expect, it } from 'vitest'
import { hand, makeRound, teamFields } from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { createTeam, findTeam, listTeams } from '../rounds/teams.ts'
import { theOffice } from './store.ts'
import { offices, usualDialects } from './tables.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
beforeEach(async () => {
  at = await openOfficeDesk()
  await at.db.update(offices).set({ dialects: usualDialects })
})

const set = (dialects: string, version = '0') => at.post(paths.dialects, { version, dialects })
const stored = async () => (await theOffice(at.db)).dialects
const read = (address: string = paths.settings) => wordsOf(at.get(address))
const htmlOf = async (address: string) => (await at.get(address)).text()
const boxesIn = (html: string) =>
  [...html.matchAll(/<input type="checkbox"[^>]*name="dialects" value="([^"]*)"([^>]*)>/g)].map(
    ([, name, marks = '']) => [name, /\bchecked\b/.test(marks)],
  )

describe('what is spoken here', () => {
  it('is one thing by itself, and what the office says, in its own words, on record', async () => {
    expect(await stored()).toEqual(['普通话'])
    expect(await read()).toContain('这里讲的话 普通话 普通话 默认')
    const answer = await set(' 普通话，客家话、白话 、白话')
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${paths.settings}?said=set`])
    expect(await stored()).toEqual(['普通话', '客家话', '白话'])
    expect(await read()).toContain('这里讲的话 普通话、客家话、白话 普通话 办公室')
    expect(await htmlOf(paths.settings)).toContain('value="普通话、客家话、白话"')
    const toState = JSON.stringify(await stored())
    expect(await listSteps(at.db, 'dialects')).toMatchObject([
      { who: 'p-office', move: 'setDialects', position: 1, toState },
    ])
    const blank = { version: '1', dialects: '普通话', missing: 'constructor' }
    expect((await at.post(paths.dialects, blank)).status).toBe(422)
    await set('普通话、客家话、白话', '1')
    expect(await listSteps(at.db, 'dialects')).toHaveLength(1)
  })

  it.each([
    ['', '请至少选一种。'],
    [' 、，', '请至少选一种。'],
    ['普通话、一种名字长得谁也记不住的话', '太长了，请写短些。'],
    [Array.from({ length: 13 }, (_, n) => `第${n}种`).join('、'), '太长了，请写短些。'],
  ])('keeps %j typed, says what is wrong with it, and stores nothing', async (typed, sentence) => {
    const answer = await set(typed)
    const html = await answer.text()
    expect([answer.status, html]).toEqual([422, expect.stringContaining(`这里讲的话：${sentence}`)])
    expect(html).toContain(`value="${typed}"`)
    expect(await stored()).toEqual(['普通话'])
  })

  it('is set by one of two at once; the other sees what is stored beside what they typed', async () => {
    await set('普通话、白话')
    const late = await set('普通话、海话')
    const html = await late.text()
    expect([late.status, html]).toEqual([409, expect.stringContaining('现在存的是：普通话、白话')])
    expect(html).toContain('value="普通话、海话"')
    expect(await stored()).toEqual(['普通话', '白话'])
  })
})

describe('a team', () => {
  const typed = { ...teamFields, name: '第三巡察组' }
  const create = async (roundId: string, dialects: string) => {
    const id = hiddenIn(await htmlOf(paths.newTeam(roundId)), 'id')
    return { id, answer: await at.post(paths.newTeam(roundId), { ...typed, id, dialects }) }
  }

  it('chooses from them, and speaks the only one by itself', async () => {
    const { roundId } = await makeRound(at.db)
    expect(boxesIn(await htmlOf(paths.newTeam(roundId)))).toEqual([['普通话', true]])
    await set('普通话、客家话、白话')
    expect(boxesIn(await htmlOf(paths.newTeam(roundId)))).toEqual([
      ['普通话', false],
      ['客家话', false],
      ['白话', false],
    ])
  })

  it('is posted as a browser posts several boxes', async () => {
    const { roundId } = await makeRound(at.db)
    await set('普通话、客家话、白话')
    const id = hiddenIn(await htmlOf(paths.newTeam(roundId)), 'id')
    const { dialects: _, ...fields } = typed
    const body = new URLSearchParams({ ...fields, id, phone: '转 8' })
    for (const name of ['客家话', '白话']) body.append('dialects', name)
    const headers = { Cookie: at.cookie, Origin: 'http://localhost', Host: 'localhost' }
    const post = () => at.app.request(paths.newTeam(roundId), { method: 'POST', headers, body })
    const again = await post()
    expect([again.status, boxesIn(await again.text())]).toEqual([
      422,
      [
        ['普通话', false],
        ['客家话', true],
        ['白话', true],
      ],
    ])
    body.set('phone', typed.phone)
    expect((await post()).status).toBe(303)
    expect((await findTeam(at.db, id))?.dialects).toEqual(['客家话', '白话'])
  })

  it('speaks at least one, and none that nobody has said is spoken here', async () => {
    const { roundId } = await makeRound(at.db)
    await set('普通话、客家话')
    const none = await (await create(roundId, '')).answer.text()
    expect(none).toContain('<a href="#dialects">接电话能讲的话：请至少选一种。</a>')
    const other = (await create(roundId, '普通话、海话')).answer
    expect([other.status, await wordsOf(other)]).toEqual([422, expect.stringContaining('已经不在名单里了')])
    expect(await listTeams(at.db, roundId)).toHaveLength(1)
  })

  it('keeps what it speaks when the list changes, and may lose it', async () => {
    const { roundId } = await makeRound(at.db)
    const before = ['普通话', '客家话']
    await createTeam(at.db, { id: 'third', roundId }, { ...typed, dialects: before }, hand)
    await set('普通话、白话')
    expect((await findTeam(at.db, 'third'))?.dialects).toEqual(before)
    const page = await htmlOf(paths.team('third'))
    expect(boxesIn(page)).toEqual([
      ['普通话', true],
      ['白话', false],
      ['客家话', true],
    ])
    const save = async (dialects: string) =>
      at.post(paths.team('third'), {
        ...typed,
        version: hiddenIn(await htmlOf(paths.team('third')), 'version'),
        dialects,
      })
    expect((await save('白话、客家话')).status).toBe(303)
    expect((await findTeam(at.db, 'third'))?.dialects).toEqual(['白话', '客家话'])
    expect((await save('白话')).status).toBe(303)
    expect((await save('客家话')).status).toBe(422)
  })
})
