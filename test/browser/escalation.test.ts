import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lang, tagOf } from '../../src/i18n/speak.ts'
import { paths } from '../../src/paths.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { reports } from '../../src/reports/tables.ts'
import { listRounds } from '../../src/rounds/store.ts'
import { listTeams } from '../../src/rounds/teams.ts'
import { utf8 } from '../../src/sealing/bytes.ts'
import { sealToPassphrase } from '../../src/sealing/passphrase.ts'
import { openFile } from '../cast/escalating.ts'
import { players, teams } from '../cast/people.ts'
import { barriers } from './barriers.ts'
import { officePc, picture, useChromium } from './chromium.ts'
import { barriersInOtherLanguages } from './each-language.ts'
import { fillIn, press, signIn } from './office-hands.ts'
import { packedInFull } from './packed-in-full.ts'
import { type Played, startPlayed } from './played.ts'
import { look as lookInEach } from './staff-look.ts'
import { choose } from './team-hands.ts'

// One report goes up, sealed: proposed, agreed to, exported and erased. Each test goes on where the one before ended.

let played: Played
let report: typeof reports.$inferSelect
let address = ''
const saved = join(tmpdir(), `mashang-${process.pid}.html`)
let page: Page
/** What the page that exports says in the file, in each other language. */
const fileWords = new Map<Lang, string>()
const stage = useChromium(() => played.origin, ['file:'])

async function look(name: string) {
  await picture(page, `escalation-${name}`)
  expect(await barriers(page), name).toEqual([])
}

beforeAll(async () => {
  played = await startPlayed()
  const { db } = played.house
  const [round] = await listRounds(db)
  const team = (await listTeams(db, round?.id ?? '')).find(({ name }) => name === teams.first.name)
  const going = and(
    eq(reports.teamId, team?.id ?? ''),
    eq(reports.contactHeld, true),
    isNull(reports.pendingMove),
    inArray(reports.state, ['received', 'accepted', 'verifying']),
  )
  const [found] = await db.select().from(reports).where(going).limit(1)
  if (!found) throw new Error('nothing to escalate')
  report = found
  address = `${played.origin}${paths.report(report.teamId, report.id)}`
}, 120_000)
afterAll(async () => {
  await rm(saved, { force: true })
  await played.leave()
})

test('the liaison proposes and the leader agrees', async () => {
  page = await stage.person(officePc)
  await signIn(page, played, players.chen)
  await page.goto(`${address}/moves/escalate`)
  await look('form')
  await choose(page, 'ground', '规则第十五条：反映上级组织或上级领导')
  await choose(page, 'recipient', '上级巡察机构')
  await press(page, '报组长审批')
  await page.getByText('等另一个人审批').waitFor()

  page = await stage.person(officePc)
  await signIn(page, played, players.li)
  await page.goto(address)
  await look('to-approve')
  expect(await barriersInOtherLanguages(page), 'to-approve').toEqual([])
  await press(page, '同意')
  await page.getByText('导出一次，随后这里只留存根').waitFor()
  await look('to-export')
  expect(await barriersInOtherLanguages(page), 'to-export').toEqual([])
})

test('a passphrase that is too short or differs is said; then the file holds everything', async () => {
  // Each time is a step of its own, and what is exported belongs to the last.
  const toExport = async (beside: Page, lang: Lang) => {
    await beside.locator('form[action$="/package"] [type=submit]').click()
    const words = await beside.locator('[data-package]').getAttribute('data-words')
    fileWords.set(lang, words ?? '')
  }
  expect(await barriersInOtherLanguages(page, toExport, address), 'passphrase').toEqual([])
  await page.reload()
  await press(page, '准备导出')
  await page.locator('#passphrase').waitFor()
  await fillIn(page, { passphrase: '短', again: '短' })
  await press(page, '密封并导出')
  await page.locator('[data-why=short]').filter({ visible: true }).waitFor()
  await fillIn(page, { passphrase: '过了桥往左第三棵树下见面', again: '过了桥往左第三棵树上见面' })
  await press(page, '密封并导出')
  await page.locator('[data-why=differs]').filter({ visible: true }).waitFor()
  await look('passphrase')

  await fillIn(page, { again: '过了桥往左第三棵树下见面' })
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, '密封并导出')])
  await page.getByText('收到收据后登记').waitFor()
  expect(download.suggestedFilename()).toBe(`${report.enquiryNumber}.html`)
  await download.saveAs(saved)
  const html = await readFile(saved, 'utf8')
  const packed = await openFile(html.match(/id="sealed">([^<]*)</)?.[1] ?? '', '过了桥往左第三棵树下见面')
  expect(JSON.stringify(packed.parts)).toMatch(/"part":"body".*"text":"/)
  expect(JSON.stringify(packed.contact)).toMatch(/"phone":"139/)
  await look('receipt')
})

