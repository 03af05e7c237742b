import { eq } from 'drizzle-orm'
import { dayOf, yearOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { inSeries } from '../log/numbering.ts'
import { type Hand, record } from '../log/record.ts'
import { findWording } from './letter-view.ts'
import type { Marks } from './marks.ts'
import { type Choice, choicesFor, returnsAmong } from './referring.ts'
import { listReaders } from './signers.ts'
import { findReferral, findReport, listReferrals, type Referral } from './store.ts'
import { referrals } from './tables.ts'
import { signedWording } from './wording.ts'

export type Signed =
  | 'signed'
  | 'signed already'
  | 'given back'
  | 'too late'
  | 'own draft'
  | 'cannot open'
  | 'no copy'
  | 'unknown'

interface Signing {
  outcome: Signed
  letter?: Referral | undefined
}

/**
 * Signing gives the letter its number. Of one letter signed twice the second finds the letter's own step taken, so that
 * no number is lost to it. `cannot open`: whoever signs must be able to open what they sign. `no copy`: somebody
 * was to get one to whom it may not go.
 */
export function signLetter(
  db: Db,
  issuer: string,
  id: string,
  { who, now }: Hand,
  marks?: Marks,
): Promise<Signing> {
  const today = dayOf(now)
  const year = yearOf(today)
  return inSeries(db, { of: 'letters', issuer, year }, async (step): Promise<Signing | undefined> => {
    const letter = await findReferral(db, id, who)
    if (!letter) return { outcome: 'unknown' }
    if (letter.number !== null) return { outcome: 'signed already', letter }
    const report = await findReport(db, letter.reportId)
    if (letter.state !== 'approved' || report?.state !== 'referred') return { outcome: 'given back', letter }
    if (letter.draftedBy === who) return { outcome: 'own draft', letter }
    if ((await listReaders(db, letter)).every(({ id }) => id !== who))
      return { outcome: 'cannot open', letter }
    if (letter.due <= today) return { outcome: 'too late', letter }
    const wording = await findWording(db, letter)
    const choices = await choicesNow(db, letter, report)
    if (!wording || !mayStillGo(letter, choices)) return { outcome: 'given back', letter }
    const copyUnits = copyUnitsAmong(letter, choices)
    if (marks?.copies.some((name) => !copyUnits.includes(name))) return { outcome: 'no copy', letter }
    const number = step.position
    const by = { at: now.toISOString(), who }
    const position = letter.steps + 1
    const recorded = await record(
      db,
      [
        { ...step, ...by, why: `referral:${id}` },
        { subject: `referral:${id}`, position, ...by, move: 'sign', from: 'approved', to: 'issued' },
      ],
      [
        db
          .update(referrals)
          .set({
            state: 'issued',
            issuer,
            year,
            number,
            signedBy: who,
            signedOn: today,
            steps: position,
            wording: signedWording(wording, issuer, number, today, marks),
          })
          .where(eq(referrals.id, id)),
      ],
    )
    return recorded === 'done'
      ? { outcome: 'signed', letter: { ...letter, issuer, year, number } }
      : undefined
  })
}

/** The wall once more as the letter leaves: units are moved and retired between the approval and the signature. */
function mayStillGo({ handlingUnitId }: Referral, choices: readonly Choice[]): boolean {
  const choice = choices.find(({ unit }) => unit.id === handlingUnitId)
  return choice !== undefined && choice.barrier === undefined
}

async function choicesNow(
  db: Db,
  { reportId }: Referral,
  about: Omit<Parameters<typeof choicesFor>[1], 'id'>,
): Promise<Choice[]> {
  const returns = returnsAmong(await listReferrals(db, reportId))
  return choicesFor(db, { ...about, id: reportId }, returns)
}

/** Who reads a copy reads the letter: the wall stands before them as before the unit that it goes to. */
const copyUnitsAmong = ({ handlingUnitId }: Referral, choices: readonly Choice[]): string[] =>
  choices
    .filter(({ unit, barrier }) => unit.id !== handlingUnitId && barrier !== 'wall')
    .map(({ unit }) => unit.name)

/** The names of the units that may get a copy of a letter today. */
export async function listCopyUnits(db: Db, letter: Referral): Promise<string[]> {
  const report = await findReport(db, letter.reportId)
  return report ? copyUnitsAmong(letter, await choicesNow(db, letter, report)) : []
}

/** 岚巡办函〔2026〕7号: year in full, no leading zero. */
export const letterNumber = ({ issuer, year, number }: Pick<Referral, 'issuer' | 'year' | 'number'>) =>
  number === null ? undefined : `${issuer}〔${year}〕${number}号`
