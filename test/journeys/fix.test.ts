import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { openSet } from '../../src/queue/opening.client.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { lookUp, speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import {
  accept,
  decide,
  enterResult,
  proposeEnd,
  proposeFix,
  seeItDone,
  seeItNotDone,
  takeUp,
  verifyReport,
} from '../cast/working.ts'
import { openVillage, type Village } from './stage.ts'

const wordsOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

describe('the way of a report that is mended on the spot', () => {
  let village: Village
  beforeAll(async () => {
    village = await openVillage()
  }, 60_000)

  it('is ordered, not done, ordered again, seen to be done and answered; the resident reads each', async () => {
    const { place, liaison, leader, token, house } = village
    const { code, enquiryNumber: number } = await speak(place, token, said.ditch)
    const reads = async () => wordsOf((await lookUp(place, code)).html)
    const order = { matter: '疏通水渠', responsible: '青塘村', signer: '村主任' }
    const due = addDays(dayOf(house.clock.now()), 1)

    await accept(place, liaison, number, liaison, { category: 'B5/B5' })
    await verifyReport(place, liaison, number, leader)
    await enterResult(place, liaison, number, '渠口淤塞。', 'substantiated')
    await proposeFix(place, liaison, number, order, due)
    await decide(place, leader, number)
    expect(await reads()).toContain('已要求马上解决')

    const { report, opened } = await takeUp(place, leader, number)
    const [written] = await listEnvelopes(house.db, [report.id], ['order'])
    const read = await openSet(opened, 'order', written!.partId, written!.envelope)
    expect(Object.fromEntries(read)).toEqual(order)

    await seeItNotDone(place, liaison, number, '没有人来。')
    expect(await reads()).toContain('正在核实')

    await proposeFix(place, liaison, number, order, due)
    await decide(place, leader, number)
    await seeItDone(place, liaison, number)
    await proposeEnd(place, liaison, number, {
      conclusion: 'substantiated',
      resultType: 'solved',
      answer: '水渠通了。',
    })
    await decide(place, leader, number)
    expect(await reads()).toContain('已经办好。')
  })
})
