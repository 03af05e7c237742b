import { and, eq, max } from 'drizzle-orm'
import { dayOf, yearOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { record } from '../log/record.ts'
import type { Hand } from './handling-units.ts'
import { findWording } from './letter-view.ts'
import { choicesFor, returnsAmong } from './referring.ts'
import { findReferral, findSubject, listReferrals, type Referral } from './store.ts'
import { referrals } from './tables.ts'
import { signedWording } from './wording.ts'

export type Signed = 'signed' | 'signed already' | 'given back' | 'too late' | 'own draft' | 'unknown'

/** Whoever is overtaken has seen somebody else get a number: nobody is overtaken this often. */
const TRIES = 100

/**
 * Signing gives the letter its number, by issuer and year, from 1 and without gaps. The number is the
 * position of a step: of two letters signed at once one finds its number taken and takes the next, and of one letter
 * signed twice the second finds the letter's own step taken, so that no number is lost to it.
 */
export async function signLetter(
  db: Db,
  issuer: string,
  id: string,
  { who, now }: Hand,
): Promise<{ outcome: Signed; letter?: Referral | undefined }> {
  const today = dayOf(now)
  const year = yearOf(today)
  for (let turn = 0; turn < TRIES; turn++) {
    const letter = await findReferral(db, id, who)
    if (!letter) return { outcome: 'unknown' }
    if (letter.number !== null) return { outcome: 'signed already', letter }
    const subject = await findSubject(db, letter.reportId)
    if (letter.state !== 'approved' || subject?.state !== 'referred') return { outcome: 'given back', letter }
    if (letter.draftedBy === who) return { outcome: 'own draft', letter }
    if (letter.due <= today) return { outcome: 'too late', letter }
    const wording = await findWording(db, letter)
    if (!wording || !(await mayStillGo(db, letter, subject))) return { outcome: 'given back', letter }
    const number = (await lastNumber(db, issuer, year)) + 1
    const at = now.toISOString()
    const position = letter.steps + 1
    const recorded = await record(
      db,
      [
        {
          subject: `letters:${issuer}:${year}`,
          position: number,
          at,
          who,
          move: 'number',
          why: `referral:${id}`,
        },
        { subject: `referral:${id}`, position, at, who, move: 'sign', from: 'approved', to: 'issued' },
      ],
      [
        db
          .update(referrals)
          .set({
            ...{ state: 'issued', issuer, year, number, signedBy: who, signedOn: today, steps: position },
            wording: signedWording(wording, issuer, number, today),
          })
          .where(eq(referrals.id, id)),
      ],
    )
    if (recorded === 'done') return { outcome: 'signed', letter: { ...letter, issuer, year, number } }
  }
  throw new Error('a letter could not be numbered')
}

/** The wall once more as the letter leaves: units are moved and retired between the approval and the signature. */
async function mayStillGo(
  db: Db,
  { reportId, handlingUnitId }: Referral,
  about: Omit<Parameters<typeof choicesFor>[1], 'id'>,
): Promise<boolean> {
  const returns = returnsAmong(await listReferrals(db, reportId))
  const choices = await choicesFor(db, { ...about, id: reportId }, returns)
  const choice = choices.find(({ unit }) => unit.id === handlingUnitId)
  return choice !== undefined && choice.barrier === undefined
}

async function lastNumber(db: Db, issuer: string, year: number): Promise<number> {
  const [last] = await db
    .select({ number: max(referrals.number) })
    .from(referrals)
    .where(and(eq(referrals.issuer, issuer), eq(referrals.year, year)))
  return last?.number ?? 0
}

/** 岚巡办函〔2026〕7号: year in full, no leading zero. */
export const letterNumber = ({ issuer, year, number }: Pick<Referral, 'issuer' | 'year' | 'number'>) =>
  number === null ? undefined : `${issuer}〔${year}〕${number}号`
