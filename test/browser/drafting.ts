import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { KeptDraft, Unfinished } from '../../src/intake/keep.client.ts'

// How a draft is begun, and how a phone ends it.

/** Up to the first step, where something is picked. */
export async function begin(page: Page, tile = 'B3') {
  await page.locator('#kind button').first().click()
  await page.locator(`label[for="tile-${tile}"]`).click()
}

export async function openStep(page: Page, step: number) {
  await page.locator('[data-step]:not([hidden]) [data-next]').click()
  await page.locator(`[data-step="${step}"]:not([hidden])`).waitFor()
}

export async function sayWhose(page: Page, whose: 'own' | 'others') {
  const answer = whose === 'own' ? '是，没写完先存着' : '不是，什么都别存'
  await page.getByRole('button', { name: answer }).click()
}

/** The phone needs the room and ends the page, which is told nothing of it. Another tab of the same browser. */
export async function killed(page: Page): Promise<Page> {
  const context = page.context()
  const next = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  devtools.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
  return next
}

/** What this phone holds, sent or not finished, opened as our own page would, whatever its code. */
export const drafts = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result)
      })
    if ((await indexedDB.databases()).length === 0) return []
    const database = await done(indexedDB.open('kept'))
    const all = await done(database.transaction('drafts').objectStore('drafts').getAll())
    database.close()
    const drafts: (KeptDraft | Unfinished)[] = []
    for (const { key, iv, sealed } of all.filter((kept) => 'sealed' in kept)) {
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)
      drafts.push(JSON.parse(new TextDecoder().decode(plain)))
    }
    return drafts
  })

/** The phone has put aside these words, and at which step they are. */
export async function keeps(page: Page, words: Unfinished['words'], at: { step?: number } = {}) {
  const draft = expect.objectContaining({ ...at, words: expect.objectContaining(words) })
  await expect.poll(() => drafts(page), { timeout: 5000 }).toContainEqual(draft)
}
