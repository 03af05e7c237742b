import { beforeEach, describe, expect, it } from 'vitest'
import { openVillage, type Village } from '../../test/cast/village.ts'
import { paths } from '../paths.ts'
import { codes } from '../posters/tables.ts'
import { rounds, units } from '../rounds/tables.ts'
import { random } from '../sealing/bytes.ts'
import { teamKeys } from '../staff/tables.ts'

let village: Village
beforeEach(async () => {
  village = await openVillage()
})

async function seen(path = paths.code(village.token)) {
  const response = await village.get(path)
  const html = await response.text()
  return { status: response.status, html, form: html.includes('<form id="report"'), response }
}

describe('the page of a code', () => {
  it('is one form, headed by three kinds that are radio buttons without scripts', async () => {
    const { status, html, form } = await seen()
    expect({ status, form }).toEqual({ status: 200, form: true })
    expect(html.match(/name="kind"/g)?.length).toBe(3)
    expect(html.indexOf('name="kind"')).toBeLessThan(html.indexOf('name="tile"'))
    expect(html.indexOf('name="tile"')).toBeLessThan(html.indexOf('name="text"'))
    expect(html).toContain('这里直通巡察组，不经过村里、镇里。')
    expect(html).toContain('纸上的公告号是 123450 吗？')
    expect(html).toMatch(/<li data-plain="true">您写的话送到就上锁/)
    expect(html).toMatch(/<li data-ready="true" hidden="">您写的话在手机上就上了锁/)
  })

  it('keeps name and phones out of the browser’s memory, and nothing else', async () => {
    const { html } = await seen()
    expect(html.match(/<(input|textarea)[^>]*autocomplete="off"/g)?.length).toBe(3)
  })

  it('sets no cookie and may not be kept', async () => {
    const { response } = await seen()
    expect(response.headers.get('Set-Cookie')).toBeNull()
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  })

  it('opens in either case under one address, in English, and large', async () => {
    for (const at of [paths.code, paths.aboutTeam]) {
      const { status, response } = await seen(`${at(village.token.toLowerCase())}?lang=en`)
      expect([status, response.headers.get('Location')]).toEqual([303, `${at(village.token)}?lang=en`])
    }
    const { html } = await seen(`${paths.code(village.token)}?lang=en&size=largest`)
    expect(html).toContain('Tell us what is wrong')
    // Staff read what was picked in Chinese.
    expect(html).toMatch(/<option value="白话">白话 Cantonese<\/option>/)
    expect((await seen()).html).toMatch(/<option value="白话">白话<\/option>/)
    expect(html).toContain(`action="/c/${village.token}?lang=en&amp;size=largest"`)
  })

  it('shows what the office signed, not what somebody wrote into the database', async () => {
    await village.db.update(units).set({ name: '禾仓村' })
    expect((await seen()).html).toContain('青塘村<br/>')
  })

  it('says whom to ask for help with writing where officials are neighbours', async () => {
    expect((await seen()).html).toMatch(
      /id="forOther"[^>]*\/><span>我是替别人写的<small>反映村干部的事，请家里人帮忙/,
    )
    for (const [type, says] of [
      ['community', true],
      ['town', true],
      ['project', false],
    ] as const) {
      await village.db.update(units).set({ type })
      expect((await seen()).html.includes('请家里人帮忙'), type).toBe(says)
    }
  })

  it('says of a special round above all else what it takes, in the office’s words and in every language', async () => {
    expect((await seen()).html).not.toContain('这次只受理')
    const scope = '小型工程的招标、质量和付款；<别的>请打 12345。'
    await village.db.update(rounds).set({ type: 'special', theme: '小型工程', scope })
    const written = '<span lang="zh-CN">小型工程的招标、质量和付款；&lt;别的&gt;请打 12345。</span>'
    const { html } = await seen()
    expect(html).toContain(`镇里。</p><ul class="promises"><li>这次只受理：${written}</li>`)
    expect(html).toContain('归这里：小型工程的招标、质量和付款；')
    expect(html).not.toMatch(/归这里：村干部|补贴、低保、路、水/)
    const english = (await seen(`${paths.code(village.token)}?lang=en`)).html
    expect(english).toContain(`<li>This round takes only (in Chinese): ${written}</li>`)
    expect(english).toContain('<p lang="zh-CN">归这里：小型工程')
    // What was typed before the round became a regular one is nobody's scope.
    await village.db.update(rounds).set({ type: 'regular' })
    expect((await seen()).html).not.toContain('小型工程')
  })

  it('asks an organ’s questions of an organ', async () => {
    village = await openVillage('organ')
    const { html } = await seen()
    expect(html).not.toContain('请家里人帮忙')
    expect(html).toContain('不经过这个单位')
    expect(html).toContain('value="O1"')
    expect(html).not.toContain('value="B1"')
  })
})

