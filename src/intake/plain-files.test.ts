import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type ChosenFile, FORM_TYPE, formBytes, streamed } from '../../test/cast/plain-form.ts'
import { answers, digitsIn, fieldsOf, nonceIn, openVillage, type Village } from '../../test/cast/village.ts'
import { greyJpeg } from '../../test/samples/pictures.ts'
import { wordsIn } from '../../test/samples/planting.ts'
import { samples } from '../../test/samples/samples.ts'
import { type Blobs, BlobsDown, blobName } from '../blobs/blobs.ts'
import { clean } from '../cleaning/clean.ts'
import { MANIFEST } from '../files/kinds.ts'
import { isWhole, listFiles } from '../files/store.ts'
import { files, pieces } from '../files/tables.ts'
import { paths } from '../paths.ts'
import { envelopes } from '../reports/belonging-tables.ts'
import { reports } from '../reports/tables.ts'
import { type Bytes, concat, sameBytes, utf8 } from '../sealing/bytes.ts'
import { CHUNK, paddedLength } from '../sealing/files.ts'
import { importKeys, openDek, openPart } from '../sealing/open.ts'
import { openFile, openManifest } from '../sealing/open-file.ts'
import { BODY, readFields } from '../sealing/report-fields.ts'
import { fingerprint } from '../sealing/suite.ts'

const TODAY = '2026-11-24'
const MIB = 2 ** 20
let village: Village
let nonce: string
/** The objects in the store of files. */
let left: Set<string>
async function fresh() {
  village = await openVillage()
  nonce = nonceIn(await (await village.get(paths.code(village.token))).text())
  const { blobs } = village.house
  left = new Set()
  const watched: Blobs = {
    ...blobs,
    async put(name, bytes) {
      left.add(name)
      await blobs.put(name, bytes)
    },
    async delete(names) {
      await blobs.delete(names)
      for (const name of names) left.delete(name)
    },
  }
  Object.assign(village.house, { blobs: watched })
}
beforeEach(fresh)

const sampleOf = (name: string) => samples.find((sample) => sample.name === name)!
const chosen = (name: 'photo' | 'voice', bytes: Bytes): ChosenFile => ({ name, bytes })
/** A photograph that decodes, of about so many bytes: a scan has no marks in it. */
const photoOf = (length: number) => greyJpeg(8, 8, new Uint8Array(length).fill(0x3f))

const send = (bytes: Bytes, length = 64 * 1024) => sendBody(streamed(bytes, length))

async function sendBody(body: ReadableStream<Bytes>) {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { 'Content-Type': FORM_TYPE },
    body,
    duplex: 'half',
  }
  const response = await village.app.request(paths.code(village.token), init)
  return { status: response.status, html: await response.text() }
}

const post = (given: ChosenFile[], said = answers, agrees = true) =>
  send(formBytes(fieldsOf(said, nonce), given, agrees))

const stored = () => village.db.select().from(reports)
async function opened() {
  const [report] = await stored()
  const rows = await village.db.select().from(envelopes)
  const part = (name: string) => rows.find((row) => row.part === name)!.envelope
  const rootPrint = await fingerprint(village.office.root)
  const holder = { rootPrint, holder: `team:${village.ids.teamId}`, epoch: 1 }
  const dek = await openDek(await importKeys(village.first.key), holder, report!.id, part('dek'))
  const body = readFields(BODY, await openPart(dek, report!.id, 'body', '', part('body')))
  const found = await village.db.select().from(files)
  const all = await Promise.all(
    found.map(async ({ id, kind, names, size }) => {
      const fetch = async (at: number) => (await village.house.blobs.get(blobName(names!, at)))!
      const manifest = await openManifest(dek, report!.id, id, await fetch(MANIFEST))
      const read: Bytes[] = []
      for await (const piece of openFile(dek, report!.id, id, manifest, fetch)) read.push(piece)
      return { kind, size, manifest, content: concat(...read) }
    }),
  )
  return { report: report!, body, files: all }
}

const nothingStays = async () => {
  expect(await village.db.$count(files)).toBe(0)
  expect(await village.db.$count(pieces)).toBe(0)
  expect([...left]).toEqual([])
}

