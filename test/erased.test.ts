import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFolder } from '../src/blobs/folder.ts'
import { addDays, dayOf } from '../src/clock/day.ts'
import { runDaily } from '../src/daily.ts'
import { envelopes, messages } from '../src/reports/belonging-tables.ts'
import { reports } from '../src/reports/tables.ts'
import { openVillageIn, type Peopled } from './cast/peopled.ts'
import { lookUp, speak } from './cast/residents.ts'
import { fileOf, sendAll, speakOf } from './cast/sending.ts'
import { accept, decide, proposeVoid, takeUp } from './cast/working.ts'
import { openStage, type Stage } from './place.ts'

const folder = mkdtempSync(join(tmpdir(), 'mashang-erased-'))
const filesIn = (inside: string) =>
  readdirSync(join(folder, inside), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
const onDisk = () => Buffer.concat(filesIn('.'))

/** Every 24 bytes of it, one behind the other: wherever a page ends, most of them are in one piece. */
const slices = (bytes: Uint8Array) =>
  Array.from({ length: Math.floor(bytes.length / 24) }, (_, at) =>
    Buffer.from(bytes.slice(at * 24, at * 24 + 24)),
  )
const left = (pieces: readonly Buffer[]) => {
  const disk = onDisk()
  return pieces.filter((piece) => disk.includes(piece)).length
}

describe('what was erased, by the road that the product has for it', () => {
  let stage: Stage
  let village: Peopled
  beforeAll(async () => {
    const blobs = await openFolder(join(folder, 'files'))
    stage = await openStage(undefined, `file:${join(folder, 'mashang.db')}`, blobs)
    village = await openVillageIn(stage.place)
  })
  afterAll(() => {
    stage.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** As src/node/every-day.ts does it on each new day. */
  const dayPasses = async (days: number) => {
    const { clock, house, settle } = stage
    clock.set(`${addDays(dayOf(clock.now()), days)}T09:00:00+08:00`)
    await runDaily(house).finally(settle)
  }
  const sealedOf = async (reportId: string, part?: string) => {
    const { db } = stage.house
    const rows = await db.select().from(envelopes).where(eq(envelopes.reportId, reportId))
    const said = part ? [] : await db.select().from(messages).where(eq(messages.reportId, reportId))
    return [...rows.filter((row) => !part || row.part === part), ...said].flatMap(({ envelope }) =>
      slices(envelope),
    )
  }

  it('a report nobody wanted is nowhere in the files after its thirty days, nor is what was sent with it', async () => {
    const { place, house } = stage
    const { liaison, leader, token } = village
    const file = fileOf(3000)
    const sender = await speakOf(
      place,
      token,
      {
        tile: 'B3',
        text: '卖手机，加我。'.repeat(40),
        reply: 'contactOnly',
        phone: '13912345678',
        consent: true,
      },
      [file],
    )
    await sendAll(place, sender)
    await (await lookUp(place, sender.code)).add('再说一遍，便宜。')
    await proposeVoid(place, liaison, sender.enquiryNumber, 'advert')
    await decide(place, leader, sender.enquiryNumber)
    const [row] = await house.db.select().from(reports).where(eq(reports.id, sender.report))
    const sealed = await sealedOf(sender.report)
    const hashes = [row?.lookupHash, row?.uploadHash].map((hash) =>
      Buffer.from(hash ?? expect.fail('no hash')),
    )
    const objects = filesIn('files').flatMap(slices)
    expect(sealed.length).toBeGreaterThan(150)
    expect(objects.length).toBeGreaterThan(120)
    // What lies across the ends of two pages is in no piece.
    expect(left(sealed)).toBeGreaterThan(sealed.length * 0.9)
    expect(left([...objects, ...hashes])).toBe(objects.length + 2)

    await dayPasses(29)
    expect(left(sealed)).toBeGreaterThan(sealed.length * 0.9)
    await dayPasses(2)
    expect(left([...sealed, ...hashes])).toBe(0)
    await dayPasses(2)
    expect(left(objects)).toBe(0)
    expect(filesIn('files')).toEqual([])
  })

  it('contact details that a resident takes back are nowhere in the files by the next day, and all else stays', async () => {
    const { place } = stage
    await village.liaison.comeBack()
    const said = {
      tile: 'B3',
      text: '打电话给我。',
      reply: 'contactOnly',
      phone: '13912345679',
      consent: true,
    } as const
    const { code, enquiryNumber } = await speak(place, village.token, said)
    await accept(place, village.liaison, enquiryNumber, village.liaison, { category: 'B3/B3' })
    const { report } = await takeUp(place, village.liaison, enquiryNumber)
    const [contact, body] = [await sealedOf(report.id, 'contact'), await sealedOf(report.id, 'body')]
    expect(left(contact)).toBeGreaterThan(30)
    await (await lookUp(place, code)).erase()
    await dayPasses(1)
    expect(left(contact)).toBe(0)
    expect(left(body)).toBeGreaterThan(body.length * 0.9)
  })

  it('is not in the files that are left when the house is closed', async () => {
    const { place } = stage
    const { code } = await speak(place, village.token, {
      tile: 'B3',
      text: '再打电话给我。',
      reply: 'contactOnly',
      phone: '13912345680',
      consent: true,
    })
    const rows = await stage.house.db.select().from(envelopes).where(eq(envelopes.part, 'contact'))
    const contact = rows.flatMap(({ envelope }) => slices(envelope))
    expect(left(contact)).toBeGreaterThan(30)
    await (await lookUp(place, code)).erase()
    // As src/node.ts does it when it is told to stop.
    await stage.settle()
    stage.close()
    expect(left(contact)).toBe(0)
  })
})
