import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { langs } from '../../src/i18n/speak.ts'
import { atTeam } from '../cast/at-team.ts'
import { readByExiftool } from '../samples/exiftool.ts'
import { greyPng } from '../samples/pictures.ts'
import { wordsIn } from '../samples/planting.ts'
import { samples } from '../samples/samples.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { juts, picture } from './chromium.ts'
import { begin, openStep } from './drafting.ts'
import { phonePhoto } from './phone-photo.ts'
import { receipt, send } from './resident-hands.ts'
import { added, choose, lines, paper, pieces, toFiles, whole } from './with-files.ts'

const { stage, played, landing, words } = atNotice()

/** Somebody at the words, where files are added. */
const atWords = async (lang = 'zh') => toFiles(await stage.person(), `${landing()}?lang=${lang}`)

test('the third photo of the phone is the third of the team', async () => {
  const page = await atWords()
  for (let n = 1; n <= 6; n++) await added(page, 'photo', greyPng(100 + n, 100))
  await page.getByRole('button', { name: '不要这张' }).nth(1).click()
  await added(page, 'photo', greyPng(107, 100))
  await page.locator('#text').fill(words)
  await openStep(page, 3)
  await send(page)
  const { enquiryNumber } = await receipt(page)
  await whole(page)
  const { served } = await atTeam(played.place, enquiryNumber)
  expect(served.map(({ manifest }) => manifest?.order)).toEqual([0, 1, 2, 3, 4, 5])
  const told = readByExiftool(served.map(({ content }) => content ?? paper))
  expect(told.map((file) => file['File:ImageWidth'])).toEqual([101, 103, 104, 105, 106, 107])
})

test('a photo arrives whole with the team, upright, smaller, and without a word of what the phone told', async () => {
  const page = await stage.person()
  const scripts = new Set<string>()
  page.on('request', (request) => {
    const [, name] = /\/built\/([\w-]+)-\w+\.js/.exec(request.url()) ?? []
    if (name) scripts.add(name)
  })
  // Each part of the script comes when the person gets to where it is needed, and not before.
  await page.goto(landing(), { waitUntil: 'networkidle' })
  expect([...scripts]).toEqual(['report'])
  await begin(page)
  await page.waitForLoadState('networkidle')
  expect([...scripts]).toEqual(['report'])
  await openStep(page, 2)
  await page.locator('#attach').waitFor()
  expect([...scripts]).toEqual(['report', 'attach'])
  const photo = await phonePhoto(page)
  expect(wordsIn(photo.bytes, photo.marks)).toEqual(photo.marks)
  await added(page, 'photo', photo.bytes)
  await lines(page).getByText('已去掉拍摄地点、时间和手机型号。').waitFor()
  await lines(page).locator('img').waitFor()
  await picture(page, 'attaching-photo')
  expect(await barriers(page)).toEqual([])
  expect(await juts(page)).toBe(false)
  await page.locator('#text').fill(words)
  await openStep(page, 3)
  await page.locator('.look-over').getByText('照片 1').waitFor()
  await expect.poll(() => [...scripts]).toContain('picture')
  await picture(page, 'attaching-look-over')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '改 另外加的' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('attached')
  await openStep(page, 3)
  await send(page)
  const { enquiryNumber } = await receipt(page)
  await whole(page)
  await picture(page, 'attaching-receipt')
  expect(await barriers(page)).toEqual([])

  const { body, files } = await atTeam(played.place, enquiryNumber)
  expect(body).toMatchObject({ text: words, files: 'photo' })
  expect(files).toMatchObject([
    { kind: 'photo', state: 'whole', manifest: { name: 'photo.jpg', type: 'image/jpeg', order: 0 } },
  ])
  const content = files[0]?.content ?? new Uint8Array()
  expect(content.length).toBeLessThanOrEqual(500 * 1024)
  expect(wordsIn(content, photo.marks)).toEqual([])
  const [told = {}] = readByExiftool([content])
  expect(
    Object.keys(told).filter((field) => /^(IFD|ExifIFD|GPS|XMP|IPTC|ICC|Photoshop|MakerNotes)/.test(field)),
  ).toEqual([])
  // It lay on its side: 2400 × 1800, to be turned by a quarter.
  expect(told).toMatchObject({ 'File:ImageWidth': 1200, 'File:ImageHeight': 1600 })
})

