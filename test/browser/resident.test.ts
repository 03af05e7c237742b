import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { base64url } from '../../src/sealing/bytes.ts'
import { makeSigningKeys } from '../../src/sealing/suite.ts'
import { speak } from '../cast/residents.ts'
import { greyPng } from '../samples/pictures.ts'
import { planting } from '../samples/planting.ts'
import { wav } from '../samples/sounds.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { juts, picture } from './chromium.ts'
import { lookUp, receipt, send, tell, tellPlainly } from './resident-hands.ts'

const { stage, played, codeOf, landing, filed, words } = atNotice()

describe('a resident with scripts', () => {
  test('goes back and changes, and nothing typed is lost', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words, kind: 'conduct', tile: 'B9' })
    await page.locator('[data-change="2"]').first().click()
    expect(await page.locator('#text').inputValue()).toBe(words)
    expect(await page.locator('[data-row=subject]').isVisible()).toBe(false)
    await page.locator('#subject').fill('何支书')
    await page.locator('#place').fill('第三组桥头')
    await page.locator('[data-step="2"] [data-next]').click()
    const row = (name: string) => page.locator(`[data-row=${name}]`).innerText()
    expect(await row('subject')).toBe('何支书')
    expect(await row('place')).toMatch(/村 第三组桥头$/)
    await page.goBack()
    await page.goBack()
    await page.goBack()
    await page.goBack()
    await page.locator('[data-step="1"]').waitFor()
    await page.reload()
    await page.locator('#tile-B9:checked').waitFor({ state: 'attached' })
    expect(await page.locator('#text').inputValue()).toBe(words)
  })

  /** Holds back the script that takes the form over, until what this answers is called. */
  async function holdBack(page: Page) {
    let come = () => {}
    const late = new Promise<void>((resolve) => {
      come = resolve
    })
    await page.route(/\/built\/report-\w+\.js$/, async (route) => {
      await late
      await route.continue()
    })
    return () => come()
  }

  test('who writes in the long form before the scripts have come stays where they write', async () => {
    const page = await stage.person()
    const come = await holdBack(page)
    await page.goto(landing(), { waitUntil: 'commit' })
    await page.locator('label[for="tile-B3"]').click()
    await page.locator('#text').pressSequentially(words)
    expect(await page.locator('[data-step="3"]').isVisible()).toBe(true)
    come()
    await page.locator('[data-step="3"]').waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text')
    expect(await page.locator('#text').inputValue()).toBe(words)
    expect(await page.locator('#tile-B3').isChecked()).toBe(true)
  })

  test('whose words come back late has them beside what was begun anew meanwhile, and what was picked', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words })
    await page.waitForTimeout(700)
    const come = await holdBack(page)
    await page.reload({ waitUntil: 'commit' })
    await page.locator('#text').fill('还有一件事。')
    await page.locator('label.pick:has(#afraid)').click()
    await page.locator('label.pick:has([name=reply][value=contactOnly])').click()
    come()
    await expect.poll(() => page.locator('#text').inputValue()).toBe(`${words}\n还有一件事。`)
    for (const pick of ['#tile-B3', '#afraid', '[name=reply][value=contactOnly]'])
      expect(await page.locator(pick).isChecked(), pick).toBe(true)
  })

  test('files chosen before the scripts have come go along, a recording once it is agreed to', async () => {
    const page = await stage.person()
    const come = await holdBack(page)
    await page.goto(landing(), { waitUntil: 'commit' })
    await page.locator('label[for="problem"]').click()
    await page.locator('label[for="tile-B3"]').click()
    await page.locator('#text').fill(words)
    const chosen = (name: string, mimeType: string, bytes: Uint8Array) => ({
      name,
      mimeType,
      buffer: Buffer.from(bytes),
    })
    await page.locator('#plain-photo').setInputFiles(chosen('a.png', 'image/png', greyPng()))
    await page.locator('#plain-voice').setInputFiles(chosen('a.wav', 'audio/wav', wav(planting())))
    come()
    await page.locator('.attached').getByText('照片 1').waitFor()
    const asked = page.getByText('先点“我同意留下录音”。')
    await asked.waitFor()
    // Nobody goes past it unawares.
    await page.locator('[data-step="2"] [data-next]').click()
    await asked.waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('voice-consent')
    await page.locator('#voice-agree').click()
    const listed = () => page.locator('.attached b').allTextContents()
    await expect.poll(listed).toEqual(['照片 1', '录音 1'])
    await page.waitForTimeout(700)

    // They come back beside what is chosen anew before the scripts have come again; what is not wanted is not held up.
    const comeAgain = await holdBack(page)
    await page.reload({ waitUntil: 'commit' })
    await page.locator('#plain-photo').setInputFiles(chosen('b.png', 'image/png', greyPng()))
    await page.locator('#plain-voice').setInputFiles(chosen('b.wav', 'audio/wav', wav(planting())))
    comeAgain()
    await expect.poll(listed).toEqual(['照片 1', '照片 2', '录音 1'])
    await page.locator('[data-unwanted]').click()
    expect(await page.locator('#text').inputValue()).toBe(words)
    await page.locator('[data-step="2"] [data-next]').click()
    await page.locator('[data-step="3"]:not([hidden])').waitFor()
  })

  test('is shown what is wrong, with each mistake leading to its field', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words, reply: 'named', phone: '123' })
    await send(page)
    await page.locator('#mend').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('mend')
    await picture(page, 'resident-mend')
    expect(await barriers(page)).toEqual([])
    await page.locator('#mend a[href="#phone"]').click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('phone')
    expect(await page.locator('#phone').inputValue()).toBe('123')
  })

  test('is led from a mistake of a choice to the first that can be chosen', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await page.locator('#kind button').first().click()
    await page.locator('[data-step="1"] [data-next]').click()
    await page.locator('#mend a[href="#tile"]').click()
    const first = await page.locator('#tile input').first().getAttribute('id')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(first)
    await page.keyboard.press('Space')
    expect(await page.locator('#tile input').first().isChecked()).toBe(true)
  })

  test('reads how much is too long, sees what is mended go, and takes no mistake back to another step', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await page.locator('#kind button').first().click()
    await page.locator('[data-step="1"] [data-next]').click()
    await page.locator('#mend').waitFor()
    expect(await page.locator('#tile-missing').isVisible()).toBe(true)
    await page.locator('label[for=tile-B3]').click()
    expect(await page.locator('#mend').isVisible()).toBe(false)
    expect(await page.locator('#tile-missing').isVisible()).toBe(false)
    await page.locator('[data-step="1"] [data-next]').click()

    await page.locator('#text').fill('长'.repeat(2003))
    expect(await page.locator('#left').innerText()).toBe('多了 3 字')
    await page.locator('#place').fill('长'.repeat(201))
    await page.locator('[data-step="2"] [data-next]').click()
    await page.getByText('还差 2 样').waitFor()
    await picture(page, 'resident-mend-two')
    await page.locator('#place').fill('桥头')
    await page.getByText('还差 1 样').waitFor()
    expect(await page.locator('#mend li').count()).toBe(1)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('place')
    await page.locator('[data-step="2"] [data-back]').click()
    await page.locator('[data-step="1"]').waitFor()
    expect(await page.locator('#mend').isVisible()).toBe(false)
    await page.locator('[data-step="1"] [data-next]').click()
    await page.locator('#text').fill(words)
    expect(await page.locator('#left').innerText()).toBe(`还可以写 ${2000 - words.length} 字`)
    expect(await page.locator('#text[aria-invalid]').count()).toBe(0)
  })

  test('goes a step back with our button, wherever they came from, and chronologically with the browser', async () => {
    const page = await stage.person()
    const back = () => page.locator('[data-step]:not([hidden]) [data-back]').click()
    const at = (step: number) => page.locator(`[data-step="${step}"]:not([hidden])`).waitFor()
    await page.goto(landing())
    await tell(page, { text: words })
    expect(await page.locator('[data-row=place]').innerText()).toBe(played.codes[0]?.unit)
    await page.locator('[data-change="3"]').click()
    await at(3)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('reply')
    await page.locator('[data-change="2"]').first().click()
    await back()
    await at(1)
    await page.goBack()
    await at(3)
    await back()
    await at(2)
    await page.waitForTimeout(700)
    await page.locator('.choices').getByText('English').click()
    await page.getByText('Step 2 of 3').waitFor()
    expect(await page.locator('#text').inputValue()).toBe(words)
    await back()
    await at(1)
    await back()
    await at(0)
    expect(await page.locator('.letterhead').innerText()).not.toContain('Step')
  })

  test('who cannot write leaves a number in six taps', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await page.locator('#kind button').first().click()
    await picture(page, 'resident-step-1')
    await page.getByRole('button', { name: '我不会写，请给我打电话' }).click()
    await page.locator('[data-step="3"]').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('phone')
    await page.keyboard.type('13900000044')
    await page.locator('label.pick:has(#consent)').click()
    await page.locator('label.pick:has(#afraid)').click()
    expect(await page.locator('[data-row=matter]').innerText()).toContain('说不清楚')
    expect(await page.locator('[data-row=words]').innerText()).toBe('我不会写，请给我打电话')
    const phoneOnly = page.locator('label.pick:has([name=reply][value=contactOnly])')
    expect(await phoneOnly.innerText()).toMatch(/^只留电话\s+我们打给您，听您讲$/)
    expect(await page.locator('[data-row=reply]').innerText()).toBe('只留电话 139 0000 0044')
    await picture(page, 'resident-call-me')
    expect(await barriers(page)).toEqual([])
    await page.locator('[data-change="1"]').click()
    await page.getByRole('button', { name: '我不会写，请给我打电话' }).click()
    await send(page)
    await receipt(page)
  })

  test('who makes a suggestion is not asked of courts, and what was picked for a matter is not sent', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words })
    await page.locator('label.pick:has([name=court][value=yes])').click()
    for (const step of [2, 1, 0]) {
      await page.locator('[data-step]:not([hidden]) [data-back]').click()
      await page.locator(`[data-step="${step}"]:not([hidden])`).waitFor()
    }
    await tell(page, { kind: 'suggestion', text: '路边装几盏灯。' })
    expect(await page.getByText('这件事在打官司').isVisible()).toBe(false)
    await send(page)
    const { enquiryNumber } = await receipt(page)
    const filed = await played.house.db.select().from(reports).where(eq(reports.enquiryNumber, enquiryNumber))
    expect(filed).toMatchObject([{ kind: 'suggestion', inCourt: 'unanswered' }])
  })

  test('who reads how words are used and comes back has to agree again to a number that is gone', async () => {
    const page = await stage.person()
    await page.goto(landing())
    await tell(page, { text: words, reply: 'contactOnly', phone: '13900000055' })
    await page.waitForTimeout(700)
    await page.getByText('您写的东西我们怎么用').click()
    await page.locator('h1', { hasText: '您写的东西我们怎么用' }).waitFor()
    await page.goBack()
    await page.locator('[data-step="3"]:not([hidden])').waitFor()
    expect(await page.locator('#text').inputValue()).toBe(words)
    expect(await page.locator('#phone').inputValue()).toBe('')
    expect(await page.locator('#consent').isChecked()).toBe(false)
  })

  test('a page that does not match the printed code is not written on', async () => {
    const page = await stage.person()
    const mine = await (await fetch(landing())).text()
    const other = await (await fetch(landing(1))).text()
    const linkIn = (html: string, name: string) => new RegExp(`data-${name}="([^"]+)"`).exec(html)?.[1] ?? ''
    const swap = (name: string, value: string) => mine.replace(linkIn(mine, name), value)
    const formOf = (html: string) => /<form id="report"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
    const forged = {
      root: swap('root', base64url((await makeSigningKeys()).publicKey)),
      salt: swap('salt', linkIn(other, 'salt')),
      code: swap('code', linkIn(other, 'code')),
      // In itself all of it fits together: only the address says that it is another's.
      form: mine.replace(formOf(mine), () => formOf(other)),
      team: swap('team', linkIn(other, 'team')),
    }
    let body = ''
    await page.route('**/c/*', async (route) => route.fulfill({ response: await route.fetch(), body }))
    for (const [link, html] of Object.entries(forged)) {
      expect(html, link).not.toBe(mine)
      body = html
      await page.goto(landing())
      await page.getByText('先别写。这个网页和纸上的码对不上。').waitFor()
      expect(await page.locator('#report').isVisible()).toBe(false)
      expect(await page.locator('.letterhead').innerText()).not.toContain('巡察组')
      expect(await page.locator('[href^="tel:"]:visible').count()).toBe(0)
    }
    await picture(page, 'resident-wrong-chain')
  })
})

