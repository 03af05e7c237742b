import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { clean } from '../../src/cleaning/clean.ts'
import type { Attached } from '../../src/cleaning/kinds.ts'
import type { Bytes } from '../../src/sealing/bytes.ts'
import { readByExiftool } from '../samples/exiftool.ts'
import { stillAvif } from '../samples/heic.ts'
import { plantJpeg, plantPng, plantWebp } from '../samples/pictures.ts'
import { planting, wordsIn } from '../samples/planting.ts'
import { useChromium } from './chromium.ts'

/** An address that is safe, which a page must have that encodes pictures. */
const SAFE = 'https://mashang.example/'
const stage = useChromium(() => 'about:blank', [SAFE])

const WIDTH = 61
const HEIGHT = 40

/** A picture with colours in it, as Chromium encodes it; `gaps`: through which the page shows. */
const drawn = async (page: Page, type: string, gaps = false) =>
  Uint8Array.from(
    await page.evaluate(
      async ({ type, gaps, WIDTH, HEIGHT }) => {
        const canvas = new OffscreenCanvas(WIDTH, HEIGHT)
        const pen = canvas.getContext('2d')!
        for (let x = 0; x < WIDTH; x++) {
          pen.fillStyle = `hsl(${x * 6} 90% ${20 + x}%)`
          pen.fillRect(x, gaps ? x % 7 : 0, 1, HEIGHT)
          pen.fillRect(0, x, x, 1)
        }
        const blob = await canvas.convertToBlob({ type, quality: 0.8 })
        return [...new Uint8Array(await blob.arrayBuffer())]
      },
      { type, gaps, WIDTH, HEIGHT },
    ),
  )

/** Width, height and every point, as Chromium shows the picture: upright. */
const shown = (page: Page, bytes: Bytes, type: string) =>
  page.evaluate(
    async ({ bytes, type }) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type }))
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
      pen.drawImage(bitmap, 0, 0)
      return [bitmap.width, bitmap.height, ...pen.getImageData(0, 0, bitmap.width, bitmap.height).data]
    },
    { bytes: [...bytes], type },
  )

const cleaned = (bytes: Bytes, as: Attached) => {
  const out = clean(bytes, as)
  return 'refused' in out ? expect.fail(out.refused) : out.bytes
}

describe.each(['jpeg', 'png', 'webp'] as const)('a photo as %s', (kind) => {
  test('shows the same points when it is clean, the same side up, and exiftool reads no more of it', async () => {
    const page = await stage.person()
    const type = `image/${kind}`
    const planted = planting()
    const base = await drawn(page, type)
    const bytes = {
      jpeg: () => plantJpeg(base, planted),
      png: () => plantPng(base, planted),
      webp: () => plantWebp(base, WIDTH, HEIGHT, planted),
    }[kind]()
    const out = cleaned(bytes, 'photo')
    expect(wordsIn(bytes, planted.marks)).toEqual(planted.marks)
    expect(wordsIn(out, planted.marks)).toEqual([])
    const points = await shown(page, out, type)
    // Chromium does not ask a WebP which side is up.
    expect(points.slice(0, 2)).toEqual(kind === 'webp' ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH])
    expect(points).toEqual(await shown(page, bytes, type))
    const clear = await drawn(page, type, true)
    expect(await shown(page, cleaned(clear, 'photo'), type)).toEqual(await shown(page, clear, type))
    const exif = (fields: object = {}) =>
      Object.entries(fields).filter(([field]) => /^(IFD|\w+IFD|GPS|XMP|IPTC|ICC|Photoshop)/.test(field))
    const [before, after] = readByExiftool([bytes, out])
    expect(Object.fromEntries(exif(before))).toHaveProperty(['GPS:GPSLatitude'])
    expect(exif(after)).toEqual([['IFD0:Orientation', 6]])
  })
})

