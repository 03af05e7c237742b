import { eq } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import {
  askAtProgress,
  change,
  look,
  lookup,
  post,
  report,
  sent,
  stored,
  village,
} from '../../test/cast/asker.ts'
import { answers } from '../../test/cast/village.ts'
import { paths } from '../paths.ts'
import { envelopes, escalations } from '../reports/belonging-tables.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { checkDigit } from '../sealing/digits.ts'
import { inGroups } from '../sealing/query-code.ts'

askAtProgress()

describe('asking', () => {
  it('shows the stage, the next day in bold and the road, to a look-up value and to a code', async () => {
    for (const fields of [{ lookup }, { code: sent.code }, { code: sent.code.replace(/(....)/g, '$1 ') }]) {
      const { status, html, response } = await look(fields)
      expect(status).toBe(200)
      expect(html).toContain('<h1 tabindex="-1">收到了</h1>')
      expect(html).toContain('<b>11月25日（星期三）</b>前，告诉您归不归我们办。')
      expect(html).toContain('为保护您，这里不显示您写的话。')
      expect(response.headers.get('Set-Cookie')).toBeNull()
      expect(response.headers.get('Cache-Control')).toBe('no-store')
    }
  })

  it('puts in bold the day that the sentence names, and marks where the question was asked from', async () => {
    await change({ state: 'needsInfo', askedFrom: 'verifying', due: '2026-12-04', promise: '2026-12-15' })
    const { html } = await look({ lookup })
    expect(html).toContain('<b>12月4日（星期五）</b>前写在下面就行。')
    expect(html).toMatch(/<li aria-current="step">正在核实<\/li>/)
  })

  it('calls no stage nothing new: each is news when it is reached', async () => {
    for (const state of ['received', 'accepted', 'verifying', 'fixing', 'merged'] as const) {
      await change({ state })
      expect((await look({ lookup })).html).not.toContain('还没有新的情况')
      const english = await post(`${paths.progress}?lang=en`, { lookup })
      expect(english.html.toLowerCase()).not.toContain('nothing new')
    }
  })

  it('never shows unit, kind, tile, team, day of filing or words', async () => {
    await change({ state: 'verifying', promise: '2026-12-15' })
    for (const fields of [{ lookup }, { code: sent.code }]) {
      const { html } = await look(fields)
      // Ids and envelopes are random, and may spell anything.
      const shown = html.slice(html.indexOf('<main'), html.indexOf('</main>')).replace(/="[\w-]{20,}"/g, '')
      expect(shown).not.toMatch(/青塘|补贴|B3|problem|第二巡察组|11月24日|2026|三组|李大山|陈静/)
    }
  })

  it('does not open the report, only the conversation', async () => {
    const { html } = await look({ lookup })
    const sealed = await village.db.select().from(envelopes).where(eq(envelopes.part, 'body'))
    expect(html).not.toContain(base64url(sealed[0]!.envelope))
  })

  it.each([
    ['1234', 422, '一共 20 个数字，现在是 4 个。'],
    ['', 422, '一共 20 个数字，现在是 0 个。'],
    ['１２３４', 422, '现在是 4 个。'],
  ])('tells that %j is no code', async (code, status, sentence) => {
    const answer = await look({ code })
    expect(answer.status).toBe(status)
    expect(answer.html).toContain(sentence)
  })

  it('tells a wrong digit before anything is derived', async () => {
    const derive = vi.spyOn(crypto.subtle, 'deriveBits')
    const wrong = `${(Number(sent.code[0]) + 1) % 10}${sent.code.slice(1)}`
    const { status, html } = await look({ code: wrong })
    expect(status).toBe(422)
    expect(html).toContain('有一个数字可能抄错了，请照着纸再看一遍。')
    expect(html).toContain(`>${inGroups(wrong)}</textarea>`)
    expect(derive).not.toHaveBeenCalled()
    derive.mockRestore()
  })

  it('answers an unknown code and a dead one alike, typed or derived', async () => {
    const unknown = `${'1'.repeat(19)}${checkDigit('1'.repeat(19))}`
    const pages = [await look({ code: unknown }), await look({ lookup: base64url(random(32)) })]
    await change({ lookupHash: null })
    pages.push(await look({ lookup }), await look({ code: sent.code }))
    for (const { status, html } of pages) {
      expect(status).toBe(404)
      expect(html).toContain('没有查到。请一组一组再看一遍。')
      expect(html).toContain('还是不行，请打 0000-6123400，报受理号。')
    }
    const main = (html: string) =>
      html.slice(html.indexOf('<main'), html.indexOf('</main>')).replace(/<textarea[\s\S]*<\/textarea>/, '')
    expect(new Set(pages.map(({ html }) => main(html))).size).toBe(1)
  })

  it('takes as long over an unknown code as over a dead one, typed or derived', async () => {
    await change({ lookupHash: null })
    const unknown = `${'1'.repeat(19)}${checkDigit('1'.repeat(19))}`
    for (const [stranger, dead, times] of [
      [{ code: unknown }, { code: sent.code }, 12],
      [{ lookup: base64url(random(32)) }, { lookup }, 40],
    ] as const) {
      const quickest = { stranger: Number.POSITIVE_INFINITY, dead: Number.POSITIVE_INFINITY }
      const took = async (who: keyof typeof quickest, asked: Record<string, string>) => {
        const began = performance.now()
        expect((await look(asked)).status).toBe(404)
        quickest[who] = Math.min(quickest[who], performance.now() - began)
      }
      const ratio = () => quickest.stranger / quickest.dead
      const isAlike = () => ratio() > 0.7 && ratio() < 1.4
      // In turns: whatever else the machine does, it does to both. On a busy one the quickest of a few says little yet.
      for (let n = 0; n < times || (n < 10 * times && !isAlike()); n++) {
        await took('stranger', stranger)
        await took('dead', dead)
      }
      expect(ratio()).toBeGreaterThan(0.7)
      expect(ratio()).toBeLessThan(1.4)
    }
  })

  it('sends away whoever comes when too many codes are being stretched', async () => {
    const unknown = `${'2'.repeat(19)}${checkDigit('2'.repeat(19))}`
    const pages = await Promise.all(Array.from({ length: 36 }, () => look({ code: unknown })))
    const slowed = pages.filter(({ status }) => status === 429)
    // On a busy machine one may be done before the last has come: then its place is taken.
    expect(slowed.length).toBeGreaterThan(0)
    expect(slowed.length).toBeLessThanOrEqual(4)
    expect(slowed[0]?.html).toContain('现在查的人多，请等 5 秒。')
    expect(slowed[0]?.html).toContain(`>${inGroups(unknown)}</textarea>`)
    expect(slowed[0]?.response.headers.get('Retry-After')).toBe('5')
    expect((await look({ lookup })).status).toBe(200)
  })
})

