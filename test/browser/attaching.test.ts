import { chromium, type Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { findChromium, quiet } from '../../tools/chromium.mjs'
import { readByExiftool } from '../samples/exiftool.ts'
import { greyPng } from '../samples/pictures.ts'
import { wordsIn } from '../samples/planting.ts'
import { samples } from '../samples/samples.ts'
import { atNotice } from './at-notice.ts'
import { barriers, juts, picture } from './chromium.ts'
import { begin, drafts, killed, openStep, sayWhose } from './drafting.ts'
import { receipt, send } from './resident-hands.ts'
import { added, atTeam, choose, lines, paper, phonePhoto, pieces } from './with-files.ts'

const { stage, played, landing, words } = atNotice()

/** Somebody at the words, where files are added. */
async function atWords(lang = 'zh') {
  const page = await stage.person()
  await page.goto(`${landing()}?lang=${lang}`)
  await begin(page)
  await openStep(page, 2)
  await page.locator('#attach').waitFor()
  return page
}

test('a photo arrives whole with the team, upright, smaller, and without a word of what the phone told', async () => {
  const page = await atWords()
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
  await picture(page, 'attaching-look-over')
  expect(await barriers(page)).toEqual([])
  await send(page)
  const { enquiryNumber } = await receipt(page)
  await page.getByText('都送到了。').waitFor({ timeout: 30_000 })
  await picture(page, 'attaching-receipt')
  expect(await barriers(page)).toEqual([])

  const { body, files } = await atTeam(played, enquiryNumber)
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

const whole = (page: Page) => page.getByText('都送到了。').waitFor({ timeout: 45_000 })

test('photos arrive whole though the line is cut twice, and the receipt waits for none of them', async () => {
  const page = await atWords()
  for (const _ of [1, 2]) await added(page, 'photo', (await phonePhoto(page)).bytes)
  await page.locator('#text').fill(words)
  await openStep(page, 3)
  let isHeld = true
  const asked = await pieces(page, (at) =>
    isHeld ? 'gone' : at === 4 ? 'gone' : at === 6 ? 'lost' : undefined,
  )
  await send(page)
  const { enquiryNumber } = await receipt(page)
  const box = page.locator('#on-the-way')
  await box.getByText('照片 1：等信号').waitFor()
  await box.getByText('照片 2：还没送').waitFor()
  await box.getByText('话已经收到了。照片送完前，先别清除。').waitFor()
  await picture(page, 'attaching-waiting')
  expect(await barriers(page)).toEqual([])
  asked.splice(0)
  isHeld = false
  await box.getByRole('button', { name: '接着送' }).click()
  await whole(page)
  expect(new Set(asked).size).toBeLessThan(asked.length)
  const { body, files } = await atTeam(played, enquiryNumber)
  expect(body.files).toBe('photo photo')
  expect(files.map(({ state, manifest }) => `${state} ${manifest?.order}`)).toEqual(['whole 0', 'whole 1'])
})

test('a tab that is killed after the receipt: whoever comes back finds the rest on its way, from where it was', async () => {
  const page = await atWords()
  await sayWhose(page, 'own')
  for (const _ of [1, 2]) await added(page, 'photo', (await phonePhoto(page)).bytes)
  await page.locator('#text').fill(words)
  await openStep(page, 3)
  const asked = await pieces(page, (at) => (at > 1 ? 'gone' : undefined))
  await send(page)
  const { enquiryNumber } = await receipt(page)
  await page.getByText('照片 1：等信号').waitFor()
  const arrived = asked.slice(0, 1)
  const next = await killed(page)
  await page.context().unrouteAll()
  const asking = await pieces(next, () => undefined)
  await next.goto(landing())
  await next.locator('#kept #on-the-way').waitFor()
  await whole(next)
  await picture(next, 'attaching-back')
  expect(asking.filter((one) => arrived.includes(one))).toEqual([])
  const { files } = await atTeam(played, enquiryNumber)
  expect(files.map(({ state }) => state)).toEqual(['whole', 'whole'])
  // Neither key nor words nor pictures are left.
  await expect.poll(() => drafts(next)).toEqual([expect.not.objectContaining({ dek: expect.anything() })])
  await next.getByRole('button', { name: '看回执' }).click()
  expect((await receipt(next)).enquiryNumber).toBe(enquiryNumber)
})

test('what was chosen is there again, with the words, on a phone that keeps them, and is gone when it was left', async () => {
  const page = await atWords()
  await added(page, 'photo', (await phonePhoto(page)).bytes)
  await sayWhose(page, 'own')
  await added(page, 'paper', paper, { name: '合同.pdf', mimeType: 'application/pdf' })
  await page.locator('#text').fill(words)
  await expect.poll(() => drafts(page)).toMatchObject([{ words: { text: words } }])
  const next = await killed(page)
  await next.goto(landing())
  await next.getByRole('button', { name: '接着写' }).click()
  await lines(next).nth(1).waitFor()
  expect(await lines(next).locator('b').allTextContents()).toEqual(['照片 1', '文件 1'])
  await lines(next).nth(0).getByRole('button', { name: '不要这张' }).click()
  await expect.poll(() => lines(next).count()).toBe(1)
  const again = await killed(next)
  await again.goto(landing())
  await again.getByRole('button', { name: '接着写' }).click()
  await lines(again).getByText('文件 1').waitFor()
  await openStep(again, 3)
  await send(again)
  const { enquiryNumber } = await receipt(again)
  await whole(again)
  const { files } = await atTeam(played, enquiryNumber)
  expect(files).toMatchObject([{ kind: 'paper', manifest: { name: '合同.pdf' }, content: paper }])
  await again.goto(landing())
  await begin(again)
  await openStep(again, 2)
  await again.locator('#attach').waitFor()
  expect(await lines(again).count()).toBe(0)
})

/** What stands in the store besides words, by whether it brings its own key along. */
const keptFiles = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<boolean[]>((done) => {
        const opening = indexedDB.open('kept')
        opening.onsuccess = () => {
          const asked = opening.result.transaction('drafts').objectStore('drafts').getAll()
          asked.onsuccess = () => {
            opening.result.close()
            done(asked.result.filter((kept) => 'body' in kept).map((kept) => 'key' in kept))
          }
        }
      }),
  )

test('before somebody says whose phone it is, what was chosen lives as long as the tab; on another’s nothing stays', async () => {
  const page = await atWords()
  await added(page, 'photo', (await phonePhoto(page)).bytes)
  await page.locator('#text').fill(words)
  // Who finds the phone finds no key to it, once the tab is closed.
  await expect.poll(() => keptFiles(page)).toEqual([false])
  await page.waitForTimeout(500)
  await page.reload()
  await lines(page).getByText('照片 1').waitFor()
  expect(await page.locator('#text').inputValue()).toBe(words)
  await sayWhose(page, 'own')
  await expect.poll(() => keptFiles(page)).toEqual([true])

  const other = await atWords()
  await added(other, 'photo', (await phonePhoto(other)).bytes)
  await expect.poll(() => keptFiles(other)).toEqual([false])
  await sayWhose(other, 'others')
  await expect.poll(() => keptFiles(other)).toEqual([])
  await added(other, 'paper', paper)
  expect(await keptFiles(other)).toEqual([])
  await other.locator('#text').fill(words)
  await openStep(other, 3)
  await send(other)
  const { enquiryNumber } = await receipt(other)
  await whole(other)
  expect(await keptFiles(other)).toEqual([])
  const { files } = await atTeam(played, enquiryNumber)
  expect(files.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['photo whole', 'paper whole'])
})

/** The colour of a place in a picture, by shares of its sides. */
const colourAt = (page: Page, bytes: Uint8Array, x: number, y: number) =>
  page.evaluate(
    async ({ bytes, x, y }) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]))
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
      pen.drawImage(bitmap, 0, 0)
      const [r = 0, g = 0, b = 0] = pen.getImageData(bitmap.width * x, bitmap.height * y, 1, 1).data
      return r > 150 && g < 90 ? 'red' : r + g + b < 90 ? 'black' : 'other'
    },
    { bytes: [...bytes], x, y },
  )

