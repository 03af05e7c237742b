import { eq } from 'drizzle-orm'
import type { Calendar } from '../clock/calendar.ts'
import { type Day, dayOf, yearOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { letter as letterWords } from '../i18n/letters.ts'
import { say } from '../i18n/speak.ts'
import { inSeries } from '../log/numbering.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import type { Office } from '../office/store.ts'
import { isOut } from './letter-states.ts'
import { pressingOf } from './pressing.ts'
import { letterNumber } from './signing.ts'
import { findReferral, findReport, type Referral } from './store.ts'
import { listSupervisions, type Supervision } from './supervisions.ts'
import { referrals, supervisions } from './tables.ts'
import { partsOf } from './wording.ts'

/** The day that has passed without a reply, if the unit is to be pressed now: not while it has a new day before it. */
export async function lateSince(db: Db, letter: Referral, today: Day): Promise<Day | undefined> {
  if (!isOut(letter)) return undefined
  const [report, before] = await Promise.all([
    findReport(db, letter.reportId),
    listSupervisions(db, [letter.id]),
  ])
  const due = report?.due ?? letter.due
  const isWaiting = (before.at(-1)?.until ?? due) >= today || due >= today
  return report?.dueKind === 'unitReply' && !isWaiting ? due : undefined
}

interface Signing extends Hand {
  id: string
  office: Office
  until: Day
  calendar: Calendar
}

/**
 * Gives it the next number of its issuer, among all other letters, and puts it on record with the referral, so that of
 * two who sign at once the second finds a new day given. `undefined` when there is nothing to press for.
 */
export function signSupervision(db: Db, letterId: string, signing: Signing): Promise<'signed' | 'not late'> {
  const { id, office, until, calendar, who, now } = signing
  const today = dayOf(now)
  const [issuer, year] = [office.letterCode, yearOf(today)]
  return inSeries(db, { of: 'letters', issuer, year }, async (step) => {
    const letter = await findReferral(db, letterId, who)
    const due = letter && (await lateSince(db, letter, today))
    if (!letter || !due) return 'not late'
    const number = step.position
    const by = { at: now.toISOString(), who }
    const position = letter.steps + 1
    const words = pressingOf(
      { ...letter, of: letterNumber(letter) ?? '' },
      { office, due, until, today, calendar },
    )
    const signed = {
      number: say(letter.lang, letterWords.number, { issuer, year, n: number }),
      date: say(letter.lang, letterWords.date, partsOf(today)),
    }
    const row = {
      id,
      referralId: letterId,
      issuer,
      year,
      number,
      until,
      signedBy: who,
      signedOn: today,
    }
    const recorded = await record(
      db,
      [
        { ...step, ...by, why: `supervision:${id}` },
        { subject: `referral:${letterId}`, position, ...by, move: 'supervise', why: `until:${until}` },
      ],
      [
        db.insert(supervisions).values({ ...row, wording: { ...words, ...signed } }),
        db.update(referrals).set({ steps: position }).where(eq(referrals.id, letterId)),
      ],
    )
    return recorded === 'done' ? 'signed' : undefined
  })
}

/** Its original is being printed: on a later day there are only copies. */
export function printSupervision(
  db: Db,
  letter: Referral,
  { id }: Supervision,
  { who, now }: Hand,
): Promise<Recorded> {
  const position = letter.steps + 1
  const step = { subject: `referral:${letter.id}`, position, at: now.toISOString(), who }
  return record(db, { ...step, move: 'print', why: `supervision:${id}` }, [
    db
      .update(supervisions)
      .set({ printedOn: dayOf(now) })
      .where(eq(supervisions.id, id)),
    db.update(referrals).set({ steps: position }).where(eq(referrals.id, letter.id)),
  ])
}
