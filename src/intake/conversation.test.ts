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
  teamSays,
  village,
} from '../../test/cast/asker.ts'
import { nonceIn } from '../../test/cast/village.ts'
import { steps } from '../log/tables.ts'
import { paths } from '../paths.ts'
import { messages } from '../reports/belonging-tables.ts'
import { listAdded } from '../reports/store.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { conversationKey, openMessage, sealMessage } from '../sealing/conversation.ts'

askAtProgress()

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

  it('has what the team said under its name, and what somebody added under no name but apart', async () => {
    const add = async (text: string) => {
      const { html } = await look({ code: sent.code })
      await post(paths.progressMessage, { code: sent.code, nonce: nonceIn(html), text })
    }
    await add('补一句。')
    await add('再补一句。')
    await add('又补一句。')
    // The team spoke between the second and the third.
    const [, second, third] = await listAdded(village.db, sent.id)
    const later = (third?.position ?? 0) + 2
    await village.db
      .update(steps)
      .set({ position: later })
      .where(eq(steps.position, third?.position ?? 0))
    await teamSays('talk', '我们周三去村里。', (second?.position ?? 0) + 1)
    await teamSays('talk', '去过了。', (second?.position ?? 0) + 2)
    const own = '<p>您在11月24日（星期二）补充过。</p>'
    for (const [fields, said] of [
      [{ code: sent.code }, ['我们周三去村里。', '去过了。']],
      [{ lookup }, ['', '']],
    ] as const) {
      const { html } = await look(fields)
      const shown = html.slice(html.indexOf('</ol>'), html.indexOf('<form id="add"'))
      const talk = said.map((words) => `<blockquote>${words}</blockquote>`).join('')
      expect(shown.replace(/<\/?span[^>]*>|(?<=<\w+) [^>]*/g, '')).toBe(
        `</ol>${own}<section><h2>巡察组对您说</h2>${talk}</section>${own}`,
      )
    }
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
    // Copied from a document, words may have in them what files are told behind.
    const fields = { code: sent.code, nonce: nonceIn(html), text: '补充：村口\u001f那一盏。' }
    await post(paths.progressMessage, fields)
    const { status, html: answer } = await post(paths.progressMessage, fields)
    expect(status).toBe(200)
    expect(answer).toContain('补充的话收到了。')
    expect(answer).not.toContain('村口')
    const [message, ...more] = await stored()
    expect(more).toEqual([])
    const conversation = await conversationKey(sent.dek)
    expect(await openMessage(conversation, sent.id, 'toTeam', message!.id, message!.envelope)).toBe(
      '补充：村口 那一盏。',
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

  it('is told to have arrived when its answer was lost and the report ended before it was sent again', async () => {
    const { html } = await look({ code: sent.code })
    const fields = { code: sent.code, nonce: nonceIn(html), text: '村口那一盏。' }
    await post(paths.progressMessage, fields)
    await change({ state: 'archived' })
    const again = await post(paths.progressMessage, fields)
    expect([again.status, (await stored()).length]).toEqual([200, 1])
    expect(again.html).toContain('补充的话收到了。')
    const other = await post(paths.progressMessage, { ...fields, text: '还有一盏。' })
    expect([other.status, (await stored()).length]).toEqual([409, 1])
    expect(other.html).toContain('还有一盏。')
  })

  it('is too late when staff ended the report at the same moment', async () => {
    const id = base64url(random(16))
    const envelope = await sealMessage(await conversationKey(sent.dek), sent.id, 'toTeam', id, '再补一句')
    vi.spyOn(village.db, 'batch').mockImplementationOnce(async () => {
      await change({ state: 'voided' })
      throw new Error('UNIQUE constraint failed: steps.subject, steps.position')
    })
    const { status, html } = await post(paths.progressMessage, { lookup, id, envelope: base64url(envelope) })
    expect([status, await stored()]).toEqual([409, []])
    expect(html).toContain('这件事已经结束，刚写的没收下。')
  })

  it.each([{}, { nonce: 'AAAA' }])(
    'keeps what was typed when the nonce is not one of ours (%j)',
    async (nonce) => {
      const typed = { code: sent.code, text: '村口那一盏<灯>。', ...nonce }
      const { status, html } = await post(paths.progressMessage, typed)
      expect(status).toBe(400)
      expect(html).toContain('这个网页旧了，没收下。您写的都在，请再交一次。')
      expect(html).toMatch(/<textarea id="more" name="text"[^>]*>村口那一盏&lt;灯&gt;。<\/textarea>/)
      expect(html).not.toContain('重新打开')
      expect(await stored()).toEqual([])
      const again = await post(paths.progressMessage, { ...typed, nonce: nonceIn(html) })
      expect(again.html).toContain('补充的话收到了。')
    },
  )

  it('says of far too much that it is too much, and where the words are', async () => {
    const { html: page } = await look({ code: sent.code })
    const typed = { code: sent.code, nonce: nonceIn(page), text: '多'.repeat(50_000) }
    const { status, html } = await post(paths.progressMessage, typed)
    expect(status).toBe(413)
    expect(html).toContain('太大了，没收下。请删一些再送。')
    expect(html).toContain('请按“返回”，您写的还在。')
    expect(html).not.toContain('重新打开')
    expect(await stored()).toEqual([])
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
    // Twice as many as find a place: whoever of them is faster, there is none left.
    const crowd = Array.from({ length: 64 }, () => look({ code: sent.code }))
    const typed = { code: sent.code, nonce, text: '村口那一盏<灯>。' }
    const [slowed, erasing, larger] = await Promise.all([
      post(paths.progressMessage, typed),
      post(paths.progressErase, { code: sent.code, nonce }),
      post(`${paths.progress}?size=large`, { ...typed, look: 'yes' }),
    ])
    await Promise.all(crowd)
    for (const { status, html, response } of [slowed, larger]) {
      expect(status).toBe(429)
      expect(response.headers.get('Retry-After')).toBe('5')
      expect(html).toContain('现在查的人多，请等 5 秒。')
      expect(html).toMatch(/<textarea id="more" name="text"[^>]*>村口那一盏&lt;灯&gt;。<\/textarea>/)
      expect(html).toContain(`name="code" value="${sent.code}"`)
      expect(nonceIn(html)).toBe(nonce)
    }
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
      const larger = await look({ code: sent.code, look: 'yes', text: '还有一张条子。' })
      for (const answer of [plain, scripted, larger]) {
        expect(answer.status).toBe(409)
        expect(answer.html).toContain('这件事已经结束，刚写的没收下。')
        expect(answer.html).toContain('您写的在下面，可以抄下来。要紧的，请打 0000-6123456。')
      }
      for (const { html } of [plain, larger])
        expect(html).toMatch(/<textarea id="kept"[^>]*>还有一张条子。<\/textarea>/)
      expect((await look({ code: sent.code, look: 'yes', text: ' ' })).status).toBe(200)
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

  it.each(['concluded', 'archived'] as const)(
    'has no stage of verifying on the road of a suggestion that was answered, %s',
    async (state) => {
      const road = async () => (await look({ lookup })).html.match(/<ol class="road".*?<\/ol>/s)?.[0]
      await change({ kind: 'suggestion', state: 'accepted', acceptedOn: '2026-10-01' })
      expect(await road()).toContain('正在核实')
      await change({ state, resultType: 'adopted', concludedOn: '2026-10-25' })
      expect(await road()).toMatch(/收到了.*已受理.*有答复/s)
      expect(await road()).not.toContain('正在核实')
    },
  )

  it('can still be read once the report is archived: whom to turn to, and no stage that never was', async () => {
    await teamSays('channel', '法院诉讼服务\n12368')
    await change({
      state: 'archived',
      declineReason: 'courtMatter',
      forwarded: false,
      concludedOn: '2026-10-25',
    })
    const { html } = await look({ code: sent.code })
    expect(html).toContain('已过 30 天。有新情况，请重新讲')
    expect(html).toMatch(/法院诉讼服务<\/span>，电话 <a[^>]*href="tel:12368"/)
    expect(html.match(/<ol class="road".*?<\/ol>/s)?.[0]).not.toMatch(/已受理|正在核实/)
    await teamSays('answer', '路灯修好了。', 3)
    await change({ declineReason: null, conclusion: 'substantiated', resultType: 'solved' })
    expect((await look({ code: sent.code })).html).toMatch(/已经办好。<span[^>]*>路灯修好了。/)
  })
})
