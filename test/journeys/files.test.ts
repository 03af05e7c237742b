import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Blobs } from '../../src/blobs/blobs.ts'
import { s3Blobs } from '../../src/blobs/s3.ts'
import { listFiles } from '../../src/files/store.ts'
import { paths } from '../../src/paths.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { type Bytes, sameBytes } from '../../src/sealing/bytes.ts'
import { CHUNK } from '../../src/sealing/files.ts'
import { openBody } from '../../src/sealing/open.ts'
import { lookUp } from '../cast/residents.ts'
import { askHere, fileOf, openAtDesk, piecesOf, put, sendAll, speakOf } from '../cast/sending.ts'
import { said } from '../cast/words.ts'
import { takeUp } from '../cast/working.ts'
import { type S3, startS3 } from '../s3.ts'
import { openVillage, type Village } from './stage.ts'

let s3: S3
beforeAll(async () => {
  s3 = await startS3()
})
afterAll(() => s3.close())

const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer())

describe.each([
  ['a folder', (): undefined => undefined],
  ['a store that speaks S3', (): Blobs => s3Blobs(s3.settings)],
] as const)('files that are kept in %s', (_, blobsOf) => {
  let village: Village
  beforeAll(async () => {
    village = await openVillage(undefined, blobsOf())
  })
  afterAll(() => village.close())

  const filesOf = (report: string, today = '2026-11-24') => listFiles(village.house.db, report, today)

  it('follow the receipt, in any order, and open in the team’s browser as they were', async () => {
    const { place, token, liaison } = village
    const files = [fileOf(2 * CHUNK + 17), fileOf(900, 'voice')]
    const sender = await speakOf(place, token, said.ditch, files)
    expect((await lookUp(place, sender.code)).html).toContain('收到了')
    expect((await filesOf(sender.report)).map(({ kind, state }) => [kind, state])).toEqual([
      ['photo', 'onItsWay'],
      ['voice', 'onItsWay'],
    ])

    const pieces = (await Promise.all(files.map((file, order) => piecesOf(sender, file, order)))).flat()
    for (const piece of pieces.toReversed()) expect((await put(place, sender, piece)).status).toBe(204)
    expect((await filesOf(sender.report)).map(({ state }) => state)).toEqual(['whole', 'whole'])
    for (const [order, file] of files.entries()) {
      const { manifest, content } = await openAtDesk(place, liaison, sender.enquiryNumber, file.id)
      expect(manifest).toMatchObject({ name: file.name, type: file.type, order, length: file.content.size })
      expect(sameBytes(content, await bytesOf(file.content))).toBe(true)
    }
  })

  it('are nothing to see until they are whole, and the body says what was promised', async () => {
    const { place, token, liaison, house } = village
    const file = fileOf(CHUNK + 1)
    const sender = await speakOf(place, token, { ...said.ditch, text: '' }, [file, fileOf(7, 'voice')])
    const [manifest, first, last] = await piecesOf(sender, file)
    const see = async (part: string) => {
      const { report } = await takeUp(place, liaison, sender.enquiryNumber)
      return liaison.seat.get(paths.filePiece(report.teamId, report.id, file.id, part))
    }
    await put(place, sender, manifest!)
    await put(place, sender, first!)
    for (const part of ['manifest', '0', '1']) expect((await see(part)).status).toBe(404)
    expect(await (await askHere(place, sender)).json()).toEqual({
      [file.id]: [-1, 0],
      [sender.files[1]!.id]: [],
    })
    await put(place, sender, last!)
    const seen = await see('1')
    expect([seen.status, seen.headers.get('Content-Type'), seen.headers.get('Content-Disposition')]).toEqual([
      ...[200, 'application/octet-stream', 'attachment'],
    ])
    expect(seen.headers.get('X-Content-Type-Options')).toBe('nosniff')
    for (const part of ['2', '-1', '01', 'x', 'manifest.html']) expect((await see(part)).status).toBe(404)

    const { opened } = await takeUp(place, liaison, sender.enquiryNumber)
    const [body] = await listEnvelopes(house.db, [sender.report], ['body'])
    expect((await openBody(opened.dek, sender.report, body!.envelope)).files).toBe('photo voice')
  })

  it('may be sent again, and never be something else', async () => {
    const { place, token, liaison } = village
    const file = fileOf(CHUNK + 1)
    const sender = await speakOf(place, token, said.land, [file])
    const pieces = await piecesOf(sender, file)
    const all = pieces.flatMap((piece) => [piece, piece])
    const answers = await Promise.all(all.map((piece) => put(place, sender, piece)))
    expect(answers.map(({ status }) => status)).toEqual(all.map(() => 204))

    const other = { ...fileOf(CHUNK + 1), id: file.id }
    for (const piece of await piecesOf(sender, other, 3)) {
      const refused = await put(place, sender, piece)
      expect([refused.status, await refused.json()]).toEqual([409, { why: 'other' }])
    }
    const { content } = await openAtDesk(place, liaison, sender.enquiryNumber, file.id)
    expect(sameBytes(content, await bytesOf(file.content))).toBe(true)
  })
})

describe('a store of files that is down', () => {
  it('takes nothing from the text, and takes the files when it is well again', async () => {
    const { house, complaints, ...village } = await openVillage(undefined, s3Blobs(s3.settings))
    const { place, token, liaison } = village
    for (const mood of ['down', 'cut off', 'full', 'refusing'] as const) {
      s3.be(mood)
      const file = fileOf(3000)
      const sender = await speakOf(place, token, said.clinic, [file])
      expect((await lookUp(place, sender.code)).html).toContain('收到了')
      const [manifest, chunk] = await piecesOf(sender, file)
      const refused = await put(place, sender, chunk!)
      expect([mood, refused.status, refused.headers.get('Retry-After')]).toEqual([mood, 503, '60'])
      expect(await (await askHere(place, sender)).json()).toEqual({ [file.id]: [] })
      s3.be('well')
      expect((await put(place, sender, chunk!)).status).toBe(204)
      expect((await put(place, sender, manifest!)).status).toBe(204)
      await openAtDesk(place, liaison, sender.enquiryNumber, file.id)
      s3.be(mood)
      const { report } = await takeUp(place, liaison, sender.enquiryNumber)
      const reading = await liaison.seat.get(paths.filePiece(report.teamId, report.id, file.id, '0'))
      expect(reading.status).toBe(503)
      s3.be('well')
    }
    expect(complaints).toContain('the store of files: S3 answered 503')
    expect(complaints.join()).not.toContain('fault')
    village.close()
  })
})

describe('somebody who may not open the report', () => {
  it('has none of its files', async () => {
    const village = await openVillage()
    const { place, token, liaison, administrator } = village
    const file = fileOf(100)
    const sender = await speakOf(place, token, said.land, [file])
    await sendAll(place, sender)
    const { report } = await takeUp(place, liaison, sender.enquiryNumber)
    const address = paths.filePiece(report.teamId, report.id, file.id, 'manifest')
    expect((await liaison.seat.get(address)).status).toBe(200)
    expect((await administrator.seat.get(address)).status).toBe(404)
    const elsewhere = address.replace(report.teamId, village.ids.teams.second)
    expect((await liaison.seat.get(elsewhere)).status).toBe(404)
    village.close()
  })
})