describe('a report about somebody that has ended', () => {
  const message = () => ({ lookup, id: base64url(random(16)), envelope: base64url(random(1054)) })
  const shown = async () => {
    const { html } = await look({ lookup })
    return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  }

  it.each(['2026-10-25', '2026-11-20'])(
    'shows the same page whatever became of it (%s)',
    async (concludedOn) => {
      const ended = { kind: 'conduct', promise: null, concludedOn } as const
      const pages: string[] = []
      for (const state of ['concluded', 'escalated'] as const) {
        await change({ ...ended, state })
        pages.push(await shown())
      }
      await village.db.insert(escalations).values({ reportId: sent.id, openedBy: 'chen', receipt: '17' })
      pages.push(await shown())
      if (concludedOn < '2026-11-01') {
        await change({ ...ended, state: 'archived' })
        pages.push(await shown())
        expect(pages[0]).toContain('已过 30 天')
      }
      expect(new Set(pages).size).toBe(1)
    },
  )

  it.each([
    ['2026-10-25', 409],
    ['2026-11-20', 200],
  ] as const)('answers what is added alike whatever became of it (%s)', async (concludedOn, wanted) => {
    const ended = { kind: 'conduct', promise: null, concludedOn } as const
    const answers: string[] = []
    const add = async () => {
      const { status, html } = await post(paths.progressMessage, message())
      answers.push(`${status} ${html.slice(html.indexOf('<main'), html.indexOf('</main>'))}`)
    }
    await change({ ...ended, state: 'concluded' })
    await add()
    await change({ ...ended, state: 'escalated' })
    await village.db.insert(escalations).values({ reportId: sent.id, openedBy: 'chen' })
    await add()
    const erased = { receipt: '17', receiptOn: '2026-11-21', exportedAs: 1 }
    await village.db.update(escalations).set(erased)
    await add()
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]?.startsWith(String(wanted))).toBe(true)
    expect((await stored()).length).toBe(wanted === 200 ? 3 : 0)
    // What was added after the receipt waits for one of its own.
    const awaited = wanted === 200 ? { receipt: null, receiptOn: null, exportedAs: 1 } : erased
    expect(await village.db.select().from(escalations)).toMatchObject([awaited])
  })
})

describe('taking name and phone back', () => {
  it('erases them at once, by code and by look-up value, and says so', async () => {
    expect((await look({ lookup })).html).toContain('删掉我的姓名和电话')
    const { status, html } = await post(paths.progressErase, { lookup })
    expect(status).toBe(200)
    expect(html).toContain('姓名和电话已经删掉了。')
    expect(html).not.toContain('id="erase"')
    expect((await report()).contactHeld).toBe(false)
    expect((await village.db.select().from(envelopes)).map(({ part }) => part)).not.toContain('contact')
    expect((await post(paths.progressErase, { code: sent.code })).status).toBe(200)
  })

  it('tells whoever only asked for a call that nobody can call then, and where to write', async () => {
    await change({ callMe: true })
    const asked = (await look({ lookup })).html
    expect(asked).toContain('谁也打不了您的电话了。没写过是什么事的，请写在“补充几句”里。')
    expect(asked).not.toContain('写过的照样办')
    // Nothing can be added any more to what is over.
    await change({ state: 'voided' })
    const over = (await look({ lookup })).html
    expect(over).not.toContain('补充几句')
    expect(over).toContain('写过的照样办')
    await change({ state: 'received' })
    expect((await post(paths.progressErase, { lookup })).html).toContain('补充几句</label>')
  })

  it('is not offered to whoever left none', async () => {
    const other = await village.sealInBrowser(answers)
    await village.postJson(other.post)
    expect((await look({ lookup: base64url(other.lookup) })).html).not.toContain('删掉我的姓名和电话')
  })
})

it('other methods and kinds of content are refused', async () => {
  expect((await village.get(paths.progressMessage)).status).toBe(405)
  const headers = { 'Content-Type': 'application/json' }
  const response = await village.app.request(paths.progress, { method: 'POST', headers, body: '{}' })
  expect(response.status).toBe(415)
})
