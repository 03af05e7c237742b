import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { runDaily } from '../../src/daily.ts'
import { PATIENCE } from '../../src/files/ending.ts'
import { listFiles } from '../../src/files/store.ts'
import { sealPhoto } from '../../src/fixes/sealing-photo.client.ts'
import { paths } from '../../src/paths.ts'
import { base64url, sameBytes } from '../../src/sealing/bytes.ts'
import { askHere, fileOf, openAtDesk, type Sender, sendAll, speakOf } from '../cast/sending.ts'
import { said } from '../cast/words.ts'
import {
  accept,
  addFixPhoto,
  decide,
  enterResult,
  proposeFix,
  recordFeedback,
  takeUp,
  verifyReport,
} from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

describe('the photos of a fix', () => {
  let village: Village
  let sender: Sender
  let number: string
  beforeAll(async () => {
    village = await openVillage()
    const { place, liaison, leader, token, house } = village
    sender = await speakOf(place, token, said.ditch, [fileOf(40)])
    await sendAll(place, sender)
    number = sender.enquiryNumber
    await accept(place, liaison, number, liaison, { category: 'B5/B5' })
    await verifyReport(place, liaison, number, leader)
    await enterResult(place, liaison, number, '渠口淤塞。', 'substantiated')
    const photo = new Blob([new Uint8Array(40)])
    // Nothing has been ordered yet: there is no before and no after.
    await expect(addFixPhoto(place, liaison, number, 'before', photo)).rejects.toThrow('409')
    const order = { matter: '疏通水渠', responsible: '青塘村', signer: '村主任' }
    await proposeFix(place, liaison, number, order, addDays(dayOf(house.clock.now()), 1))
    await decide(place, leader, number)
    await recordFeedback(place, liaison, number)
  }, 60_000)

  const page = async (who = village.leader) => {
    const { report } = await takeUp(village.place, who, number)
    return (await who.seat.get(paths.report(report.teamId, report.id))).text()
  }
  const files = () => listFiles(village.house.db, sender.report, dayOf(village.house.clock.now()))

  it('before and after are sealed to the report, named on its page, and open at the team as they were', async () => {
    const { place, liaison, leader } = village
    expect(wordsJoined(await page(liaison))).toContain('附整改前后照片')
    const photos = { before: fileOf(500 * 1024), after: fileOf(3000) }
    for (const of of ['before', 'after'] as const) {
      const { content } = photos[of]
      const id = await addFixPhoto(place, liaison, number, of, content)
      const opened = await openAtDesk(place, leader, number, id)
      expect(sameBytes(opened.content, new Uint8Array(await content.arrayBuffer()))).toBe(true)
      expect(opened.manifest.name).toBe('photo.jpeg')
    }
    const words = wordsJoined(await page())
    for (const name of ['整改前照片 1', '整改后照片 1', '照片 1']) expect(words).toContain(name)
    expect(words).toMatch(new RegExp(`${liaison.name} · 附整改照片`))
  })

  it('are none of the resident’s: whoever holds the right to send files is told of those alone', async () => {
    const here = await (await askHere(village.place, sender)).text()
    const all = await files()
    expect(all.map(({ kind }) => kind).sort()).toEqual(['after', 'before', 'photo'])
    for (const { id, kind } of all) expect(here.includes(id)).toBe(kind === 'photo')
  })

  it('are here once, also when the same post comes again', async () => {
    const { place, liaison } = village
    const { report, opened } = await takeUp(place, liaison, number)
    const { id: photoId, envelope } = await sealPhoto(opened, new Blob([new Uint8Array(3000)]))
    const photo = { of: 'after', photo: base64url(envelope), photoId }
    for (let times = 0; times < 2; times++)
      await liaison.seat.send(paths.fixPhoto(report.teamId, report.id), photo)
    expect((await files()).filter(({ id }) => id === photoId)).toHaveLength(1)
  })

  it('stay, however many days pass', async () => {
    const { clock, house } = village
    for (let day = 0; day <= PATIENCE; day++) {
      clock.set(new Date(clock.now().getTime() + 86_400_000))
      await runDaily(house)
    }
    expect((await files()).map(({ state }) => state)).toEqual(Array(4).fill('whole'))
  })

  it('a photo that is none, or too long, is refused and nothing is kept', async () => {
    const { place, liaison, house } = village
    await liaison.comeBack()
    for (const length of [516_097, 600_000])
      await expect(
        addFixPhoto(place, liaison, number, 'after', new Blob([new Uint8Array(length)])),
      ).rejects.toThrow('422')
    expect(await listFiles(house.db, sender.report, dayOf(house.clock.now()))).toHaveLength(4)
  })
})