describe('a photo and a recording in a form without scripts', () => {
  it('come with the words, sealed as a browser seals them, and the receipt says so', async () => {
    const [photo, voice] = [photoOf(CHUNK * 2 + 5), sampleOf('AMR').bytes]
    const { status, html } = await post([chosen('photo', photo), chosen('voice', voice)])
    expect(status).toBe(200)
    expect(html).toContain('照片也收到了')
    expect(html).toContain('录音也收到了')
    const { report, body, files } = await opened()
    expect([body.files, body.text]).toEqual(['photo voice', answers.text])
    const ofKind = (kind: string) => files.find((file) => file.kind === kind)!
    expect(ofKind('photo').manifest).toMatchObject({ name: 'photo.jpeg', type: 'image/jpeg', order: 0 })
    expect(ofKind('voice').manifest).toMatchObject({ name: 'voice.amr', type: 'audio/amr', order: 1 })
    for (const { size, manifest, content } of files) {
      expect(size).toBe(paddedLength(manifest.length))
      expect(content.length).toBe(manifest.length)
    }
    const expected = clean(photo, 'photo')
    expect('bytes' in expected && sameBytes(expected.bytes, ofKind('photo').content)).toBe(true)
    expect((await listFiles(village.db, report.id, TODAY)).every(isWhole)).toBe(true)
    expect(village.complaints).toEqual([])
  })

  it.each(samples.filter(({ as }) => as !== 'video').map((sample) => [sample.name, sample] as const))(
    'tell nothing beside picture and sound: %s',
    async (_name, { as, bytes, marks, kept }) => {
      const { html } = await post([chosen(as as 'photo', bytes)])
      expect(html).toContain(as === 'photo' ? '照片也收到了' : '录音也收到了')
      const [file] = (await opened()).files
      expect(wordsIn(file!.content, marks)).toEqual([])
      expect(wordsIn(file!.content, kept)).toEqual(kept)
      expect(JSON.stringify(file!.manifest)).not.toContain('IMG_')
    },
  )

  it('are the same wherever the line cuts them', async () => {
    let before: string | undefined
    for (const length of [1, 2, 7, 61, 1000]) {
      await fresh()
      const bytes = formBytes(fieldsOf(answers, nonce), [
        chosen('photo', sampleOf('JPEG').bytes),
        { ...chosen('voice', sampleOf('M4A, header last').bytes), filename: '我"的;name="text".m4a' },
      ])
      expect((await send(bytes, length)).html).toContain('录音也收到了')
      const now = JSON.stringify((await opened()).files.map(({ content }) => [...content]).sort())
      before ??= now
      expect(now).toBe(before)
    }
  })

  it('say it without a word, and are called for when they say nothing either', async () => {
    const silent = { ...answers, text: '' }
    const { status, html } = await post([chosen('photo', utf8('not a picture at all'))], silent)
    expect(status).toBe(422)
    expect(html).toContain('照片没有收到')
    expect(html).not.toContain('您写的话已经收到')
    expect(html).toContain('照片和录音要再选一次')
    await nothingStays()
    const said = await post([chosen('photo', photoOf(100))], silent)
    expect(said.status).toBe(200)
    expect((await opened()).body).toMatchObject({ text: '', files: 'photo' })
  })

  it('are one report when they are sent twice, also at the same moment', async () => {
    const given = [chosen('photo', photoOf(CHUNK + 9))]
    const [one, other] = await Promise.all([post(given), post(given)])
    const late = await post(given)
    expect(new Set([one, other, late].map(({ html }) => digitsIn(html))).size).toBe(1)
    for (const { html } of [one, other, late]) expect(html).toContain('照片也收到了')
    expect((await stored()).length).toBe(1)
    const { files } = await opened()
    expect(files.length).toBe(1)
    const { size } = files[0]!
    expect(await village.db.$count(pieces)).toBe(Math.ceil(size / CHUNK) + 1)
    expect(left.size).toBe(Math.ceil(size / CHUNK) + 1)
  })

  it('are told apart from words that were here before', async () => {
    await post([])
    const { status, html } = await post([chosen('photo', photoOf(100))])
    expect(status).toBe(200)
    expect(html).toContain('这些话先前已经收到了')
    await nothingStays()
  })

  it('are told apart from words that came while they were on their way themselves', async () => {
    const form = formBytes(fieldsOf(answers, nonce), [chosen('photo', photoOf(CHUNK * 3))])
    const half = form.length / 2
    let goOn = () => {}
    const filed = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const slow = sendBody(
      new ReadableStream({
        async start(controller) {
          controller.enqueue(form.slice(0, half))
          await filed
          controller.enqueue(form.slice(half))
          controller.close()
        },
      }),
    )
    await vi.waitFor(async () => expect(await village.db.$count(files)).toBe(1), { timeout: 20_000 })
    const first = await post([])
    goOn()
    const { status, html } = await slow
    expect([status, digitsIn(html)]).toEqual([200, digitsIn(first.html)])
    expect(html).not.toContain('照片也收到了')
    expect(html).toContain('这些话先前已经收到了')
    expect((await stored()).length).toBe(1)
    await nothingStays()
  })
})