/** The colours of places in a picture, each by its shares of the sides. */
const coloursAt = (page: Page, bytes: Uint8Array, places: readonly (readonly [x: number, y: number])[]) =>
  page.evaluate(
    async ({ base64, places }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes]))
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
      pen.drawImage(bitmap, 0, 0)
      return places.map(([x, y]) => {
        const [r = 0, g = 0, b = 0] = pen.getImageData(bitmap.width * x, bitmap.height * y, 1, 1).data
        return r > 150 && g < 90 ? 'red' : r + g + b < 90 ? 'black' : 'other'
      })
    },
    { base64: Buffer.from(bytes).toString('base64'), places },
  )

test('what somebody rubs over is not in the picture any more; a stroke that was taken back is', async () => {
  const page = await toFiles(await stage.person({ height: 640 }), landing())
  await added(page, 'photo', (await phonePhoto(page)).bytes)
  const { height = 0 } = page.viewportSize() ?? {}
  // Of what shows the focus no more than an edge is seen: the rest of it comes with the focus.
  const video = page.locator('label[for=add-video]')
  await video.evaluate((label) => scrollBy(0, label.getBoundingClientRect().top + 20 - innerHeight))
  await page.locator('#add-video').focus()
  const below = () => video.evaluate((label) => label.getBoundingClientRect().bottom + 6 - innerHeight)
  await expect.poll(below).toBeLessThanOrEqual(0)

  const tool = page.getByRole('button', { name: '涂黑' })
  await tool.evaluate((button) => button.scrollIntoView({ block: 'end' }))
  await tool.click()
  const heading = page.getByRole('heading', { name: '用手指涂黑不想让人看到的地方' })
  const canvas = page.locator('#black-out canvas')
  await expect.poll(() => canvas.evaluate((one: HTMLCanvasElement) => one.width)).toBe(1200)
  const inSight = async () => {
    const [top, bottom] = await Promise.all([heading.boundingBox(), canvas.boundingBox()])
    return top && bottom && top.y >= 0 && bottom.y + bottom.height <= height
  }
  await expect.poll(inSight).toBe(true)
  expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true)
  const box = (await canvas.boundingBox()) ?? expect.fail('no picture')
  const rub = async (y: number) => {
    await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * y)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * y, { steps: 4 })
    await page.mouse.up()
  }
  expect(await page.getByRole('button', { name: '撤回一笔' }).isDisabled()).toBe(true)
  await rub(0.2)
  await rub(0.4)
  await picture(page, 'attaching-black-out')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '撤回一笔' }).click()
  // By keys as well, and what shows where one is does not stay.
  await canvas.focus()
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter', 'ArrowUp', 'ArrowUp'])
    await page.keyboard.press(key)
  await page.getByRole('button', { name: '好了' }).click()
  await page.locator('label[for=add-photo]').waitFor()
  await page.locator('#text').fill(words)
  await openStep(page, 3)
  await send(page)
  const { enquiryNumber } = await receipt(page)
  await whole(page)
  const { files } = await atTeam(played.place, enquiryNumber)
  const content = files[0]?.content ?? new Uint8Array()
  const places = [
    [0.5, 0.2],
    [0.2, 0.4],
    [0.5, 0.5 - (1.5 * 1600) / 16 / 1600],
    [0.5, 0.3125],
    [0.5, 0.05],
  ] as const
  expect(await coloursAt(page, content, places)).toEqual(['black', 'red', 'black', 'red', 'red'])
})

test('what the browser cannot draw anew is cleaned as it is: an HEIC and a film arrive without what they told', async () => {
  const page = await atWords()
  const [heic, film] = ['HEIC', 'MP4'].map((named) => samples.find(({ name }) => name === named))
  if (!heic || !film) return expect.fail('no samples')
  await added(page, 'photo', heic.bytes, { name: 'IMG_0001.HEIC', mimeType: 'image/heic' })
  await added(page, 'video', film.bytes, { name: 'VID_20260512.mp4', mimeType: 'video/mp4' })
  await expect.poll(() => lines(page).getByText('已去掉').count()).toBe(2)
  // Nothing to see, so nothing to rub over.
  expect(await page.getByRole('button', { name: '涂黑' }).isVisible()).toBe(false)
  expect(await page.locator('label[for=add-video]').isVisible()).toBe(false)
  await page.locator('#text').fill(words)
  await openStep(page, 3)
  await send(page)
  const { enquiryNumber } = await receipt(page)
  await whole(page)
  const { body, files } = await atTeam(played.place, enquiryNumber)
  expect(body.files).toBe('photo video')
  expect(files).toMatchObject([
    { manifest: { name: 'photo.heic', type: 'image/heic' } },
    { manifest: { name: 'video.mp4', type: 'video/mp4' } },
  ])
  for (const [n, { bytes, marks, kept }] of [heic, film].entries()) {
    expect(wordsIn(bytes, marks)).toEqual(marks)
    const content = files[n]?.content ?? new Uint8Array()
    expect(wordsIn(content, marks)).toEqual([])
    expect(wordsIn(content, kept)).toEqual(kept)
  }
})

