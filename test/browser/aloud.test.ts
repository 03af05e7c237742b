import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { juts, picture } from './chromium.ts'
import { openStep } from './drafting.ts'
import { hold } from './held.ts'
import { phonePhoto } from './phone-photo.ts'
import { receipt, send, tell } from './resident-hands.ts'
import { added } from './with-files.ts'

const { stage, played, landing, words } = atNotice()

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

test('speaks traditional words to whoever reads them, by a voice of theirs', async () => {
  const page = await stage.person()
  await page.addInitScript(withVoices(here))
  await page.goto(`${landing()}?lang=zh-Hant`)
  await aloud(page, '讀給我聽').click()
  const said = await heard(page)
  expect(said.map(([text]) => text)).toContain('不用登記。您不說，我們就不知道您是誰。')
  expect(new Set(said.map(([, lang]) => lang))).toEqual(new Set(['zh-HK']))
  await aloud(page, '停').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.evaluate("speaking[0].onerror({ error: 'synthesis-failed' })")
  await page.getByText('這部手機不會讀。').waitFor()
  expect(await barriers(page)).toEqual([])
})

/** What somebody types, a mark in each: by the field's id. */
const typed = {
  text: '甲辰桥边的事，请打13900000077。',
  subject: '乙巳会计',
  place: '丙午渡口',
  phone: '13900000088',
  name: '丁未婆婆',
  helper: '13900000099',
} as const
const marks = /甲辰|乙巳|丙午|丁未|戊申|139|0077|0088|0099/
const fill = (page: Page, ...fields: (keyof typeof typed)[]) =>
  fields.reduce(
    (before, field) => before.then(() => page.locator(`#${field}`).fill(typed[field])),
    Promise.resolve(),
  )

test('of what somebody types or chooses nothing is ever read, wherever it is shown again', async () => {
  const page = await stage.person()
  await page.addInitScript(withVoices(here))
  const slow = await hold(page.context(), /\/attaching\?/)
  const readNow = async () => {
    await page.evaluate('heard.splice(0)')
    await aloud(page, '读给我听').click()
    const said = (await heard(page)).map(([text]) => text)
    await aloud(page, '停').click()
    expect(said.join('\n')).not.toMatch(marks)
    return said
  }
  const onScreen = () => page.locator('main').innerText()
  await page.goto(landing())
  await page.locator('#kind button').nth(1).click()
  await page.locator('label[for="tile-B3"]').click()
  expect(await readNow()).toContain('是哪方面的事？')
  await openStep(page, 2)
  await fill(page, 'text', 'subject', 'place')
  // A slow network brings what shows files, and asks about numbers, when the words stand there already.
  slow.open()
  await page.locator('#attach').waitFor()
  await page.locator('#hint').getByText('13900000077').waitFor()
  expect(await readNow()).toContain('是谁，做了什么？')
  await openStep(page, 3)
  await page.locator('.look-over').getByText(typed.text).waitFor()
  expect(await page.locator('.look-over .added').textContent(), 'no file was chosen').toBe('')
  expect(await page.locator('.look-over .added').isVisible()).toBe(false)
  expect(await readNow()).toContain('怎样给您回音？')

  await page.locator('[data-step="3"] [data-back]').click()
  await added(page, 'photo', (await phonePhoto(page)).bytes, { name: '戊申.jpg', mimeType: 'image/jpeg' })
  await readNow()
  await openStep(page, 3)
  await page.locator('label.pick:has([value=named])').click()
  await page.locator('label.pick:has(#forOther)').click()
  await fill(page, 'phone', 'name', 'helper')
  const shown = await onScreen()
  for (const shownAgain of [typed.text, typed.subject, typed.place, typed.name, '139 0000 0088', '照片 1'])
    expect(shown).toContain(shownAgain)
  expect((await readNow()).join()).not.toContain('照片 1')
  // What is to be mended is pointed out beside it, in our words.
  await page.locator('#helper').fill('12')
  await send(page)
  await page.locator('#mend').getByText('电话好像不对').waitFor()
  await readNow()
  expect(await page.evaluate('speaking.length')).toBe(0)
})
