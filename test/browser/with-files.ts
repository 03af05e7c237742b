import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { begin, openStep } from './drafting.ts'

// What a resident adds to the words.

export const choose = (
  page: Page,
  kind: string,
  bytes: Uint8Array,
  { name = 'IMG_20260512_103000.jpg', mimeType = 'image/jpeg' } = {},
) => page.locator(`#add-${kind}`).setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })

/** To the words of the page at this address, where files are added. */
export async function toFiles(page: Page, address: string): Promise<Page> {
  await page.goto(address)
  await begin(page)
  await openStep(page, 2)
  await page.locator('#attach').waitFor()
  return page
}

/** All that was chosen has followed the words. */
export const whole = (page: Page) => page.getByText('都送到了。').waitFor({ timeout: 45_000 })

export const lines = (page: Page) => page.locator('.attached li')

/** Chooses a file and waits until it stands there. */
export async function added(
  page: Page,
  ...chosen: Parameters<typeof choose> extends [Page, ...infer R] ? R : never
) {
  const before = await lines(page).count()
  await choose(page, ...chosen)
  await expect.poll(() => lines(page).count(), { timeout: 30_000 }).toBe(before + 1)
}

/** A PDF of one empty page. */
export const paper = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj trailer<</Root 1 0 R>>\n%%EOF',
)

/** What happens to pieces on their way: `gone` never leaves, `lost` arrives and its answer does not. */
export async function pieces(page: Page, fate: (at: number) => 'gone' | 'lost' | undefined) {
  const asked: string[] = []
  await page.context().route('**/files/**', async (route) => {
    const request = route.request()
    if (request.method() === 'GET') return route.continue()
    asked.push(request.url().split('/').slice(-2).join('/'))
    const what = fate(asked.length)
    if (what === undefined) return route.continue()
    if (what === 'lost') await route.fetch()
    return route.abort()
  })
  return asked
}