test.each(langs)(
  'on a narrow phone with the largest type nothing sticks out or stands in the way (%s)',
  async (lang) => {
    const page = await stage.person({ width: 320 })
    /** What stands behind a press is the same in each language, and is looked at in each. */
    const look = async (name: string) => {
      await picture(page, `attaching-narrow-${name}-${lang}`)
      expect(await juts(page), name).toBe(false)
      expect(await barriers(page), name).toEqual([])
    }
    await toFiles(page, `${landing()}?lang=${lang}&size=largest`)
    await page.locator('[data-own=no]').click()
    await added(page, 'photo', (await phonePhoto(page, 800, 600)).bytes)
    await page.locator('[data-voice]').click()
    await page.locator('#text').fill('13900000066')
    await page.locator('#hint .box').waitFor()
    await choose(page, 'photo', paper)
    await page.locator('#attach-wrong').waitFor()
    await look('hint')
    await page.locator('[data-black-out]').click()
    await page.locator('#black-out canvas').waitFor()
    await look('black-out')
    await page.locator('[data-done]').click()
    await openStep(page, 3)
    await page.locator('label.pick:has(#forOther)').click()
    await page.locator('label.pick:has([name=reply][value=named])').click()
    await send(page)
    await page.locator('#mend').waitFor()
    await look('mending')
    await page.locator('#phone').fill('13900000066')
    await page.locator('#name').fill('韦小妹')
    await page.locator('label.pick:has(#consent)').click()
    await pieces(page, () => 'gone')
    await page.context().setOffline(true)
    await send(page)
    await page.locator('[data-moment=offline]').waitFor()
    await look('no-signal')
    await page.context().setOffline(false)
    await receipt(page)
    await page.locator('#on-the-way button').waitFor()
    await page.locator('.foot a[href^="/progress"]').click()
    await page.locator('[data-asked]').waitFor()
    await look('receipt')
  },
)

test('what could tell who wrote it is asked about, a place at a time, and stands in nobody’s way', async () => {
  const page = await atWords()
  const hint = page.locator('#hint')
  await page.locator('#text').fill('路塌了。只有我看见了。打 13900000066 找我，或者 13900000077')
  await hint.getByText('这句话别人一看可能猜到是您。').waitFor()
  await picture(page, 'attaching-hint')
  expect(await barriers(page)).toEqual([])
  await hint.getByRole('button', { name: '去掉' }).click()
  await hint.getByText('这里像是电话。要不要去掉？').waitFor()
  await hint.getByText('13900000066').waitFor()
  await hint.getByRole('button', { name: '留着' }).click()
  await hint.getByText('13900000077').waitFor()
  expect(await page.locator('#text').inputValue()).toBe('路塌了。打 13900000066 找我，或者 13900000077')
  await openStep(page, 3)
  await send(page)
  const { enquiryNumber } = await receipt(page)
  const { body } = await atTeam(played.place, enquiryNumber)
  expect(body.text).toBe('路塌了。打 13900000066 找我，或者 13900000077')
})

test('a name that is left and stands in the words, too, is asked about below its field', async () => {
  const page = await atWords()
  const hint = page.locator('#hint')
  await page.locator('#text').fill('韦小妹家的地被占了，韦小妹去问过。')
  await openStep(page, 3)
  await page.locator('input[value=named]').check()
  await page.locator('#name').fill('韦小妹')
  // Nothing moves under a finger, however long it stays.
  const agreed = page.locator('label.pick:has(#consent)')
  await agreed.click({ delay: 1000 })
  expect(await page.locator('#consent').isChecked()).toBe(true)
  expect(await hint.locator('.box').isVisible()).toBe(false)
  await hint.getByText('您写的话里也有这个名字。要不要去掉？').waitFor()
  expect(await barriers(page)).toEqual([])
  await hint.getByRole('button', { name: '去掉' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('name')
  await hint.getByRole('button', { name: '留着' }).click()
  expect(await hint.locator('.box').isVisible()).toBe(false)
  expect(await page.locator('[data-row=words]').innerText()).toBe('家的地被占了，韦小妹去问过。')
  await page.locator('[data-step="3"] [data-back]').click()
  await page.locator('#text').fill('打 13900000066 找韦小妹')
  await hint.getByText('这里像是电话。要不要去掉？').waitFor()
})
