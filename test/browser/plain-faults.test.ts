import type { Locator } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { type Lang, tagOf } from '../../src/i18n/speak.ts'
import { paths } from '../../src/paths.ts'
import { makeQueryCode } from '../../src/sealing/query-code.ts'
import { speak } from '../cast/residents.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { picture } from './chromium.ts'
import { lookUp, receipt, send, tellPlainly } from './resident-hands.ts'

const { stage, played, codeOf, landing, filed, words } = atNotice()

/** What comes back when this form is sent is in another language. */
const setLanguage = (form: Locator, lang: Lang) =>
  form.evaluate((form: HTMLFormElement, lang) => {
    const there = new URL(form.action)
    there.searchParams.set('lang', lang)
    form.action = there.href
  }, lang)

describe('a plain form that cannot be taken now', () => {
  test('too long: is told what to do, and the words are on the page before', async () => {
    const page = await stage.person({ scripts: false })
    await page.goto(landing())
    await tellPlainly(page, { text: '长'.repeat(200_000) })
    await send(page)
    await page.getByText('太大了，没收下。').waitFor()
    await picture(page, 'plain-too-large')
    expect(await barriers(page)).toEqual([])
    await page.goBack()
    await setLanguage(page.locator('form:has(#text)'), 'zh-Hant')
    await send(page)
    await page.getByText('太大了，沒收下。').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.goBack()
    expect(await page.locator('#text').inputValue()).toHaveLength(200_000)
  })

  test.each([
    ['the storage is busy', 'SQLITE_BUSY: database is locked', '这会儿没收下。'],
    ['something broke', 'as it never should', '出了毛病，是我们的问题。'],
  ])('%s: one press sends the same once more, and it is one report', async (_, fault, sentence) => {
    const before = await filed()
    const page = await stage.person({ scripts: false })
    await page.goto(landing())
    await tellPlainly(page, { text: words, reply: 'contactOnly', phone: '13900000077' })
    const batch = vi.spyOn(played.house.db, 'batch').mockRejectedValue(new Error(fault))
    await send(page)
    await page.getByText(sentence).first().waitFor()
    await picture(page, `plain-fault-${sentence.length}`)
    expect(await barriers(page)).toEqual([])
    const again = page.locator('main form')
    for (const lang of ['en', 'zh-Hant', 'zh'] satisfies Lang[]) {
      await setLanguage(again, lang)
      await again.locator('[type=submit]').click()
      await page.locator(`html[lang=${tagOf(lang)}]`).waitFor()
      if (lang !== 'zh') expect(await barriers(page), lang).toEqual([])
    }
    batch.mockRestore()
    expect(await filed()).toBe(before)
    await page.getByRole('button', { name: '再送一次' }).click()
    await receipt(page)
    expect(await filed()).toBe(before + 1)
  })

  test('too many ask at once: what was to be added stays, and one press adds it', async () => {
    const { code } = await speak(played.place, codeOf(), { text: words })
    const page = await stage.person({ scripts: false })
    await lookUp(page, played.origin, code)
    await page.locator('#more').fill('夜里更黑。')
    let go = () => {}
    const slow = new Promise<void>((resolve) => {
      go = resolve
    })
    const derive = crypto.subtle.deriveBits.bind(crypto.subtle)
    const stretching = vi.spyOn(crypto.subtle, 'deriveBits').mockImplementation(async (...asked) => {
      await slow
      return derive(...asked)
    })
    const body = new URLSearchParams({ code: makeQueryCode() })
    const crowd = Array.from({ length: 33 }, () =>
      fetch(played.origin + paths.progress, { method: 'POST', body }),
    )
    // Of thirty-three one is sent away, and then no place is left.
    expect((await Promise.race(crowd)).status).toBe(429)
    await page.locator('#add button[type=submit]').click()
    await page.getByText('现在查的人多').waitFor()
    const again = page.locator('#add')
    for (const lang of ['zh-Hant', 'zh'] satisfies Lang[]) {
      await setLanguage(again, lang)
      await again.locator('[type=submit]').click()
      await page.locator(`html[lang=${tagOf(lang)}]`).waitFor()
      if (lang !== 'zh') expect(await barriers(page), lang).toEqual([])
    }
    stretching.mockRestore()
    go()
    await Promise.all(crowd)
    await picture(page, 'plain-slowed')
    expect(await barriers(page)).toEqual([])
    expect(await page.locator('#more').inputValue()).toBe('夜里更黑。')
    await page.locator('#add button[type=submit]').click()
    await page.getByText('补充的话收到了').waitFor()
  })
})
