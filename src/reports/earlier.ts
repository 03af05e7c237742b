import { and, asc, count, eq, exists, gt, inArray, lt, lte, sql } from 'drizzle-orm'
import { addDays, type Day, dayOf } from '../clock/day.ts'
import { among } from '../db/among.ts'
import type { Db, Statement } from '../db/db.ts'
import { type Recorded, record } from '../log/record.ts'
import { steps } from '../log/tables.ts'
import { concat } from '../sealing/bytes.ts'
import { SEALED_KEY } from '../sealing/suite.ts'
import { OFFICE } from '../staff/roles.ts'
import { earlierEnvelopes, envelopes } from './belonging-tables.ts'
import { replaced } from './rows.ts'
import { staffTime } from './steps.ts'
import { findContact } from './store.ts'
import { type Report, reports } from './tables.ts'

/**
 * Days for which what was locked anew can be put back. Longer would help whoever left with the earlier key and has a
 * copy of the database; whoever works on a report sees much sooner that it opens no more.
 */
const KEPT_DAYS = 30

/** Under what being locked anew, and put back, is written down. The office's locks stand beside those of its teams. */
export const subjectOfReseal = (id: string, { teamId, epoch }: { teamId: string; epoch: number }) =>
  teamId === OFFICE ? `reseal:${id}:${OFFICE}:${epoch}` : `reseal:${id}:${epoch}`

/** How many steps each of these subjects has. Whoever takes the same next one is overtaken. */
export async function countSteps(db: Db, subjects: readonly string[]): Promise<(subject: string) => number> {
  const rows = await db
    .select({ subject: steps.subject, n: count() })
    .from(steps)
    .where(inArray(steps.subject, among(subjects)))
    .groupBy(steps.subject)
  const found = new Map(rows.map(({ subject, n }) => [subject, n]))
  return (subject) => found.get(subject) ?? 0
}

/** Who locked a report anew, with whatever lock, and who put back what there was before. */
export const listRelocked = (db: Db, id: string) =>
  db
    .select()
    .from(steps)
    .where(and(gt(steps.subject, `reseal:${id}:`), lt(steps.subject, `reseal:${id}:~`)))
    .orderBy(asc(steps.at), asc(steps.subject), asc(steps.position))

/** What these reports are locked with is kept, before it is replaced. Of contact details the key alone. */
export const setAside = (
  db: Db,
  teamId: string,
  due: readonly { id: string; from: number }[],
  on: Day,
): Statement =>
  db.insert(earlierEnvelopes).select(sql`
    select e."reportId", e."part",
      (select coalesce(max("number"), 0) + 1 from "earlierEnvelopes" where "subject" = e."reportId"),
      r."teamId", r."epoch", substr(e."envelope", 1, ${SEALED_KEY}), ${on}
    from json_each(${JSON.stringify(due.map(({ id, from }) => ({ id, from })))}) as due
    join ${reports} as r on r."id" = due.value->>'id' and r."epoch" = due.value->>'from'
    join ${envelopes} as e on e."reportId" = r."id" and e."partId" = ''
      and (e."part" = 'dek' or (e."part" = 'contact' and r."contactEpoch" is null))
    where r."teamId" = ${teamId}`)

export interface Earlier {
  number: number
  epoch: number
  dek: Uint8Array<ArrayBuffer>
  contactKey: Uint8Array<ArrayBuffer> | undefined
}

/** What a report was locked with before, while whoever has it now had it, the latest last. */
export async function listEarlier(db: Db, { id, teamId }: Pick<Report, 'id' | 'teamId'>): Promise<Earlier[]> {
  const rows = await db
    .select()
    .from(earlierEnvelopes)
    .where(and(eq(earlierEnvelopes.subject, id), eq(earlierEnvelopes.holder, teamId)))
    .orderBy(asc(earlierEnvelopes.number))
  return rows.flatMap(({ part, number, epoch, envelope }) => {
    if (part !== 'dek') return []
    const contact = rows.find((row) => row.number === number && row.part === 'contact')
    return [{ number, epoch, dek: envelope, contactKey: contact?.envelope }]
  })
}

/**
 * Locks a report as it was locked before. What it is locked with now is set aside in its turn: nobody destroys anything
 * by putting back. `refused` when its contact details could not come along.
 */
export async function putBack(
  db: Db,
  report: Report,
  { epoch, dek, contactKey }: Pick<Earlier, 'epoch' | 'dek' | 'contactKey'>,
  { who, now, guard }: { who: string; now: Date; guard: readonly Statement[] },
): Promise<Recorded | 'refused'> {
  const { id, teamId, epoch: from } = report
  const held = report.contactEpoch === null ? await findContact(db, id) : undefined
  if (held && !contactKey) return 'refused'
  const subject = subjectOfReseal(id, report)
  const position = (await countSteps(db, [subject]))(subject) + 1
  const here = and(eq(reports.id, id), eq(reports.teamId, teamId), eq(reports.epoch, from))
  const stands = exists(db.select({ id: reports.id }).from(reports).where(here))
  const step = { subject, position, at: staffTime(report, now), who, move: 'put back' }
  return record(db, { ...step, from: String(from), to: String(epoch) }, [
    ...guard,
    setAside(db, teamId, [{ id, from }], dayOf(now)),
    replaced(db, id, 'dek', dek, stands),
    ...(held && contactKey
      ? [replaced(db, id, 'contact', concat(contactKey, held.slice(SEALED_KEY)), stands)]
      : []),
    db.update(reports).set({ epoch }).where(here),
  ])
}

/** What was not put back in time goes. */
export async function eraseEarlier(db: Db, today: Day): Promise<void> {
  await db.delete(earlierEnvelopes).where(lte(earlierEnvelopes.on, addDays(today, -KEPT_DAYS)))
}
