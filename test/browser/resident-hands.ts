import type { Page } from 'playwright-core'
import { expect } from 'vitest'

// What a resident's thumbs do. With scripts a step a screen, without them one long form.

export interface Telling {
  kind?: 'problem' | 'conduct' | 'suggestion'
  tile?: string
  text?: string
  callMe?: boolean
  reply?: 'anonymous' | 'contactOnly' | 'named'
  phone?: string
  name?: string
  afraid?: boolean
  /** As their phone took it. */
  photo?: Uint8Array
}

const kinds = ['problem', 'conduct', 'suggestion']

const label = (page: Page, id: string) => page.locator(`label[for="${id}"]`)
const tick = (page: Page, id: string) => page.locator(`label.pick:has(#${id})`)
const next = async (page: Page) => {
  await page.locator('[data-step]:not([hidden]) [data-next]').click()
}

const taken = (photo: Uint8Array) => ({
  name: 'IMG_20260512_103000.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from(photo),
})

/** Through the three steps, up to the button that sends. */
export async function tell(page: Page, telling: Telling) {
  const { kind = 'problem', tile = 'B3', text = '', callMe, photo } = telling
  await page.locator('#kind button').nth(kinds.indexOf(kind)).click()
  await page.locator('[data-step="1"]').waitFor()
  await label(page, `tile-${tile}`).click()
  await next(page)
  await page.locator('#text').fill(text)
  if (callMe) await tick(page, 'callMe').click()
  if (photo) {
    await page.locator('#add-photo').setInputFiles(taken(photo))
    await page.locator('.attached li').waitFor()
  }
  await next(page)
  await page.locator('[data-step="3"]').waitFor()
  await answerBy(page, telling)
}

/** What fills in a form in less time is no person, and what it sends is held. */
export const QUICKEST = 2500

/** The same in one long form. */
export async function tellPlainly(page: Page, telling: Telling) {
  const long = page.waitForTimeout(QUICKEST)
  const { kind = 'problem', tile = 'B3', text = '', callMe, photo } = telling
  await label(page, kind).click()
  await label(page, `tile-${tile}`).click()
  await page.locator('#text').fill(text)
  if (callMe) await tick(page, 'callMe').click()
  if (photo) await page.locator('#plain-photo').setInputFiles(taken(photo))
  await answerBy(page, telling)
  await long
}

async function answerBy(page: Page, { reply, phone, name, afraid }: Telling) {
  if (reply) await page.locator(`label.pick:has([name=reply][value=${reply}])`).click()
  if (phone) {
    await page.locator('#phone').fill(phone)
    await tick(page, 'consent').click()
  }
  if (name) await page.locator('#name').fill(name)
  if (afraid) await tick(page, 'afraid').click()
}

export const send = (page: Page) => page.locator('#send').click()

/** What stands on the receipt: the twenty digits and the enquiry number. */
export async function receipt(page: Page): Promise<{ code: string; enquiryNumber: string }> {
  await page.getByRole('heading', { name: /收到了|Received/ }).waitFor({ timeout: 20_000 })
  const code = (await page.locator('.code b').allTextContents()).join('')
  expect(code).toMatch(/^\d{20}$/)
  const [, enquiryNumber = ''] =
    /(?:受理[号號] |number )(\d{6})/.exec(await page.locator('main').innerText()) ?? []
  expect(enquiryNumber).toMatch(/^\d{6}$/)
  return { code, enquiryNumber }
}

/** Clears what this phone keeps of what was sent: asked once, and told what goes with it. */
export async function clearKept(page: Page) {
  await page.locator('#kept summary').click()
  await page.locator('#kept').getByText('查询码会跟着清掉，以后找不回来。').waitFor()
  await page.locator('#kept [data-clear]').click()
}

/** Asks with the code, group by group. */
export async function lookUp(page: Page, origin: string, code: string, lang = 'zh') {
  await page.goto(`${origin}/progress?lang=${lang}`)
  await lookUpHere(page, code)
}

/** The same on the page that is open. */
export async function lookUpHere(page: Page, code: string) {
  await page.locator('#code').fill(code.replace(/(\d{4})/g, '$1 '))
  await page.locator('#ask button[type=submit]').click()
  await page.locator('#answer h1').waitFor({ timeout: 20_000 })
}
