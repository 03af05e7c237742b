import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { atNotice } from './at-notice.ts'
import { picture } from './chromium.ts'
import { ownLetters } from './large-type.ts'

const { stage, landing } = atNotice()

/** So many signs stand in one line however narrow a phone is: what is longer is several words. */
const ONE_LINE = 6
const narrow = [320, 340, 360, 375, 393, 412]

/** The names that take more than one line and should not. */
const broken = (page: Page) =>
  page.locator('.tiles .tile').evaluateAll(
    (tiles, most) =>
      tiles.flatMap((tile) => {
        const walk = document.createTreeWalker(tile, NodeFilter.SHOW_TEXT)
        const found: string[] = []
        for (let text = walk.nextNode(); text; text = walk.nextNode()) {
          const name = text.textContent ?? ''
          if (text.parentElement?.closest('small') || name.length > most) continue
          const range = document.createRange()
          range.selectNodeContents(text)
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
          if (lines.size > 1) found.push(name)
        }
        return found
      }),
    ONE_LINE,
  )

test.each(['zh', 'zh-Hant'])(
  'no word of a tile is broken, however narrow the phone and large the letters (%s)',
  async (lang) => {
    const page = await stage.person({ width: 360, height: 640 })
    await page.goto(`${landing()}?lang=${lang}`)
    await page.locator('#kind button').first().click()
    await page.locator('.tiles .tile').first().waitFor()
    for (const size of ['standard', 'large', 'largest']) {
      await page.evaluate((size) => {
        document.documentElement.dataset.size = size
      }, size)
      if (lang === 'zh') await picture(page, `tiles-${size}`)
      // Six of the largest signs, half as large again, are wider than such a phone.
      const widths = { 100: narrow, 150: size === 'largest' ? [412] : narrow.filter((width) => width > 320) }
      for (const [percent, all] of Object.entries(widths)) {
        await ownLetters(page, Number(percent))
        for (const width of all) {
          await page.setViewportSize({ width, height: 640 })
          expect(await broken(page), `${size}, ${percent} %, ${width} px`).toEqual([])
        }
      }
      await ownLetters(page, 100)
      await page.setViewportSize({ width: 360, height: 640 })
    }
  },
)

test('in English the largest letters stand off the border of their tile', async () => {
  const page = await stage.person({ width: 320 })
  await page.goto(`${landing()}?lang=en&size=largest`)
  await page.locator('#kind button').first().click()
  const gaps = await page.locator('.tiles .tile').evaluateAll((tiles) =>
    tiles.map((tile) => {
      const range = document.createRange()
      range.selectNodeContents(tile)
      return tile.getBoundingClientRect().right - range.getBoundingClientRect().right
    }),
  )
  expect(gaps.length).toBeGreaterThan(6)
  expect(Math.min(...gaps)).toBeGreaterThan(5)
})