it('the tick for a recording is asked for before anything is kept, also among other mistakes', async () => {
  const both = [chosen('photo', photoOf(CHUNK)), chosen('voice', sampleOf('AMR').bytes)]
  for (const [said, mend] of [
    [answers, ''],
    [{ ...answers, tile: '' }, '还差 1 样'],
  ] as const) {
    const { status, html } = await post(both, said, false)
    expect(status).toBe(422)
    const toTheTick =
      '<a href="#plain-agreed">还没交出去。要留录音，请点“我同意留下录音”。照片和录音都要再选一次。</a>'
    expect(html).toContain(toTheTick)
    expect(html).toMatch(/id="plain-agreed"[^>]* aria-invalid="true" aria-describedby="plain-unagreed"/)
    expect(html).toMatch(/<section [^>]*aria-labelledby="not-come"[^>]* autofocus/)
    expect(html).toContain(mend)
    expect(html).toContain(`>${answers.text}</textarea>`)
    expect(html).toContain('照片和录音要再选一次。')
    expect(html).not.toContain('照片也收到了')
    expect((await post([both[0]!], { ...said, tile: '' }, false)).html).not.toContain('请点“我同意')
  }
  // What else is wrong with what was chosen is told with it.
  const { html } = await post([chosen('photo', utf8('not a picture at all')), both[1]!], answers, false)
  expect(html).toMatch(/照片没有收到，录音没有收到.*这个不是照片.*请点“我同意/s)
  expect(await stored()).toEqual([])
  await nothingStays()
  expect((await post(both)).status).toBe(200)
})

describe('a file that cannot be taken leaves the words where they are', () => {
  const lost = async (given: ChosenFile[], why: string, agrees = true) => {
    const { status, html } = await post(given, answers, agrees)
    expect(status).toBe(200)
    expect(digitsIn(html).length).toBe(20)
    expect(html).toContain(why)
    expect(html).toMatch(/您写的话已经收到.*写上受理号 \d{6}/s)
    expect((await stored()).length).toBe(1)
    return html
  }

  it.each([
    ['a text called a photo', utf8('GIF? no: a text that is long enough'), '这个不是照片'],
    ['half a photo', photoOf(CHUNK * 2).slice(0, CHUNK), '没传全'],
    ['an animation', concat(utf8('GIF89a'), new Uint8Array(40)), '这个不是照片'],
    ['a picture of a hundred million dots', greyJpeg(12_000, 9_000, 0x3f), '照片太大'],
    ['more than 8 MB', photoOf(8 * MIB + 10), '一共不超过 8 兆'],
  ])('%s', async (_name, bytes, why) => {
    await lost([chosen('photo', bytes)], why)
    await nothingStays()
    expect((await opened()).body.files).toBe('')
  })

  it('two that are too large together: the first stays', async () => {
    const voice = concat(utf8('#!AMR\n'), new Uint8Array(4 * MIB).fill(0x7c))
    const html = await lost([chosen('photo', photoOf(5 * MIB)), chosen('voice', voice)], '录音没有收到')
    expect(html).toContain('照片也收到了')
    expect((await opened()).files.map(({ kind }) => kind)).toEqual(['photo'])
  })

  it('a form that ends in the middle of it', async () => {
    const whole = formBytes(fieldsOf(answers, nonce), [chosen('photo', photoOf(CHUNK * 2))])
    const { status, html } = await send(whole.slice(0, whole.length - CHUNK))
    expect(status).toBe(200)
    expect(html).toContain('没传全')
    await nothingStays()
  })

  it('where the store has no room, or goes down half way', async () => {
    const { blobs } = village.house
    for (const isFull of [true, false]) {
      let room = 2
      const tight: Blobs = {
        ...blobs,
        put: async (name, bytes) => {
          if (room-- <= 0) throw new BlobsDown('no room', { isFull })
          return blobs.put(name, bytes)
        },
      }
      Object.assign(village.house, { blobs: tight })
      nonce = nonceIn(await (await village.get(paths.code(village.token))).text())
      const { html } = await post([chosen('photo', photoOf(CHUNK * 3))])
      expect(html).toContain('这会儿我们存不下')
      await nothingStays()
    }
    expect((await stored()).length).toBe(2)
    expect(village.complaints.join()).toContain('the store of files: no room')
  })
})

