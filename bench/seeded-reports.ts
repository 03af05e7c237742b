import { tilesOf } from '../src/categories/checklist.ts'
import { firstOf } from '../src/categories/store.ts'
import type { Calendar } from '../src/clock/calendar.ts'
import { addDays, type Day } from '../src/clock/day.ts'
import { acceptBy } from '../src/clock/deadlines.ts'
import type { Db } from '../src/db/db.ts'
import { envelopes } from '../src/reports/belonging-tables.ts'
import { isOpen, type State } from '../src/reports/lifecycle.ts'
import { placeInQueue } from '../src/reports/placing.ts'
import { reports } from '../src/reports/tables.ts'
import { base64url, random } from '../src/sealing/bytes.ts'
import { makeReportId, type SealedReport } from '../src/sealing/seal.ts'
import type { SeededTeam } from './seeded-office.ts'

/** How reports stand in an office that works: of twenty, so many in each state. */
const states: readonly State[] = [
  ...['received', 'received', 'needsInfo', 'accepted', 'accepted', 'accepted', 'reopened'],
  ...['verifying', 'verifying', 'verifying', 'verifying', 'verifying', 'declined', 'merged'],
  ...['concluded', 'concluded', 'concluded', 'archived', 'archived', 'archived'],
] as State[]

/** The sealed parts, but for the bodies: no queue reads them, and a million would fill six gigabytes. */
const kept = ['access', 'dek', 'line'] as const
const TOGETHER = 200

/** So many reports, spread evenly over the teams, in the order of their ids: that is how the tables lie. */
export async function seedReports(
  db: Db,
  teams: readonly SeededTeam[],
  sealed: SealedReport,
  many: number,
  { today, calendar }: { today: Day; calendar: Calendar },
): Promise<void> {
  const ids = Array.from({ length: many }, makeReportId).sort()
  for (let at = 0; at < many; at += TOGETHER) {
    const some = ids.slice(at, at + TOGETHER)
    await db.insert(reports).values(some.map((id, n) => rowOf(id, at + n, teams, today, calendar)))
    await db.insert(envelopes).values(
      some.flatMap((reportId) =>
        kept.map((part) => ({
          reportId,
          part,
          partId: '',
          envelope: sealed[part],
        })),
      ),
    )
  }
}

const tiles = tilesOf(firstOf('village')).map(({ code }) => code)
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T

/** A report in the middle of its life, its columns as the product would have left them. */
function rowOf(id: string, n: number, all: readonly SeededTeam[], today: Day, calendar: Calendar) {
  const team = pick(all, n)
  const nth = Math.floor(n / all.length)
  const state = pick(states, nth)
  const fresh = state === 'received' || state === 'needsInfo'
  const open = isOpen(state)
  const receivedOn = addDays(today, -(fresh ? nth % 2 : 3 + (nth % 50)))
  const due = state === 'received' ? acceptBy(receivedOn, calendar) : addDays(today, (nth % 25) - 3)
  const afraid = nth % 11 === 0
  const row = {
    id,
    state,
    receivedOn,
    afraid,
    due: open ? due : null,
    urgent: nth % 37 === 0,
    unread: open && nth % 9 === 0,
  }
  const closedOn = open ? null : addDays(receivedOn, 2)
  return {
    ...row,
    roundId: team.roundId,
    teamId: team.teamId,
    unitId: pick(team.units, nth),
    epoch: 1,
    enquiryNumber: String(n).padStart(6, '0'),
    lookupHash: base64url(random(32)),
    ...({ channel: 'scan', kind: nth % 8 === 0 ? 'conduct' : 'problem', tile: pick(tiles, nth) } as const),
    ...({ inCourt: 'no', identityMode: 'anonymous', hasText: true, contactHeld: false } as const),
    callMe: false,
    forOther: false,
    namesPerson: false,
    steps: fresh ? 1 : 3,
    owner: fresh || !open ? null : team.leader,
    ...(state === 'verifying' &&
      nth % 4 === 0 &&
      ({ pendingMove: 'conclude', pendingBy: team.leader } as const)),
    receivedAt: fresh ? `${receivedOn}T01:00:00.000Z` : null,
    acceptedOn: fresh ? null : receivedOn,
    promise: due,
    ...(open && ({ dueKind: state === 'received' ? 'accept' : 'answer' } as const)),
    concludedOn: closedOn,
    archivedOn: state === 'archived' ? closedOn : null,
    ...placeInQueue({ ...row, held: false, identityMode: 'anonymous', tellBy: null }, today),
  } satisfies typeof reports.$inferInsert
}
