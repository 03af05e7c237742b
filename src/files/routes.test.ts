import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  askHere,
  fileOf,
  type Piece,
  put,
  type Sender,
  speakInPieces,
  speakOf,
  whyOf,
} from '../../test/cast/sending.ts'
import { said } from '../../test/cast/words.ts'
import { decide, proposeVoid, restore } from '../../test/cast/working.ts'
import { openVillage, type Village } from '../../test/journeys/stage.ts'
import { addDays, dayOf } from '../clock/day.ts'
import { paths } from '../paths.ts'
import { findRound } from '../rounds/store.ts'
import { base64url, concat, random } from '../sealing/bytes.ts'
import { CHUNK } from '../sealing/files.ts'
import { listFiles } from './store.ts'
import { pieces as rows } from './tables.ts'

let village: Village
let sender: Sender
let manifest: Piece
let chunk: Piece
let last: Piece
const START = '2026-11-24T09:00:00+08:00'

beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village.close())

async function fresh() {
  ;({ sender, manifest, chunk, last } = await speakInPieces(village))
}
beforeAll(() => fresh())

const kept = () => village.house.db.$count(rows)

describe('a piece is not taken', () => {
  const refused = async (answer: Promise<Response>, status: number, why?: string) => {
    const before = await kept()
    const { place } = village
    const said = await answer
    expect(said.status).toBe(status)
    if (why) expect(await whyOf(said)).toBe(why)
    expect(await kept()).toBe(before)
    expect(await (await askHere(place, sender)).json()).toEqual({ [chunk.file]: [] })
  }

  it('without the right, with another’s, or for another report: that is like no report at all', async () => {
    const { place, token } = village
    const stranger = await speakOf(place, token, said.land, [fileOf(9)])
    const lost = await put(place, { report: 'nowhere', right: sender.right }, chunk)
    const words = await lost.text()
    const { report, right } = sender
    const wrong: [Parameters<typeof put>[1], Piece, Record<string, string>?][] = [
      [{ report, right: random(16) }, chunk],
      [{ report, right: stranger.right }, chunk],
      [{ report: stranger.report, right }, chunk],
      [{ report: stranger.report, right: stranger.right }, chunk],
      [sender, chunk, { Authorization: '' }],
      [sender, chunk, { Authorization: base64url(right) }],
      [sender, chunk, { Authorization: `Bearer ${base64url(right)}A` }],
      [sender, { ...chunk, file: base64url(random(16)) }],
      [sender, { ...chunk, part: '2' }],
      [sender, { ...chunk, part: '9999' }],
      [sender, { ...chunk, part: '-1' }],
      [sender, { ...chunk, part: '00' }],
      [sender, { ...chunk, part: 'manifests' }],
    ]
    for (const [who, piece, more] of wrong) {
      const answer = await put(place, who, piece, more)
      expect([answer.status, await answer.text()]).toEqual([404, words])
    }
    for (const who of [
      { report, right: stranger.right },
      { report: stranger.report, right },
    ]) {
      const [answer, nothing] = [
        await askHere(place, who),
        await askHere(place, { ...who, report: 'nowhere' }),
      ]
      const page = (await answer.text()).replaceAll(who.report, 'nowhere')
      expect([answer.status, page]).toEqual([404, await nothing.text()])
    }
    expect(await (await askHere(place, sender)).json()).toEqual({ [chunk.file]: [] })
  })

  it('of another length than its place has', async () => {
    const { place } = village
    const short = { ...chunk, bytes: chunk.bytes.slice(0, -1) }
    const long = { ...last, bytes: concat(last.bytes, random(1)) }
    for (const piece of [short, long, { ...chunk, bytes: last.bytes }, { ...last, bytes: chunk.bytes }])
      await refused(put(place, sender, piece), 400, 'length')
    for (const length of [0, 2, 1023, 1024, 5000, 65_535])
      await refused(put(place, sender, { ...manifest, bytes: random(length) }), 400, 'length')
  })

  it('longer than any, whether it says so or not', async () => {
    const { place } = village
    const whole = new Uint8Array(CHUNK + 31)
    await refused(put(place, sender, { ...chunk, bytes: whole }), 413)
    await refused(put(place, sender, { ...chunk, bytes: whole }, { 'Content-Length': '10' }), 400, 'length')
    const stream = () =>
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      })
    const endless = village.place.door(place.origin + paths.sentPiece(sender.report, chunk.file, '0'), {
      method: 'PUT',
      body: stream(),
      duplex: 'half',
      headers: {
        Authorization: `Bearer ${base64url(sender.right)}`,
        'Content-Type': 'application/octet-stream',
        Host: 'localhost',
      },
    } as RequestInit)
    await refused(Promise.resolve(endless), 413)
  })

  it('with a digest that is missing, differs, is of another kind or badly spelled', async () => {
    const { place } = village
    const zeros = 'A'.repeat(43)
    const digests = [
      '',
      zeros,
      `sha-256=:${zeros}=:`,
      `sha-512=:${zeros}=:`,
      `sha-256=:${zeros}`,
      'sha-256=::',
    ]
    for (const digest of digests)
      await refused(put(place, sender, chunk, { 'Content-Digest': digest }), 400, 'digest')
  })

  it('that is no sealed envelope, or does not say that it is bytes', async () => {
    const { place } = village
    const script = new TextEncoder().encode('<script>alert(1)</script>')
    const page = concat(script, new Uint8Array(last.bytes.length - script.length))
    await refused(put(place, sender, { ...last, bytes: page }), 400, 'digest')
    for (const type of ['text/html', 'image/svg+xml', 'application/x-www-form-urlencoded', ''])
      await refused(put(place, sender, chunk, { 'Content-Type': type }), 415)
  })
})

