import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { players } from '../cast/people.ts'
import { atNotice } from './at-notice.ts'
import { barriers, juts, officePc, picture } from './chromium.ts'
import { signIn } from './office-hands.ts'
import { receipt, send, tell, tellPlainly } from './resident-hands.ts'
import { openReport } from './team-hands.ts'

const { stage, played, landing, words } = atNotice()

/** How a tile's picture is drawn: which file, and how far along it. */
const pictures = (page: Page) =>
  page.locator('.tile').evaluateAll((tiles) =>
    tiles.map((tile) => {
      const { maskImage, maskPosition } = getComputedStyle(tile, '::before')
      return [maskImage.replace(/^.*\/built/, '').replace(/-\w+\.svg.*/, ''), maskPosition]
    }),
  )

test.each([true, false])('every tile has a picture of its own (scripts: %s)', async (scripts) => {
  const page = await stage.person({ scripts })
  const since = stage.requests.length
  const drawings = () => stage.requests.slice(since).filter((address) => address.endsWith('.svg'))
  await page.goto(landing())
  if (scripts) {
    await page.locator('#kind button').first().click({ trial: true })
    expect(drawings(), 'before they are to be seen').toEqual([])
    await page.locator('#kind button').first().click()
  }
  await expect.poll(drawings).toHaveLength(1)
  const found = await pictures(page)
  expect(found).toHaveLength(13)
  expect(new Set(found.map(([file]) => file))).toEqual(new Set(['/pictures']))
  expect(new Set(found.map(([, along]) => along)).size).toBe(13)
})

const weChat =
  'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0.40'
const strip = '[data-wechat]'

test('WeChat is told how to leave it, by the page and in one line, and nobody else is', async () => {
  for (const lang of ['zh', 'en']) {
    const inWeChat = await stage.person({ agent: weChat, height: 640 })
    const said =
      lang === 'zh'
        ? '想更稳妥，点右上角，用浏览器打开。'
        : 'For more safety, open in the browser from the top right.'
    for (const address of [landing(), played.origin + paths.progress, played.origin + paths.genuine]) {
      await inWeChat.goto(`${address}?lang=${lang}`)
      await inWeChat.locator(strip).getByText(said).waitFor()
      expect(await barriers(inWeChat)).toEqual([])
    }
    for (const size of lang === 'zh' ? ['standard', 'large', 'largest'] : ['standard', 'large']) {
      await inWeChat.goto(`${landing()}?lang=${lang}&size=${size}`)
      await inWeChat.locator('#kind button').first().waitFor()
      await picture(inWeChat, `wechat-${lang}-${size}`)
      const [bottom, demo] = await inWeChat.evaluate(() => [
        document.querySelector('#kind button')?.getBoundingClientRect().bottom ?? 999,
        document.querySelector('.demo:not([data-wechat])')?.getBoundingClientRect().height ?? 0,
      ])
      // A real office has no strip that says it is invented.
      expect((bottom ?? 999) - (demo ?? 0), `${lang} ${size}`).toBeLessThanOrEqual(640)
    }
    await inWeChat.context().close()
  }
  const elsewhere = await stage.person()
  await elsewhere.goto(landing())
  await elsewhere.locator('#kind button').first().waitFor()
  expect(await elsewhere.locator(strip).isVisible()).toBe(false)
  const plain = await stage.person({ agent: weChat, scripts: false })
  await plain.goto(landing())
  expect(await plain.locator(strip).isVisible()).toBe(false)
})

/** A phone's voices, of which headless Chromium has none: what it is given to say is kept, and goes on to its end. */
const withVoices = (voices: { lang: string; localService: boolean }[]) => `
  globalThis.heard = []
  globalThis.speaking = []
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
  const voices = ${JSON.stringify(voices)}
  Object.defineProperty(globalThis, 'speechSynthesis', { value: {
    getVoices: () => voices,
    speak(said) { heard.push([said.text, said.lang]); speaking.push(said) },
    cancel() { speaking.splice(0).forEach((said) => said.onerror?.({ error: 'interrupted' })) },
  } })`
