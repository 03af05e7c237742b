import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { listFiles } from '../../src/files/store.ts'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { utf8 } from '../../src/sealing/bytes.ts'
import { atTeam } from '../cast/at-team.ts'
import { players } from '../cast/people.ts'
import { greyJpeg } from '../samples/pictures.ts'
import { wordsIn } from '../samples/planting.ts'
import { tone } from '../samples/sounds.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { juts, officePc, picture } from './chromium.ts'
import { signIn } from './office-hands.ts'
import { phonePhoto } from './phone-photo.ts'
import { receipt, send, tellPlainly } from './resident-hands.ts'

const { stage, played, landing, words } = atNotice()

const payload = (name: string, mimeType: string, bytes: Uint8Array) => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
})

test('without scripts a photo and a recording go with the words, and the team opens both', async () => {
  const drawing = await stage.person()
  await drawing.goto(played.origin + paths.gone)
  const { bytes, marks } = await phonePhoto(drawing, 1200, 900)
  await drawing.close()

  const page = await stage.person({ scripts: false })
  await page.goto(landing())
  await tellPlainly(page, { text: words })
  await page.locator('#plain-photo').setInputFiles(payload('IMG_20260512_103000.jpg', 'image/jpeg', bytes))
  await page.locator('label.pick:has([name=voiceAgreed])').click()
  await page.locator('#plain-voice').setInputFiles(payload('我的录音.wav', 'audio/wav', tone()))
  await picture(page, 'plain-files-form')
  expect(await barriers(page)).toEqual([])
  expect(await juts(page)).toBe(false)
  await send(page)
  const { enquiryNumber } = await receipt(page)
  await page.getByText('照片也收到了').waitFor()
  await page.getByText('录音也收到了').waitFor()
  await picture(page, 'plain-files-receipt')
  expect(await barriers(page)).toEqual([])

  const { body, files } = await atTeam(played.place, enquiryNumber)
  expect([body.text, body.files]).toEqual([words, 'photo voice'])
  expect(files.map(({ kind, manifest }) => [kind, manifest?.type])).toEqual([
    ['photo', 'image/jpeg'],
    ['voice', 'audio/wav'],
  ])
  expect(wordsIn(files[0]!.content!, marks)).toEqual([])
  expect(wordsIn(files[1]!.content!, ['PLANTED'])).toEqual([])

  const desk = await stage.person(officePc)
  await signIn(desk, played, players.chen)
  const [row] = await played.house.db.select().from(reports).where(eq(reports.enquiryNumber, enquiryNumber))
  await desk.goto(played.origin + paths.report(row!.teamId, row!.id))
  const item = async (kind: string) => {
    const all = await listFiles(played.house.db, row!.id, '2026-01-01')
    return desk.locator(`[data-file="${all.find((file) => file.kind === kind)!.id}"]`)
  }
  const photo = await item('photo')
  await photo.getByRole('button', { name: '点开看', exact: true }).click()
  const image = photo.frameLocator('.photo iframe').locator('img')
  const width = await image.evaluate((image: HTMLImageElement) => image.naturalWidth)
  expect([900, 1200]).toContain(width)
  await photo.getByText('送来时已去掉拍摄信息').waitFor()
  const voice = await item('voice')
  await voice.getByRole('button', { name: '打开', exact: true }).click()
  const time = await voice
    .frameLocator('iframe')
    .locator('audio')
    .evaluate(async (audio: HTMLAudioElement) => {
      audio.muted = true
      await audio.play()
      await new Promise((done) => audio.addEventListener('ended', done))
      return audio.currentTime
    })
  expect(time).toBeGreaterThan(0.5)
}, 120_000)

test('a photo that is none leaves the words where they are, and the receipt says what to do', async () => {
  const page = await stage.person({ scripts: false })
  await page.goto(landing())
  await tellPlainly(page, { text: words })
  await page.locator('#plain-photo').setInputFiles(payload('a.jpg', 'image/jpeg', utf8('no picture at all')))
  await send(page)
  const { enquiryNumber } = await receipt(page)
  await page.getByRole('heading', { name: '照片没有收到' }).waitFor()
  await page.getByText(`写上受理号 ${enquiryNumber}`).waitFor()
  await picture(page, 'plain-files-lost')
  expect(await barriers(page)).toEqual([])
  expect((await atTeam(played.place, enquiryNumber)).files).toEqual([])
}, 60_000)

test('a form that comes back keeps the words and asks for the photo again; its other size sends no photo', async () => {
  const page = await stage.person({ scripts: false })
  await page.goto(landing())
  await page.locator('#text').fill(words)
  await page.locator('#plain-photo').setInputFiles(payload('a.jpg', 'image/jpeg', new Uint8Array(300_000)))
  await send(page)
  await page.getByText('照片和录音要再选一次').waitFor()
  expect(await page.locator('#text').inputValue()).toBe(words)
  await page.locator('#plain-photo').setInputFiles(payload('a.jpg', 'image/jpeg', new Uint8Array(300_000)))
  const posted = page.waitForRequest((request) => request.method() === 'POST')
  await page.getByRole('button', { name: 'English' }).click()
  expect((await posted).headers()['content-type']).toBe('application/x-www-form-urlencoded')
  await page.getByText('Choose the photo and the recording once more.').waitFor()
  expect(await page.locator('#text').inputValue()).toBe(words)
}, 60_000)

test('a form that could not be taken asks for the photo again, and takes it with the next press', async () => {
  const photo = payload('a.jpg', 'image/jpeg', greyJpeg(8, 8, new Uint8Array(5000).fill(0x3f)))
  const page = await stage.person({ scripts: false })
  await page.goto(landing())
  await tellPlainly(page, { text: words })
  await page.locator('#plain-photo').setInputFiles(photo)
  const busy = new Error('SQLITE_BUSY: database is locked')
  const batch = vi.spyOn(played.house.db, 'batch').mockRejectedValue(busy)
  await send(page)
  await page.getByText('照片和录音要再选一次').waitFor()
  batch.mockRestore()
  await picture(page, 'plain-files-busy')
  expect(await barriers(page)).toEqual([])
  expect(await juts(page)).toBe(false)
  await page.locator('#plain-photo').setInputFiles(photo)
  await page.getByRole('button', { name: '再送一次' }).click()
  const { enquiryNumber } = await receipt(page)
  await page.getByText('照片也收到了').waitFor()
  // Of the first try a row is left to the day's work: the database was away when it was to be erased.
  const { files } = await atTeam(played.place, enquiryNumber)
  expect(files.filter(({ content }) => content).map(({ kind }) => kind)).toEqual(['photo'])
}, 60_000)
