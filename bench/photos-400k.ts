import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { CDPSession, Page } from 'playwright-core'
import { paths } from '../src/paths.ts'
import { phonePhoto } from '../test/browser/phone-photo.ts'
import { atTeam } from '../test/cast/at-team.ts'
import { readByExiftool } from '../test/samples/exiftool.ts'
import { wordsIn } from '../test/samples/planting.ts'
import { newcomer } from './browser.ts'
import { beside, type Figure } from './figure.ts'
import { theOffice } from './office.ts'
import { afterwards } from './stage.ts'

const RATE = 400_000 / 8 // bytes a second
const PHOTOS = 3
/** Bytes of each, as a phone of today takes it. */
const LEAST = 4_000_000
/** After how many bytes upwards the line is cut, and for how many ms nothing passes it. */
const CUTS = [200_000, 450_000]
const CUT = 5000

/**
 * A phone at 400 kbit/s and 400 ms sends words and three photos of 4 MB, and its line is cut twice: until the receipt,
 * and until everything has arrived. It fails where a photo does not arrive whole, or still tells where it was taken.
 */
export async function photosOnWeakNetwork(): Promise<Figure[]> {
  const { place, origin, token } = await theOffice()
  const line = await stretchLine(Number(new URL(origin).port))
  const address = line.origin + paths.code(token)
  const sent = await newcomer('phone', (page, cdp) => send(page, cdp, address))
  if (line.cuts() !== CUTS.length) throw new Error(`the line was cut ${line.cuts()} times`)
  const { files } = await atTeam(place, sent.number)
  const contents = files.map(({ content }) => content ?? new Uint8Array())
  if (contents.length !== PHOTOS || contents.some(({ length }) => length === 0))
    throw new Error(`${contents.length} photos arrived, ${contents.map(({ length }) => length)} bytes`)
  const told = readByExiftool(contents).flatMap((fields) => Object.keys(fields))
  const tells = told.filter((field) => /^(GPS|IFD|ExifIFD|XMP|IPTC|MakerNotes)/.test(field))
  const kept = contents.flatMap((content) => wordsIn(content, sent.marks))
  if (tells.length + kept.length > 0) throw new Error(`photos still tell ${[...tells, ...kept].join(', ')}`)
  const bytes = contents.reduce((sum, { length }) => sum + length, 0)
  return [
    beside({ name: 'photos-400k-receipt', value: sent.receipt / 1000, unit: 's' }),
    // It cannot be faster than the line lets these bytes through, and not while there is none.
    beside({
      name: 'photos-400k',
      value: sent.whole / 1000,
      unit: 's',
      limit: bytes / RATE + (CUTS.length * CUT) / 1000,
    }),
  ]
}

/** A line to the server that breaks, with all that is on it, where CUTS says. */
async function stretchLine(to: number) {
  const open = new Set<Socket>()
  let [upwards, cuts, isCut] = [0, 0, false]
  const cut = () => {
    cuts += 1
    isCut = true
    for (const socket of open) socket.destroy()
    setTimeout(() => {
      isCut = false
    }, CUT)
  }
  const server = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(to, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
    near.on('data', ({ length }) => {
      upwards += length
      if (!isCut && upwards > (CUTS[cuts] ?? Number.POSITIVE_INFINITY)) cut()
    })
  })
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens))
  afterwards(() => server.close())
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cuts: () => cuts }
}

async function send(page: Page, cdp: CDPSession, address: string) {
  await cdp.send('Network.enable')
  await page.goto(address)
  const photo = await phonePhoto(page, 3200, 2400)
  if (photo.bytes.length < LEAST) throw new Error(`the photo has ${photo.bytes.length} bytes`)
  const throughput = { downloadThroughput: RATE, uploadThroughput: RATE }
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 400, ...throughput })
  await page.click('#kind button')
  await page.click('[data-step="1"] .tile')
  await page.click('[data-step="1"] [data-next]')
  await page.fill('#text', '水渠在第三组桥头塌了，照片是这周拍的。')
  for (let n = 1; n <= PHOTOS; n++) {
    const file = { name: `IMG_${n}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(photo.bytes) }
    await page.setInputFiles('#add-photo', file)
    await page.waitForFunction((n) => document.querySelectorAll('.attached li').length === n, n)
  }
  await page.click('[data-step="2"] [data-next]')
  const began = Date.now()
  await page.click('#send')
  await page.waitForSelector('[data-answer="receipt"] .code b')
  const receipt = Date.now() - began
  const [again, whole] = [page.getByRole('button', { name: '接着送' }), page.getByText('都送到了。')]
  for (let pressed = 0; pressed < 100; pressed++) {
    await again.or(whole).filter({ visible: true }).first().waitFor({ timeout: 120_000 })
    if (await whole.isVisible()) break
    await again.click()
    await page.waitForTimeout(500)
  }
  await whole.waitFor()
  const took = Date.now() - began
  const [, number = ''] = /受理号 (\d{6})/.exec(await page.innerText('main')) ?? []
  return { receipt, whole: took, number, marks: photo.marks }
}
