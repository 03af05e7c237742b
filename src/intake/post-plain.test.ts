import { sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  answers,
  digitsIn,
  enquiryIn,
  fieldsOf,
  nonceIn,
  openVillage,
  reachable,
  type Village,
} from '../../test/cast/village.ts'
import { createApp } from '../app.tsx'
import { paths } from '../paths.ts'
import { codes } from '../posters/tables.ts'
import { envelopes } from '../reports/belonging-tables.ts'
import { reports } from '../reports/tables.ts'
import { rounds } from '../rounds/tables.ts'
import { random } from '../sealing/bytes.ts'
import { readCertificate, signCertificate } from '../sealing/certificates.ts'
import { hasGoodCheckDigit } from '../sealing/digits.ts'
import { importKeys, importSigning, openContact, openDek, openPart } from '../sealing/open.ts'
import { BODY, readFields } from '../sealing/report-fields.ts'
import { fingerprint, makeSigningKeys } from '../sealing/suite.ts'
import { quotas } from './holding.ts'
import { stampedNonce } from './stamped-nonce.ts'

/** Somebody who can write to the database and has no key of the office's. */
const stranger = importSigning((await makeSigningKeys()).privateKey)

let village: Village
let path: string
let nonce: string
beforeEach(async () => {
  village = await openVillage()
  path = paths.code(village.token)
  nonce = nonceIn(await (await village.get(path)).text())
})

const another = async () => nonceIn(await (await village.get(path)).text())
const stored = () => village.db.select().from(reports)

async function post(fields: Record<string, string>) {
  const response = await village.postForm(path, fields)
  return { status: response.status, html: await response.text(), response }
}

describe('a form without scripts', () => {
  it('gets a receipt with the code in its squares, a picture of it, and says where it was locked', async () => {
    const { status, html, response } = await post(fieldsOf(answers, nonce))
    expect(status).toBe(200)
    expect(digitsIn(html).length).toBe(20)
    expect(hasGoodCheckDigit(digitsIn(html))).toBe(true)
    expect(html).toContain('src="data:image/png;base64,')
    expect(html).toContain('这部手机没有先上锁，您的话送到后已经上锁。')
    expect(html).toContain('请用笔抄下来。我们不知道您是谁，只认这个码。')
    expect(html).not.toMatch(/青塘村|补贴|三组/)
    expect(response.headers.get('Set-Cookie')).toBeNull()
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  })

  it('is told of the call that was asked for, and reads of it where a phone is left', async () => {
    const callMe = { ...reachable, callMe: true }
    const without = await post(fieldsOf({ ...callMe, phone: '' }, nonce))
    expect(without.status).toBe(422)
    expect(without.html).toContain('<a href="#phone">要我们打电话，就请留个电话。</a>')
    expect(without.html).toContain('有事问您<span data-plain="true">，或者您要我们打，</span>才打</small>')
    expect(without.html).toContain('<small data-called="true" hidden="">')
    const { html } = await post(fieldsOf(callMe, nonce))
    expect(html).toContain('<p>我们会打电话听您讲。</p>')
    expect(html).not.toContain('我们不知道您是谁')
    const helped = await post(fieldsOf({ ...callMe, forOther: true }, await another()))
    expect(helped.html).toContain('<p>我们会打电话给本人，听他（她）讲。</p>')
    expect(helped.html).not.toContain('听您讲')
  })

  it('reads nothing on another’s receipt that only its owner may do', async () => {
    const own = (await post(fieldsOf(answers, nonce))).html
    expect(own).toContain('谁要都别给，我们也不会问您要。')
    const { html } = await post(fieldsOf({ ...answers, forOther: true }, await another()))
    expect(html).toContain('查询码和小条是本人的。除了本人，谁要都别给，')
    expect(html).not.toContain('<p class="lead">谁要都别给')
    expect(html).toContain('请本人用自己的手机拍下面的图。')
    expect(html).not.toMatch(/存到自己的手机|我们不知道您是谁/)
  })

  it('keeps no answer about courts of a suggestion', async () => {
    await post(fieldsOf({ ...answers, kind: 'suggestion', court: 'yes' }, nonce))
    expect(await stored()).toMatchObject([{ kind: 'suggestion', inCourt: 'unanswered' }])
  })

  it('is sealed exactly as a browser would have', async () => {
    await post(fieldsOf(reachable, nonce))
    const [report] = await stored()
    const rows = await village.db.select().from(envelopes)
    const part = (name: string) => rows.find((row) => row.part === name)!.envelope
    const name = {
      rootPrint: await fingerprint(village.office.root),
      holder: `team:${village.ids.teamId}`,
      epoch: 1,
    }
    const dek = await openDek(await importKeys(village.first.key), name, report!.id, part('dek'))
    const body = readFields(BODY, await openPart(dek, report!.id, 'body', '', part('body')))
    expect(body).toMatchObject({ text: reachable.text, unit: village.ids.unitId, language: 'zh' })
    const keys = await importKeys(village.first.contact)
    expect(await openContact(keys, name, report!.id, part('contact'))).toMatchObject({ name: '李大山' })
    expect(report).toMatchObject({ identityMode: 'named', contactHeld: true, tile: 'B3', channel: 'scan' })
  })

  it('leaves its words nowhere in the database', async () => {
    const canary = {
      ...reachable,
      kind: 'conduct',
      text: '独角兽在祠堂',
      subject: '麒麟会计',
      place: '凤凰巷',
      name: '貔貅',
    }
    await post(fieldsOf(canary, nonce))
    expect((await stored()).length).toBe(1)
    const tables = await village.db.all<{ name: string }>(
      sql`select name from sqlite_master where type = 'table'`,
    )
    const bytes: string[] = []
    for (const { name } of tables) {
      for (const row of await village.db.all<Record<string, unknown>>(sql.raw(`select * from "${name}"`))) {
        bytes.push(
          ...Object.values(row).map((value) =>
            value instanceof ArrayBuffer ? new TextDecoder('utf-8').decode(value) : String(value),
          ),
        )
      }
    }
    expect(bytes.length).toBeGreaterThan(100)
    expect(bytes.join('\n')).not.toMatch(/独角兽|麒麟|凤凰|貔貅|13800000000/)
    expect(village.complaints.join()).not.toMatch(/独角兽/)
  })

  it('gets the same receipt when it is sent again, also at the same moment or after the door was shut', async () => {
    const fields = fieldsOf(answers, nonce)
    const [one, other] = await Promise.all([post(fields), post(fields)])
    await village.setCode({ state: 'revoked' })
    const late = await post(fields)
    for (const again of [other, late]) {
      expect(digitsIn(again.html)).toBe(digitsIn(one.html))
      expect(enquiryIn(again.html)).toBe(enquiryIn(one.html))
    }
    expect((await stored()).length).toBe(1)
  })

  it('is another report when a word has changed, or the form was opened anew', async () => {
    const one = await post(fieldsOf(answers, nonce))
    const other = await post(fieldsOf({ ...answers, text: `${answers.text}！` }, nonce))
    const anew = await post(fieldsOf(answers, nonceIn(await (await village.get(path)).text())))
    expect(new Set([one, other, anew].map(({ html }) => digitsIn(html))).size).toBe(3)
    expect((await stored()).length).toBe(3)
  })
})