test('what somebody rubs over is not in the picture any more; a stroke that was taken back is', async () => {
  const page = await atWords()
  await added(page, 'photo', (await phonePhoto(page)).bytes)
  await page.getByRole('button', { name: '涂黑' }).click()
  await page.getByRole('heading', { name: '用手指涂黑不想让人看到的地方' }).waitFor()
  const canvas = page.locator('#black-out canvas')
  await expect.poll(() => canvas.evaluate((one: HTMLCanvasElement) => one.width)).toBe(1200)
  await canvas.scrollIntoViewIfNeeded()
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
  const { files } = await atTeam(played, enquiryNumber)
  const content = files[0]?.content ?? new Uint8Array()
  expect(await colourAt(page, content, 0.5, 0.2)).toBe('black')
  expect(await colourAt(page, content, 0.2, 0.4)).toBe('red')
  expect(await colourAt(page, content, 0.5, 0.5 - (1.5 * 1600) / 16 / 1600)).toBe('black')
  expect(await colourAt(page, content, 0.5, 0.3125)).toBe('red')
  expect(await colourAt(page, content, 0.5, 0.05)).toBe('red')
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
  const { body, files } = await atTeam(played, enquiryNumber)
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

test('on a narrow phone with the largest type nothing sticks out, in both languages', async () => {
  for (const lang of ['zh', 'en']) {
    const page = await stage.person({ width: 320 })
    await page.goto(`${landing()}?lang=${lang}&size=largest`)
    await begin(page)
    await openStep(page, 2)
    await added(page, 'photo', (await phonePhoto(page, 800, 600)).bytes)
    await page.locator('[data-voice]').click()
    await page.locator('#text').fill('13900000066')
    await page.locator('#hint .box').waitFor()
    await picture(page, `attaching-narrow-${lang}`)
    expect(await juts(page)).toBe(false)
    await page.locator('[data-black-out]').click()
    await page.locator('#black-out canvas').waitFor()
    await picture(page, `attaching-narrow-black-out-${lang}`)
    expect(await juts(page)).toBe(false)
    expect(await barriers(page)).toEqual([])
  }
})

describe('a voice', () => {
  /** A browser with a microphone that hums, or that nobody lets it hear. */
  async function heard(args: string[]) {
    const browser = await chromium.launch({
      executablePath: findChromium() ?? '',
      chromiumSandbox: false,
      args: [...quiet, '--use-fake-device-for-media-stream', ...args],
    })
    ending.push(() => browser.close())
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' })
    await page.goto(landing())
    await begin(page)
    await openStep(page, 2)
    await page.getByRole('button', { name: '录一段话' }).click()
    return page
  }
  const ending: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const end of ending.splice(0)) await end()
  })

  test('is recorded by whoever agrees, heard, recorded again, and arrives; words are not asked for', async () => {
    const page = await heard(['--use-fake-ui-for-media-stream'])
    await page.getByText('录音能听出是谁。只在巡察组里听，写成文字后再用。').waitFor()
    await page.getByRole('button', { name: '开始录' }).click()
    await page.getByText('先点“我同意留下录音”。').waitFor()
    await picture(page, 'attaching-voice')
    expect(await barriers(page)).toEqual([])
    await page.locator('label.pick:has(#voice-consent)').click()
    await page.getByRole('button', { name: '开始录' }).click()
    await page.getByText('正在录，2 秒').waitFor()
    await picture(page, 'attaching-recording')
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: '停', exact: true }).click()
    await lines(page).getByText('录音 1').waitFor()
    await lines(page).getByRole('button', { name: '听一遍' }).click()
    await lines(page).getByRole('button', { name: '停', exact: true }).waitFor()
    await lines(page).getByRole('button', { name: '重录' }).click()
    await page.getByText('正在录，1 秒').waitFor()
    expect(await lines(page).count()).toBe(0)
    await page.getByRole('button', { name: '停', exact: true }).click()
    await lines(page).getByText('录音 1').waitFor()
    await picture(page, 'attaching-recorded')
    await openStep(page, 3)
    await send(page)
    const { enquiryNumber } = await receipt(page)
    await whole(page)
    const { body, files } = await atTeam(played, enquiryNumber)
    expect(body).toMatchObject({ text: '', files: 'voice' })
    expect(files).toMatchObject([{ kind: 'voice', state: 'whole', manifest: { type: 'audio/webm' } }])
    expect(files[0]?.content?.length).toBeGreaterThan(500)
  })

  test('that the browser is not let hear can be chosen instead', async () => {
    const page = await heard(['--deny-permission-prompts'])
    await page.locator('label.pick:has(#voice-consent)').click()
    await page.getByRole('button', { name: '开始录' }).click()
    await page.getByText('没有开麦克风。可以选录好的，也可以请我们打电话。').waitFor()
    await added(page, 'voice', samples.find(({ kind }) => kind === 'mp3')?.bytes ?? paper)
    await lines(page).getByText('录音 1').waitFor()
  })

  test('where no page can record, is recorded with the phone’s own app', async () => {
    const page = await stage.person()
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'MediaRecorder'))
    await page.goto(landing())
    await begin(page)
    await openStep(page, 2)
    await page.getByRole('button', { name: '录一段话' }).click()
    await page.getByText('这里不能录。请用手机自带的录音机录好，再点“选录音”。').waitFor()
    expect(await page.getByRole('button', { name: '开始录' }).isVisible()).toBe(false)
  })
})

