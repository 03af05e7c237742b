import { generateHOTP } from '@oslojs/otp'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { offices } from '../../src/office/tables.ts'
import { paths } from '../../src/paths.ts'
import { findByUsername } from '../../src/staff/store.ts'
import { players } from '../cast/people.ts'
import { barriers } from './barriers.ts'
import { officePc, picture, useChromium } from './chromium.ts'
import { barriersInOtherLanguages } from './each-language.ts'
import { fillIn, press, signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'

// A phone as second factor, from the QR symbol to the lost phone; and other roles for a colleague.

let played: Played
const stage = useChromium(() => played.origin)
const { zhou, li, wu } = players
let phone: string

beforeAll(async () => {
  played = await startPlayed()
}, 120_000)
afterAll(() => played.leave())

const pcSized = { width: 1280, height: 900 }
const phoneSized = { width: 360, height: 740 }

async function look(page: Page, name: string) {
  await picture(page, name)
  expect(await barriers(page), name).toEqual([])
  await page.setViewportSize(phoneSized)
  await picture(page, `${name}-phone`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.setViewportSize(pcSized)
}

/** As an authenticator app makes it of what was typed into it; `later` steps of half a minute. */
function codeOf(secret: string, later = 0): string {
  const bits = [...secret].map((sign) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  const shared = Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2))
  return generateHOTP(shared, BigInt(Math.floor(Date.now() / 30_000) + later), 6)
}

test('a leader sets it up on the page of their own, a slip first', async () => {
  const page = await stage.person(officePc)
  await signIn(page, played, li)
  await page.getByRole('link', { name: '黎工（组长）' }).click()
  await page.getByRole('img', { name: '动态码的二维码' }).waitFor()
  phone = ((await page.locator('[data-secret]').textContent()) ?? '').replaceAll(' ', '')
  expect(phone).toMatch(/^[A-Z2-7]{32}$/)
  await look(page, 'second-factor')
  const drawn = (beside: Page) => beside.locator('[data-qr] svg').waitFor()
  expect(await barriersInOtherLanguages(page, drawn), 'account').toEqual([])
  await fillIn(page, { code: codeOf(phone, 40) })
  await press(page, '设置动态码')
  await page.locator('#main').getByText('动态码不对').waitFor()
  expect(((await page.locator('[data-secret]').textContent()) ?? '').replaceAll(' ', '')).toBe(phone)
  await fillIn(page, { code: codeOf(phone) })
  await press(page, '设置动态码')
  await page.getByText('已设置。').waitFor()
  expect(await barriers(page), 'set').toEqual([])
  expect(await barriersInOtherLanguages(page), 'set').toEqual([])
  await page.getByRole('link', { name: '回首页' }).click()
  await page.waitForURL((address) => address.pathname !== paths.account)
})

test('signing in asks for it once the password was right', async () => {
  const page = await stage.person(officePc)
  await page.goto(`${played.origin}${paths.signIn}`)
  expect(await page.getByLabel('动态码').isVisible()).toBe(false)
  await fillIn(page, { username: li.username, password: li.password })
  await press(page, '登录')
  await page.getByLabel('动态码').waitFor()
  const [asked, wrong] = [page.getByText('请写手机上现在的 6 位动态码。'), page.getByText('动态码不对')]
  expect([await asked.getAttribute('class'), await wrong.isVisible()]).toEqual([null, false])
  await look(page, 'second-factor-sign-in')
  const inOthers = barriersInOtherLanguages(page, async (beside) => {
    await fillIn(beside, { username: li.username, password: li.password })
    await beside.locator('main [type=submit]').click()
    await beside.locator('#code').waitFor()
  })
  expect(await inOthers, 'sign-in').toEqual([])
  await fillIn(page, { code: codeOf(phone, 40) })
  await press(page, '登录')
  await wrong.waitFor()
  expect([await wrong.getAttribute('class'), await asked.isVisible()]).toEqual(['error', false])
  await fillIn(page, { code: codeOf(phone, 1) })
  await press(page, '登录')
  await page.getByRole('link', { name: '黎工（组长）' }).waitFor()
})

test('an administrator removes it for a lost phone, and gives a colleague another role', async () => {
  const page = await stage.person(officePc)
  await signIn(page, played, zhou)
  await page.goto(`${played.origin}${paths.people}`)
  await look(page, 'people')
  await page.getByRole('link', { name: li.name, exact: true }).click()
  await page.getByText('手机丢了：去掉动态码').first().click()
  await look(page, 'person')
  expect(await barriersInOtherLanguages(page), 'person').toEqual([])
  // Asked for just now, of who has none: said beside the form, which stays, with a way to set it up.
  const want = (secondFactor: boolean) => played.house.db.update(offices).set({ secondFactor })
  await want(true)
  await press(page, '手机丢了：去掉动态码')
  const told = page.locator('form [data-trouble]', { hasText: '办公室要求人人设置动态码' })
  await told.waitFor()
  const [account] = await Promise.all([
    page.waitForEvent('popup'),
    told.getByRole('link', { name: '我的账号' }).click(),
  ])
  await account.getByRole('img', { name: '动态码的二维码' }).waitFor()
  await account.close()
  expect(await barriers(page), 'asked').toEqual([])
  await want(false)
  await press(page, '手机丢了：去掉动态码')
  await page.getByText('动态码已去掉。').waitFor()

  await page.goto(`${played.origin}${paths.people}`)
  await page.getByRole('link', { name: wu.name, exact: true }).click()
  await page.getByLabel('副组长').first().check()
  await page.getByLabel('组员').first().uncheck()
  await press(page, '改角色')
  await page.getByText('角色已改。').waitFor()
  await page.goto(`${page.url().split('?')[0]}?lang=en`)
  await page.getByText('Deputy leader').first().waitFor()
  await look(page, 'person-en')
  expect(await findByUsername(played.house.db, wu.username)).toMatchObject({ state: 'active' })
})
