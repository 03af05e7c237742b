import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { lookUp } from '../../test/cast/residents.ts'
import { askHere, fileOf, piecesOf, put, type Sender, sendAll, speakOf } from '../../test/cast/sending.ts'
import { said } from '../../test/cast/words.ts'
import { decide, proposeVoid } from '../../test/cast/working.ts'
import { openVillage, type Village } from '../../test/journeys/stage.ts'
import { type Blobs, blobName } from '../blobs/blobs.ts'
import { addDays } from '../clock/day.ts'
import { limits } from '../clock/limits.ts'
import { runDaily } from '../daily.ts'
import { CHUNK } from '../sealing/files.ts'
import { listFiles } from './store.ts'
import { pieces, files as table } from './tables.ts'

const TODAY = '2026-11-24'
let village: Village
beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village.close())
beforeEach(() => on(TODAY))

const on = (day: string) => village.clock.set(`${day}T09:10:00+08:00`)
const daysOn = async (days: number) => {
  on(addDays(TODAY, days))
  await runDaily(village.house)
}
const stateOn = async ({ report }: Sender, days: number) =>
  (await listFiles(village.house.db, report, addDays(TODAY, days))).map(({ state }) => state)
const rowsOf = async ({ report }: Sender) =>
  (await village.house.db.select().from(pieces)).filter(({ reportId }) => reportId === report).length

/** The objects that a file could have, and how many of them there are. */
async function objectsOf({ report }: Sender) {
  const { db, blobs } = village.house
  const found = (await db.select().from(table)).filter(({ reportId }) => reportId === report)
  const names = found.flatMap(({ names }) => [-1, 0, 1, 2].map((at) => blobName(names ?? '', at)))
  return async (store: Blobs = blobs) =>
    (await Promise.all(names.map((name) => store.get(name)))).filter((bytes) => bytes !== undefined).length
}

// First, while nobody's session is over yet.
it('everything of what was thrown away goes when it is erased', async () => {
  const { place, token, liaison, leader } = village
  const sender = await speakOf(place, token, said.clinic, [fileOf(CHUNK * 2), fileOf(20, 'paper')])
  await sendAll(place, sender)
  await sendAll(place, await (await lookUp(place, sender.code)).sendIn('还有一张。', [fileOf(30)]))
  await proposeVoid(place, liaison, sender.enquiryNumber, 'advert')
  await decide(place, leader, sender.enquiryNumber)
  const objects = await objectsOf(sender)
  expect(await objects()).toBe(7)
  await daysOn(limits.voided.days - 1)
  expect([await rowsOf(sender), await objects()]).toEqual([7, 7])
  await daysOn(limits.voided.days)
  expect(await rowsOf(sender)).toBe(0)
  await daysOn(limits.voided.days + 1)
  expect([await rowsOf(sender), await objects()]).toEqual([0, 0])
})

it('what nobody finished is late after a night, given up after a whole day, and then its objects go', async () => {
  const { place, token } = village
  const [half, whole] = [fileOf(CHUNK + 1), fileOf(CHUNK + 1, 'voice')]
  const sender = await speakOf(place, token, said.ditch, [half, whole])
  const done = await speakOf(place, token, said.land, [fileOf(20)])
  await sendAll(place, done)
  for (const piece of (await piecesOf(sender, half)).slice(0, 2)) await put(place, sender, piece)
  for (const piece of await piecesOf(sender, whole)) await put(place, sender, piece)
  const [objects, kept] = [await objectsOf(sender), await objectsOf(done)]
  expect(await objects()).toBe(5)

  await daysOn(1)
  expect(await stateOn(sender, 1)).toEqual(['late', 'whole'])
  expect((await askHere(place, sender)).status).toBe(200)
  await daysOn(2)
  expect(await stateOn(sender, 2)).toEqual(['lost', 'whole'])
  expect([await rowsOf(sender), await objects()]).toEqual([3, 5])
  const [, , missing] = await piecesOf(sender, half)
  expect((await put(place, sender, missing!)).status).toBe(410)
  await daysOn(3)
  expect([await rowsOf(sender), await objects()]).toEqual([3, 3])
  expect(await stateOn(sender, 3)).toEqual(['lost', 'whole'])
  await daysOn(60)
  expect([await stateOn(done, 60), await kept()]).toEqual([['whole'], 2])
})

it('an object whose row was never written goes with its file', async () => {
  const { place, token, house } = village
  const file = fileOf(CHUNK + 1)
  const sender = await speakOf(place, token, said.road, [file])
  const objects = await objectsOf(sender)
  const [row] = (await house.db.select().from(table)).filter(({ id }) => id === file.id)
  // A crash between the object and its row.
  await house.blobs.put(blobName(row!.names!, 1), new Uint8Array(5))
  expect([await rowsOf(sender), await objects()]).toEqual([0, 1])
  await daysOn(3)
  await daysOn(4)
  expect(await objects()).toBe(0)
})

it('a piece that arrives while its file is given up is not there, nor its object', async () => {
  const { place, token, house } = village
  const file = fileOf(10)
  const sender = await speakOf(place, token, said.road, [file])
  const objects = await objectsOf(sender)
  const [, chunk] = await piecesOf(sender, file)
  const { blobs } = house
  let during = async () => {}
  house.blobs = { ...blobs, put: (name, bytes) => during().then(() => blobs.put(name, bytes)) }
  const { createApp } = await import('../app.tsx')
  const app = createApp(house, { grouped: true })
  during = () => daysOn(2)
  const slow = { ...place, door: (address: string, request: RequestInit) => app.request(address, request) }
  expect((await put(slow, sender, chunk!)).status).toBe(410)
  house.blobs = blobs
  expect([await rowsOf(sender), await objects()]).toEqual([0, 0])
})

it('a store that is down keeps no other work of the day from being done, and is asked again', async () => {
  const { place, token, house } = village
  const sender = await speakOf(place, token, said.road, [fileOf(10)])
  const objects = await objectsOf(sender)
  await put(place, sender, (await piecesOf(sender, sender.files[0]!))[1]!)
  await daysOn(2)
  const { blobs } = house
  house.blobs = { ...blobs, delete: () => Promise.reject(new Error('down')) }
  await expect(daysOn(3)).rejects.toThrow('down')
  house.blobs = blobs
  expect(await objects()).toBe(1)
  await daysOn(3)
  expect(await objects()).toBe(0)
})

it('a file that cannot be erased keeps no other from going, and goes another day', async () => {
  const { place, token, house } = village
  const senders = [
    await speakOf(place, token, said.road, [fileOf(20)]),
    await speakOf(place, token, said.road, [fileOf(20)]),
  ] as const
  const objects = await Promise.all(senders.map(objectsOf))
  for (const sender of senders) {
    const rows = (await house.db.select().from(table)).filter(({ reportId }) => reportId === sender.report)
    for (const { names } of rows) await house.blobs.put(blobName(names ?? '', 0), new Uint8Array(5))
  }
  const left = async () => (await Promise.all(objects.map((count) => count()))).sort()
  expect(await left()).toEqual([1, 1])
  await daysOn(2)
  const { blobs } = house
  let refused = 0
  house.blobs = {
    ...blobs,
    delete: (names) => (refused++ === 0 ? Promise.reject(new Error('down')) : blobs.delete(names)),
  }
  await expect(daysOn(3)).rejects.toThrow('down')
  expect(await left()).toEqual([0, 1])
  house.blobs = blobs
  await daysOn(3)
  expect(await left()).toEqual([0, 0])
})
