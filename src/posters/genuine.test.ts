import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { giveKeys, hand, makeCode, makeRound } from '../../test/cast/bare-office.ts'
import { openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { offices } from '../office/tables.ts'
import { paths } from '../paths.ts'
import { pauseIntake, versionOf } from '../rounds/store.ts'
import { rounds } from '../rounds/tables.ts'
import { signCertificate } from '../sealing/certificates.ts'
import { markTested } from './moving.ts'
import { codes } from './tables.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>
beforeEach(async () => {
  at = await openOfficeDesk()
  ids = await makeRound(at.db)
})

describe('for people with a notice in front of them', () => {
  const ask = (number: string) => at.app.request(`${paths.genuine}?number=${encodeURIComponent(number)}`)

  it('every number has its answer', async () => {
    await giveKeys(at.db, at.office, ids)
    const { token } = await makeCode(at.db, at.office, ids)
    expect(await wordsOf(ask('123450'))).toContain('这个号是真的，但还没启用，先不用填。')
    await markTested(at.db, token, at.clock.now())
    await at.post(paths.openCode(token), {})
    expect(await wordsOf(ask('12 3450'))).toContain('这个号是真的：青塘村，收到 2027年1月5日（星期二）为止。')
    expect(await wordsOf(ask('１２３４５０'))).toContain('网址也要对：sc.example.cn')
    const inUse = await (await ask('１２３４５０')).text()
    expect(inUse).toContain(`<a class="btn go" href="${paths.notice('123450')}">打开这张公告</a>`)
    expect(inUse).toContain('<span class="whole">2027年1月5日（星期二）</span>')
    at.clock.set('2026-11-09T09:00:00+08:00')
    expect(await wordsOf(ask('123450'))).toContain('青塘村，11月10日（星期二）开始收。')
    const version = await versionOf(at.db, `round:${ids.roundId}`)
    await pauseIntake(at.db, ids.roundId, version, { reason: '搬家', resumesOn: null }, hand)
    expect(await wordsOf(ask('123450'))).toContain('现在暂时停收。')
    expect(await wordsOf(ask('123450'))).not.toContain('打开这张公告')
    at.clock.set('2027-01-06T00:00:00+08:00')
    expect(await wordsOf(ask('123450'))).toContain('这个号是真的，但已经截止。')
    at.clock.set('2026-11-24T09:00:00+08:00')
    await at.post(paths.withdrawCode(token), { why: 'other' })
    expect(await wordsOf(ask('123450'))).toContain('这张公告停用了，别再用。')
  })

  it('what stands has no last day: not on paper, not on the phone, not here', async () => {
    await at.db.update(rounds).set({ type: 'standing' })
    await giveKeys(at.db, at.office, ids)
    const { token } = await makeCode(at.db, at.office, ids)
    await markTested(at.db, token, at.clock.now())
    await at.post(paths.openCode(token), {})
    const paper = await wordsOf(at.get(paths.printNotice(token)))
    const page = await wordsOf(at.app.request(paths.code(token)))
    const said = await wordsOf(ask('123450'))
    expect(paper).toContain('常年受理')
    expect(page).toContain('一直都收。')
    expect(said).toContain('这个号是真的：青塘村，常年受理。')
    for (const words of [paper, page, said]) expect(words).not.toMatch(/1月5日|收到 .*为止/)
  })

  it('a code for another purpose is no door to the form: it is answered as one that nobody made', async () => {
    await giveKeys(at.db, at.office, ids)
    const { token } = await makeCode(at.db, at.office, ids)
    await markTested(at.db, token, at.clock.now())
    await at.post(paths.openCode(token), {})
    const doors = (code: string, number: string) =>
      Promise.all(
        [paths.code(code), paths.notice(number), `${paths.genuine}?number=${number}`].map(async (door) => {
          const answer = await at.app.request(door)
          const said = [answer.status, answer.headers.get('Location'), await answer.text()].join()
          return said.replaceAll(number, '').replaceAll(code, '')
        }),
      )
    const unknown = await doors('0'.repeat(16), '987657')
    expect((await doors(token, '123450')).filter((answer) => unknown.includes(answer))).toEqual([])
    expect((await at.db.select().from(codes)).map(({ purpose }) => purpose)).toEqual(['report'])
    await at.db.update(codes).set({ purpose: sql`'survey'` })
    expect(await doors(token, '123450')).toEqual(unknown)
  })

  it('both addresses are right, once the root has signed the second', async () => {
    await makeCode(at.db, at.office, ids)
    const origin = 'https://fanying.example.org'
    await at.db.update(offices).set({ secondAddress: origin })
    expect(await wordsOf(ask('123450'))).not.toContain('fanying')
    const secondAddress = await signCertificate('secondAddress', { origin }, at.office.signer)
    await at.db.update(offices).set({ secondAddress })
    expect(await wordsOf(ask('123450'))).toContain('网址也要对：sc.example.cn 或 fanying.example.org')
  })

  it('an unknown number and one with a wrong check digit are answered alike', async () => {
    const [unknown, wrong] = [await wordsOf(ask('987657')), await wordsOf(ask('987651'))]
    expect(unknown).toContain('没有这个号，纸可能是假的。别填，请打 0000-6123400。')
    expect(wrong).toBe(unknown)
    const short = await ask('12345')
    expect([short.status, await wordsOf(short)]).toEqual([422, expect.stringContaining('公告号是 6 个数字')])
  })

  it('the address in the printed symbol, in capitals, leads to the page of its code', async () => {
    const { token } = await makeCode(at.db, at.office, ids)
    const led = await at.app.request(paths.printedCode(token))
    const page = led.status === 303 ? await at.app.request(led.headers.get('Location') ?? '') : led
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('第二巡察组')
  })

  it('an address that no code was printed with is told kindly', async () => {
    for (const garbled of ['%00', '%0d%0aX', '%0d%0aSet-Cookie:x', '%E0%A4%A', '..%2F..']) {
      const led = await at.app.request(`/C/${garbled}`)
      const page = led.status === 303 ? await at.app.request(led.headers.get('Location') ?? '') : led
      expect([garbled, page.status]).toEqual([garbled, 404])
      expect(await page.text()).toContain('没有这张公告')
    }
  })

  it('a typed address leads to the page of the code, in the same language and size', async () => {
    const { token } = await makeCode(at.db, at.office, ids)
    await at.db.update(codes).set({ state: 'inUse' })
    const led = await at.app.request(`${paths.notice('123450')}?lang=en&size=large`)
    expect([led.status, led.headers.get('Location')]).toEqual([
      303,
      `${paths.code(token)}?lang=en&size=large`,
    ])
    for (const [number, mistake] of [
      ['987657', '没有这个公告号。'],
      ['12', '公告号是 6 个数字'],
    ] as const) {
      const answer = await at.app.request(paths.notice(number))
      const page = await at.app.request(answer.headers.get('Location') ?? '')
      expect([answer.status, await wordsOf(page)]).toEqual([303, expect.stringContaining(mistake)])
    }
    expect((await at.app.request(paths.genuine, { method: 'POST' })).status).toBe(405)
  })

  it.each(['draft', 'tested'] as const)(
    'the number of a notice that is %s leads nowhere: who is to be inspected is not told',
    async (state) => {
      const { token } = await makeCode(at.db, at.office, ids)
      await at.db.update(codes).set({ state }).where(eq(codes.token, token))
      for (const address of [paths.notice('123450'), `${paths.front}?number=123450`]) {
        const answer = await at.app.request(address)
        const page =
          answer.status === 303 ? await at.app.request(answer.headers.get('Location') ?? '') : answer
        expect(await wordsOf(page)).toContain('没有这个公告号。')
      }
      expect((await at.db.select().from(codes))[0]?.state).toBe(state)
    },
  )
})