describe('a form that cannot be taken', () => {
  it('comes back with every word in it and every mistake on top', async () => {
    const said = {
      ...reachable,
      kind: '',
      tile: 'O1',
      text: '长'.repeat(2007),
      name: '',
      phone: '12',
      consent: false,
    }
    const { status, html } = await post(fieldsOf(said, nonce))
    expect(status).toBe(422)
    expect(html).toContain('还差 6 样')
    for (const field of ['kind', 'tile', 'text', 'phone', 'name', 'consent']) {
      expect(html, field).toContain(`<a href="#${field}">`)
    }
    expect(html).toContain('多了 7 字。请删一些，或者分两次讲。')
    expect(html).toContain('长'.repeat(2007))
    expect(html).toContain('value="12"')
    expect(html).toMatch(/value="三组"/)
    expect(html).toMatch(/value="named" checked/)
    expect(html).toMatch(/id="afraid" name="afraid" value="yes" checked/)
    expect(await stored()).toEqual([])
  })

  it('comes back when more is written around a good phone than can be sealed', async () => {
    const { status, html } = await post(
      fieldsOf({ ...reachable, phone: `138${'('.repeat(3000)}00000000` }, nonce),
    )
    expect(status).toBe(422)
    expect(html).toContain('多了 2971 字，请只写电话。')
    expect(village.complaints).toEqual([])
  })

  it('does not turn what was typed into markup', async () => {
    const { html } = await post(
      fieldsOf({ ...answers, tile: '', text: '</textarea><script>alert(1)</script>' }, nonce),
    )
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(1)')
  })

  it('comes back when its page is too old, and can be sent once more', async () => {
    const { status, html } = await post(fieldsOf(answers, 'not-a-nonce'))
    expect(status).toBe(422)
    expect(html).toContain('这个网页旧了，没收下。您写的都在，请再交一次。')
    expect(html).toContain(answers.text)
    expect((await post(fieldsOf(answers, nonceIn(html)))).status).toBe(200)
  })

  it('keeps its words on the screen when intake closed meanwhile, and says where to turn', async () => {
    village.clock.set('2027-01-06T00:00:00+08:00')
    const { status, html } = await post(fieldsOf(answers, nonce))
    expect(status).toBe(410)
    expect(html).toContain('刚刚截止，没收下。您写的还在，请打 0000-6123456 或 12345。')
    expect(html).toContain('<a class="btn go" href="tel:00006123456">')
    expect(html).toContain(answers.text)
    expect(await stored()).toEqual([])
  })

  it.each([
    [
      'paused',
      () => village.db.update(rounds).set({ pausedReason: '停电' }),
      '刚刚暂停，没收下。您写的还在，可以先打',
    ],
    ['withdrawn', () => village.setCode({ state: 'revoked' }), '这张公告刚停用，没收下。您写的还在，请打'],
  ])('keeps its words on the screen when the code was %s meanwhile', async (_, change, sentence) => {
    await change()
    const { status, html } = await post(fieldsOf(answers, nonce))
    expect(status).toBe(410)
    expect(html).toContain(`${sentence} 0000-61234`)
    expect(html).toContain(answers.text)
    expect(await stored()).toEqual([])
  })

  it.each([
    ['salt', () => village.setCode({ salt: random(16) })],
    ['root', () => village.setCode({ root: random(65) })],
    [
      'certificate of the code',
      async () => {
        const [code] = await village.db.select().from(codes)
        const fields = await readCertificate('code', village.office.root, code!.certificate)
        await village.setCode({ certificate: await signCertificate('code', fields!, await stranger) })
      },
    ],
    ['certificate of the team', () => village.certifyTeam({}, stranger)],
  ])('is not sealed to a key the printed code does not pin: another %s', async (_, swap) => {
    await swap()
    const { status, html } = await post(fieldsOf(answers, nonce))
    expect(status).toBe(410)
    expect(html).toContain('没收下。您写的还在，请打纸上印的电话。')
    expect(html).not.toMatch(/第二巡察组|tel:/)
    expect(await stored()).toEqual([])
  })

  it('is not sealed to a key of the team whose time has run out', async () => {
    await village.certifyTeam({ notAfter: '2026-11-23' })
    const { status, html } = await post(fieldsOf(answers, nonce))
    expect(status).toBe(410)
    expect(html).toContain('现在收不了，没收下。您写的还在，请打 0000-6123456。')
    expect(html).toContain(answers.text)
    expect(await stored()).toEqual([])
  })

  it('can be sent again with one press when the storage was busy, and is then one report', async () => {
    vi.spyOn(village.db, 'batch').mockRejectedValueOnce(new Error('SQLITE_FULL: database or disk is full'))
    const { status, html } = await post(fieldsOf(answers, nonce))
    expect(status).toBe(503)
    expect(html).toContain('这会儿没收下。您写的都在')
    expect(html).toContain('再送一次')
    vi.restoreAllMocks()
    const hidden = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
    const fields = Object.fromEntries(hidden.map(([, name, value]) => [name, value ?? '']))
    expect(fields).toMatchObject({ text: answers.text, nonce })
    expect((await post(fields)).status).toBe(200)
    expect((await stored()).length).toBe(1)
  })

  it('is told kindly when it is far too large', async () => {
    const long = (n: number) => post(fieldsOf({ ...answers, text: '长'.repeat(n) }, nonce))
    expect((await long(14_000)).status).toBe(422)
    const { status, html } = await long(15_000)
    expect(status).toBe(413)
    expect(html).toContain('太大了，没收下。请删一些再送。')
    expect(html).toContain('请按“返回”，您写的还在。')
  })

  it('is a multipart body without a boundary', async () => {
    const headers = { 'Content-Type': 'multipart/form-data' }
    const response = await village.app.request(path, { method: 'POST', headers, body: 'x' })
    expect(response.status).toBe(422)
  })
})