/** One picture of AV1, as Chromium encodes it: its units. */
const encoded = async (page: Page) =>
  Uint8Array.from(
    await page.evaluate(
      async ({ WIDTH, HEIGHT }) => {
        const canvas = new OffscreenCanvas(WIDTH, HEIGHT)
        const pen = canvas.getContext('2d')!
        for (let x = 0; x < WIDTH; x++) {
          pen.fillStyle = `hsl(${x * 6} 90% 50%)`
          pen.fillRect(x, 0, 1, HEIGHT)
        }
        const chunks: number[] = []
        const encoder = new VideoEncoder({
          output: (chunk) => {
            const bytes = new Uint8Array(chunk.byteLength)
            chunk.copyTo(bytes)
            chunks.push(...bytes)
          },
          error: (error) => {
            throw error
          },
        })
        encoder.configure({ codec: 'av01.0.00M.08', width: WIDTH, height: HEIGHT })
        encoder.encode(new VideoFrame(canvas, { timestamp: 0 }), { keyFrame: true })
        await encoder.flush()
        return chunks
      },
      { WIDTH: 64, HEIGHT: 48 },
    ),
  )

test('an AVIF shows the same points when its notes are gone', async () => {
  const page = await stage.person()
  await page.route(SAFE, (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.goto(SAFE)
  const planted = planting()
  const bytes = stillAvif(await encoded(page), planted)
  const out = cleaned(bytes, 'photo')
  expect(wordsIn(bytes, planted.marks)).toEqual(planted.marks)
  expect(wordsIn(out, planted.marks)).toEqual([])
  const points = await shown(page, out, 'image/avif')
  expect(points.slice(0, 2)).toEqual([64, 48])
  expect(new Set(points).size).toBeGreaterThan(50)
  expect(points).toEqual(await shown(page, bytes, 'image/avif'))
})

/** A second of moving picture and of sound, as Chromium records it; undefined where it knows no such type. */
const recorded = (page: Page, type: string) =>
  page.evaluate(async (mimeType) => {
    if (!MediaRecorder.isTypeSupported(mimeType)) return
    const canvas = document.createElement('canvas')
    const pen = canvas.getContext('2d')!
    const clock = setInterval(() => {
      pen.fillStyle = `hsl(${performance.now() % 360} 90% 50%)`
      pen.fillRect(0, 0, canvas.width, canvas.height)
    }, 30)
    const audio = new AudioContext()
    const out = audio.createMediaStreamDestination()
    const tone = audio.createOscillator()
    tone.connect(out)
    tone.start()
    const tracks = mimeType.startsWith('video') ? canvas.captureStream(30).getTracks() : []
    const recorder = new MediaRecorder(new MediaStream([...tracks, ...out.stream.getTracks()]), { mimeType })
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => parts.push(data)
    recorder.start(200)
    await new Promise((done) => setTimeout(done, 1200))
    const stopped = new Promise((done) => recorder.addEventListener('stop', done))
    recorder.stop()
    await stopped
    clearInterval(clock)
    await audio.close()
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())]
  }, type)

/** Every sample of the sound, and the first picture. */
const played = (page: Page, bytes: Bytes, type: string) =>
  page.evaluate(
    async ({ bytes, type }) => {
      const whole = Uint8Array.from(bytes)
      const sound = await new OfflineAudioContext(1, 1, 48000).decodeAudioData(whole.slice().buffer)
      const samples = [...sound.getChannelData(0)]
      if (type.startsWith('audio')) return { samples, points: [] }
      const video = document.createElement('video')
      video.src = URL.createObjectURL(new Blob([whole], { type }))
      await new Promise((done, fail) => {
        video.onloadeddata = done
        video.onerror = () => fail(new Error(video.error?.message))
      })
      const pen = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext('2d')!
      pen.drawImage(video, 0, 0)
      return { samples, points: [...pen.getImageData(0, 0, video.videoWidth, 10).data] }
    },
    { bytes: [...bytes], type },
  )

test('what Chromium records plays the same when it is clean, and names no program', async () => {
  const page = await stage.person()
  const types = [
    'video/webm;codecs=vp8,opus',
    'audio/webm;codecs=opus',
    'video/mp4;codecs=vp9,opus',
    'audio/mp4;codecs=opus',
  ]
  const known: string[] = []
  for (const type of types) {
    const recording = await recorded(page, type)
    if (!recording) continue
    known.push(type)
    const bytes = Uint8Array.from(recording)
    const out = cleaned(bytes, type.startsWith('video') ? 'video' : 'voice')
    const before = await played(page, bytes, type)
    expect(before.samples.length).toBeGreaterThan(20_000)
    expect(await played(page, out, type)).toEqual(before)
    expect(wordsIn(out, ['Chrome', 'Lavf', 'Google'])).toEqual([])
  }
  // Older ones record no MP4.
  expect(known).toEqual(expect.arrayContaining(types.slice(0, 2)))
})
