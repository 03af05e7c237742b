import type { Page } from 'playwright-core'
import { langCookie } from '../../src/http/reader.ts'
import type { Lang } from '../../src/i18n/speak.ts'
import { barriers, barriersUnfolded, sweep } from './barriers.ts'

/** Those that nobody goes all the way in. */
const others = ['en', 'zh-Hant'] as const satisfies Lang[]

/** The same address in another language. */
export function inLanguage(address: string, lang: Lang): string {
  const there = new URL(address)
  there.searchParams.set('lang', lang)
  return there.href
}

/**
 * What stands in the way where somebody has come to in Chinese, in every other language. It is opened beside their
 * page, which stays as it is, and shown with all that it keeps until it is needed. `again`: what brings a page there
 * that its address alone does not show, by what every language has.
 */
export async function barriersInOtherLanguages(
  page: Page,
  again: (beside: Page, lang: Lang) => Promise<unknown> = async () => {},
  address = page.url(),
): Promise<string[]> {
  const beside = await page.context().newPage()
  await sweep(beside)
  const found: string[] = []
  for (const lang of others) {
    await beside.goto(inLanguage(address, lang))
    await again(beside, lang)
    const there = await barriersUnfolded(beside, () => barriers(beside, { colours: false }))
    found.push(...there.map((barrier) => `${lang}, ${barrier}`))
  }
  await beside.close()
  // Staff are shown from now on what they chose last.
  await page.context().clearCookies({ name: langCookie })
  return found
}