describe('nothing is taken any more', () => {
  it('for what was thrown away, until it is fetched back', async () => {
    await fresh()
    const { place, liaison, leader } = village
    expect((await put(place, sender, chunk)).status).toBe(204)
    await proposeVoid(place, liaison, sender.enquiryNumber, 'advert')
    await decide(place, leader, sender.enquiryNumber)
    const refused = await put(place, sender, last)
    expect([refused.status, await whyOf(refused)]).toEqual([410, 'over'])
    expect((await askHere(place, sender)).status).toBe(410)
    await restore(place, liaison, sender.enquiryNumber)
    expect((await put(place, sender, last)).status).toBe(204)
  })

  it('after the next day, of a report that was sent on the last evening of its round as well', async () => {
    const { place, clock, house, ids } = village
    const closes = (await findRound(house.db, ids.round))!.intakeClosesOn
    clock.set(`${closes}T21:00:00+08:00`)
    await fresh()
    clock.set(`${addDays(closes, 1)}T23:59:00+08:00`)
    expect((await put(place, sender, chunk)).status).toBe(204)
    clock.set(`${addDays(closes, 2)}T00:01:00+08:00`)
    const refused = await put(place, sender, last)
    expect([refused.status, await whyOf(refused)]).toEqual([410, 'over'])
    clock.set(START)
  })

  it('then also of one whose files have all come: the answer tells nobody what became of a report', async () => {
    const { place, clock } = village
    await fresh()
    for (const piece of [manifest, chunk, last]) await put(place, sender, piece)
    expect((await askHere(place, sender)).status).toBe(200)
    clock.set(`${addDays(dayOf(clock.now()), 2)}T00:01:00+08:00`)
    expect((await askHere(place, sender)).status).toBe(410)
    clock.set(START)
  })
})

describe('where the storage of rows is full', () => {
  it('a piece is not there, nor its file whole, and sent again it is', async () => {
    await fresh()
    const { place, house } = village
    const { db } = house
    for (const piece of [manifest, chunk]) await put(place, sender, piece)
    // The object is put, and nothing more can be written: as in a crash between the two.
    await db.run(
      sql`create trigger full before insert on pieces begin select raise(abort, 'database or disk is full'); end`,
    )
    const refused = await put(place, sender, last)
    expect(refused.status).toBe(503)
    expect((await listFiles(db, sender.report, '2026-11-24'))[0]?.state).toBe('onItsWay')
    await db.run(sql`drop trigger full`)
    expect((await put(place, sender, last)).status).toBe(204)
    expect((await listFiles(db, sender.report, '2026-11-24'))[0]?.state).toBe('whole')
  })
})
