import { readFileSync } from 'node:fs'
import { and, eq } from 'drizzle-orm'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { clean } from '../../src/cleaning/clean.ts'
import type { FileKind } from '../../src/files/kinds.ts'
import type { FileToSend } from '../../src/files/send-files.client.ts'
import { files } from '../../src/files/tables.ts'
import { strict } from '../../src/http/headers.ts'
import { attachments } from '../../src/i18n/attachments.ts'
import { type Lang, say } from '../../src/i18n/speak.ts'
import { paths } from '../../src/paths.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { reports } from '../../src/reports/tables.ts'
import { base64url, random, utf8 } from '../../src/sealing/bytes.ts'
import { CHUNK } from '../../src/sealing/files.ts'
import { players } from '../cast/people.ts'
import { fileOf, piecesOf, put, type Sender, sendAll, speakOf } from '../cast/sending.ts'
import { said } from '../cast/words.ts'
import { dark2000, line, paperOf } from '../samples/papers.ts'
import { bytesOf, wordsIn } from '../samples/planting.ts'
import { samples } from '../samples/samples.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { juts, officePc, picture } from './chromium.ts'
import { holdBack } from './hold-back.ts'
import { ownLetters } from './large-type.ts'
import { fillIn, signIn } from './office-hands.ts'

// What a team sees of the files of a report. Each test goes on where the one before ended.

const { stage, played } = atNotice()

const attach = (kind: FileKind, content: BlobPart): FileToSend => ({
  id: base64url(random(16)),
  kind,
  name: '<script>.html',
  type: 'text/html',
  content: new Blob([content]),
})

const WIDTH = 480
const HEIGHT = 360

const drawn = (page: Page, type: string) =>
  page.evaluate(
    async ({ type, WIDTH, HEIGHT }) => {
      const canvas = new OffscreenCanvas(WIDTH, HEIGHT)
      const pen = canvas.getContext('2d')!
      for (let x = 0; x < WIDTH; x++) {
        pen.fillStyle = `hsl(${x} 80% 50%)`
        pen.fillRect(x, 0, 1, HEIGHT)
      }
      const blob = await canvas.convertToBlob({ type })
      return [...new Uint8Array(await blob.arrayBuffer())]
    },
    { type, WIDTH, HEIGHT },
  )

/** A second of sound, or of sound and picture, as Chromium records it. */
const recorded = (page: Page, mimeType: string) =>
  page.evaluate(async (mimeType) => {
    const audio = new AudioContext()
    const out = audio.createMediaStreamDestination()
    const tone = audio.createOscillator()
    tone.connect(out)
    tone.start()
    const canvas = document.createElement('canvas')
    const pen = canvas.getContext('2d')!
    const clock = setInterval(() => pen.fillRect(0, 0, performance.now() % 99, 99), 30)
    const film = mimeType.startsWith('video') ? canvas.captureStream(30).getTracks() : []
    const recorder = new MediaRecorder(new MediaStream([...film, ...out.stream.getTracks()]), { mimeType })
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => parts.push(data)
    recorder.start(200)
    await new Promise((done) => setTimeout(done, 1000))
    const stopped = new Promise((done) => recorder.addEventListener('stop', done))
    recorder.stop()
    await stopped
    clearInterval(clock)
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())]
  }, mimeType)

/** The head of a PNG of this many points each way, and nothing behind it: whoever decodes it wants gigabytes. */
function hugePng(points: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(200)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, points)
  view.setUint32(20, points)
  bytes.set([8, 2], 24)
  return bytes
}

/** Three pages, which on opening would say something, fetch an address and send a form off. */
const contract = (jpeg: Uint8Array) =>
  paperOf(
    [
      {
        draws: [
          line('关于修建村口道路的合同', 60, 740, 36),
          line('甲方：青石村村民委员会', 60, 660, 24),
          line('乙方：青石建筑队', 60, 620, 24),
          line('Contract No. 2026-017', 60, 260, 36),
          line('Signed 12 March 2026', 60, 200, 36),
        ].join(''),
      },
      { draws: `q 475 0 0 356 60 400 cm /Picture Do Q ${line('附图：塌了的那一段', 60, 340, 24)}` },
      { draws: line('第三页', 60, 740, 36) },
    ],
    {
      picture: { jpeg, width: WIDTH, height: HEIGHT },
      does:
        '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\); this.submitForm\\("https://example.org/"\\))/Next' +
        '<</S/URI/URI(https://example.org/)>>>>/AA<</WC<</S/JavaScript/JS(app.alert\\(2\\))>>>>',
    },
  )

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "in"</script></svg>'

