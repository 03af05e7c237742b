import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { answers, makeDraft, nonceIn, openVillage, reachable, type Village } from '../../test/cast/village.ts'
import { paths } from '../paths.ts'
import { envelopes, escalations, messages, reports } from '../reports/tables.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { conversationKey, openMessage, sealMessage } from '../sealing/conversation.ts'
import { checkDigit, inGroups } from '../sealing/query-code.ts'

let village: Village
let sent: Awaited<ReturnType<Village['sealInBrowser']>>
let lookup: string
beforeEach(async () => {
  village = await openVillage()
  sent = await village.sealInBrowser(reachable, makeDraft())
  await village.postJson(sent.post)
  lookup = base64url(sent.lookup)
})

async function post(path: string, fields: Record<string, string>) {
  const response = await village.postForm(path, fields)
  return { status: response.status, html: await response.text(), response }
}
const look = (fields: Record<string, string>) => post(paths.progress, fields)
const report = async () => (await village.db.select().from(reports))[0]!
const change = (values: Partial<typeof reports.$inferInsert>) => village.db.update(reports).set(values)
const stored = () => village.db.select().from(messages)

async function teamSays(purpose: 'question' | 'answer' | 'channel' | 'talk', text: string, position = 2) {
  const id = base64url(random(16))
  const envelope = await sealMessage(await conversationKey(sent.dek), sent.id, 'toResident', id, text)
  const row = { reportId: sent.id, id, direction: 'toResident', purpose, envelope, on: '2026-11-24' } as const
  await village.db.insert(messages).values({ ...row, position, by: 'p-1' })
}

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

  it('says that there is nothing new while the team has said nothing, also of a merged report', async () => {
    const news = async (values: Parameters<typeof change>[0]) => {
      await change(values)
      return !(await look({ lookup })).html.includes('<p class="soft">还没有新的情况。</p>')
    }
    for (const state of ['received', 'accepted', 'verifying', 'merged'] as const)
      expect(await news({ state })).toBe(false)
    for (const state of ['needsInfo', 'concluded', 'declined', 'archived'] as const)
      expect(await news({ state })).toBe(true)
    await teamSays('talk', '我们周三去村里。')
    expect(await news({ state: 'verifying' })).toBe(true)
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

  it('answers unknown, dead and malformed alike', async () => {
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

  it('sends away whoever comes when too many codes are being stretched', async () => {
    const unknown = `${'2'.repeat(19)}${checkDigit('2'.repeat(19))}`
    const pages = await Promise.all(Array.from({ length: 14 }, () => look({ code: unknown })))
    const slowed = pages.filter(({ status }) => status === 429)
    expect(slowed.length).toBe(4)
    expect(slowed[0]?.html).toContain('现在查的人多，请等 5 秒。')
    expect(slowed[0]?.html).toContain(`>${inGroups(unknown)}</textarea>`)
    expect(slowed[0]?.response.headers.get('Retry-After')).toBe('5')
    expect((await look({ lookup })).status).toBe(200)
  })
})

describe('the conversation', () => {
  it('fills the sentence here for a code, and is left sealed for a browser', async () => {
    await change({ state: 'needsInfo', promise: '2026-12-04', askedFrom: 'received' })
    await teamSays('question', '是哪一个组？')
    expect((await look({ code: sent.code })).html).toMatch(/巡察组问：<span[^>]*>是哪一个组？<\/span>/)
    const { html } = await look({ lookup })
    expect(html).toMatch(/data-message="[\w-]{22}" data-envelope="[\w-]+"><\/span>/)
    expect(html).not.toContain('是哪一个组')
    expect(html).toMatch(/data-access="[\w-]+"/)
  })

  it('says the whole of a question, however many lines it has', async () => {
    await change({ state: 'needsInfo', promise: '2026-12-04', askedFrom: 'received' })
    await teamSays('question', '是哪一个组？\n哪一年的事？')
    expect((await look({ code: sent.code })).html).toMatch(
      /<span class="said"[^>]*>是哪一个组？\n哪一年的事？<\/span>/,
    )
  })

  it('says a question again where it is answered', async () => {
    await change({ state: 'needsInfo', promise: '2026-12-04', askedFrom: 'received' })
    await teamSays('question', '是哪一个组？')
    const { html } = await look({ code: sent.code })
    expect(html.slice(html.indexOf('id="add"'))).toContain('是哪一个组？')
    expect(html).toMatch(/<textarea id="more"[^>]* aria-describedby="asked"/)
    await change({ state: 'received' })
    expect((await look({ code: sent.code })).html).not.toContain('id="asked"')
  })

  it('fills a channel and its telephone from two lines', async () => {
    await change({ state: 'declined', forwarded: false, promise: null })
    await teamSays('channel', '岚川市医保局\n0700-5550199')
    const { html } = await look({ code: sent.code })
    const words = html.replace(/<[^>]*>/g, '')
    expect(words).toContain('您可以找岚川市医保局，电话 0700-5550199。')
    expect(words).toContain('我们没有替您转过去。')
    expect(html).toMatch(/<a [^>]*href="tel:07005550199">0700-5550199<\/a>/)
  })

  it('shows talk and earlier questions, and never an answer that its sentence does not name', async () => {
    await change({ kind: 'conduct', state: 'concluded', conclusion: 'substantiated', promise: null })
    await teamSays('question', '早先的问题', 2)
    await teamSays('talk', '我们周三去村里。', 3)
    await teamSays('answer', '不该看到的答复', 4)
    const { html } = await look({ code: sent.code })
    expect(html).toContain('早先的问题')
    expect(html).toContain('我们周三去村里。')
    expect(html).toContain('您反映的情况，已经按规定处理。谢谢您。')
    expect(html).not.toContain('不该看到的答复')
  })

  it('says when a message cannot be opened', async () => {
    await change({ state: 'needsInfo' })
    const row = {
      reportId: sent.id,
      id: base64url(random(16)),
      direction: 'toResident',
      purpose: 'question',
    } as const
    await village.db
      .insert(messages)
      .values({ ...row, envelope: random(1054), on: '2026-11-24', position: 2 })
    const { html } = await look({ code: sent.code })
    expect(html).toMatch(/<p class="error" id="unopened">这条话打不开，请打 0000-6123456，报受理号。/)
  })

  it('takes what a browser sealed, once', async () => {
    const id = base64url(random(16))
    const envelope = await sealMessage(await conversationKey(sent.dek), sent.id, 'toTeam', id, '补充一句')
    const fields = { lookup, id, envelope: base64url(envelope) }
    for (const answer of [
      await post(paths.progressMessage, fields),
      await post(paths.progressMessage, fields),
    ]) {
      expect(answer.status).toBe(200)
      expect(answer.html).toContain('补充的话收到了。')
      expect(answer.html).not.toContain('name="text"')
    }
    expect((await stored()).length).toBe(1)
    expect((await report()).unread).toBe(true)
  })

  it('seals on arrival what comes without scripts, once, and the team can open it', async () => {
    const { html } = await look({ code: sent.code })
    const fields = { code: sent.code, nonce: nonceIn(html), text: '补充：村口那一盏。' }
    await post(paths.progressMessage, fields)
    const { status, html: answer } = await post(paths.progressMessage, fields)
    expect(status).toBe(200)
    expect(answer).toContain('补充的话收到了。')
    expect(answer).not.toContain('村口')
    const [message, ...more] = await stored()
    expect(more).toEqual([])
    const conversation = await conversationKey(sent.dek)
    expect(await openMessage(conversation, sent.id, 'toTeam', message!.id, message!.envelope)).toBe(
      '补充：村口那一盏。',
    )
  })

  it('answers an open question, and the report goes on', async () => {
    await change({ state: 'needsInfo', askedFrom: 'received', pausedOn: '2026-11-24' })
    const { html } = await look({ code: sent.code })
    await post(paths.progressMessage, { code: sent.code, nonce: nonceIn(html), text: '三组。' })
    expect((await report()).state).toBe('received')
  })

  it('keeps what was typed when it is empty, too long or comes in the way of staff', async () => {
    const { html } = await look({ code: sent.code })
    const nonce = nonceIn(html)
    const send = (text: string) => post(paths.progressMessage, { code: sent.code, nonce, text })
    expect((await send(' ')).html).toContain('请写几句再交。')
    const long = await send('多'.repeat(2002))
    expect(long.status).toBe(422)
    expect(long.html).toContain('多了 2 字。')
    expect(long.html).toContain('多'.repeat(2002))
    expect(await stored()).toEqual([])
  })

  it('tries again when staff moved the report at the same moment', async () => {
    const id = base64url(random(16))
    const envelope = await sealMessage(await conversationKey(sent.dek), sent.id, 'toTeam', id, '再补一句')
    vi.spyOn(village.db, 'batch').mockImplementationOnce(async () => {
      throw new Error('UNIQUE constraint failed: steps.subject, steps.position')
    })
    const { status } = await post(paths.progressMessage, { lookup, id, envelope: base64url(envelope) })
    expect(status).toBe(200)
    expect((await stored()).length).toBe(1)
  })

  it.each([
    ['an envelope of another length', { id: base64url(random(16)), envelope: 'AAAA' }],
    ['no id', { envelope: base64url(random(1054)) }],
  ])('refuses %s', async (_, fields) => {
    const answer = await post(paths.progressMessage, { lookup, ...fields } as Record<string, string>)
    expect(answer.status).toBe(400)
    expect(await stored()).toEqual([])
  })

  it('keeps what was typed, to be sent with one press, when too many codes are being stretched', async () => {
    const { html } = await look({ code: sent.code })
    const nonce = nonceIn(html)
    const crowd = Array.from({ length: 10 }, () => look({ code: sent.code }))
    const typed = { code: sent.code, nonce, text: '村口那一盏<灯>。' }
    const [slowed, erasing] = await Promise.all([
      post(paths.progressMessage, typed),
      post(paths.progressErase, { code: sent.code, nonce }),
    ])
    await Promise.all(crowd)
    expect(slowed?.status).toBe(429)
    expect(slowed?.response.headers.get('Retry-After')).toBe('5')
    expect(slowed?.html).toContain('现在查的人多，请等 5 秒。')
    expect(slowed?.html).toMatch(/<textarea id="more" name="text"[^>]*>村口那一盏&lt;灯&gt;。<\/textarea>/)
    expect(slowed?.html).toContain(`name="code" value="${sent.code}"`)
    expect(nonceIn(slowed?.html ?? '')).toBe(nonce)
    expect(erasing?.status).toBe(429)
    expect(erasing?.html).toMatch(/<details class="ask" open[^>]*>/)
    expect(erasing?.html).not.toContain('id="add"')
    expect(await stored()).toEqual([])
    expect((await post(paths.progressMessage, typed)).html).toContain('补充的话收到了。')
  })

  it.each(['archived', 'voided'] as const)(
    'says kindly that a report was %s meanwhile, and shows the words to copy',
    async (state) => {
      const { html } = await look({ code: sent.code })
      await change({ state, promise: null })
      const plain = await post(paths.progressMessage, {
        code: sent.code,
        nonce: nonceIn(html),
        text: '还有一张条子。',
      })
      const id = base64url(random(16))
      const scripted = await post(paths.progressMessage, { lookup, id, envelope: base64url(random(1054)) })
      for (const answer of [plain, scripted]) {
        expect(answer.status).toBe(409)
        expect(answer.html).toContain('这件事已经结束，刚写的没收下。')
        expect(answer.html).toContain('您写的在下面，可以抄下来。要紧的，请打 0000-6123456。')
      }
      expect(plain.html).toMatch(/<textarea id="kept"[^>]*>还有一张条子。<\/textarea>/)
      expect(scripted.html).toMatch(/<textarea id="kept"[^>]*><\/textarea>/)
      expect(await stored()).toEqual([])
    },
  )

  it('has no field any more once the report is archived', async () => {
    await change({ state: 'archived', promise: null })
    const { html } = await look({ code: sent.code })
    expect(html).not.toContain('id="add"')
    const id = base64url(random(16))
    const { status } = await post(paths.progressMessage, { lookup, id, envelope: base64url(random(1054)) })
    expect(status).toBe(409)
    expect(await stored()).toEqual([])
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
