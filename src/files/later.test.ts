import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lookUp } from '../../test/cast/residents.ts'
import {
  askHere,
  fileOf,
  openAtDesk,
  piecesOf,
  put,
  type Sender,
  sendAll,
  speakOf,
} from '../../test/cast/sending.ts'
import { said } from '../../test/cast/words.ts'
import { openVillage, type Village } from '../../test/journeys/stage.ts'
import { addDays } from '../clock/day.ts'
import { runDaily } from '../daily.ts'
import { listMessages } from '../reports/store.ts'
import { reports } from '../reports/tables.ts'
import { base64url, random, sameBytes } from '../sealing/bytes.ts'
import { CHUNK } from '../sealing/files.ts'
import { fileLimits, MOST_BYTES } from './kinds.ts'
import { areTooMany } from './promising.ts'
import { listFiles } from './store.ts'
import { files as table } from './tables.ts'

const TODAY = '2026-11-24'
let village: Village
beforeAll(async () => {
  village = await openVillage()
})
afterAll(() => village.close())
const on = (day: string) => village.clock.set(`${day}T09:10:00+08:00`)
beforeEach(() => on(TODAY))

/** Somebody whose first photo is still on their phone, and who comes back with the code. */
async function comeBack(first = fileOf(9)) {
  const sender = await speakOf(village.place, village.token, said.ditch, [first])
  return { sender, talk: await lookUp(village.place, sender.code) }
}
const rowsOf = ({ report }: Pick<Sender, 'report'>) =>
  village.house.db.select().from(table).where(eq(table.reportId, report))
const messagesOf = ({ report }: Pick<Sender, 'report'>) => listMessages(village.house.db, report)
const here = async (who: Pick<Sender, 'report' | 'right'>) => {
  const answer = await askHere(village.place, who)
  return answer.status === 200 ? Object.keys((await answer.json()) as object) : answer.status
}

