import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { greyPng } from '../samples/pictures.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { juts, picture } from './chromium.ts'
import { openStep } from './drafting.ts'
import { added, choose, lines, paper, toFiles } from './with-files.ts'

const { stage, landing } = atNotice()

/** Somebody at the words, where files are added. */
const atWords = async (lang = 'zh') => toFiles(await stage.person(), `${landing()}?lang=${lang}`)

describe('what is not taken', () => {
  const wrong = (page: Page) => page.locator('#attach-wrong')

  test('is said in its own words, and nothing is lost by it', async () => {
    const page = await atWords()
    for (const [kind, bytes, says] of [
      ['photo', paper, '这个不是照片，请换一个。'],
      ['video', greyPng(), '这个不是视频，请换一个。'],
      ['paper', greyPng(), '这个不是 PDF，请换一个。'],
      ['photo', greyPng(9000, 9000, new Uint8Array()), '这张照片太大，手机打不开，请换一张。'],
      ['photo', greyPng().subarray(0, 40), '这个文件坏了，或者没存全，请换一个。'],
    ] as const) {
      await choose(page, kind, bytes)
      await wrong(page).getByText(says).waitFor()
    }
    // From the disk, as it takes long to hand so much to a browser.
    const folder = mkdtempSync(join(tmpdir(), 'mashang-big-'))
    const big = join(folder, 'big.pdf')
    writeFileSync(big, paper)
    truncateSync(big, 16.5 * 1024 * 1024)
    await page.locator('#add-paper').setInputFiles(big)
    await wrong(page).getByText('这个太大了（17 兆）。不超过 16 兆。').waitFor()
    const film = join(folder, 'big.mp4')
    writeFileSync(film, new Uint8Array())
    truncateSync(film, 50.5 * 1024 * 1024)
    await page.locator('#add-video').setInputFiles(film)
    await wrong(page).getByText('这个太大了（51 兆）。视频请短一些，不超过 50 兆。').waitFor()
    rmSync(folder, { recursive: true })
    await picture(page, 'attaching-wrong')
    expect(await barriers(page)).toEqual([])
    expect(await lines(page).count()).toBe(0)
    await added(page, 'photo', greyPng(40, 40))
    expect(await wrong(page).isVisible()).toBe(false)
  })

  test('no more of a kind than there is room for; a paper is said to keep what it tells', async () => {
    const page = await atWords('en')
    for (const _ of [1, 2]) await added(page, 'paper', paper)
    await lines(page).first().getByText('A PDF may name its author and date').waitFor()
    expect(await page.locator('label[for=add-paper]').isVisible()).toBe(false)
    for (let n = 1; n <= 6; n++) await added(page, 'photo', greyPng(40 * n, 40))
    expect(await page.locator('label[for=add-photo]').isVisible()).toBe(false)
    expect(await lines(page).locator('b').allTextContents()).toContain('Photo 6')
    await picture(page, 'attaching-full-en')
    expect(await juts(page)).toBe(false)
    expect(await barriers(page)).toEqual([])
    // Pictures say it, too: no words are asked for.
    await openStep(page, 3)
  })
})
