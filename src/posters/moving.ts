import { eq, inArray, sql } from 'drizzle-orm'
import { dayOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { insertRows } from '../db/insert-rows.ts'
import { type Recorded, record, type Step } from '../log/record.ts'
import { type Hand, versionOf, versionsOf } from '../rounds/store.ts'
import { type CodeMove, canMove, codeMoves, type WithdrawReason } from './standing.ts'
import { codes } from './tables.ts'

export type Minted = Omit<typeof codes.$inferSelect, 'state' | 'withdrawnWhy' | 'mintedAt' | 'printed'>

/**
 * Keeps a code that has been verified. `unitVersion` is the unit's version before it was looked at: of two
 * administrators who make a code for it at once, one is overtaken. `numberTaken`: another code has this notice number.
 */
export async function keepCode(
  db: Db,
  minted: Minted,
  unitVersion: number,
  { who, now }: Hand,
): Promise<Recorded | 'numberTaken'> {
  return keep(db, [{ minted, unitVersion }], { who, now })
}

export interface Made {
  minted: Minted
  /** The unit's version before it was looked at. */
  unitVersion: number
}

/**
 * Keeps a group in one batch. When one of them cannot be kept, each is tried alone, so that the others are. Answers
 * how many were kept.
 */
export async function keepCodes(db: Db, made: readonly Made[], hand: Hand): Promise<number> {
  if (made.length === 0) return 0
  if ((await keep(db, made, hand)) === 'done') return made.length
  let kept = 0
  for (const one of made) if ((await keep(db, [one], hand)) === 'done') kept++
  return kept
}

async function keep(db: Db, made: readonly Made[], { who, now }: Hand): Promise<Recorded | 'numberTaken'> {
  const at = now.toISOString()
  const taken = made.flatMap(({ minted, unitVersion }): Step[] => [
    { subject: `unit:${minted.unitId}`, position: unitVersion + 1, at, who, move: 'mint' },
    { subject: `code:${minted.token}`, position: 1, at, who, move: 'mint', to: 'draft' },
  ])
  const rows = made.map(({ minted }) => ({ ...minted, state: 'draft' as const, mintedAt: at }))
  try {
    return await record(db, taken, [insertRows(db, codes, rows)])
  } catch (error) {
    if (isTaken(error, 'codes.')) return 'numberTaken'
    throw error
  }
}

export type Moved = Recorded | 'not allowed'

/**
 * The resident's page was opened with this code and its chain verified. Whoever scanned is not known, and of the time
 * only the day is kept.
 */
export async function markTested(db: Db, token: string, now: Date): Promise<Moved> {
  const tested = await movement(db, token, 'test', { who: null, at: dayOf(now) })
  return tested ? record(db, tested.step, [tested.change]) : 'not allowed'
}

/** Puts tested codes in use, all of them or none. What else must be true is asked in `opening.ts`. */
export async function openCodes(db: Db, tokens: readonly string[], { who, now }: Hand): Promise<Moved> {
  const versions = await versionsOf(db, tokens.map(subjectOf))
  const named = inArray(codes.token, sql`(select value from json_each(${JSON.stringify(tokens)}))`)
  const found = await db.select({ token: codes.token, state: codes.state }).from(codes).where(named)
  if (found.length < tokens.length || !found.every(({ state }) => canMove('open', state))) {
    return 'not allowed'
  }
  const { to } = codeMoves.open
  const taken = found.map(({ token, state }): Step => {
    const subject = subjectOf(token)
    const position = (versions.get(subject) ?? 0) + 1
    return { subject, position, move: 'open', from: state, to, who, at: now.toISOString() }
  })
  return record(db, taken, [db.update(codes).set({ state: to }).where(named)])
}

export const openCode = (db: Db, token: string, hand: Hand) => openCodes(db, [token], hand)

const subjectOf = (token: string) => `code:${token}`

/** Withdraws a code and, in the same batch, puts the one in use that takes its place. */
export async function withdrawCode(
  db: Db,
  token: string,
  why: WithdrawReason,
  instead: string | undefined,
  { who, now }: Hand,
): Promise<Moved> {
  const by = { who, at: now.toISOString() }
  const withdrawn = await movement(db, token, 'withdraw', by, why)
  const opened = instead === undefined ? undefined : await movement(db, instead, 'open', by)
  if (!withdrawn || (instead !== undefined && !opened)) return 'not allowed'
  const both = opened ? [withdrawn, opened] : [withdrawn]
  return record(
    db,
    both.map(({ step }) => step),
    both.map(({ change }) => change),
  )
}

/** The version is read before the state: whoever moves the code after that is noticed when this is written. */
async function movement(
  db: Db,
  token: string,
  move: CodeMove,
  by: { who: string | null; at: string },
  why: WithdrawReason | null = null,
): Promise<{ step: Step; change: Statement } | undefined> {
  const subject = subjectOf(token)
  const position = (await versionOf(db, subject)) + 1
  const [code] = await db.select({ state: codes.state }).from(codes).where(eq(codes.token, token))
  if (!code || !canMove(move, code.state)) return undefined
  const { to } = codeMoves[move]
  return {
    step: { subject, position, move, from: code.state, to, why, ...by },
    change: db.update(codes).set({ state: to, withdrawnWhy: why }).where(eq(codes.token, token)),
  }
}

/** How many are to be printed from now on. Those printed before keep their numbers. */
export function changeSheets(db: Db, token: string, sheets: number, { who, now }: Hand): Promise<Recorded> {
  const step = { subject: `code:${token}`, at: now.toISOString(), who, move: 'sheets' }
  const printed = sql`max(${codes.printed}, ${codes.sheets})`
  return record(db, step, [db.update(codes).set({ sheets, printed }).where(eq(codes.token, token))])
}