describe('a code that takes nothing now', () => {
  it('says so for a number nobody printed', async () => {
    const { status, html } = await seen(paths.code('0000000000000000'))
    expect(status).toBe(404)
    expect(html).toContain('没有这张公告，可能是假的，也可能没扫清。')
    expect(html).toContain('先别填，请打 0000-6123400 问一问。')
  })

  it('answers the test scan of a draft, which is then tested', async () => {
    await village.setCode({ state: 'draft' })
    const { html, form } = await seen()
    expect(html).toContain('试扫成功。这张公告还没启用，先不用填。')
    expect(html).toMatch(/<p>青塘村 · 公告号 \d{6}<\/p>/)
    expect(form).toBe(false)
    const [code] = await village.db.select().from(codes)
    expect(code?.state).toBe('tested')
    expect((await seen()).html).toContain('试扫成功')
  })

  it('does not take a draft whose chain is broken for tested', async () => {
    await village.setCode({ state: 'draft', salt: random(16) })
    expect((await seen()).html).toContain('先别写。这个网页和纸上的码对不上。')
    const [code] = await village.db.select().from(codes)
    expect(code?.state).toBe('draft')
  })

  it.each([
    ['2026-11-09T12:00:00+08:00', '11月10日（星期二）开始收。急事请打 0000-6123456。'],
    ['2027-01-06T00:00:00+08:00', '这一轮 1月5日（星期二）已经截止。'],
  ])('says on %s that %s', async (now, sentence) => {
    village.clock.set(now)
    const { html, form } = await seen()
    expect(html.replace(/<[^>]*>/g, '')).toContain(sentence)
    expect(form).toBe(false)
  })

  it('says once it has closed that what was told goes on, and whom to call with something new', async () => {
    village.clock.set('2027-01-06T00:00:00+08:00')
    const words = (await seen()).html.replace(/<[^>]*>/g, '')
    expect(words).toContain('讲过的照样办，照样能查。')
    expect(words).toContain('有新的事，请打 0000-6123400 或 12345。')
  })

  it('makes whom to call the first thing to press', async () => {
    const call = /<main.*?<(?:a|button) class="btn go" href="tel:(\d+)"/s
    village.clock.set('2027-01-06T00:00:00+08:00')
    expect(call.exec((await seen()).html)?.[1]).toBe('00006123400')
    village.clock.set('2026-11-09T12:00:00+08:00')
    expect(call.exec((await seen()).html)?.[1]).toBe('00006123456')
  })

  it('says why it is paused, and when it was withdrawn', async () => {
    await village.db.update(rounds).set({ pausedReason: '镇里停电' })
    expect((await seen()).html).toContain('暂时停收：镇里停电。可以先打 0000-6123456。')
    await village.setCode({ state: 'revoked' })
    const { status, html } = await seen()
    expect(status).toBe(410)
    expect(html).toContain('这张公告停用了，先别填。请打 0000-6123456。')
  })

  it('offers what this phone keeps of the door, unless what is shown may be forged', async () => {
    const drawer = async (path?: string) => / data-drawer="([^"]*)"/.exec((await seen(path)).html)?.[1]
    const { token } = village
    expect(await drawer()).toBeUndefined()
    await village.setCode({ state: 'revoked' })
    expect(await drawer(paths.code(token))).toBe(token)
    expect(await drawer(paths.aboutTeam(token))).toBe(`${token}/office`)
    await village.setCode({ state: 'inUse', salt: random(16) })
    expect(await drawer()).toBeUndefined()
  })

  it('offers no form when a key, a salt, a root or a certificate was swapped', async () => {
    for (const change of [{ salt: random(16) }, { root: random(65) }, { certificate: 'AA.AA' }]) {
      const [before] = await village.db.select().from(codes)
      await village.setCode(change)
      const { html, form } = await seen()
      expect(html).toContain('先别写。这个网页和纸上的码对不上。')
      expect(html).not.toMatch(/第二巡察组|tel:/)
      expect(form).toBe(false)
      await village.setCode(before!)
    }
    const [keys] = await village.db.select().from(teamKeys)
    const [, signature] = keys!.certificate!.split('.')
    await village.db.update(teamKeys).set({ certificate: `AAAA.${signature}` })
    expect((await seen()).html).toContain('先别写。这个网页和纸上的码对不上。')
  })

  it.each([
    ['has run out', { notAfter: '2026-11-23' }],
    ['does not hold yet', { notBefore: '2026-11-25' }],
  ])('asks to call when the certificate of the team’s key %s, and has no form to post', async (_, days) => {
    await village.certifyTeam(days)
    const { html, form } = await seen()
    expect(html).toContain('现在还收不了，请打 0000-6123456。')
    expect(html).not.toContain('对不上')
    expect(form).toBe(false)
  })

  it('asks to call when no key of the team is in force', async () => {
    await village.db.delete(teamKeys)
    const { html, form } = await seen()
    expect(html).toContain('现在还收不了，请打 0000-6123456。')
    expect(form).toBe(false)
  })
})

