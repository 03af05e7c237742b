import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { giveKeys, hand, makeCode, makeRound } from '../../test/cast/bare-office.ts'
import { openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { noticeNumber } from '../sealing/notice-number.ts'
import { changeSheets, markTested, openCodes, withdrawCode } from './moving.ts'
import { listSheets, moveSheet } from './sheet-moving.ts'
import { canMoveSheet, type SheetMove, sheetMoves } from './sheets.ts'
import { findCode } from './store.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>
let token: string
beforeEach(async () => {
  at = await openOfficeDesk()
  ids = await makeRound(at.db)
  await giveKeys(at.db, at.office, ids)
  ;({ token } = await makeCode(at.db, at.office, ids, '123450'))
  await markTested(at.db, token, at.clock.now())
  await openCodes(at.db, [token], hand)
})

const look = (number: string, sheet: string) =>
  at.get(`${paths.checkSheets}?${new URLSearchParams({ number, sheet })}`)
const say = (sheet: number, fields: Record<string, string>) =>
  at.post(paths.sheet(token, String(sheet)), fields)
const post = (sheet: number, place = '村委会公告栏') => say(sheet, { move: 'post', place, on: '2026-11-23' })
const code = async () => (await findCode(at.db, token))!.code
const states = async () => (await listSheets(at.db, await code())).map(({ state }) => state)

describe('whoever hands out cards and table tents', () => {
  const count = (fields: Record<string, string>) => at.post(paths.sheetsOf(token), fields)
  const typed = { cardPrinted: '300', cardHandedOut: '８０', tentPrinted: '6', tentHandedOut: '' }

  it('writes down how many, and the round has the sum', async () => {
    expect(await wordsOf(at.get(paths.codes(ids.roundId)))).not.toContain('已发卡片')
    const done = await count({ ...typed, version: '0' })
    expect([done.status, done.headers.get('Location')]).toEqual([303, `${paths.sheetsOf(token)}?said=sheet`])
    const html = await (await at.get(paths.sheetsOf(token))).text()
    expect(html).toMatch(/name="cardHandedOut"[^>]* value="80"/)
    expect(html).toMatch(/name="tentHandedOut"[^>]* value="0"/)
    expect(await wordsOf(at.get(paths.codes(ids.roundId)))).toContain('已发卡片 80 张、桌牌 0 个。')
    expect(await listSteps(at.db, `handouts:${token}`)).toMatchObject([
      { move: 'count', who: 'p-office', why: 'card:300,80;tent:6,0' },
    ])
  })

  it('is told of a slip, and of somebody who has counted meanwhile', async () => {
    const more = await count({ ...typed, cardHandedOut: '301', version: '0' })
    expect([more.status, await wordsOf(more)]).toEqual([422, expect.stringContaining('发的比印的多')])
    const word = await count({ ...typed, tentPrinted: '六', version: '0' })
    expect([word.status, await wordsOf(word)]).toEqual([422, expect.stringContaining('请写 0 到 999999')])
    await count({ ...typed, version: '0' })
    const late = await count({ ...typed, cardHandedOut: '90', version: '0' })
    const html = await late.text()
    expect(late.status).toBe(409)
    expect(html).toContain('现在存的是：80')
    expect(html).toMatch(/name="cardHandedOut"[^>]* value="90"/)
    await count({ ...typed, cardHandedOut: '90', version: '1' })
    expect(await wordsOf(at.get(paths.codes(ids.roundId)))).toContain('已发卡片 90 张')
  })
})

describe('somebody who stands in front of a notice', () => {
  it('types the two numbers, as they stand on paper or in full width, and sees whether it is genuine', async () => {
    for (const sheet of ['2', '02', '２']) {
      expect(await wordsOf(look('１２３４５０', sheet))).toContain('真的，青塘村，第 2 张')
    }
    for (const number of ['987657', '111111']) {
      const answer = await look(number, '1')
      expect([answer.status, await wordsOf(answer)]).toEqual([
        200,
        expect.stringContaining('没有这个号，可能是假的，请拍照。'),
      ])
    }
    expect(await wordsOf(look('123450', '4'))).toContain('这个号只有 3 张，没有第 4 张，可能是复印的。')
    const wrong = await look('12345', '0')
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('公告号是 6 个数字')
    expect(html).not.toContain('处，没有保存')
    expect(html).toContain('张号是 1 到 99 的数字。')
    expect(html).toContain('value="12345"')
  })

  it('writes down where it hangs and since when, and the round counts it', async () => {
    const done = await post(2)
    expect([done.status, done.headers.get('Location')]).toEqual([
      303,
      `${paths.checkSheets}?number=123450&sheet=2&said=sheet`,
    ])
    const words = await wordsOf(look('123450', '2'))
    expect(words).toContain('● 贴着')
    expect(words).toContain('村委会公告栏')
    expect(words).toContain('11月23日')
    expect(await wordsOf(at.get(paths.codes(ids.roundId)))).toContain('共 3 张，贴 1')
    expect(await wordsOf(at.get(paths.sheetsOf(token)))).toContain('02 ● 贴着 村委会公告栏')
    const [step] = await listSteps(at.db, `sheet:${token}.2`)
    expect(step).toMatchObject({ move: 'post', fromState: 'printed', toState: 'posted', who: 'p-office' })
  })

  it('is told what is missing and keeps what was typed', async () => {
    for (const [fields, sentence] of [
      [{ move: 'post', place: ' ', on: '2026-11-23' }, '请写贴在哪里'],
      [{ move: 'post', place: '小卖部', on: '2026-11-31' }, '请选贴的日子'],
      [{ move: 'post', place: '小卖部', on: '2026-11-25' }, '请选贴的日子，不能是以后。'],
    ] as const) {
      const answer = await say(1, fields)
      const html = await answer.text()
      expect([answer.status, html]).toEqual([422, expect.stringContaining(sentence)])
      if (fields.place.trim()) expect(html).toContain(`value="${fields.place}"`)
    }
    expect((await say(1, { move: 'burn' })).status).toBe(422)
    expect((await say(9, { move: 'miss' })).status).toBe(404)
    expect(await states()).toEqual(['printed', 'printed', 'printed'])
  })

  it('finds it covered, replaces it, and the new sheet has the next number', async () => {
    await post(1)
    await say(1, { move: 'cover' })
    expect(await wordsOf(look('123450', '1'))).toContain('被盖的可能是别人的码')
    await say(1, { move: 'replace' })
    expect(await wordsOf(look('123450', '1'))).toContain('○ 换了：换成第 4 张')
    expect(await states()).toEqual(['replaced', 'printed', 'printed', 'printed'])
    expect((await code()).sheets).toBe(4)
    const paper = await (await at.get(`${paths.printNotice(token)}?sheets=all`)).text()
    expect(paper.match(/第 04 张/g)).toHaveLength(1)
  })

  it('never gets a number that another sheet had, also when fewer were to be printed since', async () => {
    await say(3, { move: 'miss' })
    await changeSheets(at.db, token, 2, hand)
    await say(3, { move: 'replace' })
    expect(await states()).toEqual(['printed', 'printed', 'replaced', 'printed'])
    await changeSheets(at.db, token, 99, hand)
    await say(5, { move: 'miss' })
    const answer = await say(5, { move: 'replace' })
    expect([answer.status, await wordsOf(answer)]).toEqual([409, expect.stringContaining('最多 99 张')])
  })

  it('never gets a number that was printed, though fewer were to be printed since and nobody said anything of it', async () => {
    await changeSheets(at.db, token, 10, hand)
    await say(2, { move: 'miss' })
    await changeSheets(at.db, token, 3, hand)
    expect(await wordsOf(look('123450', '10'))).toContain('真的，青塘村，第 10 张')
    expect(await wordsOf(look('123450', '11'))).toContain('没有第 11 张')
    const toTakeDown = () => wordsOf(at.get(paths.withdrawCode(token)))
    expect(await toTakeDown()).toContain('一共 10 张，贴出去的请去撕掉')
    await say(2, { move: 'replace' })
    expect((await listSheets(at.db, await code()))[1]).toMatchObject({ state: 'replaced', replacedBy: 11 })
    expect(await toTakeDown()).toContain('一共 11 张')
    await changeSheets(at.db, token, 1, hand)
    await say(1, { move: 'miss' })
    await say(1, { move: 'replace' })
    expect((await listSheets(at.db, await code()))[0]).toMatchObject({ replacedBy: 12 })
  })

  it('sees that it was withdrawn, why, and which one is used now', async () => {
    const next = await makeCode(at.db, at.office, ids, '987657')
    await markTested(at.db, next.token, at.clock.now())
    await withdrawCode(at.db, token, 'covered', next.token, hand)
    const words = await wordsOf(look('123450', '1'))
    expect(words).toContain('这张公告已停用，请撕掉。上面贴了别的码，或者被换了。现在用 987657。')
    expect(await wordsOf(look('987657', '1'))).not.toContain('停用')
  })

  it('of two who write at once one is told to look again, and one step is written', async () => {
    await post(1)
    const both = await Promise.all([say(1, { move: 'damage' }), say(1, { move: 'miss' })])
    const answers = both.map(({ status }) => status).sort()
    expect([
      [303, 303],
      [303, 409],
    ]).toContainEqual(answers)
    const steps = await listSteps(at.db, `sheet:${token}.1`)
    expect(steps).toHaveLength(answers[1] === 409 ? 2 : 3)
  })
})

describe('a sheet', () => {
  it('goes only where the table lets it, whatever is pressed', async () => {
    let fresh = 0
    const moves = Object.keys(sheetMoves) as SheetMove[]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...moves), { maxLength: 8 }), async (pressed) => {
        const { token } = await makeCode(
          at.db,
          at.office,
          ids,
          noticeNumber(String(++fresh).padStart(5, '0')),
        )
        const own = (await findCode(at.db, token))!.code
        for (const move of pressed) {
          const before = (await listSheets(at.db, own))[0]!.state
          const outcome = await moveSheet(
            at.db,
            own,
            1,
            move,
            { place: '码头', on: '2026-11-23' as never },
            hand,
          )
          const after = (await listSheets(at.db, own))[0]!.state
          expect(outcome).toBe(canMoveSheet(move, before) ? 'done' : 'not allowed')
          expect(after).toBe(canMoveSheet(move, before) ? sheetMoves[move].to : before)
        }
      }),
      { numRuns: 25 },
    )
  })
})