describe('a resident without scripts', () => {
  test('is told to close the page they leave to, and that a person is named only for conduct', async () => {
    const page = await stage.person({ scripts: false })
    await page.goto(landing())
    await page.getByRole('heading', { name: '您要讲的是' }).waitFor()
    await page.getByText('反映人的时候填。').waitFor()
    await page.goto(played.origin + paths.gone)
    await page.getByText('请关掉这个网页。').waitFor()
    const withScripts = await stage.person()
    await withScripts.goto(landing())
    await withScripts.locator('#kind button').first().waitFor()
    expect(await withScripts.getByRole('heading', { name: '您要讲的是' }).isVisible()).toBe(false)
  })

  test('has their words back with what is wrong, and then a receipt', async () => {
    const page = await stage.person({ scripts: false })
    await page.goto(`${landing()}?lang=en`)
    await tellPlainly(page, { text: words, reply: 'named', phone: '123', name: '何阿婆' })
    await send(page)
    await page.locator('#mend').waitFor()
    await picture(page, 'resident-mend-plain')
    expect(await barriers(page)).toEqual([])
    expect(await page.locator('#text').inputValue()).toBe(words)
    const before = await filed()
    await page.locator('#place').fill('桥头')
    await page.getByRole('button', { name: 'larger' }).click()
    await page.locator('html[data-size=largest]').waitFor()
    await page.getByRole('button', { name: '简体' }).click()
    await page.getByText('还差 1 样').waitFor()
    await picture(page, 'resident-mend-plain-larger')
    expect(await barriers(page)).toEqual([])
    expect(await juts(page)).toBe(false)
    expect(await page.locator('#text').inputValue()).toBe(words)
    expect(await page.locator('#place').inputValue()).toBe('桥头')
    await page.getByRole('button', { name: '繁體' }).click()
    await page.getByText('還差 1 樣').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('html[lang=en]').waitFor()
    await page.locator('#phone').fill('13900000022')
    await page.getByRole('button', { name: 'standard' }).click()
    await page.locator('html[data-size=standard]').waitFor()
    expect(await page.locator('#mend').isVisible()).toBe(false)
    expect(await filed()).toBe(before)
    await send(page)
    await receipt(page)
    await page.getByRole('heading', { name: 'Received' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await picture(page, 'receipt-plain-en')
    expect(await barriers(page)).toEqual([])
    expect(await juts(page)).toBe(false)
  })

  test('reads the answer in another size and language, and loses nothing of what is being added', async () => {
    const { code } = await speak(played.place, codeOf(), { text: words })
    const page = await stage.person({ scripts: false })
    await lookUp(page, played.origin, code)
    await page.locator('#more').fill('夜里更黑。')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('To protect you, your words are not shown here.').waitFor()
    await page.getByRole('button', { name: 'large', exact: true }).click()
    await page.locator('html[data-size=large]').waitFor()
    await picture(page, 'progress-plain-large')
    expect(await barriers(page)).toEqual([])
    expect(await page.locator('#more').inputValue()).toBe('夜里更黑。')
    await page.locator('#add button[type=submit]').click()
    await page.getByText('Your addition has arrived.').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: '繁體' }).click()
    await page.locator('html[lang=zh-Hant]').waitFor()
    expect(await barriers(page, { colours: false })).toEqual([])
  })

  test('who goes back and sends the same form again has one report', async () => {
    const before = await filed()
    const page = await stage.person({ scripts: false })
    await page.goto(landing())
    await tellPlainly(page, { text: words })
    await send(page)
    const first = await receipt(page)
    await page.reload()
    expect(await receipt(page)).toEqual(first)
    expect(await filed()).toBe(before + 1)
  })
})
