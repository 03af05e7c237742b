import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { theOffice } from '../office/store.ts'
import { findOfficeBox } from '../office/successions.ts'
import { OFFICE } from '../staff/roles.ts'
import { teamKeys } from '../staff/tables.ts'

/** To whom a letter is sealed: certificates that the browser checks against the root. */
export interface Seals {
  epoch: number
  /** Which of the office's boxes is in force. */
  box: number
  team: string
  office: string
}

/** A letter of a report that the office keeps is sealed to the office alone. `undefined`: the team has no key yet. */
export async function findSeals(db: Db, teamId: string): Promise<Seals | undefined> {
  const [{ certificate: office }, box, keys] = await Promise.all([
    theOffice(db),
    findOfficeBox(db),
    findTeamCertificate(db, teamId),
  ])
  if (teamId === OFFICE) return { epoch: box, box, team: office, office }
  return keys?.certificate ? { epoch: keys.epoch, box, team: keys.certificate, office } : undefined
}

/** The team's latest keys that the office has confirmed: what is sealed anew is sealed to these. */
export async function findTeamCertificate(db: Db, teamId: string) {
  const [keys] = await db
    .select({ epoch: teamKeys.epoch, certificate: teamKeys.certificate })
    .from(teamKeys)
    .where(and(eq(teamKeys.teamId, teamId), isNotNull(teamKeys.certificate)))
    .orderBy(desc(teamKeys.epoch))
    .limit(1)
  return keys
}
