import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownTree } from '../../src/categories/checklist.ts'
import { village } from '../../src/categories/village.ts'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { rounds } from '../../src/rounds/tables.ts'
import { players } from '../cast/people.ts'
import { barriers } from './barriers.ts'
import { juts, officePc, picture, useChromium } from './chromium.ts'
import { signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'
import { receipt, send, tell, tellPlainly } from './resident-hands.ts'

let played: Played
let round = ''
beforeAll(async () => {
  played = await startPlayed()
  round = (await played.house.db.select().from(rounds))[0]?.id ?? ''
})
afterAll(() => played.leave())
const stage = useChromium(() => played.origin)

const landing = (lang = 'zh') => `${played.origin}${paths.code(played.codes[0]?.token ?? '')}?lang=${lang}`
const filed = async (enquiryNumber: string) =>
  (await played.house.db.select().from(reports).where(eq(reports.enquiryNumber, enquiryNumber)))[0]

const heads = {
  zh: {
    problem: '怎么回事？',
    conduct: '是谁，做了什么？',
    suggestion: '您的建议是什么？',
    any: '您想讲什么？',
  },
  en: {
    problem: 'What happened?',
    conduct: 'Who did what?',
    suggestion: 'What do you suggest?',
    any: 'What would you like to tell us?',
  },
}
const kinds = ['problem', 'conduct', 'suggestion'] as const
const headOf = (page: Page) => page.locator('[data-step="2"] h1').innerText()
const tileOf = (page: Page) => page.locator('label[for=tile-B3]')

/** As a browser that does not know `:has` reads the style sheet: it drops every rule with it. */
const withoutHas = (page: Page) =>
  page.route('**/*.css', async (route) => {
    const sheet = await route.fetch()
    await route.fulfill({ response: sheet, body: (await sheet.text()).replaceAll(':has(', ':unknown(') })
  })

describe.each(['zh', 'en'] as const)('what words go by (%s)', (lang) => {
  const [plain, complaint] = lang === 'zh' ? ['补贴', '补贴没到手'] : ['Subsidies', 'Subsidy not received']
  const court = lang === 'zh' ? '这件事在打官司' : 'Is it in court'

  test.each([{ has: true }, { has: false }])(
    'is the kind, by the script (:has known: $has)',
    async ({ has }) => {
      const page = await stage.person()
      if (!has) await withoutHas(page)
      await page.goto(landing(lang))
      for (const [at, kind] of kinds.entries()) {
        await page.locator('#kind button').nth(at).click()
        expect(await tileOf(page).innerText()).toContain(kind === 'suggestion' ? plain : complaint)
        if (kind === 'suggestion') {
          expect(await tileOf(page).innerText()).toBe(plain)
          await picture(page, `suggestion-${lang}-scripts`)
          expect(await juts(page)).toBe(false)
          expect(await barriers(page)).toEqual([])
        }
        await tileOf(page).click()
        await page.locator('[data-step="1"] [data-next]').click()
        expect(await headOf(page)).toBe(heads[lang][kind])
        await page.locator('[data-step="2"] [data-back]').click()
        await page.locator('[data-step="1"] [data-back]').click()
      }
    },
  )

  test('is the kind, without scripts too', async () => {
    const page = await stage.person({ scripts: false })
    await page.goto(landing(lang))
    expect([await headOf(page), await page.getByText(court).isVisible()]).toEqual([heads[lang].any, true])
    for (const kind of kinds) {
      await page.locator(`label[for=${kind}]`).click()
      expect(await headOf(page)).toBe(heads[lang][kind])
      expect(await page.getByText(court).isVisible()).toBe(kind !== 'suggestion')
      expect((await tileOf(page).innerText()).includes(complaint)).toBe(kind !== 'suggestion')
    }
    expect(await tileOf(page).innerText()).toBe(plain)
    expect(await page.locator('#matter').innerText()).toMatch(
      /^(建议是哪方面的？|What is your suggestion about\?)$/,
    )
    expect(await juts(page)).toBe(false)
    expect(await barriers(page)).toEqual([])
    await picture(page, `suggestion-${lang}-plain`)
  })

  test('fits every kind where neither a script nor the style sheet can follow it', async () => {
    const page = await stage.person({ scripts: false })
    await withoutHas(page)
    await page.goto(landing(lang))
    for (const kind of kinds) {
      await page.locator(`label[for=${kind}]`).click()
      expect(await headOf(page)).toBe(heads[lang].any)
      expect(await page.locator('#matter').innerText()).toMatch(/^(是哪方面的？|What is it about\?)$/)
      expect((await tileOf(page).innerText()).split('\n')[0]).toBe(plain)
    }
    await picture(page, `any-kind-${lang}`)
  })
})

test('a suggestion is looked over in the words it was picked by, and a matter in its own', async () => {
  const page = await stage.person()
  await page.goto(landing())
  await tell(page, { kind: 'suggestion', text: '补贴的名单请贴出来。' })
  expect(await page.locator('[data-row=matter]').innerText()).toBe('补贴')
  for (let step = 3; step > 0; step--) await page.locator('[data-step]:not([hidden]) [data-back]').click()
  await tell(page, { text: '补贴没有到。' })
  expect(await page.locator('[data-row=matter]').innerText()).toBe('补贴没到手')
  expect(await page.locator('[data-row=reply]').innerText()).toBe('我自己查，不留姓名电话')
})

test.each([
  [true, '有事问您才打'],
  [false, '有事问您，或者您要我们打，才打'],
])('what is said of a call is true (scripts: %s)', async (scripts, says) => {
  const page = await stage.person({ scripts })
  await page.goto(landing())
  if (scripts) await tell(page, { text: '路灯坏了。' })
  const phoneOnly = page.locator('label.pick:has([name=reply][value=contactOnly])')
  expect((await phoneOnly.innerText()).replace(/\s+/g, ' ')).toBe(`只留电话 ${says}`)
})

test('a round is given another version while residents write, and nobody’s words are refused', async () => {
  const withScripts = await stage.person()
  await withScripts.goto(landing())
  await tell(withScripts, { tile: 'C1', text: '换届的时候没有人通知我们。' })
  const plain = await stage.person({ scripts: false })
  await plain.goto(landing())
  await tellPlainly(plain, { tile: 'C1', text: '村干部一年没有开过会了。' })

  const office = await stage.person(officePc)
  await signIn(office, played, players.zhou)
  await office.goto(played.origin + paths.editTree('village'))
  await office
    .locator('#outline')
    .fill(village.replace(/类别 C1 .*\n/, '').replace('类别 B3 补贴没到手', '类别 B3 惠农补贴'))
  await office.locator('form[data-desk] button[type=submit]').click()
  await office.getByText('存成了新的一版。').waitFor()
  await office.goto(played.origin + paths.round(round))
  await office.getByRole('link', { name: '换类别' }).click()
  await office.locator('#village').selectOption('2')
  await picture(office, 'round-categories')
  expect(await barriers(office)).toEqual([])
  await office.getByRole('button', { name: '保存' }).click()
  await office.getByText('村、社区 第 2 版').waitFor()

  await send(withScripts)
  await plain.locator('#send').click()
  for (const page of [withScripts, plain]) {
    const { enquiryNumber } = await receipt(page)
    expect(await filed(enquiryNumber)).toMatchObject({ tile: 'C1', edition: null })
  }
  const later = await stage.person()
  await later.goto(landing())
  await tell(later, { text: '今年的补贴名单没有公示。' })
  expect(await later.locator('[data-row=matter]').innerText()).toBe('惠农补贴')
  await send(later)
  expect(await filed((await receipt(later)).enquiryNumber)).toMatchObject({
    tile: 'B3',
    edition: 'village:2',
  })
})

describe('a special round', () => {
  const scope = '小型工程的招标、质量和付款。别的事请打 12345，我们也可以代转。'
  beforeAll(async () => {
    await played.house.db.update(rounds).set({ type: 'special', theme: '小型工程', scope })
  })

  test('is given its own tiles by the office', async () => {
    const office = await stage.person(officePc)
    await signIn(office, played, players.zhou)
    await office.goto(played.origin + paths.roundCategories(round))
    await office.getByRole('link', { name: '编本轮自己的' }).click()
    expect(office.url()).toBe(played.origin + paths.editTree(ownTree(round)))
    await office
      .locator('#outline')
      .fill(
        '聚焦 A 小型工程\n方面 A1 质量\n类别 A1 质量不好 / Poor quality | | A1 | 质量 / Quality\n类别 A2 钱付早了 | | A1',
      )
    await office.locator('form[data-desk] button[type=submit]').click()
    await office.getByText('存成了新的一版，保存后用起来。').waitFor()
    expect(await office.locator('#own').inputValue()).toBe('1')
    await picture(office, 'round-categories-own')
    await office.getByRole('button', { name: '保存' }).click()
    await office.getByText('本轮自己的 第 1 版').waitFor()
    expect(await office.getByText(scope).isVisible()).toBe(true)
    await picture(office, 'round-special')
    expect(await barriers(office)).toEqual([])
  })

  test.each([
    ['zh', true],
    ['zh', false],
    ['en', true],
    ['en', false],
  ] as const)('says what it takes before anything is pressed (%s, scripts: %s)', async (lang, scripts) => {
    const page = await stage.person({ scripts })
    await page.goto(landing(lang))
    const said = page.locator('[data-step="0"] span[lang=zh-CN]')
    expect(await said.innerText()).toBe(scope)
    const bottomOf = (element: typeof said) => element.evaluate((it) => it.getBoundingClientRect().bottom)
    // On the first screen of a small phone, above the first button, which in Chinese stands there too.
    expect(await bottomOf(said)).toBeLessThan(400)
    const first = page.locator(scripts ? '#kind button' : '#kind label').first()
    expect(await bottomOf(first)).toBeGreaterThan(await bottomOf(said))
    if (scripts && lang === 'zh') expect(await bottomOf(first)).toBeLessThanOrEqual(640)
    expect(await juts(page)).toBe(false)
    expect(await barriers(page)).toEqual([])
    await picture(page, `special-${lang}-${scripts ? 'scripts' : 'plain'}`)
    if (scripts) await page.locator('#kind button').nth(2).click()
    else await page.locator('label[for=suggestion]').click()
    expect(await page.locator('label[for=tile-A1]').innerText()).toBe(lang === 'zh' ? '质量' : 'Quality')
    expect(await page.locator('.tiles .tile').count()).toBe(3)
  })

  test('takes reports by its own tiles, with scripts and without', async () => {
    for (const scripts of [true, false]) {
      const page = await stage.person({ scripts })
      await page.goto(landing())
      await (scripts ? tell : tellPlainly)(page, { tile: 'A2', text: '路还没修好钱就付了。' })
      await page.locator('#send').click()
      expect(await filed((await receipt(page)).enquiryNumber)).toMatchObject({ tile: 'A2', edition: 'own:1' })
    }
  })
})
