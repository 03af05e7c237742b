import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import Database from 'libsql'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { steps } from '../src/log/tables.ts'
import { paths } from '../src/paths.ts'
import { sealResult } from '../src/queue/writing.client.ts'
import { envelopes, messages } from '../src/reports/belonging-tables.ts'
import { listEnvelopes } from '../src/reports/store.ts'
import { reports } from '../src/reports/tables.ts'
import { enquiryIn, lookUp, sealAsBrowser, speak, speakPlainly } from './cast/residents.ts'
import { type Door, takeSeat } from './cast/seat.ts'
import { said } from './cast/words.ts'
import { accept, sealedFields, takeUp, verifyReport } from './cast/working.ts'
import { openVillage, type Village } from './journeys/stage.ts'
import { wordsJoined } from './words.ts'

const folder = mkdtempSync(join(tmpdir(), 'mashang-storage-'))
const file = join(folder, 'a.db')

/** Longer than what is left on any page of the file: it needs pages of its own. */
const long = '村口的路塌了一段，校车过不去。'.repeat(60)

/** The most pages an engine of 32 bits counts. */
const PAGES = 2 ** 32 - 2

let village: Village
beforeAll(async () => {
  village = await openVillage(`file:${file}`)
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(() => {
  village.close()
  rmSync(folder, { recursive: true })
})

/** Another process is in the middle of writing; the seconds we wait for it are over at the second look at the watch. */
function lockedByAnother() {
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  let watch = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => {
    watch += 4000
    return watch
  })
  return () => {
    vi.restoreAllMocks()
    other.exec('ROLLBACK')
    other.close()
  }
}

/** Not one page may be added to the file. The limit holds for the connection that writes, and none is less than now. */
async function full() {
  const { db } = village.house
  const atMost = (pages: number) => db.run(sql.raw(`PRAGMA max_page_count = ${pages}`))
  await atMost(1)
  return () => atMost(PAGES)
}

/** All that a refused post could have left half of. */
async function rows() {
  const { db } = village.house
  return Promise.all([reports, envelopes, messages, steps].map((table) => db.$count(table)))
}

describe.each([
  ['locked by another', lockedByAnother, '没有保存：存储忙。请联系管理员，写的还在。'],
  ['full', full, '没有保存：存储已满。请联系管理员，写的还在。'],
])('where the storage is %s', (_, spoil, staffSentence) => {
  it('a report sealed in the browser is not taken, and the very same is taken afterwards', async () => {
    const { place, token, complaints } = village
    const seat = takeSeat(place.door)
    const { posted, code } = await sealAsBrowser(seat, token, { text: long })
    const before = await rows()
    const mend = await spoil()
    const refused = await seat.ask(paths.code(token), posted)
    await mend()
    const page = await refused.text()
    expect(refused.status).toBe(503)
    expect(refused.headers.get('Retry-After')).toBe('60')
    expect(page).toContain('data-answer="busy"')
    expect(page).toContain('这会儿没收下。您写的都在，过几分钟再点一次。')
    expect(await rows()).toEqual(before)

    await enquiryIn(await seat.ask(paths.code(token), posted))
    expect((await lookUp(place, code)).html).toContain('收到了')
    expect((await rows())[0]).toBe((before[0] ?? 0) + 1)
    expect(complaints).toEqual([])
  })

  it('a plain form comes back with every word, and one press takes it', async () => {
    const { place, token } = village
    const before = await rows()
    let again: Posted | undefined
    const door: Door = async (address, request) => {
      const answer = await place.door(address, request)
      if (answer.status === 503) again = keptIn(await answer.clone().text())
      return answer
    }
    const mend = await spoil()
    const spoiled = speakPlainly({ ...place, door }, token, { text: long })
    await expect(spoiled).rejects.toThrow('no receipt: 503')
    await mend()
    expect(again?.fields.text).toBe(long)
    expect(await rows()).toEqual(before)
    const seat = takeSeat(place.door)
    await enquiryIn(await seat.post(again?.action ?? '', again?.fields ?? {}))
    expect((await rows())[0]).toBe((before[0] ?? 0) + 1)
  })

  it('a move of staff is not stored, and the page that says so holds what was written, to be sent again', async () => {
    const { place, token, liaison, leader, house } = village
    const { enquiryNumber } = await speak(place, token, said.ditch)
    await accept(place, liaison, enquiryNumber, liaison, { category: 'B5/B5' })
    await verifyReport(place, liaison, enquiryNumber, leader)
    const { report, opened } = await takeUp(place, liaison, enquiryNumber)
    const result = await sealResult(opened, { findings: long, evidence: '', asked: '', confirmed: '' })
    const sealed = sealedFields('result', result)
    const fields = { steps: String(report.steps), ...sealed, conclusion: 'substantiated' }
    const address = paths.move(report.teamId, report.id, 'result')
    const before = await rows()
    const mend = await spoil()
    const refused = await liaison.seat.post(address, fields)
    await mend()
    const page = await refused.text()
    expect(refused.status).toBe(503)
    expect(wordsJoined(page)).toContain(staffSentence)
    const again = keptIn(page)
    expect(again).toEqual({ action: address, fields })
    expect(await rows()).toEqual(before)
    expect((await takeUp(place, liaison, enquiryNumber)).report).toEqual(report)

    await liaison.seat.send(again.action, again.fields)
    expect((await takeUp(place, liaison, enquiryNumber)).report.conclusion).toBe('substantiated')
    const [kept] = await listEnvelopes(house.db, [report.id], ['result'])
    expect(kept?.envelope).toEqual(result.envelope)
  })
})

it('whoever looks while nothing can be read is told to look again shortly, and has sent nothing', async () => {
  const { place, token } = village
  const seat = takeSeat(place.door)
  const asked: Database.Statement = Object.getPrototypeOf(new Database(':memory:').prepare('select 1'))
  for (const address of [paths.code(token), paths.progress]) {
    // No other process can keep readers waiting in earnest: the driver is made to say what it says of a locked table.
    vi.spyOn(asked, 'all').mockImplementation(() => {
      throw new Database.SqliteError('database table is locked', 'SQLITE_LOCKED', 6)
    })
    const busy = await seat.get(address)
    vi.restoreAllMocks()
    const page = await busy.text()
    expect(busy.status).toBe(503)
    expect(busy.headers.get('Retry-After')).toBe('60')
    expect(page).toContain('现在忙，请等一会儿再看。')
    expect(page).not.toContain('这会儿没收下。')
    expect(page).not.toContain('<form')
    expect((await seat.get(address)).status).toBe(200)
  }
})

interface Posted {
  action: string
  fields: Record<string, string>
}

/** The form on a page of faults: what was posted, to be posted again. */
function keptIn(page: string): Posted {
  const [, action = ''] = page.match(/<form method="post" action="([^"]*)"/) ?? []
  const hidden = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)
  return { action, fields: Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value])) }
}
