import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { barriersInForcedColours } from './chromium.ts'

/** A form that is filled in, and asks for something. */
const asking = 'form:is([data-move], [data-desk]:has([required]))'

/**
 * Sends the form of a page with nothing in it, past the browser's own bubbles. What comes back leads to what is wrong,
 * and nothing in it stands in the way in forced colours. Answers what became of it.
 */
export async function sendEmpty(page: Page, name: string): Promise<'no form' | 'refused' | 'done'> {
  const form = page.locator(`main ${asking}`).filter({ visible: true }).first()
  if ((await form.count()) === 0) return 'no form'
  const isAsked = await form.evaluate((form: HTMLFormElement) => {
    form.noValidate = true
    const fields = [...form.querySelectorAll<HTMLInputElement>('[required]')]
    return form.matches('[data-move]') || fields.some(({ value, type }) => !value && type !== 'checkbox')
  })
  if (!isAsked) return 'no form'
  const before = page.url()
  await form.locator('[type=submit]').filter({ visible: true }).last().click()
  const answer = await page.waitForFunction((before) => {
    if (location.href !== before) return 'done'
    const led = document.activeElement?.closest('main :is(.box[role=alert], [aria-invalid=true])')
    return led && 'refused'
  }, before)
  if ((await answer.jsonValue()) === 'done') return 'done'
  expect(await barriersInForcedColours(page), `${name}, empty`).toEqual([])
  return 'refused'
}
