import { paths } from '../src/paths.ts'
import { createHandlingUnit } from '../src/referrals/handling-units.ts'
import { moveReport } from '../src/reports/moving.ts'
import type { Report } from '../src/reports/tables.ts'
import { base64url, random } from '../src/sealing/bytes.ts'
import { digestIn } from './cast/digest.ts'
import { openTeamDesk, type TeamDesk } from './team-desk.ts'

export const hand = { who: 'zhou', now: new Date('2026-11-24T01:00:00Z') }

export const anything = (bytes: number) => base64url(random(bytes))

/** A report about the desk's village that its liaison verifies, and a unit it may go to. */
export async function openToRefer(
  about: { afraid?: boolean; kind?: 'problem' | 'conduct'; risk?: 'high' } = {},
) {
  const desk = await openTeamDesk()
  const { db, ids, moment } = desk
  await createHandlingUnit(
    db,
    'bureau',
    { name: '岚川市农业农村局', contact: '何晓', phone: '0700-5550300', belongsTo: null, retired: false },
    hand,
  )
  await createHandlingUnit(
    db,
    'village',
    {
      name: '青塘村村民委员会',
      contact: '何晓',
      phone: '0700-5550301',
      belongsTo: ids.unitId,
      retired: false,
    },
    hand,
  )
  const { afraid = false, kind = 'problem', risk = 'low' as const } = about
  let report = await desk.write({ afraid, kind })
  const leader = { id: 'li', roles: ['leader' as const] }
  const form = { decided: { owner: 'chen', risk }, sealed: [] }
  await moveReport(db, report, 'accept', leader, form, moment())
  report = await desk.now(report)
  await moveReport(db, report, 'verify', leader, { decided: {}, sealed: [] }, moment())
  return { desk, report: await desk.now(report) }
}

/** A referral as its form is posted, with letters that nobody could open. */
export const draft = (report: Report, changed: Record<string, string> = {}) => ({
  steps: String(report.steps),
  handlingUnit: 'bureau',
  due: '2026-12-10',
  letter: anything(30 + 1024),
  letterId: anything(16),
  letterTeamKey: anything(115),
  letterOfficeKey: anything(115),
  letterEpoch: '1',
  letterBox: '1',
  ...changed,
})

export const refer = (desk: TeamDesk, report: Report, changed?: Record<string, string>) =>
  desk.chen.post(paths.move(desk.ids.teamId, report.id, 'refer'), draft(report, changed))

export async function decide(desk: TeamDesk, report: Report, fields: Record<string, string>) {
  const address = paths.approveReferral(desk.ids.teamId, report.id)
  const digest = digestIn((await desk.li.get(address)).html)
  return desk.li.post(address, { steps: String(report.steps), digest, ...fields })
}

/** What a leader says to have looked at. */
export const ticks = { tickWords: 'yes', tickUnit: 'yes', tickGuess: 'yes', tickDemands: 'yes' }