it.each([
  { when: 'a minute ago', seconds: 60, held: false },
  { when: 'two days ago', seconds: 48 * 3600, held: true },
])(
  'from a person whose page was made $when is taken, however many scripts fill it in meanwhile',
  async ({ seconds, held }) => {
    const gate = { quotas, addressOf: (c: Context) => c.req.header('From') }
    const app = createApp(village.house, { grouped: true, gate })
    const { serverSecret, clock } = village.house
    const then = new Date(clock.now().getTime() - seconds * 1000)
    const made = await stampedNonce(serverSecret, village.token, then)
    const send = async (from: string, more = {}) => {
      const body = new URLSearchParams({ ...fieldsOf(answers, made), ...more })
      return (await app.request(path, { method: 'POST', headers: { From: from }, body })).status
    }
    const junk = Array.from({ length: 230 }, (_, n) =>
      send(n % 2 ? '198.51.100.7' : '203.0.113.9', { website: 'x', nonce: `${`${n}`.padStart(21, 'A')}A` }),
    )
    expect(await send('192.0.2.55')).toBe(200)
    expect((await Promise.all(junk)).filter((status) => status === 503).length).toBeGreaterThan(180)
    // What scripts filled in is held, each of it that was let in.
    expect((await stored()).filter((report) => !report.held)).toHaveLength(held ? 0 : 1)
  },
)
