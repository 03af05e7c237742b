import type { Db } from '../db/db.ts'
import { theOffice } from '../office/store.ts'
import { findOfficeBox } from '../office/successions.ts'
import { lockInForce } from '../staff/lock-in-force.ts'

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
  const [{ certificate: office }, box, lock] = await Promise.all([
    theOffice(db),
    findOfficeBox(db),
    lockInForce(db, teamId),
  ])
  return lock && { epoch: lock.epoch, box, team: lock.certificate, office }
}
