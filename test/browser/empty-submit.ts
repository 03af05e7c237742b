import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Lang } from '../../src/i18n/speak.ts'
import { barriersInForcedColours } from './barriers.ts'
import { inLanguage } from './each-language.ts'

/** A form that is filled in, and asks for something. */
const asking = 'form:is([data-move], [data-desk]:has([required]))'

type Became = 'no form' | 'refused' | 'done'

/**
 * Sends the form of a page, which is in Chinese, with nothing in it, past the browser's own bubbles. What comes back
 * leads to what is wrong, and nothing in it stands in the way in forced colours, in any language. Answers what became
 * of it.
 */
export async function sendEmpty(page: Page, name: string): Promise<Became> {
  const address = page.url()
  const became = await sendOne(page, name, 'zh')
  if (became !== 'refused') return became
  for (const lang of ['en', 'zh-Hant'] satisfies Lang[]) {
    await page.goto(inLanguage(address, lang))
    expect(await sendOne(page, name, lang), `${name} ${lang}`).toBe('refused')
  }
  await page.goto(inLanguage(address, 'zh'))
  return became
}

/** Colours do not depend on the language: they are looked at once. */
async function sendOne(page: Page, name: string, lang: Lang): Promise<Became> {
  const form = page.locator(`main ${asking}`).filter({ visible: true }).first()
  if ((await form.count()) === 0) return 'no form'
  const isAsked = await form.evaluate((form: HTMLFormElement) => {
    const fields = [...form.querySelectorAll<HTMLInputElement>('[required]')]
    return form.matches('[data-move]') || fields.some(({ value, type }) => !value && type !== 'checkbox')
  })
  if (!isAsked) return 'no form'
  const before = page.url()
  await sendPastBubbles(form)
  const answer = await page.waitForFunction((before) => {
    if (location.href !== before) return 'done'
    const led = document.activeElement?.closest('main :is(.box[role=alert], [aria-invalid=true])')
    return led && 'refused'
  }, before)
  if ((await answer.jsonValue()) === 'done') return 'done'
  const found = await barriersInForcedColours(page, { colours: lang === 'zh' })
  expect(found, `${name} ${lang}, empty`).toEqual([])
  return 'refused'
}

export async function sendPastBubbles(form: Locator) {
  await form.evaluate((form: HTMLFormElement) => {
    form.noValidate = true
  })
  await form.locator('[type=submit]').filter({ visible: true }).last().click()
}