const heard = (page: Page) => page.evaluate<[string, string][]>('heard')
const speaking = (page: Page) => page.evaluate<number>('speaking.length')
const aloud = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const here = [
  { lang: 'en-US', localService: true },
  { lang: 'zh-HK', localService: true },
  { lang: 'zh-CN', localService: true },
]

test('each step is read by a voice of the phone, until it is stopped or left, and nothing is sent', async () => {
  const page = await stage.person()
  await page.addInitScript(withVoices(here))
  await page.goto(landing())
  await aloud(page, '读给我听').waitFor()
  expect(await barriers(page)).toEqual([])
  const [above, below] = await page.evaluate(() =>
    ['.kinds', '.kinds + button'].map((one) => document.querySelector(one)?.getBoundingClientRect().top ?? 0),
  )
  expect(below).toBeGreaterThan(above ?? 0)
  await page.waitForLoadState('networkidle')
  const asked = stage.requests.length
  await aloud(page, '读给我听').click()
  const first = await heard(page)
  expect(first[0]).toEqual(['青塘村 有话请讲', 'zh-CN'])
  expect(first.map(([text]) => text)).toContain('不用登记。您不说，我们就不知道您是谁。')
  expect(first.map(([text]) => text).join()).not.toMatch(/送到就上锁|读给我听|怎么回事/)
  await aloud(page, '停').click()
  expect(await speaking(page)).toBe(0)
  await aloud(page, '读给我听').click()
  expect(await speaking(page)).toBeGreaterThan(5)
  expect(stage.requests.length).toBe(asked)

  await tell(page, { text: `${words}打 13912345678 找我。` })
  await page.locator('[data-change="2"]').first().click()
  await page.getByText('这里像是电话').waitFor()
  await page.evaluate('heard.splice(0)')
  await aloud(page, '读给我听').click()
  const second = (await heard(page)).map(([text]) => text).join('\n')
  expect(second).toContain('这里像是电话')
  expect(second).not.toMatch(new RegExp(`${words}|13912345678`))
  await page.locator('[data-step]:not([hidden]) [data-next]').click()
  expect(await speaking(page), 'whoever left the step').toBe(0)
  await page.evaluate('heard.splice(0)')
  await aloud(page, '读给我听').click()
  const last = (await heard(page)).map(([text]) => text).join('\n')
  expect(last).toContain('怎样给您回音？')
  expect(last).not.toContain(words)
  expect(await juts(page)).toBe(false)
  await picture(page, 'aloud-step-3')

  await send(page)
  const { code } = await receipt(page)
  expect(await speaking(page)).toBe(0)
  await page.evaluate('heard.splice(0)')
  await aloud(page, '读给我听').click()
  const end = (await heard(page)).map(([text]) => text).join('')
  expect(end).toContain('请用笔抄下来')
  expect(end).not.toMatch(/\d{4}.*第5组/)
  expect(end).not.toContain(code.slice(0, 4))
  await page.evaluate("speaking[0].onerror({ error: 'synthesis-failed' })")
  await page.getByText('这部手机不会读。').waitFor()
  expect(await barriers(page)).toEqual([])
})

test('reads English to whoever chose it, and is absent where no voice is on the phone itself', async () => {
  const page = await stage.person()
  await page.addInitScript(withVoices(here))
  await page.goto(`${played.origin}${paths.safer}?lang=en`)
  await aloud(page, 'Read to me').click()
  expect((await heard(page))[0]).toEqual(['Staying safe', 'en-US'])

  const sent = [
    { lang: 'zh-CN', localService: false },
    { lang: 'en-GB', localService: true },
  ]
  for (const voices of [[], sent]) {
    const without = await stage.person()
    await without.addInitScript(withVoices(voices))
    const since = stage.requests.length
    await without.goto(landing(), { waitUntil: 'networkidle' })
    await without.locator('#kind button').first().waitFor()
    expect(await aloud(without, '读给我听').count()).toBe(0)
    if (voices.length === 0)
      expect(stage.requests.slice(since).filter((one) => one.includes('aloud'))).toEqual([])
  }
})

