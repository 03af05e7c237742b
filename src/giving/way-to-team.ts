import type { Db } from '../db/db.ts'
import { filedByResident } from '../reports/channels.ts'
import { mayGive } from '../reports/giving.ts'
import { listEnvelopes, listMessages } from '../reports/store.ts'
import type { Report } from '../reports/tables.ts'
import { findAssigned } from '../rounds/assignments.ts'
import { SEALED_KEY } from '../sealing/suite.ts'
import { teamLockInForce } from '../staff/lock-in-force.ts'

/** To whom the office may give what came past the team: whoever inspects the unit, with the lock that is in force. */
export async function findWayToTeam(db: Db, report: Report) {
  if (!mayGive(report)) return undefined
  const team = (await findAssigned(db, report.roundId, report.unitId))?.team
  if (!team || team.closedOn) return undefined
  const [lock, [contact], messages] = await Promise.all([
    teamLockInForce(db, team.id),
    listEnvelopes(db, [report.id], ['contact']),
    listMessages(db, report.id),
  ])
  if (!lock) return undefined
  const wrote = messages.some(({ direction }) => direction === 'toTeam')
  // Nobody can have agreed who was never spoken to: not at filing, not by telephone, not in a message of theirs.
  const canAgree = wrote || report.contactHeld || !filedByResident(report.channel)
  return { team, ...lock, canAgree, contactKey: contact?.envelope.slice(0, SEALED_KEY) }
}

export type WayToTeam = NonNullable<Awaited<ReturnType<typeof findWayToTeam>>>
