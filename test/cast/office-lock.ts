import { dayOf } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { importSigning } from '../../src/sealing/open.ts'
import { makeOfficeLock } from '../../src/staff/make-office-lock.client.ts'
import { viewOfficeLock } from '../../src/staff/office-lock.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { type AtDesk, officeKey, type Place, rootOf } from './at-desk.ts'
import { join } from './joining.ts'
import { players } from './people.ts'

/** This administrator leaves, and a second one changes the office's lock: it then has a second root and box. */
export async function succeedOffice(place: Place, leaving: AtDesk): Promise<AtDesk> {
  const stays = await join(place, leaving, players.xu, OFFICE)
  await stays.seat.send(paths.disablePerson(leaving.id), {})
  const made = await makeLockOfOffice(place, stays)
  const { status } = await stays.seat.post(paths.officeLock, { made: JSON.stringify(made) })
  if (status !== 303) throw new Error(`the office's lock answered ${status}`)
  return stays
}

/** What an administrator's browser makes of everything in force, and posts. */
export async function makeLockOfOffice(place: Place, by: AtDesk) {
  const { db, clock } = place.house
  const rootKey = await importSigning((await officeKey(place, by, 'root')).privateKey)
  const lock = await viewOfficeLock(db, dayOf(clock.now()))
  return makeOfficeLock({ root: await rootOf(place, by), rootKey }, lock)
}
