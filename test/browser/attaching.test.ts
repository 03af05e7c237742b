import { expect, test } from 'vitest'
import { readByExiftool } from '../samples/exiftool.ts'
import { wordsIn } from '../samples/planting.ts'
import { atNotice } from './at-notice.ts'
import { barriers, juts, picture } from './chromium.ts'
import { begin, openStep } from './drafting.ts'
import { receipt, send } from './resident-hands.ts'
import { added, atTeam, lines, phonePhoto } from './with-files.ts'

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
