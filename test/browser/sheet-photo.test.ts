import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs } from '../../src/i18n/speak.ts'
import { paths } from '../../src/paths.ts'
import { findCode } from '../../src/posters/store.ts'
import { scans } from '../../src/posters/tables.ts'
import { svgOf, symbolOf } from '../../src/ui/qr.ts'
import { players } from '../cast/people.ts'
import { barriers } from './barriers.ts'
import { juts, officePc, picture, useChromium } from './chromium.ts'
import { barriersInOtherLanguages } from './each-language.ts'
import { signIn } from './office-hands.ts'
import { phonePhoto } from './phone-photo.ts'
import { type Played, startPlayed } from './played.ts'

let played: Played
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
})
afterAll(() => played.leave())

test('in front of a notice somebody takes a photo of it: it is drawn anew, and told nothing of where', async () => {
  const [first] = played.codes
  const { code } = (await findCode(played.house.db, first?.token ?? ''))!
  const page = await stage.person()
  await signIn(page, played, players.chen)
  const address = `${played.origin}${paths.teamNotices(code.teamId)}?number=${code.noticeNumber}&sheet=1`
  await page.goto(address)
  const { bytes: big, marks } = await phonePhoto(page, 3000, 2000)
  await page
    .locator('#photo')
    .setInputFiles({ name: 'wall.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(big) })
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '完好' }).click()
  const photo = page.locator('.sheet-photo img')
  await photo.waitFor()
  const { side, shown } = await photo.evaluate(async (img: HTMLImageElement) => {
    await img.decode()
    return { side: Math.max(img.naturalWidth, img.naturalHeight), shown: img.clientWidth }
  })
  expect(side).toBe(1600)
  expect(shown).toBeLessThanOrEqual(360)
  expect(await juts(page)).toBe(false)
  const at = paths.teamSheetPhoto(code.teamId, code.token, '1')
  const answer = await page.request.get(played.origin + at)
  const bytes = new Uint8Array(await answer.body())
  expect(bytes.length).toBeLessThanOrEqual(500 * 1024)
  const text = Buffer.from(bytes).toString('latin1')
  expect(marks.length).toBeGreaterThan(0)
  expect(marks.filter((mark) => text.includes(mark))).toEqual([])
  for (const lang of langs.toReversed()) {
    await page.goto(`${address}&lang=${lang}`)
    await picture(page, `sheet-photo-${lang}`)
    expect(await barriers(page, { colours: lang === 'zh' }), lang).toEqual([])
  }
})

test('what is no picture is not sent, and the check is not recorded', async () => {
  const [, second] = played.codes
  const { code } = (await findCode(played.house.db, second?.token ?? ''))!
  const page = await stage.person(officePc)
  await signIn(page, played, players.zhou)
  await page.goto(`${played.origin}${paths.checkSheets}?number=${code.noticeNumber}&sheet=1`)
  await page
    .locator('#photo')
    .setInputFiles({ name: 'wall.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('none') })
  await page.getByRole('button', { name: '破损' }).click()
  await page.getByText('这张照片打不开').waitFor()
  await page.reload()
  expect(await page.getByText('● 贴着').count()).toBe(1)
})

describe('the code on a notice, photographed where it is checked', () => {
  /** As somebody takes it: the notice on the wall, a little turned, with what hangs around it. */
  async function wallWith(symbol: string) {
    const wall = await stage.person({ width: 900, height: 1200 })
    await wall.setContent(
      `<body style="background:#998"><div style="margin:150px;padding:40px;background:#fff;transform:rotate(6deg)">
      <h1>便民反映 扫码就能说</h1>${'<p>村口的路灯坏了，请写下来。</p>'.repeat(4)}
      <div style="width:300px">${symbol}</div></div></body>`,
    )
    const shot = await wall.screenshot({ type: 'jpeg' })
    await wall.close()
    return { name: 'code.jpg', mimeType: 'image/jpeg', buffer: shot }
  }
  const counted = async () => JSON.stringify(await played.house.db.select().from(scans))

  test('tells whether it is genuine and which, and counts no scan; the photo stays on the phone', async () => {
    const [first] = played.codes
    const { code, unit } = (await findCode(played.house.db, first?.token ?? ''))!
    const page = await stage.person()
    await signIn(page, played, players.zhou)
    await page.goto(played.origin + paths.printNotice(code.token))
    const printed = await page
      .locator('.notice-frame svg, svg')
      .first()
      .evaluate((svg) => svg.outerHTML)
    const queryCode = '12345678901234567890'
    const [notice, theirs, receipt, plain] = await Promise.all([
      wallWith(printed),
      wallWith(svgOf(symbolOf(`https://fake.example/c/${code.token}`), '')),
      wallWith(svgOf(symbolOf(`${played.origin}${paths.progress}#${queryCode}`), '')),
      wallWith(svgOf(symbolOf(code.noticeNumber), '')),
    ])
    const before = await counted()
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`))

    await page.goto(played.origin + paths.checkSheets)
    const shut = await (await page.request.get(played.origin + paths.checkSheets)).text()
    expect(shut).toMatch(/<div[^>]* data-code-photo="true" hidden/)
    const reader = () => sent.filter((one) => one.includes('/built/symbol-'))
    expect(reader()).toEqual([])
    await page.getByLabel('拍二维码').setInputFiles(notice)
    await page.getByText(`真的，${unit.name}。再写是第几张。`).waitFor()
    expect(reader().length).toBe(1)
    expect(await page.getByLabel('公告号').inputValue()).toBe(code.noticeNumber)
    expect(await juts(page)).toBe(false)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'notice-scanned')

    await page.getByLabel('张号').fill('2')
    await page.getByLabel('拍二维码').setInputFiles(notice)
    await page.getByRole('heading', { name: `真的，${unit.name}，第 2 张` }).waitFor()

    // What is said of the next photo is all there is: no notice stands above it, and none of its numbers.
    const asked = sent.length
    await page.getByLabel('拍二维码').setInputFiles(receipt)
    await page.getByText('这是查询码的二维码，不是公告上的。').waitFor()
    expect(await page.getByRole('heading', { name: '真的' }).count()).toBe(0)
    expect(await page.getByLabel('公告号').inputValue()).toBe('')
    expect(await page.getByLabel('张号').inputValue()).toBe('')
    const foreign = page.getByText('这个码不是我们的。拍到了别的码')
    await page.getByLabel('拍二维码').setInputFiles(theirs)
    await foreign.waitFor()
    await page.getByLabel('拍二维码').setInputFiles(receipt)
    await foreign.waitFor({ state: 'hidden' })
    await page.getByLabel('拍二维码').setInputFiles(plain)
    await foreign.waitFor()
    expect(sent.slice(asked).filter((one) => !one.includes('/built/symbol-'))).toEqual([])

    await page.getByLabel('拍二维码').setInputFiles(await wallWith(''))
    await page.getByText('照片里没有找到二维码。').waitFor()
    expect(await page.getByRole('button', { name: '查', exact: true }).isEnabled()).toBe(true)
    expect(await barriers(page)).toEqual([])
    const again = async (beside: Page) => {
      await beside.locator('[data-code-photo] [type=file]').setInputFiles(notice)
      await beside.getByText(unit.name).first().waitFor()
    }
    expect(await barriersInOtherLanguages(page, again)).toEqual([])
    await picture(page, 'notice-unread')
    expect(
      sent.filter((one) => !one.startsWith('GET ') || /\/c\//i.test(new URL(one.slice(4)).pathname)),
    ).toEqual([])
    expect(await counted()).toBe(before)
  })
})