describe('files that somebody sends later', () => {
  it('are promised with their message once, however often that comes, and the team opens them by it', async () => {
    const { sender, talk } = await comeBack()
    const more = fileOf(CHUNK + 5)
    const sent = await talk.sendIn('照片补在这里。', [more])
    expect(sent.status).toBe(200)
    expect(sent.html).toContain('补充的收到了。照片、录音看下面。')
    const again = await talk.post(sent.fields)
    expect([again.status, (await rowsOf(sender)).length, (await messagesOf(sender)).length]).toEqual([
      200, 2, 1,
    ])
    // Not even with a right of its own does the same message promise anything else.
    const other = await talk.sendIn('照片补在这里。', [fileOf(3)], sent.id)
    expect([other.status, (await rowsOf(sender)).length, await here(other)]).toEqual([200, 2, 404])

    await sendAll(village.place, sent)
    const { manifest, content } = await openAtDesk(
      village.place,
      village.liaison,
      sender.enquiryNumber,
      more.id,
    )
    expect(manifest.name).toBe('路.jpg')
    expect(sameBytes(content, new Uint8Array(await more.content.arrayBuffer()))).toBe(true)
    const states = (await listFiles(village.house.db, sender.report, TODAY)).map((file) => [
      file.messageId,
      file.state,
    ])
    expect(states).toEqual([
      [null, 'onItsWay'],
      [sent.id, 'whole'],
    ])
    const [report] = await village.house.db.select().from(reports).where(eq(reports.id, sender.report))
    expect(report?.unread).toBe(true)
  })

  it('are taken for the right of their message alone, and that takes nothing else', async () => {
    const { place } = village
    const { sender, talk } = await comeBack()
    const [one, two] = [await talk.sendIn('', [fileOf(5)]), await talk.sendIn('', [fileOf(6)])]
    const stranger = (await comeBack()).sender
    const mine = [sender, one, two].map((of) => ({ of, file: of.files[0]! }))
    for (const { of, file } of mine) {
      expect(await here(of)).toEqual([file.id])
      const [, piece] = await piecesOf(of, file)
      const wrong = [sender, one, two, stranger, { right: random(16) }].filter((who) => who !== of)
      for (const { right } of wrong)
        expect((await put(place, { report: sender.report, right }, piece!)).status).toBe(404)
      expect((await put(place, { report: stranger.report, right: of.right }, piece!)).status).toBe(404)
      expect((await put(place, of, piece!)).status).toBe(204)
    }
  })

  it('are as many as three reports may bring; what is over is not taken, and the words come back', async () => {
    const { sender, talk } = await comeBack()
    const photos = (many: number) => Array.from({ length: many }, () => fileOf(4))
    const sent = []
    for (let n = 0; n < 3; n++) sent.push(await talk.sendIn('又拍了几张。', photos(6)))
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200])
    // Whatever comes behind them, the team knows each by its number.
    const listed = (await listFiles(village.house.db, sender.report, TODAY)).map((file) => file.messageId)
    expect(listed).toEqual([null, ...sent.flatMap(({ id }) => Array(6).fill(id))])
    const over = await talk.sendIn('再拍几张。', photos(6))
    expect(over.status).toBe(409)
    expect(over.html).toContain('加的照片、录音太多，这件事放不下了，这次没收下。')
    expect([(await rowsOf(sender)).length, (await messagesOf(sender)).length]).toEqual([19, 3])
    expect(await here(over)).toBe(404)
    // By the room that is left nobody learns what came with the report.
    expect((await talk.sendIn('再拍一张。', photos(1))).status).toBe(409)
    expect((await talk.sendIn('照片满了，话还能补。')).status).toBe(200)
    expect((await talk.sendIn('录音也能补。', [fileOf(4, 'voice')])).status).toBe(200)

    const { db } = village.house
    const film = { id: 'film', kind: 'video', size: MOST_BYTES - 10 } as const
    await db.insert(table).values({ ...film, reportId: 'full', messageId: 'more', endedOn: TODAY })
    const paper = (size: number) => [{ id: 'paper', kind: 'paper', size } as const]
    expect([await areTooMany(db, 'full', paper(10)), await areTooMany(db, 'full', paper(11))]).toEqual([
      false,
      true,
    ])
  })

  it('are stored with their words or not at all: a promise that is none, names taken, a matter that is closed', async () => {
    const { sender, talk } = await comeBack()
    const [file] = sender.files
    const good = await talk.sendIn('一张。', [fileOf(4)])
    const before = [await rowsOf(sender), (await messagesOf(sender)).length]
    const { promised = '' } = good.fields
    const { right, files } = JSON.parse(promised)
    const many = Array.from({ length: fileLimits.photo.most + 1 }, () => ({
      ...files[0],
      id: base64url(random(16)),
    }))
    const wrong = [
      { files },
      { right },
      { right, files: [] },
      { right, files: many },
      { right: `${right}A`, files },
      { right, files: [{ ...files[0], size: 0 }] },
    ].map((one) => JSON.stringify(one))
    for (const spelled of ['', '{', '[]', '{}', ...wrong]) {
      const answer = await talk.post({ ...good.fields, id: base64url(random(16)), promised: spelled })
      expect([spelled, answer.status]).toEqual([spelled, 400])
    }
    expect((await talk.sendIn('同一个名字。', [file!])).status).toBe(409)
    await village.house.db.update(reports).set({ state: 'voided' }).where(eq(reports.id, sender.report))
    const late = await talk.sendIn('晚了。', [fileOf(4)])
    expect([late.status, await here(late)]).toEqual([409, 404])
    expect(late.html).toContain('这件事已经结束，刚写的没收下。')
    expect([await rowsOf(sender), (await messagesOf(sender)).length]).toEqual(before)
    const [, piece] = await piecesOf(good, good.files[0]!)
    expect((await put(village.place, good, piece!)).status).toBe(410)
  })

  it('have their own days: late after a night, given up after a whole day, then told alike whatever became of them', async () => {
    const { place, house } = village
    const { sender } = await comeBack()
    const later = addDays(TODAY, 10)
    on(later)
    const talk = await lookUp(place, sender.code)
    const [half, done] = [await talk.sendIn('', [fileOf(CHUNK + 1)]), await talk.sendIn('', [fileOf(7)])]
    await sendAll(place, done)
    const [manifest, piece, last] = await piecesOf(half, half.files[0]!)
    for (const one of [manifest, piece]) expect((await put(place, half, one!)).status).toBe(204)
    expect(await here(sender)).toBe(410)
    const states = async (days: number) => {
      on(addDays(later, days))
      await runDaily(house)
      const all = await listFiles(house.db, sender.report, addDays(later, days))
      return all
        .filter(({ messageId }) => messageId)
        .map(({ messageId, state }) => [messageId === half.id, state])
    }
    expect(await states(1)).toEqual(
      expect.arrayContaining([
        [true, 'late'],
        [false, 'whole'],
      ]),
    )
    expect([await here(half), await here(done)]).toEqual([[half.files[0]!.id], [done.files[0]!.id]])
    expect(await states(2)).toEqual(
      expect.arrayContaining([
        [true, 'lost'],
        [false, 'whole'],
      ]),
    )
    expect([await here(half), await here(done)]).toEqual([410, 410])
    expect((await put(place, half, last!)).status).toBe(410)
  })
})
