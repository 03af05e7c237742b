import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../src/app.tsx'
import { openHouse } from '../src/node.ts'
import { readSettings } from '../src/settings.ts'
import type { Place } from './cast/at-desk.ts'
import { openVillageIn, type Peopled } from './cast/peopled.ts'
import {
  approveReferral,
  enterHandlingUnit,
  letterOf,
  proposeReferral,
  recordReply,
  signLetter,
} from './cast/referring.ts'
import { lookUp, speak, speakPlainly } from './cast/residents.ts'
import { fileOf, sendAll, speakOf } from './cast/sending.ts'
import {
  accept,
  ask,
  decide,
  enterResult,
  note,
  proposeEnd,
  takeUp,
  talk,
  verifyReport,
} from './cast/working.ts'

/** Words that stand nowhere else, one for each thing somebody writes. */
const canaries = {
  text: '金丝雀甲一',
  place: '金丝雀乙二',
  subject: '金丝雀丙三',
  phone: '13912345670',
  name: '金丝雀丁四',
  plainText: '金丝雀戊五',
  plainPhone: '13912345671',
  question: '金丝雀己六',
  addition: '金丝雀庚七',
  plainAddition: '金丝雀辛八',
  findings: '金丝雀壬九',
  note: '金丝雀癸十',
  talk: '金丝雀子一',
  summary: '金丝雀寅三',
  demands: '金丝雀卯四',
  reply: '金丝雀辰五',
  answer: '金丝雀丑二',
  fileName: '金丝雀午六',
  fileBytes: '金丝雀未七',
  address: '203.0.113.231',
  network: '203.0.113',
}

const readAll = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))

describe('what residents and staff write', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mashang-canary-'))
  const said: string[] = []
  let addressesAsked = 0
  let village: Peopled
  let place: Place
  const codes: string[] = []

  beforeAll(async () => {
    const settings = readSettings({ DATA_DIR: dataDir, PUBLIC_URL: 'http://localhost' })
    const { house, close } = await openHouse(settings)
    const watched = { ...house, complain: (line: string) => said.push(line) }
    const addressOf = () => {
      addressesAsked++
      return canaries.address
    }
    const gate = { quotas: { near: 100, code: 100, all: 100 }, addressOf }
    const app = createApp(watched, { grouped: true, gate })
    place = {
      house: watched,
      origin: 'http://localhost',
      door: (address, request) => app.request(address, request),
    }
    village = await openVillageIn(place)
    const { leader, liaison, token } = village
    const sealed = await speak(place, token, {
      tile: 'B3',
      text: `${canaries.text}，讲得够长了。`,
      place: canaries.place,
      subject: canaries.subject,
      reply: 'named',
      name: canaries.name,
      phone: canaries.phone,
      consent: true,
    })
    const plain = await speakPlainly(place, token, {
      tile: 'B3',
      text: `${canaries.plainText}，讲得够长了。`,
      reply: 'contactOnly',
      phone: canaries.plainPhone,
      consent: true,
    })
    const file = {
      ...fileOf(1),
      name: `${canaries.fileName}.jpg`,
      content: new Blob([canaries.fileBytes.repeat(100)]),
    }
    const sender = await speakOf(place, token, { tile: 'B3', text: '照片在后面，讲得够长了。' }, [file])
    await sendAll(place, sender)
    codes.push(sealed.code, plain.code, sender.code)
    const number = sealed.enquiryNumber
    await accept(place, liaison, number, liaison, { category: 'B3/B3' })
    await ask(place, liaison, number, canaries.question, '2026-12-04')
    await (await lookUp(place, sealed.code)).add(canaries.addition)
    await note(place, liaison, number, canaries.note)
    await talk(place, liaison, number, canaries.talk)
    await verifyReport(place, liaison, number, leader)
    await enterResult(place, liaison, number, canaries.findings, 'substantiated')
    const bureau = await enterHandlingUnit(place, village.administrator, '岚川市农业农村局', null)
    const { summary, demands } = canaries
    await proposeReferral(place, liaison, number, bureau, { summary, demands })
    await approveReferral(place, leader, number)
    const { report } = await takeUp(place, liaison, number)
    await signLetter(village.administrator, (await letterOf(place, report.id)).id)
    await recordReply(place, liaison, number, canaries.reply)
    await proposeEnd(place, liaison, number, {
      conclusion: 'substantiated',
      resultType: 'explained',
      answer: canaries.answer,
    })
    await decide(place, leader, number)
    const { takeSeat } = await import('./cast/seat.ts')
    const seat = takeSeat(place.door)
    const nonce = (await (await seat.post('/progress', { code: plain.code })).text()).match(
      /name="nonce" value="([^"]+)"/,
    )?.[1]
    const added = await seat.post('/progress/message', {
      code: plain.code,
      nonce: nonce ?? '',
      text: canaries.plainAddition,
    })
    expect(added.status).toBe(200)
    await takeUp(place, liaison, plain.enquiryNumber)
    // A driver's message can quote what was posted, so a fault is the likeliest way into a log.
    watched.db.select = () => {
      throw new Error(`near "${canaries.plainAddition}": ${plain.code}`)
    }
    const broken = await seat.post('/progress/message', {
      code: plain.code,
      nonce: nonce ?? '',
      text: canaries.plainAddition,
    })
    expect(broken.status).toBe(500)
    close()
  }, 60_000)

  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  it('stands nowhere in the data, whichever way it came', () => {
    expect(addressesAsked, 'where a report came from was counted').toBeGreaterThan(0)
    const files = readAll(dataDir)
    expect(files.reduce((size, file) => size + file.length, 0)).toBeGreaterThan(100_000)
    expect(
      files.some((file) => file.includes('青塘村')),
      'what is public is found this way',
    ).toBe(true)
    const found = Object.entries(canaries).filter(([, word]) => files.some((file) => file.includes(word)))
    expect(found).toEqual([])
  })

  it('stands in no line the server has written, nor does a query code', () => {
    expect(said.join('\n')).toContain('POST /progress/message')
    for (const word of [...Object.values(canaries), ...codes]) expect(said.join('\n')).not.toContain(word)
    const files = readAll(dataDir)
    expect(codes.filter((code) => files.some((file) => file.includes(code)))).toEqual([])
  })
})