const kept: Record<string, FileToSend> = {}
let sender: Sender
let page: Page
const item = (name: string): Locator => page.locator(`[data-file="${kept[name]?.id}"]`)
const tool = (name: string, words: string) => item(name).getByRole('button', { name: words, exact: true })

async function addressOf({ report }: Sender) {
  const [row] = await played.house.db.select().from(reports).where(eq(reports.id, report))
  return paths.report(row?.teamId ?? '', report)
}

async function look(name: string) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    await picture(page, `attachments-${name}-${width}`)
    expect(await barriers(page), name).toEqual([])
    expect(await juts(page), `${name} ${width}`).toBe(false)
  }
  await page.setViewportSize(officePc as { width: number; height: number })
}

beforeAll(async () => {
  const blank = await stage.person()
  await blank.goto(played.origin + paths.gone)
  const make = async (bytes: Promise<number[]>) => Uint8Array.from(await bytes)
  const photo = await make(drawn(blank, 'image/jpeg'))
  const cleaned = clean(photo, 'photo')
  kept.jpeg = attach('photo', 'bytes' in cleaned ? cleaned.bytes : expect.fail(cleaned.refused))
  // Nobody has taken the colour profile out that Chromium writes.
  kept.raw = attach('photo', photo)
  kept.svg = attach('photo', SVG)
  kept.huge = attach('photo', hugePng(20_000))
  kept.sound = attach('voice', await make(recorded(blank, 'audio/webm')))
  kept.amr = attach('voice', `#!AMR\n${'\x3c'.repeat(900)}`)
  kept.film = attach('video', await make(recorded(blank, 'video/webm')))
  kept.pdf = attach('paper', contract(photo))
  // This browser shows neither. What cleans takes the first; the second is cut off, and stays as it came.
  for (const [name, kind, sample, cut] of [
    ['heic', 'photo', 'HEIC', 0],
    ['old', 'voice', '3GP of H.263', 400],
  ] as const) {
    const bytes = samples.find((one) => one.name === sample)?.bytes ?? expect.fail(`no ${sample}`)
    kept[name] = attach(kind, bytes.slice(0, bytes.length - cut))
  }
  kept.damaged = fileOf(CHUNK + 5, 'paper')
  await blank.close()

  sender = await speakOf(
    played.place,
    played.codes[0]?.token ?? '',
    { ...said.road, text: '' },
    Object.values(kept),
  )
  const { damaged, ...well } = kept
  await sendAll(played.place, { ...sender, files: Object.values(well) })
  for (const piece of await piecesOf(sender, damaged!, Object.keys(well).length)) {
    if (piece.part === '1') piece.bytes[40]! ^= 1
    expect((await put(played.place, sender, piece)).status).toBe(204)
  }
}, 120_000)