describe('a form that comes back', () => {
  it('has every word in it, keeps no file, and asks for the files again', async () => {
    const { status, html } = await post([chosen('photo', photoOf(CHUNK * 3))], { ...answers, tile: 'Q9' })
    expect(status).toBe(422)
    expect(html).toContain(answers.text)
    expect(html).toContain('照片和录音要再选一次')
    await nothingStays()
  })

  it('asks for the files again when it was not taken, and takes them with the next press', async () => {
    const photo = chosen('photo', photoOf(CHUNK + 9))
    const said = [photo, chosen('voice', sampleOf('AMR').bytes)]
    // The second batch files the report, when both files are here; the very first lays down the photo.
    for (const taken of [2, 0]) {
      await fresh()
      const mend = full(taken)
      const { status, html } = await post(said)
      mend()
      expect(status).toBe(503)
      expect(html).toContain('照片和录音要再选一次')
      expect(html).toMatch(/<form method="post" action="[^"]+" enctype="multipart\/form-data">/)
      expect(html).toMatch(
        /<input type="file" id="plain-photo" name="photo".*<input type="file".* name="voice"/s,
      )
      const hidden = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
      const fields = Object.fromEntries(hidden.map(([, name, value]) => [name, value ?? '']))
      expect(fields).toEqual(fieldsOf(answers, nonce))
      const again = await send(formBytes(fields, [photo]))
      expect(again.html).toContain('照片也收到了')
      const [report] = await stored()
      const here = await listFiles(village.db, report!.id, TODAY)
      expect(here.filter(isWhole).map(({ kind }) => kind)).toEqual(['photo'])
    }
  })

  it('is not told of a photo that was added later, with the code, as if it had come with the words', async () => {
    await post([])
    const [report] = await stored()
    const later = { id: 'later', kind: 'photo', size: 9, messageId: 'message', promisedOn: TODAY } as const
    await village.db.insert(files).values({ ...later, reportId: report!.id })
    expect((await post([chosen('photo', photoOf(50))])).html).not.toContain('照片也收到了')
  })

  it('is not told of files any more once none may come: they may have been erased with what went up', async () => {
    const said = [chosen('photo', photoOf(50))]
    expect((await post(said)).html).toContain('照片也收到了')
    await village.db.update(reports).set({ receivedOn: '2026-11-22' })
    const { status, html } = await post(said)
    expect([status, html.includes('照片')]).toEqual([200, false])
  })

  it('asks for no files where none was chosen', async () => {
    const mend = full(0)
    const { status, html } = await post([])
    mend()
    expect(status).toBe(503)
    expect(html).toContain(answers.text)
    expect(html).not.toMatch(/照片|type="file"|multipart/)
    expect((await stored()).length).toBe(0)
  })

  it('is answered when far more than its words came', async () => {
    const long = (n: number) => send(formBytes(fieldsOf({ ...answers, text: '长'.repeat(n) }, nonce), []))
    expect((await long(43_000)).status).toBe(422)
    expect((await long(44_000)).status).toBe(413)
    expect((await stored()).length).toBe(0)
  })
})

/** The database takes so many batches and is full then, until it is mended. */
function full(left: number): () => void {
  const { db } = village
  const batch = db.batch.bind(db)
  db.batch = async (statements) => {
    if (left-- > 0) return batch(statements)
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  }
  return () => {
    db.batch = batch
  }
}
