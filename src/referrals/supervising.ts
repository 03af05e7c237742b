import { eq } from 'drizzle-orm'
import type { Calendar } from '../clock/calendar.ts'
import { type Day, dayOf, yearOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { letter as letterWords } from '../i18n/letters.ts'
import { say, type Written } from '../i18n/speak.ts'
import { inSeries } from '../log/numbering.ts'
import { type Hand, listSteps, type Recorded, record } from '../log/record.ts'
import type { Office } from '../office/store.ts'
import { paths } from '../paths.ts'
import { isOut } from './letter-states.ts'
import { listPressedFixes } from './pressed-fixes.ts'
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

/** What a unit was asked in writing, and may be pressed for: a letter, or the notice of a fix by its order. */
export interface Asked {
  id: string
  lang: Written
  addressee: string
  /** Its number. */
  of: string
  /** Where what is done about it is on record, and how often something was. */
  subject: string
  steps: number
  /** The page that it is found on. */
  page: string
  /** The day that has passed, if the unit is to be pressed now. */
  late: Day | undefined
  signed: readonly Supervision[]
  /** What else changes when something is done about it. */
  counting: (steps: number) => Statement[]
}

export async function findAsked(db: Db, id: string, person: string, today: Day): Promise<Asked | undefined> {
  const letter = await findReferral(db, id, person)
  if (letter) {
    const [late, signed] = await Promise.all([lateSince(db, letter, today), listSupervisions(db, [id])])
    const { lang, addressee, steps } = letter
    const counting = (steps: number) => [db.update(referrals).set({ steps }).where(eq(referrals.id, id))]
    const of = letterNumber(letter) ?? ''
    return {
      id,
      lang,
      addressee,
      of,
      late,
      signed,
      steps,
      counting,
      ...foundAt('referral', id, paths.letter(id)),
    }
  }
  const fix = (await listPressedFixes(db, person, today)).find(({ notice }) => notice.order === id)
  if (!fix?.notice.wording) return undefined
  const { lang, addressee, number: of } = fix.notice.wording
  const { late, signed } = fix
  const found = foundAt('fix', fix.report.id, paths.letters)
  const steps = (await listSteps(db, found.subject)).length
  return { id, lang, addressee, of, late, signed, steps, counting: () => [], ...found }
}

const foundAt = (kind: string, id: string, page: string) => ({ subject: `${kind}:${id}`, page })

interface Signing extends Hand {
  id: string
  office: Office
  until: Day
  calendar: Calendar
}

/**
 * Gives it the next number of its issuer, among all other letters, and puts it on record with what was asked, so that
 * of two who sign at once the second finds a new day given. `undefined` when there is nothing to press for.
 */
export function signSupervision(db: Db, askedId: string, signing: Signing): Promise<'signed' | 'not late'> {
  const { id, office, until, calendar, who, now } = signing
  const today = dayOf(now)
  const [issuer, year] = [office.letterCode, yearOf(today)]
  return inSeries(db, { of: 'letters', issuer, year }, async (step) => {
    const asked = await findAsked(db, askedId, who, today)
    if (!asked?.late) return 'not late'
    const { lang, subject, late: due } = asked
    const number = step.position
    const by = { at: now.toISOString(), who }
    const position = asked.steps + 1
    const words = pressingOf(asked, { office, due, until, today, calendar })
    const signed = {
      number: say(lang, letterWords.number, { issuer, year, n: number }),
      date: say(lang, letterWords.date, partsOf(today)),
    }
    const row = {
      id,
      referralId: askedId,
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
        { subject, position, ...by, move: 'supervise', why: `until:${until}` },
      ],
      [
        db.insert(supervisions).values({ ...row, wording: { ...words, ...signed } }),
        ...asked.counting(position),
      ],
    )
    return recorded === 'done' ? 'signed' : undefined
  })
}

/** Its original is being printed: on a later day there are only copies. */
export function printSupervision(
  db: Db,
  { subject, steps, counting }: Asked,
  { id }: Supervision,
  { who, now }: Hand,
): Promise<Recorded> {
  const position = steps + 1
  const step = { subject, position, at: now.toISOString(), who }
  return record(db, { ...step, move: 'print', why: `supervision:${id}` }, [
    db
      .update(supervisions)
      .set({ printedOn: dayOf(now) })
      .where(eq(supervisions.id, id)),
    ...counting(position),
  ])
}
