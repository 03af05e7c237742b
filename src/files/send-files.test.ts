import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { fileOf, openAtDesk, type Sender, speakOf } from '../../test/cast/sending.ts'
import { said } from '../../test/cast/words.ts'
import { openVillage, type Village } from '../../test/journeys/stage.ts'
import { paths } from '../paths.ts'
import { sameBytes } from '../sealing/bytes.ts'
import { CHUNK } from '../sealing/files.ts'
import { type FileToSend, type Progress, sendFiles } from './send-files.client.ts'

let village: Village
beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village.close())
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

type Fault = (address: string, at: number) => Response | 'lost' | undefined

/** The browser's network: requests reach the app, or something else happens to the n-th. */
function network(fault: Fault = () => undefined) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    init.signal?.throwIfAborted()
    asked.push(`${init.method ?? 'GET'} ${address.split('/').slice(3).join('/')}`)
    const instead = fault(address, asked.length)
    if (instead === 'lost') throw new TypeError('Failed to fetch')
    return instead ?? village.place.door(village.place.origin + address, init)
  })
  const listening = new EventTarget()
  vi.stubGlobal('addEventListener', listening.addEventListener.bind(listening))
  vi.stubGlobal('removeEventListener', listening.removeEventListener.bind(listening))
  return { asked, online: () => listening.dispatchEvent(new Event('online')) }
}

const speak = (...files: FileToSend[]) => speakOf(village.place, village.token, said.ditch, files)
const send = (sender: Sender, tell: (told: Progress) => void = () => {}, signal?: AbortSignal) =>
  sendFiles({ ...sender, to: paths.sentFiles(sender.report), tell, signal })

async function arrivesWhole({ enquiryNumber }: Sender, file: FileToSend) {
  const { content } = await openAtDesk(village.place, village.liaison, enquiryNumber, file.id)
  expect(sameBytes(content, new Uint8Array(await file.content.arrayBuffer()))).toBe(true)
}

/** As long as it takes, without any time passing that the browser would notice. */
async function until(isSo: () => boolean) {
  while (!isSo()) await new Promise((done) => setImmediate(done))
}

describe('files on their way', () => {
  it('are sent piece by piece, the manifest last, and say how far they are', async () => {
    const [photo, voice] = [fileOf(CHUNK + 9), fileOf(40, 'voice')]
    const sender = await speak(photo, voice)
    const { asked } = network()
    const told: string[] = []
    const outcome = await send(sender, ({ file, sent, of, isWaiting }) =>
      told.push(`${file === photo.id ? 'photo' : 'voice'} ${sent}/${of}${isWaiting ? ' waiting' : ''}`),
    )
    expect(outcome).toBe('whole')
    const [p, v] = [photo.id, voice.id]
    const order = [`PUT ${p}/0`, `PUT ${p}/1`, `PUT ${p}/manifest`, `PUT ${v}/0`, `PUT ${v}/manifest`]
    expect(asked).toEqual([expect.stringMatching(/^GET/), ...order])
    expect(told).toEqual([
      ...['photo 0/3', 'photo 1/3', 'photo 2/3', 'photo 3/3', 'voice 0/2', 'voice 1/2', 'voice 2/2'],
    ])
    for (const file of [photo, voice]) await arrivesWhole(sender, file)
  })

  it('go on where they were when the tab was closed, and are not sent twice', async () => {
    const file = fileOf(3 * CHUNK)
    const sender = await speak(file)
    const tab = new AbortController()
    network((address) => {
      if (address.endsWith('/2')) tab.abort()
      return undefined
    })
    expect(await send(sender, () => {}, tab.signal)).toBe('stopped')
    const { asked } = network()
    const told: number[] = []
    expect(await send(sender, ({ sent }) => told.push(sent))).toBe('whole')
    expect(told[0]).toBeGreaterThanOrEqual(2)
    expect(asked.filter((one) => one.startsWith('PUT')).length).toBeLessThanOrEqual(2)
    await arrivesWhole(sender, file)
  })

  it('wait while the line is down or the server busy, longer each time, and less once it is back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const file = fileOf(100)
    const sender = await speak(file)
    let down = true
    const { asked, online } = network((_, at) => {
      if (!down || at === 1) return undefined
      return at % 2 ? 'lost' : new Response(null, { status: 503 })
    })
    const waiting = vi.fn()
    const sending = send(sender, ({ isWaiting }) => isWaiting && waiting())
    await until(() => asked.length === 2)
    for (const [seconds, tries] of [
      [1, 3],
      [2, 4],
      [4, 5],
    ] as const) {
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1)
      expect(asked).toHaveLength(tries - 1)
      await vi.advanceTimersByTimeAsync(1)
      await until(() => asked.length === tries)
    }
    await until(() => waiting.mock.calls.length === 4)
    down = false
    await vi.advanceTimersByTimeAsync(0)
    online()
    vi.useRealTimers()
    expect(await sending).toBe('whole')
    await arrivesWhole(sender, file)
  })

  it('end when nothing is taken any more, and one that is refused keeps no other', async () => {
    const [one, other] = [fileOf(100), fileOf(200)]
    const sender = await speak(one, other)
    network((address) => (address.includes(one.id) ? new Response(null, { status: 409 }) : undefined))
    expect(await send(sender)).toBe('refused')
    await arrivesWhole(sender, other)
    network(() => new Response(null, { status: 410 }))
    expect(await send(sender)).toBe('over')
    network()
    expect(await send({ ...sender, right: sender.dek.slice(0, 16) })).toBe('refused')
    expect(await send(sender)).toBe('whole')
    await arrivesWhole(sender, one)
  })

  it('that cannot be read any more keep no other', async () => {
    const [one, other] = [fileOf(100), fileOf(200)]
    const sender = await speak(one, other)
    network()
    const slice = () => {
      throw new DOMException('removed from the album', 'NotReadableError')
    }
    const content = Object.assign(new Blob([new Uint8Array(100)]), { slice })
    expect(await send({ ...sender, files: [{ ...one, content }, other] })).toBe('refused')
    await arrivesWhole(sender, other)
  })
})