describe('what is not taken', () => {
  const wrong = (page: Page) => page.locator('#attach-wrong')
  const big = Buffer.concat([Buffer.from(paper), Buffer.alloc(16.5 * 1024 * 1024)])

  test('is said in its own words, and nothing is lost by it', async () => {
    const page = await atWords()
    for (const [kind, bytes, says] of [
      ['photo', paper, '这个不是照片，请换一个。'],
      ['video', greyPng(), '这个不是视频，请换一个。'],
      ['paper', greyPng(), '这个不是 PDF，请换一个。'],
      ['paper', big, '这个太大了（17 兆）。不超过 16 兆。'],
      ['photo', greyPng(9000, 9000, new Uint8Array()), '这张照片太大，手机打不开，请换一张。'],
      ['photo', greyPng().subarray(0, 40), '这个文件坏了，或者没存全，请换一个。'],
    ] as const) {
      await choose(page, kind, bytes)
      await wrong(page).getByText(says).waitFor()
    }
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
  const { body } = await atTeam(played, enquiryNumber)
  expect(body.text).toBe('路塌了。打 13900000066 找我，或者 13900000077')
})

test('without scripts the form is as it was, and offers none of it', async () => {
  const page = await stage.person({ scripts: false })
  await page.goto(landing())
  expect(await page.locator('input[type=file]').count()).toBe(0)
  expect(await page.getByText('加照片').count()).toBe(0)
})
