import { applyD1Migrations, env } from 'cloudflare:test'
import { eq, inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { blobName } from '../../src/blobs/blobs.ts'
import { r2Blobs } from '../../src/blobs/r2.ts'
import { clean } from '../../src/cleaning/clean.ts'
import { announced } from '../../src/clock/calendar.ts'
import { addDays, dayOf, yearOf } from '../../src/clock/day.ts'
import { replyBy } from '../../src/clock/deadlines.ts'
import { FOR_A_WORKER } from '../../src/daily.ts'
import { openD1, openLibsqlHttp } from '../../src/db/edge.ts'
import { endUnfinished, eraseEnded } from '../../src/files/ending.ts'
import { listFiles } from '../../src/files/store.ts'
import { files } from '../../src/files/tables.ts'
import { pictureOf } from '../../src/intake/picture.ts'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { concat, sameBytes, utf8 } from '../../src/sealing/bytes.ts'
import { CHUNK } from '../../src/sealing/files.ts'
import type { Place } from '../cast/at-desk.ts'
import { openVillageIn, type Peopled } from '../cast/peopled.ts'
import { FORM_TYPE, formBytes, streamed } from '../cast/plain-form.ts'
import { enquiryIn, lookUp, plainFields, speak, speakPlainly } from '../cast/residents.ts'
import { askHere, fileOf, openAtDesk, piecesOf, put, sendAll, speakOf } from '../cast/sending.ts'
import { said } from '../cast/words.ts'
import { doWork, speakWith } from '../cast/work.ts'
import { accept, ask, decide, enterResult, proposeEnd, takeUp, verifyReport } from '../cast/working.ts'
import { greyJpeg } from '../samples/pictures.ts'
import { placeOn } from './place.ts'

const { BLOBS, DB, SERVER_SECRET, SETUP_SECRET } = env
const remote = inject('hranaForTheRoad')
const secrets = { SERVER_SECRET, SETUP_SECRET }
const overHttp = { DATABASE_URL: remote.url, DATABASE_AUTH_TOKEN: remote.token, BLOBS, ...secrets }

beforeAll(() => applyD1Migrations(DB, env.MIGRATIONS))

describe.each([
  ['D1', { DB, BLOBS, ...secrets }, () => openD1(DB)],
  ['libSQL over HTTP', overHttp, () => openLibsqlHttp(remote.url, remote.token)],
] as const)('the road on the Worker as it is uploaded, with %s', (_, bindings, open) => {
  let place: Place
  let village: Peopled

  beforeAll(async () => {
    place = placeOn(open(), bindings)
    village = await openVillageIn(place)
  }, 120_000)

  test('leads from set-up to an answer, with scripts and without', async () => {
    const { liaison, leader, token } = village
    const { code, enquiryNumber: number } = await speak(place, token, said.ditch)
    const plain = await speakPlainly(place, token, said.clinic)
    expect((await lookUp(place, plain.code)).html).toContain('收到了')

    await accept(place, liaison, number, liaison, { category: 'B5/B5' })
    await ask(place, liaison, number, '是哪一段渠？', replyBy(dayOf(new Date()), announced))
    await (await lookUp(place, code)).add('晒谷场后面那一段。')
    await verifyReport(place, liaison, number, leader)
    await enterResult(place, liaison, number, '渠口淤塞。', 'substantiated')
    await proposeEnd(place, liaison, number, {
      conclusion: 'substantiated',
      resultType: 'solved',
      answer: '水渠通了。',
    })
    await decide(place, leader, number)
    expect((await lookUp(place, code)).html).toContain('已经办好。')
  }, 60_000)

  test('takes files after the receipt, and the team opens them', async () => {
    const { liaison, token } = village
    const file = fileOf(CHUNK + 100, 'voice')
    const sender = await speakOf(place, token, said.road, [file])
    for (const piece of (await piecesOf(sender, file)).toReversed()) {
      for (let twice = 0; twice < 2; twice++) expect((await put(place, sender, piece)).status).toBe(204)
    }
    const stranger = { report: sender.report, right: sender.right.map((byte) => byte ^ 1) }
    const [other] = await piecesOf(sender, { ...fileOf(CHUNK + 100), id: file.id })
    expect((await put(place, stranger, other!)).status).toBe(404)
    expect((await put(place, sender, other!)).status).toBe(409)
    const { manifest, content } = await openAtDesk(place, liaison, sender.enquiryNumber, file.id)
    expect(manifest.length).toBe(file.content.size)
    expect(sameBytes(content, new Uint8Array(await file.content.arrayBuffer()))).toBe(true)

    const later = await (await lookUp(place, sender.code)).sendIn('照片补在这里。', [
      fileOf(900),
      fileOf(80, 'paper'),
    ])
    expect(later.status).toBe(200)
    await sendAll(place, later)
    for (const { id, content } of later.files) {
      const opened = await openAtDesk(place, liaison, sender.enquiryNumber, id)
      expect(sameBytes(opened.content, new Uint8Array(await content.arrayBuffer()))).toBe(true)
    }
  }, 60_000)

  test('takes the words while R2 is down, and the file once it is well', async () => {
    const away = async () => {
      throw new Error('internal error; please try again (10001)')
    }
    const blobs = r2Blobs({ get: away, put: away, delete: away } as unknown as typeof BLOBS)
    const app = createApp({ ...place.house, blobs }, { grouped: false })
    const down: Place = { ...place, door: async (address, request) => app.request(address, request) }
    const file = fileOf(900)
    const sender = await speakOf(down, village.token, said.road, [file])
    const [manifest, chunk] = await piecesOf(sender, file)
    const refused = await put(down, sender, chunk!)
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '60'])
    expect(await (await askHere(place, sender)).json()).toEqual({ [file.id]: [] })
    for (const piece of [chunk, manifest]) expect((await put(place, sender, piece!)).status).toBe(204)
    await openAtDesk(place, village.liaison, sender.enquiryNumber, file.id)
  }, 60_000)

  test('gives up a file that nobody finished, erases what came of it, and takes no more', async () => {
    const { db, blobs } = place.house
    const failures: unknown[] = []
    const file = fileOf(CHUNK + 100)
    const sender = await speakOf(place, village.token, said.road, [file])
    const [, piece] = await piecesOf(sender, file)
    expect((await put(place, sender, piece!)).status).toBe(204)
    const [row] = await db.select().from(files).where(eq(files.id, file.id))
    const object = () => blobs.get(blobName(row?.names ?? '', Number(piece?.part)))
    expect(await object()).toBeDefined()
    const inDays = (days: number) => addDays(dayOf(new Date()), days)
    await endUnfinished(db, inDays(2))
    await eraseEnded(db, blobs, inDays(3), FOR_A_WORKER, (failure) => failures.push(failure))
    expect(failures).toEqual([])
    expect(await object()).toBeUndefined()
    expect((await put(place, sender, piece!)).status).toBe(410)
  }, 60_000)

  test('takes a photo and a recording from a form without scripts as it comes in, and the team opens them', async () => {
    const { liaison, token } = village
    const photo = greyJpeg(8, 8, new Uint8Array(2 * CHUNK).fill(0x3f))
    const voice = concat(utf8('#!AMR\n'), new Uint8Array(CHUNK).fill(0x7c), utf8('TAGand what it tells'))
    const { door, origin } = place
    const fields = await plainFields(place, token, { ...said.ditch, text: '渠口又堵上了，拍了照片。' })
    const bytes = formBytes(fields, [
      { name: 'photo', bytes: photo },
      { name: 'voice', bytes: voice },
    ])
    const post = (body: ReadableStream | Uint8Array<ArrayBuffer>) =>
      door(origin + paths.code(token), {
        method: 'POST',
        headers: { Host: new URL(origin).host, Origin: origin, 'Content-Type': FORM_TYPE },
        body,
      })
    const [first, again] = [await post(streamed(bytes, 50_000)), await post(bytes)]
    const receipt = await first.clone().text()
    expect(receipt).toMatch(/照片也收到了.*录音也收到了/s)
    const code = [...receipt.matchAll(/<b[^>]*>(\d)<\/b>/g)].map(([, digit]) => digit).join('')
    expect(receipt).toContain(pictureOf(code.slice(0, 20), origin + paths.progress))
    const number = await enquiryIn(first)
    expect(await enquiryIn(again)).toBe(number)
    const { report } = await takeUp(place, liaison, number)
    const found = await listFiles(place.house.db, report.id, dayOf(new Date()))
    expect(found.map(({ kind, state }) => [kind, state])).toEqual([
      ['photo', 'whole'],
      ['voice', 'whole'],
    ])
    for (const [n, [as, sent]] of (
      [
        ['photo', photo],
        ['voice', voice],
      ] as const
    ).entries()) {
      const { content } = await openAtDesk(place, liaison, number, found[n]!.id)
      const cleaned = clean(sent, as)
      expect('bytes' in cleaned && sameBytes(content, cleaned.bytes)).toBe(true)
    }
  }, 60_000)

  test('lets in one report for work that was done, and holds whoever shows it again', async () => {
    const { house } = place
    const gate = { quotas: { near: 1, code: 1, all: 1 }, addressOf: () => undefined }
    const app = createApp(house, { grouped: false, gate })
    const crowded = {
      ...place,
      door: (address: string, request: RequestInit) => app.request(address, request),
    }
    await speak(crowded, village.token, said.ditch)
    const work = await doWork(crowded, village.token)
    const shown = [said.land, said.pump].map((saying) => speakWith(work, crowded, village.token, saying))
    const numbers = (await Promise.all(shown)).map(({ enquiryNumber }) => enquiryNumber)
    const rows = await house.db
      .select({ held: reports.held })
      .from(reports)
      .where(inArray(reports.enquiryNumber, numbers))
    expect(rows.map(({ held }) => held).sort()).toEqual([false, true])
  }, 60_000)

  test('counts by the holidays that the office has entered', async () => {
    const { administrator, liaison, token, ids } = village
    const [today, year] = [dayOf(new Date()), yearOf(dayOf(new Date()))]
    const address = paths.holidaysOf(String(year))
    const form = await (await administrator.seat.get(address)).text()
    const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
    // Nobody works any more this year: whatever comes is due in the next.
    const off = Array.from({ length: 12 }, (_, n) => `${n + 1}月1日至${lastOf(year, n + 1)}日`).join('\n')
    const entered = await administrator.seat.post(address, { off, work: '', version })
    expect([entered.status, entered.headers.get('Location')]).toEqual([303, `${paths.holidays}?said=saved`])
    const { enquiryNumber } = await speak(place, token, said.subsidy)
    const { report } = await takeUp(place, liaison, enquiryNumber)
    expect([report.receivedOn, report.teamId]).toEqual([today, ids.teams.first])
    expect(yearOf(report.promise ?? '')).toBe(year + 1)
  }, 60_000)
})

const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