test('a size that is chosen goes along from page to page, by its address and by nothing else', async () => {
  const page = await stage.person()
  await page.goto(landing())
  await page.getByRole('link', { name: '更大', exact: true }).click()
  const size = () => page.evaluate(() => document.documentElement.dataset.size)
  await expect.poll(size).toBe('largest')
  await tell(page, { text: words })
  await send(page)
  await receipt(page)
  expect(await size()).toBe('largest')
  await page.getByRole('button', { name: '大', exact: true }).click()
  expect(await size()).toBe('large')
  await page.getByText('抄好了，离开并清除').click()
  await page.getByText('抄好了，离开', { exact: true }).click()
  await page.getByRole('heading', { name: '都清掉了' }).waitFor()
  expect(await size()).toBe('large')
  await page.getByRole('link', { name: '更放心的做法' }).click()
  await page.getByRole('heading', { name: '更放心的做法' }).waitFor()
  expect(await size()).toBe('large')
  expect(await page.context().cookies()).toEqual([])
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

const helped = { text: words, reply: 'contactOnly', phone: '13900000031' } as const
const tickForOther = (page: Page) => page.locator('label.pick:has(#forOther)').click()
const slipToThem = '请把小条交给本人，您手机里的会清掉。'
/** How many reports this browser keeps, words and receipts. */
const keptHere = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open('kept')
        opening.onupgradeneeded = () => opening.transaction?.abort()
        opening.onerror = () => done(0)
        opening.onsuccess = () => {
          const all = opening.result.transaction('drafts').objectStore('drafts').getAllKeys()
          all.onsuccess = () => {
            opening.result.close()
            done(all.result.filter((key) => key !== 'own').length)
          }
        }
      }),
  )

test.each([true, false])(
  'who writes for another gives the slip away and keeps nothing (scripts: %s)',
  async (scripts) => {
    const page = await stage.person({ scripts })
    await page.goto(landing())
    await (scripts ? tell : tellPlainly)(page, helped)
    if (scripts) expect(await page.locator('#helper').isVisible()).toBe(false)
    await tickForOther(page)
    await page.locator('#helper').fill('12')
    await send(page)
    await page.locator('#mend').getByText('电话好像不对').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.locator('#helper').fill('13900000032')
    await send(page)
    const { enquiryNumber } = await receipt(page)
    await page.getByText(slipToThem).waitFor()
    await picture(page, `helper-receipt-${scripts ? '' : 'plain'}`)
    if (scripts) await expect.poll(() => keptHere(page)).toBe(0)

    const [row] = await played.house.db.select().from(reports).where(eq(reports.enquiryNumber, enquiryNumber))
    expect(row).toMatchObject({ forOther: true, identityMode: 'contactOnly' })
    const leader = await stage.person(officePc)
    await signIn(leader, played, players.li)
    await openReport(leader, played.origin + paths.desk(row?.teamId ?? ''), enquiryNumber)
    await leader.getByText('替人写').first().waitFor()
    await leader.locator('#contact input[type=radio]').first().check()
    await leader.locator('#contact button[type=submit]').first().click()
    await expect.poll(() => leader.locator('#contact [data-field=phone]').textContent()).toBe('13900000031')
    expect(await leader.locator('#contact [data-field=helper]').textContent()).toBe('13900000032')
  },
)

test('who writes for themselves is told nothing of a slip for somebody else', async () => {
  const page = await stage.person()
  await page.goto(landing())
  await tell(page, { text: words })
  await send(page)
  await receipt(page)
  expect(await page.getByText(slipToThem).count()).toBe(0)
  expect(await keptHere(page)).toBe(1)
})
