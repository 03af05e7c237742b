import type { Calendar } from '../clock/calendar.ts'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { countUnposted } from '../posters/sheet-moving.ts'
import { isLive, listCodes } from '../posters/store.ts'
import { listPressedFixes } from '../referrals/pressed-fixes.ts'
import { countLetters } from '../referrals/store.ts'
import { listRounds } from '../rounds/store.ts'
import { listTeams, type Team } from '../rounds/teams.ts'
import { OFFICE } from '../staff/roles.ts'
import { countTeams, listUnreadTeams, type TeamCounts } from './home-counts.ts'
import { currentRound } from './home-view.ts'
import { theOffice } from './store.ts'

export interface Today {
  /** `round` is named where more than one is shown. `left`: the id of a team that was closed. */
  teams: readonly { team: string; left: string | undefined; round: string | undefined; counts: TeamCounts }[]
  /** Codes that wait to be put in use. */
  waiting: number
  /** Sheets of codes in use that nobody has put up. */
  unposted: number
  letters: { toNumber: number; due: number }
}

/**
 * How the queues stand of every team whose round has not left the field, whichever round is being prepared beside it,
 * and of every other with which something lies that a resident added and nobody has read. `undefined` until a notice is
 * in use; with none left it still shows what came by them.
 */
export async function viewToday(
  db: Db,
  { today, calendar }: { today: Day; calendar: Calendar },
  person: string,
): Promise<Today | undefined> {
  const rounds = await listRounds(db)
  const inField = rounds.filter(({ fieldEndsOn }) => fieldEndsOn >= today)
  const last = currentRound(rounds, today)
  const shown = inField.length > 0 || !last ? inField : [last]
  const unread = new Set(await listUnreadTeams(db))
  const listed: { id: string; team: string; left: string | undefined; round: string | undefined }[] = []
  let [waiting, inUse, unposted] = [0, 0, 0]
  for (const { id, title } of shown) {
    const codes = (await listCodes(db, id)).filter(isLive)
    const used = codes.filter(({ state }) => state === 'inUse').length
    waiting += codes.length - used
    inUse += used
    unposted += await countUnposted(db, id)
    const round = shown.length > 1 ? title : undefined
    for (const team of await listTeams(db, id)) listed.push(rowOf(team, round))
  }
  for (const { id, title } of rounds.filter((round) => !shown.includes(round))) {
    for (const team of await listTeams(db, id)) if (unread.has(team.id)) listed.push(rowOf(team, title))
  }
  // What came past the teams, and what they left behind when they had gone.
  const own = { id: OFFICE, team: (await theOffice(db)).shortName, left: undefined, round: undefined }
  const everybody = [...listed, own]
  const counted = await countTeams(
    db,
    everybody.map(({ id }) => id),
    today,
    calendar,
  )
  const teams = everybody.flatMap(({ id, ...row }) => {
    const counts = counted.get(id)
    const isShown =
      counts && (id !== OFFICE || counts.waiting + counts.held + counts.open + counts.unread > 0)
    return isShown ? [{ ...row, counts }] : []
  })
  const isAnythingHere = teams.some(({ counts }) => Object.values(counts).some((n) => n > 0))
  if (inUse === 0 && !isAnythingHere) return undefined
  const { toNumber, due } = await countLetters(db, person, today)
  const late = (await listPressedFixes(db, person, today)).filter((fix) => fix.late)
  return { teams, waiting, unposted, letters: { toNumber, due: due + late.length } }
}

const rowOf = ({ id, name, closedOn }: Team, round: string | undefined) => ({
  id,
  team: name,
  left: closedOn ? id : undefined,
  round,
})
