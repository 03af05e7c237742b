import { dayOf } from '../../src/clock/day.ts'
import { listReferrals } from '../../src/referrals/store.ts'
import type { AtDesk } from '../cast/at-desk.ts'
import {
  approveReferral,
  enterHandlingUnit,
  letterOf,
  proposeReferral,
  signLetter,
} from '../cast/referring.ts'
import { lookUp, speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { accept, takeUp, verifyReport } from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage } from './stage.ts'

export const letter = { summary: '该村部分灌溉渠道排水不畅，影响灌溉。', demands: '请全村排查，按期回复。' }

/** A village with a handling unit of the county and one of the town, and reports on their way to them. */
export async function openReferring() {
  const village = await openVillage()
  const { place, administrator, liaison, leader, token, ids } = village
  const bureau = await enterHandlingUnit(place, administrator, '岚川市农业农村局', null)
  const town = await enterHandlingUnit(place, administrator, '榕墟镇人民政府', ids.units.rongxu)

  /** A moment later: drafts are told apart by their time. */
  const later = () => village.clock.set(new Date(village.clock.now().getTime() + 1000))
  const today = () => dayOf(village.house.clock.now())
  const see = async (code: string) => wordsJoined((await lookUp(village.place, code)).html)
  const report = async (number: string) => (await takeUp(village.place, village.liaison, number)).report

  const lettersOf = (id: string) => listReferrals(village.house.db, id)

  /** Accepted and being verified, by the liaison. */
  async function verified(about: Parameters<typeof speak>[2] = said.ditch, by: AtDesk = village.liaison) {
    const { code, enquiryNumber: number } = await speak(place, token, about)
    await accept(place, by, number, liaison, { category: 'B5/B5' })
    await verifyReport(place, liaison, number, leader)
    return { code, number }
  }

  /** With a handling unit, under a number. */
  async function issued() {
    const { code, number } = await verified()
    await proposeReferral(place, liaison, number, bureau, letter)
    await approveReferral(place, leader, number)
    const sent = await letterOf(place, (await report(number)).id)
    await signLetter(administrator, sent.id)
    return { code, number, id: sent.id }
  }

  return { ...village, bureau, town, later, today, see, report, lettersOf, verified, issued }
}

export type Referring = Awaited<ReturnType<typeof openReferring>>
