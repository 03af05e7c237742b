import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Lang } from '../../src/i18n/speak.ts'
import { players } from '../cast/people.ts'
import { barriersAsItStands, barriersOnlyInForcedColours, barriersUnfolded, sweep } from './barriers.ts'
import { juts, officePc, picture, type useChromium } from './chromium.ts'
import { ownLetters } from './large-type.ts'
import { signIn } from './office-hands.ts'
import type { Played } from './played.ts'
import { outOfOrder } from './reading-order.ts'

/** Somebody of the cast, signed in at a device. */
export async function seat(
  stage: ReturnType<typeof useChromium>,
  played: Played,
  player: keyof typeof players,
  device = officePc,
): Promise<Page> {
  const page = await stage.person(device)
  await signIn(page, played, players[player])
  return page
}

/**
 * Nothing stands in the way, in any language: as all is usually seen, and in forced colours and letters half as large
 * again. Colours are looked at in the language they are usual in, and forced ones in that with the longest words. It is
 * left in Chinese, on the page that was looked at.
 */
export async function look(page: Page, { origin }: Played, address: string, name: string) {
  await sweep(page)
  for (const lang of ['en', 'zh-Hant', 'zh'] satisfies Lang[]) {
    await page.goto(`${origin}${address}${address.includes('?') ? '&' : '?'}lang=${lang}`)
    // Where nobody goes all the way, together with what a page keeps until it is needed.
    const seen =
      lang === 'zh'
        ? barriersAsItStands(page)
        : barriersUnfolded(page, () => barriersAsItStands(page, { colours: false }))
    expect(await seen, `${name} ${lang}`).toEqual([])
    if (lang === 'zh') expect.soft(await outOfOrder(page, { columns: true }), name).toEqual([])
    await picture(page, `desk-${name}-${lang}`)
    await ownLetters(page, 150)
    const letters = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
    expect(letters, name).toBe('22.5px')
    const forced = await barriersOnlyInForcedColours(page, { colours: lang === 'en' })
    expect(forced, `${name} ${lang}, large`).toEqual([])
    expect.soft(await juts(page), `${name} ${lang}, large`).toBe(false)
    await ownLetters(page, 100)
  }
}

/** Every page an address leads to from a page, by its links. */
export const linksOn = (page: Page, under: string) =>
  page
    .locator(`a[href^="${under}"]`)
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])

/** The links of another address as whoever sits at a page gets it: asked for, not shown. */
export async function linksAt(page: Page, address: string, under: string): Promise<string[]> {
  const answer = await page.request.get(address)
  expect(answer.status(), address).toBe(200)
  const links = [...(await answer.text()).matchAll(/<a\b[^>]* href="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )
  return [...new Set(links.filter((href) => href.startsWith(under)))]
}
