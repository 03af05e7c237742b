import type { Page } from 'playwright-core'

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
