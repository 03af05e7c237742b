import { beforeEach, describe, expect, it } from 'vitest'
import { giveKeys, makeCode, makeRound } from '../../test/cast/bare-office.ts'
import { openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { listDoubts, raiseDoubt } from './doubts.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
beforeEach(async () => {
  at = await openOfficeDesk()
  const ids = await makeRound(at.db)
  await giveKeys(at.db, at.office, ids)
  await makeCode(at.db, at.office, ids)
})

const say = (fields: Record<string, string>) =>
  at.app.request(paths.wrongNotice, { method: 'POST', body: new URLSearchParams(fields) })
const home = () => wordsOf(at.get(paths.office))

describe('something is wrong with a notice', () => {
  it('is said from the page where notices are checked, with the number filled in', async () => {
    const genuine = await (await at.app.request(`${paths.genuine}?number=123450`)).text()
    expect(genuine).toContain(`href="${paths.wrongNotice}?number=123450">这张公告有问题`)
    const page = await (await at.app.request(`${paths.wrongNotice}?number=123450`)).text()
    expect(page).toContain('value="123450"')
    for (const words of ['单位不对', '号码不对', '上面贴了别的码', '问我要钱要验证码', '其他'])
      expect(page).toContain(words)
  })

  it('thanks, keeps nothing of who said it, and is one task however many say so', async () => {
    for (let n = 0; n < 3; n++) {
      const answer = await say({ what: 'covered', number: '12 3450' })
      expect(answer.status).toBe(200)
      expect(await wordsOf(Promise.resolve(answer))).toContain('谢谢，我们去看。没有记您的任何信息。')
    }
    await say({ what: 'money', number: '123450' })
    expect(await listDoubts(at.db)).toEqual([
      { noticeNumber: '123450', what: 'covered', since: '2026-11-24', unit: '青塘村' },
      { noticeNumber: '123450', what: 'money', since: '2026-11-24', unit: '青塘村' },
    ])
    expect(await listSteps(at.db, 'doubt:123450.covered')).toMatchObject([
      { move: 'doubt', at: '2026-11-24', who: null },
    ])
    expect(await home()).toContain('上面贴了别的码 · 青塘村 123450 · 11月24日')
  })

  it('writes down no number that is not ours, so that nobody makes the list long', async () => {
    for (const number of ['999999', '', '<script>', '1'.repeat(30)]) {
      expect((await say({ what: 'number', number })).status).toBe(200)
    }
    expect(await listDoubts(at.db)).toMatchObject([{ noticeNumber: '', what: 'number', unit: null }])
    expect(await home()).toContain('号码不对 · 没写号，或者不是我们的号')
  })

  it('is one task also when ten say so in one moment', async () => {
    await Promise.all(Array.from({ length: 10 }, () => raiseDoubt(at.db, '123450', 'unit', '2026-11-24')))
    expect(await listSteps(at.db, 'doubt:123450.unit')).toHaveLength(1)
  })

  it('is over when the office has looked, with who did, and may be said again', async () => {
    await say({ what: 'unit', number: '123450' })
    const seen = () => at.post(paths.seenDoubt, { what: 'unit', number: '123450' })
    expect((await seen()).headers.get('Location')).toBe(`${paths.office}?said=sheet`)
    expect(await home()).not.toContain('群众说公告有问题')
    expect((await seen()).headers.get('Location')).toBe(paths.office)
    await say({ what: 'unit', number: '123450' })
    expect(await listDoubts(at.db)).toHaveLength(1)
    const taken = await listSteps(at.db, 'doubt:123450.unit')
    expect(taken.map(({ move }) => move)).toEqual(['doubt', 'see', 'doubt'])
    expect(taken[1]?.who).toBeTruthy()
  })

  it('asks again, with the number kept, when nothing was chosen', async () => {
    for (const fields of [{ number: '123450' }, { number: '123450', what: 'nonsense' }]) {
      const answer = await say(fields)
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('请选一个。')
      expect(page).toContain('value="123450"')
    }
    expect((await at.post(paths.seenDoubt, { what: 'unit', number: 'x' })).status).toBe(404)
    expect((await at.app.request(paths.wrongNotice, { method: 'PUT' })).status).toBe(405)
  })
})
