import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { findCode } from '../../src/posters/store.ts'
import { players } from '../cast/people.ts'
import { barriers, juts, officePc, picture, useChromium } from './chromium.ts'
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
  for (const lang of ['en', 'zh']) {
    await page.goto(`${address}&lang=${lang}`)
    await picture(page, `sheet-photo-${lang}`)
    expect(await barriers(page)).toEqual([])
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
