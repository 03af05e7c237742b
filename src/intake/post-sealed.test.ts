import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  answers,
  enquiryIn,
  makeDraft,
  openVillage,
  reachable,
  type Village,
} from '../../test/cast/village.ts'
import { paths } from '../paths.ts'
import { envelopes } from '../reports/belonging-tables.ts'
import { reports } from '../reports/tables.ts'
import { rounds } from '../rounds/tables.ts'
import { base64url, concat, fromBase64url, random } from '../sealing/bytes.ts'
import { importKeys, openContact, openDek, openPart } from '../sealing/open.ts'
import { BODY, readFields } from '../sealing/report-fields.ts'
import { FORMAT, fingerprint } from '../sealing/suite.ts'

let village: Village
beforeEach(async () => {
  village = await openVillage()
})

const stored = () => village.db.select().from(reports)
const answerOf = (html: string) => html.match(/data-answer="(\w+)"/)?.[1]

async function post(body: unknown) {
  const response = await village.postJson(body)
  const html = await response.text()
  return { status: response.status, html, answer: answerOf(html), response }
}

describe('a report that a browser sealed', () => {
  it('gets a receipt with its day and number, and none of its words', async () => {
    const { post: sealed } = await village.sealInBrowser()
    const { status, html, answer, response } = await post(sealed)
    expect({ status, answer }).toEqual({ status: 200, answer: 'receipt' })
    expect(html).toContain('<span class="whole">11月25日（星期三）</span>前，告诉您归不归我们办。')
    expect(enquiryIn(html)).toBe((await stored())[0]?.enquiryNumber)
    expect(html).not.toMatch(/青塘村|补贴|三组|有事要解决/)
    expect(html.match(/<b><\/b>/g)?.length).toBe(20)
    expect(response.headers.get('Set-Cookie')).toBeNull()
  })

  it('opens with the team’s keys and says there what was written', async () => {
    const { id, post: sealed } = await village.sealInBrowser(reachable)
    await post(sealed)
    const rows = await village.db.select().from(envelopes)
    const part = (name: string) => rows.find((row) => row.part === name)!.envelope
    const rootPrint = await fingerprint(village.office.root)
    const name = { rootPrint, holder: `team:${village.ids.teamId}`, epoch: 1 }
    const dek = await openDek(await importKeys(village.first.key), name, id, part('dek'))
    const body = readFields(BODY, await openPart(dek, id, 'body', '', part('body')))
    expect(body).toMatchObject({ text: reachable.text, unit: village.ids.unitId, place: '三组' })
    const contact = await openContact(await importKeys(village.first.contact), name, id, part('contact'))
    expect(contact).toMatchObject({ phone: '13800000000', name: '李大山' })
  })

  it('gets the same receipt however often it is sent, and is one report', async () => {
    const { post: sealed } = await village.sealInBrowser()
    const first = await post(sealed)
    const both = await Promise.all([post(sealed), post(sealed)])
    for (const again of both) expect(enquiryIn(again.html)).toBe(enquiryIn(first.html))
    expect((await stored()).length).toBe(1)
  })

  it('is told of the call that was asked for, each time, and of none that was not', async () => {
    const { post: sealed } = await village.sealInBrowser({ ...reachable, callMe: true })
    for (const _ of ['first', 'again'])
      expect((await post(sealed)).html).toContain('<p>我们会打电话听您讲。</p>')
    const { post: other } = await village.sealInBrowser(reachable)
    expect((await post(other)).html).not.toContain('打电话听您讲')
  })

  it.each(['anonymous', 'contactOnly', 'named'])(
    'of who is %s claims to know them no less than it does',
    async (reply) => {
      const { post: sealed } = await village.sealInBrowser({ ...reachable, reply })
      for (const _ of ['first', 'again']) {
        const { html } = await post(sealed)
        expect(html.includes('我们不知道您是谁')).toBe(reply === 'anonymous')
        expect(html.includes('请用笔抄下来。查进度只认这个码。')).toBe(reply !== 'anonymous')
      }
    },
  )

  it('gets the same receipt when the answer comes after the door was shut', async () => {
    const { post: sealed } = await village.sealInBrowser()
    const first = await post(sealed)
    await village.setCode({ state: 'revoked' })
    const again = await post(sealed)
    expect(again.status).toBe(200)
    expect(enquiryIn(again.html)).toBe(enquiryIn(first.html))
  })

  it('is told of an answer, asked for again, only while the report has been accepted and is open, and else where to look', async () => {
    const { post: sealed } = await village.sealInBrowser()
    await post(sealed)
    const toldAfter = async (change: Partial<typeof reports.$inferInsert>) => {
      await village.db.update(reports).set({ promise: '2026-12-15', acceptedOn: '2026-11-25', ...change })
      return (await post(sealed)).html
    }
    const accepted = '已经受理，<span class="whole">12月15日（星期二）</span>前给您答复。'
    const elsewhere = '有了新情况，在“查进度”里看。'
    for (const state of ['accepted', 'verifying', 'merged'] as const) {
      expect(await toldAfter({ state })).toContain(accepted)
      expect(await toldAfter({ state })).not.toContain(elsewhere)
    }
    expect(await toldAfter({ state: 'received', acceptedOn: null })).toContain('前，告诉您归不归我们办。')
    for (const change of [
      { state: 'needsInfo', acceptedOn: null },
      { state: 'needsInfo' },
      { state: 'concluded' },
      { state: 'declined', acceptedOn: null },
    ] as const) {
      const html = await toldAfter(change)
      expect(html).not.toMatch(/12月15日|已经受理/)
      expect(html).toContain(elsewhere)
    }
  })

  it('is not given to somebody who knows its id and not its code', async () => {
    const { id, post: sealed } = await village.sealInBrowser()
    await post(sealed)
    const other = await village.sealInBrowser(answers, { ...makeDraft(), id })
    const { status, answer, html } = await post(other.post)
    expect({ status, answer }).toEqual({ status: 422, answer: 'refused' })
    expect(enquiryIn(html)).toBeUndefined()
  })

  it('is sealed anew when the key was retired, with the same id and code, and is one report', async () => {
    const draft = makeDraft()
    const old = await village.sealInBrowser(reachable, draft)
    await village.certifyKeys(2)
    const { status, answer } = await post(old.post)
    expect({ status, answer }).toEqual({ status: 409, answer: 'retired' })
    expect(await stored()).toEqual([])

    const anew = await village.sealInBrowser(reachable, draft)
    const first = await post(anew.post)
    expect(first.answer).toBe('receipt')
    expect((await stored())[0]?.epoch).toBe(2)
    expect(enquiryIn((await post(old.post)).html)).toBe(enquiryIn(first.html))
  })
})