describe('the door past the team of a code that takes nothing now', () => {
  const shut: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    ['a draft', () => village.setCode({ state: 'draft' }), '现在还收不了，请打 0000-6123400。'],
    [
      'not yet open',
      async () => village.clock.set('2026-11-09T12:00:00+08:00'),
      '11月10日（星期二）开始收。急事请打 0000-6123400。',
    ],
    [
      'paused',
      () => village.db.update(rounds).set({ pausedReason: '镇里停电' }),
      '暂时停收：镇里停电。可以先打 0000-6123400。',
    ],
    [
      'closed',
      async () => village.clock.set('2027-01-06T00:00:00+08:00'),
      '这一轮 1月5日（星期二）已经截止。',
    ],
    ['withdrawn', () => village.setCode({ state: 'revoked' }), '这张公告停用了，先别填。请打 0000-6123400。'],
  ]

  it.each(shut)('calls the office and never the team: %s', async (_standing, change, sentence) => {
    await change()
    const { html, form } = await seen(paths.aboutTeam(village.token))
    expect(html.replace(/<[^>]*>/g, '')).toContain(sentence)
    expect(form).toBe(false)
    expect(/<main.*?<(?:a|button) class="btn go" href="tel:(\d+)"/s.exec(html)?.[1]).toBe('00006123400')
    expect(html).not.toMatch(/6123456|第二巡察组/)
    expect(html).not.toMatch(new RegExp(`${paths.code(village.token)}["?]`))
  })

  it('is no test scan: the team’s chain was not looked at', async () => {
    await village.setCode({ state: 'draft' })
    expect((await seen(paths.aboutTeam(village.token))).html).not.toContain('试扫成功')
    const [code] = await village.db.select().from(codes)
    expect(code?.state).toBe('draft')
  })
})