test('a photo comes covered, and is shown, turned and enlarged when somebody asks', async () => {
  page = await stage.person(officePc)
  await signIn(page, played, players.chen)
  await page.goto(played.origin + (await addressOf(sender)))
  await page.getByText('没有写字，看附件。').waitFor()
  const frame = item('jpeg').locator('.photo')
  await frame.waitFor()
  const blur = () => frame.locator('iframe').evaluate((frame) => getComputedStyle(frame).filter)
  const image = frame.frameLocator('iframe').locator('img')
  expect(await blur()).toContain('blur')
  expect(await tool('jpeg', '转').isVisible()).toBe(false)
  await look('covered')

  await tool('jpeg', '点开看').click()
  expect(await blur()).toBe('none')
  const sides = ({ naturalWidth, naturalHeight }: HTMLImageElement) => [naturalWidth, naturalHeight]
  const [across = 0, down = 0] = await image.evaluate(sides)
  expect(across).toBe(WIDTH)
  const shape = async () => {
    const box = await frame.boundingBox()
    return (box?.width ?? 0) / (box?.height ?? 1)
  }
  expect(across).not.toBe(down)
  expect(await shape()).toBeCloseTo(across / down, 1)
  await item('jpeg').getByText('送来时已去掉拍摄信息').waitFor()
  await tool('raw', '点开看').click()
  expect(await item('raw').getByText('送来时已去掉拍摄信息').isVisible()).toBe(false)
  await tool('raw', '盖上').click()
  await page.keyboard.press('.')
  expect(await blur()).toContain('blur')
  await page.keyboard.press('.')
  await tool('jpeg', '转').click()
  expect(await shape()).toBeCloseTo(1, 1)
  // Nothing of it is cut off where letters leave the least room either.
  await page.setViewportSize({ width: 320, height: 700 })
  await ownLetters(page, 150)
  expect(await shape()).toBeCloseTo(1, 2)
  await ownLetters(page, 100)
  await page.setViewportSize({ width: 1280, height: 900 })
  await tool('jpeg', '放大').click()
  const { transform, width } = (await frame
    .locator('iframe')
    .evaluate(({ style }: HTMLElement) => ({ transform: style.transform, width: style.width }))) as Record<
    string,
    string
  >
  expect([transform, width]).toEqual(['rotate(90deg)', '150%'])
  await look('shown')
  await tool('jpeg', '盖上').click()
  expect(await blur()).toContain('blur')
}, 120_000)

test('what this browser cannot show, though it is what it says, is said and saved, a photo without what it tells', async () => {
  await item('heic').getByText('浏览器放不了').waitFor()
  await tool('old', '打开').click()
  await item('old').getByText('浏览器放不了').waitFor()
  expect(await item('old').locator('iframe').count()).toBe(0)
  const planted = samples.find(({ name }) => name === 'HEIC')?.marks ?? []
  expect(planted).not.toEqual([])
  for (const [name, ending] of [
    ['heic', 'heic'],
    ['old', 'mp4'],
  ] as const) {
    const [saved] = await Promise.all([page.waitForEvent('download'), tool(name, '存下来').click()])
    expect(saved.suggestedFilename()).toMatch(new RegExp(`^\\d{6}-\\d{1,2}\\.${ending}$`))
    if (name === 'heic') expect(wordsIn(readFileSync(await saved.path()), planted)).toEqual([])
  }
})

test('what is named a photo and is none, or has too many points, is not shown', async () => {
  await item('svg').getByText('浏览器放不了').waitFor()
  await item('huge').getByText('这张图太大').waitFor()
  expect(await page.locator('#files .photo iframe').count()).toBe(2)
  const [saved] = await Promise.all([page.waitForEvent('download'), tool('svg', '存下来').click()])
  expect(saved.suggestedFilename()).toMatch(/^\d{6}-\d\.bin$/)
})

test('a recording and a film play, and of one that the browser does not know that is said', async () => {
  for (const [name, player] of [
    ['sound', 'audio'],
    ['film', 'video'],
  ] as const) {
    await tool(name, '打开').click()
    const media = item(name).frameLocator('iframe').locator(player)
    await media.waitFor()
    const time = await media.evaluate(async (media: HTMLMediaElement) => {
      media.muted = true
      await media.play()
      await new Promise((done) => media.addEventListener('ended', done))
      return media.currentTime
    })
    expect(time).toBeGreaterThan(0.3)
  }
  // A key that is pressed in there covers all, and the next one is heard by the page again.
  const isVeiled = () => page.evaluate(() => document.documentElement.classList.contains('veiled'))
  await item('film').frameLocator('iframe').locator('video').focus()
  await page.keyboard.press('.')
  await expect.poll(isVeiled).toBe(true)
  const blur = item('film').locator('iframe')
  expect(await blur.evaluate((frame) => getComputedStyle(frame).filter)).toContain('blur')
  await page.keyboard.press('.')
  await expect.poll(isVeiled).toBe(false)
  await look('played')
  await tool('amr', '打开').click()
  await item('amr').getByText('浏览器放不了，可以存下来，用别的软件看；来路不明，小心打开。').waitFor()
})

const canvas = (name: string) => item(name).frameLocator('iframe').locator('canvas')
const leaf = (name: string) => item(name).locator('.paper iframe')