describe('what is not taken', () => {
  const refusedWith = async (change: Record<string, unknown>) => {
    const { post: sealed } = await village.sealInBrowser()
    const { status, answer } = await post({ ...sealed, ...change })
    expect(await stored()).toEqual([])
    expect(answer).toBe('refused')
    return status
  }

  it.each([
    ['a tile the unit does not have', { tile: 'O1' }],
    ['an unknown kind', { kind: 'crime' }],
    ['an unknown field', { agent: 'x' }],
    ['a missing field', { line: undefined }],
    ['an id of another shape', { id: 'x'.repeat(23) }],
    ['an envelope a byte too short', { line: base64url(random(541)) }],
    ['an envelope of a length no padding leaves', { body: base64url(random(1055)) }],
    ['an envelope that is no base64url', { access: '!'.repeat(126) }],
    ['base64url in another spelling', { lookup: `${'A'.repeat(42)}B` }],
    ['a contact nobody gave', { contact: base64url(concat(FORMAT, random(1167))) }],
    ['a missing contact', { reply: 'named' }],
    ['an epoch that is no number', { epoch: '1' }],
  ])('is %s', async (_, change) => {
    expect(await refusedWith(change)).toBe(422)
  })

  it.each(['dek', 'line', 'body', 'access', 'contact'] as const)(
    'is a report whose %s is in a format that nobody could open',
    async (part) => {
      const { post: sealed } = await village.sealInBrowser(reachable)
      const envelope = fromBase64url(String(sealed[part]))
      const { status } = await post({ ...sealed, [part]: base64url(Uint8Array.of(2, ...envelope.slice(1))) })
      expect([status, await stored()]).toEqual([422, []])
      expect((await post(sealed)).answer).toBe('receipt')
    },
  )

  it('is JSON that is none', async () => {
    for (const body of ['', '{', 'null', '[]', '"x"', '{"id":1}']) {
      const { status, answer, html } = await post(body)
      expect({ status, answer }).toEqual({ status: 422, answer: 'refused' })
      expect(html).toContain('这个网页旧了，没收下。')
    }
  })

  it('is more than a report can be', async () => {
    const { post: sealed } = await village.sealInBrowser()
    const { status, answer, html } = await post({ ...sealed, body: 'A'.repeat(70_000) })
    expect({ status, answer }).toEqual({ status: 413, answer: 'refused' })
    expect(html).toContain('太大了，没收下。请删一些再送。')
  })

  it('is sealed for another team', async () => {
    const { post: sealed } = await village.sealInBrowser()
    expect((await post({ ...sealed, team: 'other' })).answer).toBe('retired')
    expect(await stored()).toEqual([])
  })

  it.each([
    ['closed', async () => village.clock.set('2027-01-06T00:00:00+08:00'), '刚刚截止，没收下。'],
    ['paused', () => village.db.update(rounds).set({ pausedReason: '停电' }), '刚刚暂停，没收下。'],
    ['withdrawn', () => village.setCode({ state: 'revoked' }), '这张公告刚停用，没收下。'],
  ])('comes when the code was %s between opening and sending', async (_, change, sentence) => {
    const { post: sealed } = await village.sealInBrowser()
    await change()
    const { status, answer, html } = await post(sealed)
    expect({ status, answer }).toEqual({ status: 410, answer: 'refused' })
    expect(html).toContain(sentence)
    expect(html).toMatch(/您写的还在，(请|可以先)打 0000-61234/)
    expect(await stored()).toEqual([])
  })

  it('is told to come again when the storage is busy or full', async () => {
    const { post: sealed } = await village.sealInBrowser()
    vi.spyOn(village.db, 'batch').mockRejectedValueOnce(new Error('SQLITE_BUSY: database is locked'))
    const { status, answer, html } = await post(sealed)
    expect({ status, answer }).toEqual({ status: 503, answer: 'busy' })
    expect(html).toContain('这会儿没收下。您写的都在，过几分钟再点一次。')
    vi.restoreAllMocks()
    expect((await post(sealed)).answer).toBe('receipt')
  })

  it('is any other method or kind of content', async () => {
    const path = paths.code(village.token)
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await village.app.request(path, { method })
      expect(response.status).toBe(405)
      expect(response.headers.get('Allow')).toBe('GET, HEAD, POST')
    }
    const headers = { 'Content-Type': 'text/plain' }
    const response = await village.app.request(path, { method: 'POST', headers, body: 'x' })
    expect(response.status).toBe(415)
    expect(await response.text()).toContain('打开的方法不对，请重新扫码。')
  })
})

it('a look-up value is kept as its hash only', async () => {
  const { post: sealed, lookup } = await village.sealInBrowser()
  await post(sealed)
  const [report] = await stored()
  expect(report?.lookupHash).not.toBe(base64url(lookup))
  expect(fromBase64url(report?.lookupHash ?? '').length).toBe(32)
})
