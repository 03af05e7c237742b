import { beforeEach, describe, expect, it } from 'vitest'
import {
  addHolder,
  assign,
  giveKeys,
  hand,
  makeCode,
  makeRound,
  roundFields,
} from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { paths } from '../paths.ts'
import { createUnit } from '../rounds/units.ts'
import { mintCode } from './mint.client.ts'
import { markTested } from './moving.ts'
import { findCode, listCodes } from './store.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>
beforeEach(async () => {
  at = await openOfficeDesk()
  ids = await makeRound(at.db)
})

const mintAddress = () => `${paths.mint(ids.roundId)}?unit=${ids.unitId}`
const stateOf = async (token: string) => (await findCode(at.db, token))?.code.state

/** What an administrator's browser makes of the form as the page shows it. */
async function fillMintForm() {
  const html = await (await at.get(mintAddress())).text()
  const shown = (name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(html)?.[1] ?? ''
  const noticeNumber = shown('notice-number')
  const printed = {
    noticeNumber,
    unitId: shown('unit-id'),
    unitName: shown('unit-name'),
    roundId: shown('round-id'),
    roundTitle: shown('round-title'),
    teamId: shown('team-id'),
    teamName: shown('team-name'),
  }
  const made = await mintCode(at.office.root, at.office.signer, printed)
  return { unit: ids.unitId, noticeNumber, sheets: '3', ...made }
}

describe('making a code', () => {
  it('waits for the team key, and says so', async () => {
    expect(await wordsOf(at.get(paths.codes(ids.roundId)))).toContain(
      '第二巡察组的钥匙还没确认，1 个单位先不做。',
    )
    const html = await (await at.get(mintAddress())).text()
    expect(html).toContain('第二巡察组的钥匙还没确认')
    expect(html).not.toContain('data-mint')
  })

  it('keeps what the browser made of the page, once', async () => {
    await giveKeys(at.db, at.office, ids)
    const form = await fillMintForm()
    const kept = await at.post(paths.mint(ids.roundId), form)
    expect([kept.status, kept.headers.get('Location')]).toEqual([
      303,
      `${paths.codes(ids.roundId)}?said=minted`,
    ])
    expect((await at.post(paths.mint(ids.roundId), form)).status).toBe(303)
    const codes = await listCodes(at.db, ids.roundId)
    expect(codes).toHaveLength(1)
    expect(codes[0]).toMatchObject({
      token: form.token,
      noticeNumber: form.noticeNumber,
      state: 'draft',
      sheets: 3,
    })
    expect(form.noticeNumber).toMatch(/^\d{6}$/)
  })

  it('keeps nothing that does not verify, and says to stop', async () => {
    await giveKeys(at.db, at.office, ids)
    const form = await fillMintForm()
    const stranger = await fillMintForm()
    const forged = [
      { ...form, salt: stranger.salt },
      { ...form, certificate: stranger.certificate },
      { ...form, certificate: '' },
      { ...form, noticeNumber: stranger.noticeNumber },
      { unit: form.unit, noticeNumber: form.noticeNumber, sheets: '3' },
    ]
    for (const fields of forged) {
      const answer = await at.post(paths.mint(ids.roundId), fields as Record<string, string>)
      expect([answer.status, await wordsOf(answer)]).toEqual([422, expect.stringContaining('码和签名对不上')])
    }
    expect(await listCodes(at.db, ids.roundId)).toEqual([])
  })

  it('refuses a code that names a team the unit is not assigned to', async () => {
    await giveKeys(at.db, at.office, ids)
    const other = await makeRound(at.db, {
      round: { title: '另一轮' },
      team: { name: '第九巡察组' },
      unit: { name: '禾仓村' },
    })
    const { noticeNumber, sheets, unit } = await fillMintForm()
    const printed = {
      noticeNumber,
      unitId: ids.unitId,
      unitName: '青塘村',
      roundId: ids.roundId,
      roundTitle: roundFields.title,
      teamId: other.teamId,
      teamName: '第九巡察组',
    }
    const made = await mintCode(at.office.root, at.office.signer, printed)
    const answer = await at.post(paths.mint(ids.roundId), { unit, noticeNumber, sheets, ...made })
    expect(answer.status).toBe(422)
    expect((await at.get(`${paths.mint(other.roundId)}?unit=${ids.unitId}`)).status).toBe(404)
  })

  it('shows the page again with another number when that one has just been taken', async () => {
    await giveKeys(at.db, at.office, ids)
    const form = await fillMintForm()
    const other = await makeRound(at.db, { round: { title: '另一轮' }, unit: { name: '禾仓村' } })
    await makeCode(at.db, at.office, other, form.noticeNumber)
    const answer = await at.post(paths.mint(ids.roundId), { ...form, sheets: '7' })
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(html).toContain('公告号刚被别的公告用了')
    expect(html).toContain('value="7"')
    expect(hiddenIn(html, 'noticeNumber')).toMatch(/^\d{6}$/)
    expect(hiddenIn(html, 'noticeNumber')).not.toBe(form.noticeNumber)
  })

  it('makes no second code while one waits to be used', async () => {
    await giveKeys(at.db, at.office, ids)
    const form = await fillMintForm()
    const { noticeNumber } = form
    await at.post(paths.mint(ids.roundId), await fillMintForm())
    const answer = await at.post(paths.mint(ids.roundId), form)
    expect(answer.status).toBe(409)
    expect(await listCodes(at.db, ids.roundId)).toHaveLength(1)
    expect(noticeNumber).not.toBe((await listCodes(at.db, ids.roundId))[0]?.noticeNumber)
  })
})

describe('putting a notice in use', () => {
  it('needs a confirmed key, two people and a test scan, and names what is missing', async () => {
    const { token } = await makeCode(at.db, at.office, ids)
    const tried = await at.post(paths.openCode(token), {})
    expect(tried.status).toBe(409)
    expect(await wordsOf(tried)).toContain('没有启用。还差：第二巡察组的钥匙还没确认；用手机试扫这个公告')

    await giveKeys(at.db, at.office, ids, 1)
    expect(await wordsOf(at.post(paths.openCode(token), {}))).toContain(
      '第二巡察组只有 1 人能打开，要 2 人；用手机试扫这个公告',
    )
    await addHolder(at.db, ids.teamId, 1)
    expect(await wordsOf(at.post(paths.openCode(token), {}))).toContain('还差：用手机试扫这个公告')
    expect(await stateOf(token)).toBe('draft')
    await markTested(at.db, token, at.clock.now())

    const opened = await at.post(paths.openCode(token), {})
    expect([opened.status, opened.headers.get('Location')]).toEqual([
      303,
      `${paths.codes(ids.roundId)}?said=opened`,
    ])
    expect(await stateOf(token)).toBe('inUse')
    expect((await at.post(paths.openCode(token), {})).status).toBe(303)
  })

  it('is withdrawn with a reason, and replaced by the one that was tested', async () => {
    await giveKeys(at.db, at.office, ids)
    const old = await makeCode(at.db, at.office, ids, '123450')
    await markTested(at.db, old.token, at.clock.now())
    await at.post(paths.openCode(old.token), {})
    // With nothing to take its place it can only be withdrawn, and its page says so before.
    const link = async () => {
      const page = await (await at.get(paths.codes(ids.roundId))).text()
      return new RegExp(`${paths.withdrawCode(old.token)}">([^<]*)<`).exec(page)?.[1]
    }
    expect(await link()).toBe('停用')
    expect(await wordsOf(at.get(paths.withdrawCode(old.token)))).toContain('停用以后就没有码可扫')
    const next = await makeCode(at.db, at.office, ids, '987657')
    await markTested(at.db, next.token, at.clock.now())
    expect(await wordsOf(at.post(paths.openCode(next.token), {}))).toContain('旧公告 123450 还在用')

    expect(await link()).toBe('停用并换新')
    const asked = await wordsOf(at.get(paths.withdrawCode(old.token)))
    expect(asked).not.toContain('就没有码可扫')
    expect(asked).toContain('一共 3 张，贴出去的请去撕掉。')
    expect(asked).toContain('987657（试扫过，同时启用）')
    const without = await at.post(paths.withdrawCode(old.token), { instead: next.token })
    expect([without.status, await wordsOf(without)]).toEqual([422, expect.stringContaining('请选一个原因。')])
    const elsewhere = await at.post(paths.withdrawCode(old.token), { why: 'covered', instead: 'ELSEWHERE' })
    expect(elsewhere.status).toBe(422)
    const done = await at.post(paths.withdrawCode(old.token), { why: 'covered', instead: next.token })
    expect(done.headers.get('Location')).toContain('said=replaced')
    expect([await stateOf(old.token), await stateOf(next.token)]).toEqual(['revoked', 'inUse'])
    expect(await wordsOf(at.get(paths.codes(ids.roundId)))).toContain(
      '停用：上面贴了别的码，或者被换了 现在用 987657',
    )
    expect((await at.post(paths.withdrawCode(old.token), { why: 'other' })).status).toBe(409)
    expect((await at.get(paths.printNotice(old.token))).status).toBe(404)
  })
})

describe('putting all scanned notices of a round in use', () => {
  it('opens those the page named and may be, leaves the rest with its reason, and opens none that is not ready', async () => {
    await giveKeys(at.db, at.office, ids)
    const tokens: string[] = []
    for (const [number, name] of [
      ['123450', '青塘村'],
      ['987657', '禾仓村'],
      ['246801', '云脚村'],
    ] as const) {
      const unitId = `u-${number}`
      await createUnit(at.db, unitId, { name, shortName: name, type: 'village', parentId: null }, hand)
      await assign(at.db, ids.roundId, unitId, ids.teamId)
      tokens.push((await makeCode(at.db, at.office, { ...ids, unitId }, number)).token)
    }
    const [one = '', two = '', three = ''] = tokens
    const address = paths.codes(ids.roundId)
    await markTested(at.db, one, at.clock.now())
    expect(await wordsOf(at.get(address))).not.toContain('启用全部')
    await markTested(at.db, two, at.clock.now())
    const html = await (await at.get(address)).text()
    expect(html).toContain('启用全部试扫过的（2 个）')
    const named = hiddenIn(html, 'tokens')
    expect(named.split(' ').sort()).toEqual([one, two].sort())

    const notReady = await at.post(address, { tokens: tokens.join(' ') })
    expect([notReady.status, await wordsOf(notReady)]).toEqual([409, expect.stringContaining('刚有人动过')])
    expect(await Promise.all(tokens.map(stateOf))).toEqual(['tested', 'tested', 'draft'])
    expect((await at.post(address, {})).status).toBe(409)

    await at.post(paths.openCode(one), {})
    await markTested(at.db, three, at.clock.now())
    for (const _ of ['once', 'twice']) {
      const opened = await at.post(address, { tokens: named })
      expect([opened.status, opened.headers.get('Location')]).toEqual([303, `${address}?said=opened`])
    }
    expect(await Promise.all(tokens.map(stateOf))).toEqual(['inUse', 'inUse', 'tested'])
  })
})

describe('a unit whose notice', () => {
  it('is in use has one row, with a small link to a new code in it', async () => {
    await giveKeys(at.db, at.office, ids)
    const { token } = await makeCode(at.db, at.office, ids)
    await markTested(at.db, token, at.clock.now())
    await at.post(paths.openCode(token), {})
    const html = await (await at.get(paths.codes(ids.roundId))).text()
    expect(html.match(/<td[^>]*>青塘村<\/td>/g)).toHaveLength(1)
    expect(html).toMatch(/<small><a href="[^"]*new\?unit=[^"]*">再做一个新码<\/a><\/small>/)
  })

  it('was withdrawn is said to have no new one yet', async () => {
    await giveKeys(at.db, at.office, ids)
    const { token } = await makeCode(at.db, at.office, ids)
    await at.post(paths.withdrawCode(token), { why: 'misprint' })
    expect(await wordsOf(at.get(paths.codes(ids.roundId)))).toContain('旧码已停用，还没有新码 做码')
  })
})
