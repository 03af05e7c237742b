import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type ReadDocx, readDocx } from '../paper/docx.ts'
import { press } from './office-hands.ts'

const squeezed = (text: string) => text.replace(/\s+/g, '')

/**
 * Takes the letter of a page as a file: a sound one, named after its number, that says what the page says, and `words`.
 */
export async function saysAsItsFile(
  page: Page,
  words: readonly string[],
): Promise<ReadDocx & { name: string }> {
  const [taken] = await Promise.all([page.waitForEvent('download'), press(page, '下载 Word 文件')])
  const empty = await (page.context().browser() ?? expect.fail('no browser')).newPage()
  const file = await readDocx(empty, await readFile(await taken.path()))
  await empty.close()
  expect(file.faults).toEqual([])
  expect(squeezed(file.words.join(''))).toBe(
    squeezed((await page.locator('.letter').allInnerTexts()).join('')),
  )
  for (const one of words) expect(file.words).toContain(one)
  const number = await page.locator('.letter-number > :last-child').innerText()
  expect(taken.suggestedFilename()).toBe(`${number}.docx`)
  return { ...file, name: taken.suggestedFilename() }
}
