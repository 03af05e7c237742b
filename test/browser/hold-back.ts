import type { Page } from 'playwright-core'

/** What is asked for there waits until the answer is called, and from then on no more. */
export async function holdBack(page: Page, what: string): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  await page.route(what, async (route) => {
    await held
    await route.continue()
  })
  return () => release()
}
