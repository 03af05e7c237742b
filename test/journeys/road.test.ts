import { beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../src/clock/day.ts'
import { replyBy } from '../../src/clock/deadlines.ts'
import { theOffice } from '../../src/office/store.ts'
import { paths } from '../../src/paths.ts'
import { listEnvelopes, listMessages } from '../../src/reports/store.ts'
import { base64url } from '../../src/sealing/bytes.ts'
import { openBody, openLine } from '../../src/sealing/open.ts'
import { stretch } from '../../src/sealing/query-code.ts'
import { lookUp, speak, speakPlainly } from '../cast/residents.ts'
import { takeSeat } from '../cast/seat.ts'
import { said } from '../cast/words.ts'
import {
  accept,
  ask,
  decide,
  enterResult,
  proposeDecline,
  proposeEnd,
  takeUp,
  verifyReport,
} from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

describe('the road from a scanned code to an answer', () => {
  let village: Village
  beforeAll(async () => {
    village = await openVillage()
  }, 60_000)

  it('is walked by a report with scripts: sealed, accepted, asked, answered, verified, concluded and read', async () => {
    const { place, liaison, leader, token, house } = village
    const { code, enquiryNumber: number } = await speak(place, token, said.ditch)

    const { report, opened } = await takeUp(place, liaison, number)
    const parts = await listEnvelopes(house.db, [report.id], ['line', 'body'])
    const envelope = (part: string) => parts.find((row) => row.part === part)!.envelope
    expect((await openBody(opened.dek, report.id, envelope('body'))).text).toBe(said.ditch.text)
    expect((await openLine(opened.dek, report.id, envelope('line'))).text).toContain('水渠堵了半个月')

    await accept(place, liaison, number, liaison, { category: 'B5/B5', urgent: true })
    expect(wordsJoined((await lookUp(place, code)).html)).toContain('已受理')

    const today = dayOf(house.clock.now())
    await ask(place, liaison, number, '是哪一段渠？', replyBy(today, house.clock.calendar))
    const asked = await lookUp(place, code)
    expect(wordsJoined(asked.html)).toContain('想请您补一点')
    const [question] = await listMessages(house.db, report.id)
    expect(await asked.read('toResident', question!.id, question!.envelope)).toBe('是哪一段渠？')

    await asked.add('三组晒谷场后面那一段。')
    expect(wordsJoined((await lookUp(place, code)).html)).toContain('已受理')

    await verifyReport(place, liaison, number, leader)
    await enterResult(place, liaison, number, '渠口淤塞。', 'substantiated')
    await proposeEnd(place, liaison, number, {
      conclusion: 'substantiated',
      resultType: 'solved',
      answer: '水渠通了。',
    })
    await decide(place, leader, number)

    const answered = await lookUp(place, code)
    expect(wordsJoined(answered.html)).toContain('已经办好。')
    const answer = (await listMessages(house.db, report.id)).find(({ purpose }) => purpose === 'answer')
    expect(await answered.read('toResident', answer!.id, answer!.envelope)).toBe('水渠通了。')
  })

  it('is walked without scripts, and the server opens messages only while the code is in the request', async () => {
    const { place, liaison, leader, token, house } = village
    const { code, enquiryNumber: number } = await speakPlainly(place, token, said.court)
    await proposeDecline(place, liaison, number, 'courtMatter', '法院诉讼服务热线', '12368')
    await decide(place, leader, number)
    const seat = takeSeat(place.door)
    const read = async (asked: Record<string, string>) =>
      wordsJoined(await (await seat.post(paths.progress, asked)).text())
    const opened = await read({ code })
    expect(opened).toContain('这件事不归巡察组办')
    expect(opened).toMatch(/法院诉讼服务热线.*12368/s)
    // A moment later the same report is found by its look-up value, with which nothing opens.
    const { codeSalt } = await theOffice(house.db)
    const { lookup } = await stretch(code, codeSalt)
    const sealed = await read({ lookup: base64url(lookup) })
    expect(sealed).toContain('这件事不归巡察组办')
    const { code: another } = await speakPlainly(place, token, said.court)
    const asked = wordsJoined(await (await seat.get(paths.progress)).text())
    for (const words of [sealed, await read({ code: another }), asked])
      expect(words).not.toMatch(/法院诉讼服务热线|12368/)
  })

  it('ends every report about conduct in the same words, found or not', async () => {
    const { place, liaison, leader, token } = village
    const seen: string[] = []
    for (const [conclusion, resultType] of [
      ['substantiated', 'movedOn'],
      ['unsubstantiated', 'noAction'],
    ] as const) {
      const { code, enquiryNumber: number } = await speak(place, token, said.favours)
      await accept(place, leader, number, liaison, { category: 'B9/B9', risk: 'high' })
      await verifyReport(place, liaison, number, leader)
      await enterResult(place, liaison, number, '走访八户。', conclusion)
      await proposeEnd(place, liaison, number, { conclusion, resultType })
      await decide(place, leader, number)
      const { html } = await lookUp(place, code)
      seen.push(html.replace(/data-(report|access)="[^"]*"/g, ''))
    }
    expect(wordsJoined(seen[0]!)).toContain('您反映的情况，已经按规定处理。谢谢您。')
    expect(seen[0]).toBe(seen[1])
  })
})
