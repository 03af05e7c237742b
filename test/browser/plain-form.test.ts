import { count } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { makeQueryCode } from '../../src/sealing/query-code.ts'
import { speak } from '../cast/residents.ts'
import { barriers, juts, picture, useChromium } from './chromium.ts'
import { type Played, startPlayed } from './played.ts'
import { lookUp, receipt, send, tellPlainly } from './resident-hands.ts'

let played: Played
beforeAll(async () => {
  played = await startPlayed()
})
afterAll(() => played.leave())
// After what it visits, so that it is closed before: the server waits for connections a browser holds in advance.
const stage = useChromium(() => played.origin)

const words = '村口的路塌了一段，校车过不去。'
const codeOf = (at = 0) => played.codes[at]?.token ?? ''
const landing = (at = 0) => played.origin + paths.code(codeOf(at))
const filed = async () => (await played.house.db.select({ n: count() }).from(reports))[0]?.n ?? 0

describe('a resident without scripts', () => {
  test('is told to close the page they leave to, and that a person is named only for conduct', async () => {
    const page = await stage.person({ scripts: false })
    await page.goto(landing())
    await page.getByRole('heading', { name: '您要讲的是' }).waitFor()
    await page.getByText('反映人的时候填。').waitFor()
    await page.goto(played.origin + paths.gone)
    await page.getByText('请关掉这个网页。').waitFor()
    const withScripts = await stage.person()
    await withScripts.goto(landing())
    await withScripts.locator('#kind button').first().waitFor()
    expect(await withScripts.getByRole('heading', { name: '您要讲的是' }).isVisible()).toBe(false)
  })

  test('has their words back with what is wrong, and then a receipt', async () => {
    const page = await stage.person({ scripts: false })
    await page.goto(`${landing()}?lang=en`)
    await tellPlainly(page, { text: words, reply: 'named', phone: '123', name: '何阿婆' })
    await send(page)
    await page.locator('#mend').waitFor()
    await picture(page, 'resident-mend-plain')
    expect(await barriers(page)).toEqual([])
    expect(await page.locator('#text').inputValue()).toBe(words)
    const before = await filed()
    await page.locator('#place').fill('桥头')
    await page.getByRole('button', { name: 'larger' }).click()
    await page.locator('html[data-size=largest]').waitFor()
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByText('还差 1 样').waitFor()
    await picture(page, 'resident-mend-plain-larger')
    expect(await barriers(page)).toEqual([])
    expect(await juts(page)).toBe(false)
    expect(await page.locator('#text').inputValue()).toBe(words)
    expect(await page.locator('#place').inputValue()).toBe('桥头')
    await page.locator('#phone').fill('13900000022')
    await page.getByRole('button', { name: '标准' }).click()
    await page.locator('html[data-size=standard]').waitFor()
    expect(await page.locator('#mend').isVisible()).toBe(false)
    expect(await filed()).toBe(before)
    await send(page)
    await receipt(page)
  })

  test('reads the answer in another size and language, and loses nothing of what is being added', async () => {
    const { code } = await speak(played.place, codeOf(), { text: words })
    const page = await stage.person({ scripts: false })
    await lookUp(page, played.origin, code)
    await page.locator('#more').fill('夜里更黑。')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('Nothing new yet.').waitFor()
    await page.getByRole('button', { name: 'large', exact: true }).click()
    await page.locator('html[data-size=large]').waitFor()
    await picture(page, 'progress-plain-large')
    expect(await barriers(page)).toEqual([])
    expect(await page.locator('#more').inputValue()).toBe('夜里更黑。')
    await page.locator('#add button').click()
    await page.getByText('Your addition has arrived.').waitFor()
  })

  test('who goes back and sends the same form again has one report', async () => {
    const before = await filed()
    const page = await stage.person({ scripts: false })
    await page.goto(landing())
    await tellPlainly(page, { text: words })
    await send(page)
    const first = await receipt(page)
    await page.reload()
    expect(await receipt(page)).toEqual(first)
    expect(await filed()).toBe(before + 1)
  })
})

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
    batch.mockRestore()
    await picture(page, `plain-fault-${sentence.length}`)
    expect(await barriers(page)).toEqual([])
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
    const crowd = Array.from({ length: 11 }, () =>
      fetch(played.origin + paths.progress, { method: 'POST', body }),
    )
    // Of eleven one is sent away, and then no place is left.
    expect((await Promise.race(crowd)).status).toBe(429)
    await page.locator('#add button').click()
    await page.getByText('现在查的人多').waitFor()
    stretching.mockRestore()
    go()
    await Promise.all(crowd)
    await picture(page, 'plain-slowed')
    expect(await barriers(page)).toEqual([])
    expect(await page.locator('#more').inputValue()).toBe('夜里更黑。')
    await page.locator('#add button').click()
    await page.getByText('补充的话收到了').waitFor()
  })
})
