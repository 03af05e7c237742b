import { and, eq, getTableColumns, isNull, notInArray, type Placeholder, sql } from 'drizzle-orm'
import { type Day, dayOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import { endFiles } from '../files/ending.ts'
import { findStep, record } from '../log/record.ts'
import { type EnvelopePart, envelopes, escalations, messages } from './belonging-tables.ts'
import { type Moment, type Moved, written } from './moving.ts'
import type { Person } from './offers.ts'
import { dropEarlier } from './rows.ts'
import { nextStep, staffTime } from './steps.ts'
import { nothingArrived, unlessRefused, wholeFiles } from './still-there.ts'
import { findContact, type Knower, mayKnow, type Placed } from './store.ts'
import { type Report, reports } from './tables.ts'

/** `lastPut`: the step that put the latest into it. */
export type Escalation = typeof escalations.$inferSelect & { lastPut: number }

/** From now on it is there for who brought it up, and for the leader who agreed. */
export const closeTo = (db: Db, reportId: string, openedBy: string, agreedBy: string): Statement =>
  db.insert(escalations).values({ reportId, openedBy, agreedBy })

/** A look at the contact for a reason of the list, who stays away, another lock: none puts anything into a package. */
const lastPut = sql<number>`(select max(position) from steps where subject = 'report:' || ${escalations.reportId}
  and move not in ('recuse', 'end recusal', 'recuse from unit', 'end unit recusal', 'reseal', 'put back')
  and not (move = 'view contact' and instr(why, 'sealed:') = 0))`

const withLastPut = { ...getTableColumns(escalations), lastPut }

export async function findEscalation(db: Db, reportId: string): Promise<Escalation | undefined> {
  const [found] = await db.select(withLastPut).from(escalations).where(eq(escalations.reportId, reportId))
  return found
}

/** Erased here for a receipt: staff add nothing to it any more. */
export const isErased = async (db: Db, { id, state }: Report): Promise<boolean> =>
  state === 'escalated' && (await findEscalation(db, id))?.receipt != null

/**
 * The resident has added to it: that goes up in a package of its own, for another receipt. The number of the one before
 * stays in the steps.
 */
export const awaitReceipt = (db: Db, reportId: string): Statement =>
  db.update(escalations).set({ receipt: null, receiptOn: null }).where(eq(escalations.reportId, reportId))

/** Decided on that day; or, of what has a receipt already, first added to by the resident since. */
const waitsSince = sql<Day>`coalesce((select min(m."on") from messages m
  where m.reportId = ${reports.id} and m.direction = 'toTeam' and length(m.envelope) > 0 and exists (select 1 from steps
    where subject = 'report:' || ${reports.id} and move = 'receipt')), ${reports.concludedOn})`

/** Since when each of the team's waits to be signed for by whoever it goes up to, the longest first. */
export async function listGoingUp(db: Db, team: string, person: Person): Promise<Day[]> {
  const { id, roles } = person
  const asked = roles.includes('leader') ? ofLeader(db) : ofOther(db)
  return (await asked.all({ team, person: id })).map(({ since }) => since).sort()
}

const spelled = (roles: Knower['roles']) =>
  prepared((db) => goingUp(db, sql.placeholder('team'), { id: sql.placeholder('person'), roles }).prepare())
const ofLeader = spelled(['leader'])
const ofOther = spelled([])

export const goingUp = (db: Db, team: string | Placeholder, person: Placed<Knower>) =>
  db
    .select({ since: waitsSince })
    .from(escalations)
    .crossJoin(reports)
    .where(and(goesUp(team), isNull(escalations.receipt), mayKnow(db, person)))

/** With a cross join, which SQLite keeps in its order: of all the team's reports few go up, and those by their ids. */
const goesUp = (team: string | Placeholder) =>
  and(eq(reports.id, escalations.reportId), eq(reports.teamId, team))

/** Of the team's what this person brought up or agreed to; the earliest first. */
export const listEscalated = (db: Db, team: string, person: Person) =>
  db
    .select({ report: reports, escalation: withLastPut, since: waitsSince, whole: wholeFiles })
    .from(escalations)
    .crossJoin(reports)
    .where(and(goesUp(team), mayKnow(db, person)))
    .orderBy(reports.concludedOn, reports.id)

/**
 * Everything is in the package that was taken out. What is written later, even a note, wants a new one, and so does a
 * file that arrives later. `whole`: how many files are there.
 */
export const isExported = ({ exportedAs, exportedFiles, lastPut }: Escalation, whole: number): boolean =>
  exportedAs === lastPut && exportedFiles === whole

export const mayExport = (escalation: Escalation, whole: number, { roles }: Person) =>
  roles.includes('leader') && escalation.receipt === null && !isExported(escalation, whole)

/**
 * What the resident added goes, and that it came stays: whoever sends the same once more is answered as of any report,
 * and would learn from another answer that it was erased here.
 */
const eraseAdded = (db: Db, reportId: string): Statement =>
  db
    .update(messages)
    .set({ envelope: sql`x''` })
    .where(and(eq(messages.reportId, reportId), eq(messages.direction, 'toTeam')))

const OPENED = 'open for export'

/**
 * Hands out what is to be packed, name and telephone too, and has it on record first. `undefined`: no contact is held.
 */
export async function openForExport(
  db: Db,
  report: Report,
  { id: who }: Person,
  { now }: Moment,
): Promise<Uint8Array<ArrayBuffer> | undefined | 'overtaken'> {
  const step = nextStep(report, { move: OPENED, at: staffTime(report, now), who })
  const recorded = await record(db, step, [
    db.update(reports).set({ steps: step.position }).where(eq(reports.id, report.id)),
  ])
  if (recorded === 'overtaken') return recorded
  // Locked to a team that has left, it opens for nobody here.
  if (report.contactEpoch !== null) return undefined
  return findContact(db, report.id)
}

/**
 * The package has left; its fingerprint stays here, to know it again by. Only whoever took the contents out as the
 * very last thing that happened can have packed them.
 */
export async function recordExport(
  db: Db,
  report: Report,
  { id: who }: Person,
  { sha256, files }: { sha256: string; files: number },
  { now }: Moment,
): Promise<Moved> {
  const last = await findStep(db, `report:${report.id}`, report.steps)
  if (last?.move !== OPENED || last.who !== who) return 'not allowed'
  const step = nextStep(report, { move: 'export', at: staffTime(report, now), who, why: `sha256:${sha256}` })
  const { position } = step
  return written(
    await record(db, step, [
      db
        .update(escalations)
        .set({ exportedAs: position, exportedFiles: files })
        .where(eq(escalations.reportId, report.id)),
      db.update(reports).set({ steps: position }).where(eq(reports.id, report.id)),
    ]),
  )
}

/**
 * Whoever got the package has signed for it: here its contents are erased, and the steps stay as a stub. What the
 * resident's page is made of stays: the keys, what they were told, and that they may have their telephone erased. From
 * one page without it they would learn that it went up.
 */
export async function eraseForReceipt(
  db: Db,
  report: Report,
  { id: who }: Person,
  receipt: string,
  { now }: Moment,
  alongside: (db: Db, reportId: string) => readonly Statement[],
): Promise<Moved> {
  const on = dayOf(now)
  const step = nextStep(report, {
    move: 'receipt',
    at: staffTime(report, now),
    who,
    why: `receipt:${receipt}`,
  })
  // Locked to others, the contact was in no package: here is the only place where it is.
  const isElsewhere = report.contactEpoch !== null
  const contact = report.contactHeld && !isElsewhere ? { contactErasedOn: report.contactErasedOn ?? on } : {}
  const kept: EnvelopePart[] = ['dek', 'access', ...(isElsewhere ? (['contact'] as const) : [])]
  return written(
    await unlessRefused(
      record(db, step, [
        nothingArrived(db, report.id),
        db.update(escalations).set({ receipt, receiptOn: on }).where(eq(escalations.reportId, report.id)),
        db
          .update(reports)
          .set({ ...contact, unread: false, tellBy: null, queueKey: null, steps: step.position })
          .where(eq(reports.id, report.id)),
        db.delete(envelopes).where(and(eq(envelopes.reportId, report.id), notInArray(envelopes.part, kept))),
        dropEarlier(db, report.id),
        eraseAdded(db, report.id),
        ...endFiles(db, report.id, on),
        ...alongside(db, report.id),
      ]),
    ),
  )
}
