import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { listFiles } from '../../src/files/store.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import type { Bytes } from '../../src/sealing/bytes.ts'
import { openBody } from '../../src/sealing/open.ts'
import { signIn } from '../cast/at-desk.ts'
import { players } from '../cast/people.ts'
import { openAtDesk } from '../cast/sending.ts'
import { takeUp } from '../cast/working.ts'
import { plantJpeg } from '../samples/pictures.ts'
import { planting } from '../samples/planting.ts'
import { begin, openStep } from './drafting.ts'
import type { Played } from './played.ts'

// What a resident adds to the words, and what the team gets of it.

/** A picture with colours in it, as Chromium encodes it: the left half red, the right half a noise that packs badly. */
async function drawnJpeg(page: Page, width: number, height: number): Promise<Bytes> {
  const base64 = await page.evaluate(
    async ({ width, height }) => {
      const canvas = new OffscreenCanvas(width, height)
      const pen = canvas.getContext('2d')!
      pen.fillStyle = '#d02020'
      pen.fillRect(0, 0, width, height)
      const noise = pen.createImageData(width / 2, height)
      for (let n = 0; n < noise.data.length; n += 4) {
        const shade = (n * 2654435761) >>> 24
        noise.data.set([shade, 255 - shade, shade >> 1, 255], n)
      }
      pen.putImageData(noise, width / 2, 0)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      let binary = ''
      for (const byte of bytes) binary += String.fromCharCode(byte)
      return btoa(binary)
    },
    { width, height },
  )
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

const drawn = new Map<string, Promise<Bytes>>()

/** The same as a phone writes it: on its side, with place, time and model in it. */
export async function phonePhoto(page: Page, width = 2400, height = 1800) {
  const planted = planting()
  const size = `${width} ${height}`
  const drawing = drawn.get(size) ?? drawnJpeg(page, width, height)
  drawn.set(size, drawing)
  const bytes = plantJpeg(await drawing, planted)
  return { bytes, marks: planted.marks }
}

export const choose = (
  page: Page,
  kind: string,
  bytes: Uint8Array,
  { name = 'IMG_20260512_103000.jpg', mimeType = 'image/jpeg' } = {},
) => page.locator(`#add-${kind}`).setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })

/** To the words of the page at this address, where files are added. */
export async function toFiles(page: Page, address: string): Promise<Page> {
  await page.goto(address)
  await begin(page)
  await openStep(page, 2)
  await page.locator('#attach').waitFor()
  return page
}

/** All that was chosen has followed the words. */
export const whole = (page: Page) => page.getByText('都送到了。').waitFor({ timeout: 45_000 })

export const lines = (page: Page) => page.locator('.attached li')

/** Chooses a file and waits until it stands there. */
export async function added(
  page: Page,
  ...chosen: Parameters<typeof choose> extends [Page, ...infer R] ? R : never
) {
  const before = await lines(page).count()
  await choose(page, ...chosen)
  await expect.poll(() => lines(page).count(), { timeout: 30_000 }).toBe(before + 1)
}

/** What the team finds of a report: its words, and each of its files. */
export async function atTeam({ place, house }: Pick<Played, 'place' | 'house'>, enquiryNumber: string) {
  const { username, password } = players.chen
  const liaison = await signIn(place, username, password)
  const { opened, report } = await takeUp(place, liaison, enquiryNumber)
  const stated = await listFiles(house.db, report.id, '2026-01-01')
  const files = []
  for (const { id, kind, state } of stated) {
    const whole = state === 'whole' ? await openAtDesk(place, liaison, enquiryNumber, id) : undefined
    files.push({ kind, state, ...whole })
  }
  const [body] = await listEnvelopes(house.db, [report.id], ['body'])
  if (!body) throw new Error(`no words in ${enquiryNumber}`)
  return {
    body: await openBody(opened.dek, report.id, body.envelope),
    files: files.sort((a, b) => (a.manifest?.order ?? 0) - (b.manifest?.order ?? 0)),
  }
}

/** A PDF of one empty page. */
export const paper = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj trailer<</Root 1 0 R>>\n%%EOF',
)

/** What happens to pieces on their way: `gone` never leaves, `lost` arrives and its answer does not. */
export async function pieces(page: Page, fate: (at: number) => 'gone' | 'lost' | undefined) {
  const asked: string[] = []
  await page.context().route('**/files/**', async (route) => {
    const request = route.request()
    if (request.method() === 'GET') return route.continue()
    asked.push(request.url().split('/').slice(-2).join('/'))
    const what = fate(asked.length)
    if (what === undefined) return route.continue()
    if (what === 'lost') await route.fetch()
    return route.abort()
  })
  return asked
}
