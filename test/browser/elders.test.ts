import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { atNotice } from './at-notice.ts'

const { stage, landing } = atNotice()

/** How a tile's picture is drawn: which file, and how far along it. */
const pictures = (page: Page) =>
  page.locator('.tile').evaluateAll((tiles) =>
    tiles.map((tile) => {
      const { maskImage, maskPosition } = getComputedStyle(tile, '::before')
      return [maskImage.replace(/^.*\/built/, '').replace(/-\w+\.svg.*/, ''), maskPosition]
    }),
  )

test.each([true, false])('every tile has a picture of its own (scripts: %s)', async (scripts) => {
  const page = await stage.person({ scripts })
  const since = stage.requests.length
  const drawings = () => stage.requests.slice(since).filter((address) => address.endsWith('.svg'))
  await page.goto(landing())
  if (scripts) {
    await page.locator('#kind button').first().click({ trial: true })
    expect(drawings(), 'before they are to be seen').toEqual([])
    await page.locator('#kind button').first().click()
  }
  await expect.poll(drawings).toHaveLength(1)
  const found = await pictures(page)
  expect(found).toHaveLength(13)
  expect(new Set(found.map(([file]) => file))).toEqual(new Set(['/pictures']))
  expect(new Set(found.map(([, along]) => along)).size).toBe(13)
})
