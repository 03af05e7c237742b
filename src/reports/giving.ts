import { eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { type Recorded, record } from '../log/record.ts'
import { writeWhy } from '../log/why.ts'
import type { Keeper, SealedOver } from './leaving.ts'
import { type Moment, type Moved, written } from './moving.ts'
import type { Person } from './offers.ts'
import { dropDraft, dropEarlier, dropOwnWords, endHanded, replaced } from './rows.ts'
import { nextStep, staffTime } from './steps.ts'
import { ifAllowed, teamStillThere } from './still-there.ts'
import { contactUnder } from './store.ts'
import { type Report, reports } from './tables.ts'

/** What nobody has decided on, and no team has left behind. */
export const mayGive = ({ state, handedBy, pendingMove }: Report): boolean =>
  state === 'received' && handedBy === null && pendingMove === null

/** Says that it is not about this team. Another administrator is to say so too before it goes there. */
export function askForTeam(
  db: Db,
  report: Report,
  team: string,
  { id: who }: Person,
  { now }: Moment,
): Promise<Recorded> {
  const why = writeWhy({ team }) ?? null
  const step = nextStep(report, { move: 'ask for team', at: staffTime(report, now), who, why })
  return record(db, step, [db.update(reports).set({ steps: step.position }).where(eq(reports.id, report.id))])
}

/**
 * A report that came past its team and is not about it goes to that team: the old envelopes are replaced, so that
 * whoever had it opens it no more. Contact details go along: the office opens nothing of it any more, and would be the
 * only one who could. What the office wrote down for itself, about this very team, goes. What it was sorted as is the
 * team's to say anew, as `sorted` has it.
 */
export async function giveToTeam(
  db: Db,
  report: Report,
  { dek, contactKey }: SealedOver & { dek: Uint8Array<ArrayBuffer> },
  to: Keeper,
  sorted: Pick<Report, 'tile' | 'edition'>,
  { id: who }: Person,
  now: Date,
): Promise<Moved> {
  const { id, contactHeld } = report
  if (!mayGive(report)) return 'not allowed'
  if ((contactKey !== undefined) !== contactHeld) return 'not allowed'
  const contact = contactKey && (await contactUnder(db, id, contactKey))
  if (contactKey && !contact) return 'overtaken'
  const step = nextStep(report, {
    move: 'hand to team',
    at: staffTime(report, now),
    who,
    why: contactHeld ? 'along:contact' : null,
  })
  const moved = { teamId: to.team, epoch: to.epoch, owner: null, refusedMove: null, ...sorted }
  return written(
    await ifAllowed(
      record(db, step, [
        db
          .update(reports)
          .set({ ...moved, steps: step.position })
          .where(eq(reports.id, id)),
        teamStillThere(db, id),
        replaced(db, id, 'dek', dek),
        ...(contact ? [replaced(db, id, 'contact', contact)] : []),
        endHanded(db, id),
        dropEarlier(db, id),
        ...dropDraft(db, id),
        dropOwnWords(db, id),
      ]),
    ),
  )
}