/** Of how many of its points a canvas is darker than this, in percent, in the upper and the lower half. */
const ink = (name: string, light = 96) =>
  canvas(name).evaluate((canvas: HTMLCanvasElement, light) => {
    const half = Math.floor(canvas.height / 2)
    return [0, half].map((y) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, y, canvas.width, half)
      const dark = data.filter((value, n) => n % 4 === 1 && value < light).length
      return (dark * 400) / data.length
    })
  }, light)

test('a PDF is drawn page by page as soon as it is asked for, turned, enlarged and covered; what it would run does not run', async () => {
  const asked = stage.requests.length
  await tool('pdf', '打开').click()
  await item('pdf').getByText('第 1 页，共 3 页').waitFor()
  const blur = () => leaf('pdf').evaluate((frame) => getComputedStyle(frame).filter)
  expect(await blur()).toBe('none')
  expect(
    await item('pdf')
      .locator('.paper')
      .evaluate((box) => box === document.activeElement),
  ).toBe(true)
  // Chinese above, Latin below: of neither does the font lie in the file.
  for (const half of await ink('pdf')) expect(half).toBeGreaterThan(0.3)
  await look('paper')
  const upright = await canvas('pdf').evaluate(({ width, height }: HTMLCanvasElement) => height / width)
  expect(upright).toBeCloseTo(842 / 595, 1)
  await tool('pdf', '转').click()
  await expect
    .poll(() => canvas('pdf').evaluate(({ width, height }: HTMLCanvasElement) => height / width))
    .toBeCloseTo(595 / 842, 1)
  await tool('pdf', '放大').click()
  await expect.poll(() => leaf('pdf').evaluate(({ style }: HTMLElement) => style.width)).toBe('150%')

  await tool('pdf', '下一页').click()
  await item('pdf').getByText('第 2 页，共 3 页').waitFor()
  await tool('pdf', '下一页').focus()
  await page.keyboard.press('Enter')
  await item('pdf').getByText('第 3 页，共 3 页').waitFor()
  expect(await tool('pdf', '上一页').evaluate((button) => button === document.activeElement)).toBe(true)
  await tool('pdf', '盖上').click()
  await expect.poll(blur).toContain('blur')
  expect(await tool('pdf', '下一页').isVisible()).toBe(false)
  expect(page.context().pages()).toHaveLength(1)
  expect(stage.requests.slice(asked).filter((address) => !/\/(built|files)\//.test(address))).toEqual([])

  const [saved] = await Promise.all([page.waitForEvent('download'), tool('pdf', '存下来').click()])
  expect(saved.suggestedFilename()).toMatch(/^\d{6}-\d{1,2}\.pdf$/)
  const whole = new Uint8Array(await kept.pdf!.content.arrayBuffer())
  expect(new Uint8Array(readFileSync(await saved.path()))).toEqual(whole)

  const reading = () => page.frames().length
  const before = reading()
  await item('pdf').evaluate((gone) => gone.remove())
  await expect.poll(reading).toBe(before - 1)
  await page.reload()
}, 120_000)

test('a PDF that comes late comes covered: somebody else may look by then', async () => {
  const release = await holdBack(page, '**/sandboxed-paper-*.js')
  await tool('pdf', '打开').click()
  await page.evaluate(() => {
    const now = performance.now.bind(performance)
    performance.now = () => now() + 60_000
  })
  release()
  await tool('pdf', '点开看').waitFor()
  expect(await leaf('pdf').evaluate((frame) => getComputedStyle(frame).filter)).toContain('blur')
  await page.reload()
})

test('beside files too a press leads to what it brought, and a photo that cannot be seen is given no room again', async () => {
  const told = { ...said.road, reply: 'contactOnly' as const, phone: '13900000044' }
  const files = ['huge', 'svg', 'jpeg'].map((name) => ({
    ...kept[name]!,
    id: fileOf(1, 'photo').id,
  }))
  const caller = await speakOf(played.place, played.codes[0]?.token ?? '', told, files)
  await sendAll(played.place, caller)
  const leader = await stage.person(officePc)
  await signIn(leader, played, players.li)
  await leader.goto(played.origin + (await addressOf(caller)))
  await leader.locator('#files .photo').waitFor()
  await expect.poll(() => leader.locator('.awaited').count()).toBe(0)
  const release = await holdBack(leader, '**/sandboxed-media-*.js')
  await leader.getByLabel('回电').check()
  await leader.getByRole('button', { name: '查看联系方式' }).click()
  const contact = leader.locator('[data-held-contact]')
  await contact.getByText(told.phone).waitFor()
  await leader.locator('#files .arriving').waitFor()
  expect(await contact.evaluate((box) => box === document.activeElement)).toBe(true)
  expect(await leader.locator('.awaited').count()).toBe(1)
  release()
  await expect.poll(() => leader.locator('.awaited').count()).toBe(0)
  await leader.context().close()
})

test('a picture in a PDF that has too many points is left out and said to be, and the page around it is drawn', async () => {
  const jpeg = new Uint8Array(await kept.jpeg!.content.arrayBuffer())
  const page1 = { draws: `${line('1', 60, 500, 300)}q 475 0 0 356 60 40 cm /Picture Do Q` }
  const of = (width: number, height: number) => paperOf([page1], { picture: { jpeg, width, height } })
  kept.pictured = attach('paper', of(WIDTH, HEIGHT))
  kept.tooMany = attach('paper', of(8000, 5001))
  const picture = { jpeg: dark2000, width: 16, height: 16, is2000: true }
  kept.in2000 = attach('paper', paperOf([page1], { picture }))
  const shown: Record<string, number[]> = {}
  for (const names of [['pictured', 'tooMany'], ['in2000']]) {
    const sent = names.map((name) => kept[name]!)
    const one = await speakOf(played.place, played.codes[0]?.token ?? '', said.road, sent)
    await sendAll(played.place, one)
    await page.goto(played.origin + (await addressOf(one)))
    for (const name of names) {
      await tool(name, '打开').click()
      await item(name).getByText('第 1 页，共 1 页').waitFor()
      await canvas(name).waitFor()
      shown[name] = await ink(name, 240)
      const isSaid = await item(name).getByText('有的图这里显示不出来').isVisible()
      expect(isSaid, name).toBe(name === 'tooMany')
    }
  }
  expect(shown.pictured![1]).toBeGreaterThan(20)
  expect(shown.in2000![1]).toBeGreaterThan(20)
  expect(shown.tooMany).toEqual([expect.closeTo(shown.pictured![0]!, 0), 0])
  expect(shown.tooMany![0]).toBeGreaterThan(1)
}, 120_000)

test('a PDF that cannot be read is said and saved, and nothing goes on reading it', async () => {
  const page1 = { draws: line('1', 60, 400, 400) }
  const key = '/Filter/Standard/V 1/R 2/P -4'
  const locked = `/Encrypt<<${key}/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})>>/ID[(${'i'.repeat(16)})(i)]`
  const both: Record<string, Uint8Array<ArrayBuffer>>[] = [
    {
      broken: bytesOf('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
      locked: paperOf([page1], { locked }),
    },
    { long: paperOf([{ ...page1, size: [9, 9000] }]), many: paperOf(Array(201).fill(page1)) },
  ]
  for (const papers of both) {
    for (const [name, bytes] of Object.entries(papers)) kept[name] = attach('paper', bytes)
    const sent = Object.keys(papers).map((name) => kept[name]!)
    const one = await speakOf(played.place, played.codes[0]?.token ?? '', said.road, sent)
    await sendAll(played.place, one)
    await page.goto(played.origin + (await addressOf(one)))
    for (const name of Object.keys(papers).filter((name) => name !== 'many')) {
      await tool(name, '打开').click()
      await item(name).getByText('这个 PDF 这里打不开').waitFor()
      expect(await tool(name, '存下来').isVisible()).toBe(true)
      expect(await item(name).locator('.paper').count(), name).toBe(0)
      expect(await tool(name, '点开看').isVisible(), name).toBe(false)
      expect(await item(name).locator('iframe').count(), name).toBe(0)
    }
  }
  // One that never answers, and twenty seconds in a blink.
  const reader = '**/sandboxed-paper-*.js'
  const headers = {
    ...strict,
    'Content-Type': 'text/javascript',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
  const body = 'parent.postMessage("ready", "*", [new MessageChannel().port2])'
  await page.route(reader, (route) => route.fulfill({ headers, body }))
  await page.evaluate(() => {
    const later = window.setTimeout
    const soon = (run: () => void, time?: number) => later(run, time === 20_000 ? 300 : time)
    Object.assign(window, { setTimeout: soon })
  })
  await tool('many', '打开').click()
  await item('many').getByText('这个 PDF 这里打不开').waitFor()
  expect(await item('many').locator('iframe').count()).toBe(0)
  await page.unroute(reader)
  await page.reload()
  await tool('many', '打开').click()
  await item('many').getByText('第 1 页，共 201 页；这里只能看前 200 页').waitFor()
  await page.goto(played.origin + (await addressOf(sender)))
}, 120_000)

test('one damaged piece keeps nothing else from opening', async () => {
  await tool('damaged', '打开').click()
  await item('damaged').getByText('这个附件打不开，其余不受影响').waitFor()
  await look('opened')
})

test('a transcript is written beside its recording, sealed', async () => {
  await item('sound').getByText('文字稿', { exact: true }).first().click()
  const id = `transcript-${kept.sound?.id}`
  await fillIn(page, { [`${id}-language`]: '壮话', [id]: '他说路塌了三个月。' })
  await look('transcript')
  await item('sound').getByRole('button', { name: '上锁，记下文字稿' }).click()
  await page.getByText('记下了。').waitFor()
  await item('sound').getByText('他说路塌了三个月。').waitFor()
  await item('sound').getByText('壮话').waitFor()
  const rows = await listEnvelopes(played.house.db, [sender.report], ['transcript'])
  expect(rows.map(({ partId }) => partId.split('.')[0])).toEqual([kept.sound?.id])
  expect(new TextDecoder('latin1').decode(rows[0]?.envelope)).not.toContain(
    String.fromCharCode(...utf8('壮话')),
  )
  await look('transcribed')
  await fillIn(page, { message: '您讲路塌了三个月' })
  await expect.poll(() => page.locator('#talk [data-places]').innerText()).toContain('没有发现')
  await fillIn(page, { message: '是他说路，塌了三个月吗' })
  await expect.poll(() => page.locator('#talk [data-places]').innerText()).toContain('和原话相同的字')
  await fillIn(page, { message: '' })
})

test('what is on its way is said, and more loudly after a day', async () => {
  const late = await speakOf(played.place, played.codes[0]?.token ?? '', { ...said.road, text: '' }, [
    fileOf(9, 'voice'),
  ])
  const address = played.origin + (await addressOf(late))
  await page.goto(address)
  await page.getByText('附件还在路上（1 个）').waitFor()
  await page.getByText('没有写字，附件还在路上。').waitFor()
  expect(await page.getByText('从昨天起还没到齐').count()).toBe(0)
  await played.house.db
    .update(files)
    .set({ openSince: '2020-01-01' })
    .where(and(eq(files.reportId, late.report)))
  await page.goto(address)
  await page.getByText('从昨天起还没到齐').waitFor()
  await look('late')
  for (const lang of ['en', 'zh-Hant'] satisfies Lang[]) {
    await page.goto(`${played.origin}${await addressOf(sender)}?lang=${lang}`)
    const { look: see, open } = attachments.tools
    await tool('jpeg', say(lang, see)).click()
    for (const name of ['pdf', 'sound', 'amr']) await tool(name, say(lang, open)).click()
    await canvas('pdf').waitFor()
    await item('sound').frameLocator('iframe').locator('audio').waitFor()
    await item('sound')
      .locator('summary', { hasText: say(lang, attachments.transcript) })
      .click()
    await look(lang)
  }
  await page.goto(`${address}?lang=zh`)
})

test('a register that lost a file does not agree with the sealed words', async () => {
  const lost = await speakOf(played.place, played.codes[0]?.token ?? '', said.road, [fileOf(9, 'voice')])
  await played.house.db.delete(files).where(eq(files.reportId, lost.report))
  await page.goto(played.origin + (await addressOf(lost)))
  const warning = page.locator('[data-differs=files]')
  await warning.waitFor()
  expect(await warning.textContent()).toContain('原话里的附件和登记的不一样')
})
