import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../src/app.tsx'
import type { Blobs } from '../src/blobs/blobs.ts'
import { files, pieces } from '../src/files/tables.ts'
import { type Listening, listen } from '../src/node/listening.ts'
import { paths } from '../src/paths.ts'
import { reports } from '../src/reports/tables.ts'
import type { Bytes } from '../src/sealing/bytes.ts'
import { CHUNK } from '../src/sealing/files.ts'
import { FORM_TYPE, formBytes } from './cast/plain-form.ts'
import { answers, digitsIn, fieldsOf, nonceIn, openVillage, type Village } from './cast/village.ts'
import { greyJpeg } from './samples/pictures.ts'

// Forms with files whose bytes stop, trickle or break off, on a real connection.

const photo = greyJpeg(8, 8, new Uint8Array(CHUNK * 3).fill(0x3f))
const patience = { still: 1500, whole: 4000 }
const pace = { first: 700, each: 1, unsaid: 700 }

let village: Village
let serving: Listening
let path: string
/** Objects that were ever put, and those that are there. */
let put: number
let there: Set<string>

beforeEach(async () => {
  village = await openVillage()
  path = paths.code(village.token)
  put = 0
  there = new Set()
  const { blobs } = village.house
  const watched: Blobs = {
    ...blobs,
    async put(name, bytes) {
      await blobs.put(name, bytes)
      put++
      there.add(name)
    },
    async delete(names) {
      await blobs.delete(names)
      for (const name of names) there.delete(name)
    },
  }
  Object.assign(village.house, { blobs: watched })
  const app = createApp(village.house, { grouped: true, patience })
  serving = await listen(app, { host: '127.0.0.1', port: 0 }, pace)
})
afterEach(() => serving.close())

const nonce = async () => nonceIn(await (await village.get(path)).text())
const form = async (said = answers) =>
  formBytes(fieldsOf(said, await nonce()), [{ name: 'photo', bytes: photo }])

/** Says that all of it will come. What is answered is gathered until the other side hangs up. */
function begin(whole: Bytes, at = `POST ${path}`, type = FORM_TYPE) {
  const { hostname, port } = new URL(serving.address)
  const socket: Socket = connect(Number(port), hostname)
  let answer = ''
  socket.setEncoding('utf8')
  socket.on('data', (text) => {
    answer += text
  })
  const over = new Promise<string>((done) => socket.on('close', () => done(answer)))
  socket.on('error', () => {})
  socket.write(
    `${at} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: ${whole.length}\r\n\r\n`,
  )
  return { socket, over }
}

async function nothingStays() {
  await expect.poll(() => village.db.$count(files)).toBe(0)
  expect(await village.db.$count(pieces)).toBe(0)
  expect(await village.db.$count(reports)).toBe(0)
  expect(there.size).toBe(0)
  expect(village.complaints).toEqual([])
}

describe('a form whose bytes do not come to an end', () => {
  test('stands still: others are answered meanwhile, it is cut off, and nothing of it stays', async () => {
    const whole = await form()
    const stalled = Array.from({ length: 8 }, () => begin(whole))
    for (const { socket } of stalled) socket.write(whole.subarray(0, whole.length - CHUNK))
    // Also where something is to be mended in it.
    const wrong = await form({ ...answers, tile: '' })
    stalled.push(begin(wrong))
    stalled.at(-1)?.socket.write(wrong.subarray(0, wrong.length - CHUNK))
    await expect.poll(() => put).toBeGreaterThan(0)
    const other = await fetch(serving.address + path, {
      method: 'POST',
      headers: { 'Content-Type': FORM_TYPE },
      body: formBytes(fieldsOf({ ...answers, text: '另一件事，和那件没关系。' }, await nonce()), []),
    })
    expect(other.status).toBe(200)
    await village.db.delete(reports)

    for (const { over } of stalled) {
      const said = await over
      expect(said).toMatch(/^HTTP\/1.1 400 /)
      expect(said).toContain('没收下，请再送一次。')
    }
    await nothingStays()
  })

  test('trickles: it is cut off all the same', async () => {
    const whole = await form()
    const { socket, over } = begin(whole)
    let at = whole.length - CHUNK
    socket.write(whole.subarray(0, at))
    const drops = setInterval(() => socket.write(whole.subarray(at, ++at)), 50)
    expect(await over).toMatch(/^HTTP\/1.1 400 /)
    clearInterval(drops)
    await nothingStays()
  })

  test('breaks off: nothing of it stays, and sent again it is one report', async () => {
    const whole = await form()
    const { socket } = begin(whole)
    socket.write(whole.subarray(0, whole.length - CHUNK))
    await expect.poll(() => put).toBeGreaterThan(1)
    socket.destroy()
    await nothingStays()
    const again = await fetch(serving.address + path, {
      method: 'POST',
      headers: { 'Content-Type': FORM_TYPE },
      body: whole,
    })
    expect(digitsIn(await again.text()).length).toBe(20)
    expect(await village.db.$count(reports)).toBe(1)
    expect(await village.db.$count(files)).toBe(1)
  })
})

describe('any other body', () => {
  const PLAIN = 'application/x-www-form-urlencoded'

  test.each([
    ['a sealed report', () => `POST ${path}`, 'application/json'],
    ['a form without files', () => `POST ${path}`, PLAIN],
    ['a query code', () => `POST ${paths.progress}`, PLAIN],
  ])('that does not come to an end is cut off: %s', async (_what, at, type) => {
    const { socket, over } = begin(new Uint8Array(300), at(), type)
    socket.write('{"id":"')
    expect(await over).toMatch(/^HTTP\/1.1 40/)
    await nothingStays()
  })

  test('has the longer the more it says it has, and is taken when it is slow', async () => {
    const body = new TextEncoder().encode(`${new URLSearchParams(fieldsOf(answers, await nonce()))}`)
    expect(body.length).toBeGreaterThan(300)
    const { socket } = begin(body, undefined, PLAIN)
    socket.write(body.subarray(0, 100))
    await new Promise((later) => setTimeout(later, pace.first + 100))
    socket.write(body.subarray(100))
    await expect.poll(() => village.db.$count(reports)).toBe(1)
    socket.destroy()
  })
})