test('whoever gets the file reads it in a browser, offline and without any of our software', async () => {
  const html = await readFile(saved, 'utf8')
  const theirs = await stage.person(officePc)
  await theirs.context().setOffline(true)
  await theirs.goto(pathToFileURL(saved).href)
  const look = async (name: string) => {
    await picture(theirs, `escalation-file-${name}`)
    expect(await barriers(theirs), name).toEqual([])
  }
  const enter = async (passphrase: string) => {
    await fillIn(theirs, { passphrase })
    await press(theirs, '打开')
  }
  await look('closed')
  await enter('过了桥往左第三棵树上见面')
  await theirs.getByText('口令不对').waitFor()
  await enter(' 过了桥往左第三棵树下见面')
  await theirs.getByRole('heading', { name: '群众原话' }).waitFor()
  const shown = await theirs.locator('main').innerText()
  expect(shown).toMatch(new RegExp(`受理号\\s+${report.enquiryNumber}`))
  expect(shown).toMatch(/渠道\s+扫码[\s\S]*群众原话[\s\S]*联系方式[\s\S]*电话\s+139/)
  await look('open')
  const everything = JSON.stringify(packedInFull)
  const full = await sealToPassphrase(utf8(everything), '过了桥往左第三棵树下见面')
  await writeFile(saved, html.replace(/(?<=id="sealed">)[^<]*/, full))
  await theirs.reload()
  await enter('过了桥往左第三棵树下见面')
  await theirs.getByRole('heading', { name: '附件' }).waitFor()
  await look('full')
  const text = await theirs.locator('main').innerText()
  for (const [, word = ''] of everything.matchAll(/"(【[^"]*】)"/g)) expect(text).toContain(word)
  for (const word of [
    '打官司或别处在办',
    '回信地址',
    '廉洁纪律',
    '工程 · 三资',
    '这一部分打不开',
    '录音 · 存下来',
    '中文',
  ])
    expect(text).toContain(word)
  expect(text).not.toContain('同意打电话')
  expect(text).not.toMatch(/\[object|undefined|null|integrity|unit-id|T18/)
  expect(await theirs.evaluate('document.images[0].naturalWidth')).toBe(8)
  for (const [lang, words] of fileWords) {
    const translated = html
      .replace(/(?<=id="words">)[^<]*/, words.replaceAll('<', '\\u003c'))
      .replace('lang="zh-CN"', `lang="${tagOf(lang)}"`)
    await writeFile(saved, translated.replace(/(?<=id="sealed">)[^<]*/, full))
    await theirs.reload()
    await theirs.locator(`html[lang=${tagOf(lang)}] #passphrase`).fill('过了桥往左第三棵树下见面')
    expect(await barriers(theirs, { colours: false }), `closed ${lang}`).toEqual([])
    await theirs.locator('button').click()
    await theirs.locator('main .words').first().waitFor()
    expect(await barriers(theirs, { colours: false }), `full ${lang}`).toEqual([])
  }
  expect([...fileWords.keys()].sort()).toEqual(['en', 'zh-Hant'])
  expect(html).toMatch(
    /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^' ]+'; style-src/,
  )
})

test('the receipt, which the other of the two enters, leaves a stub', async () => {
  expect(await page.locator('[name=receipt]').count()).toBe(0)
  page = await stage.person(officePc)
  await signIn(page, played, players.chen)
  await page.goto(address)
  await look('receipt-by-the-other')
  expect(await barriersInOtherLanguages(page), 'receipt').toEqual([])
  await fillIn(page, { receipt: '澄巡收〔2026〕17号' })
  await press(page, '登记收据，擦除内容')
  await page.getByText('收据 澄巡收〔2026〕17号。').waitFor()
  await look('stub')
  expect(await barriersInOtherLanguages(page), 'stub').toEqual([])
  await lookInEach(page, played, paths.escalated(report.teamId), 'escalated')
  expect(await listEnvelopes(played.house.db, [report.id], ['body', 'contact'])).toEqual([])
})
