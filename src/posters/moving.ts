import { eq, inArray, sql } from 'drizzle-orm'
import { dayOf } from '../clock/day.ts'
import { among } from '../db/among.ts'
import type { Db, Statement } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { insertRows } from '../db/insert-rows.ts'
import { type Hand, type Recorded, record, type Step } from '../log/record.ts'
import { versionsOf } from '../rounds/store.ts'
import { type CodeMove, canMove, codeMoves, type WithdrawReason } from './code-states.ts'
import { codes } from './tables.ts'

/** What every code begins with, or gets once it is kept. */
type GivenHere = 'purpose' | 'state' | 'withdrawnWhy' | 'mintedAt' | 'printed'
export type Minted = Omit<typeof codes.$inferSelect, GivenHere>

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
  const fresh = { purpose: 'report', state: 'draft', mintedAt: at } as const
  const rows = made.map(({ minted }) => ({ ...minted, ...fresh }))
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
export const markTested = async (db: Db, token: string, now: Date): Promise<Moved> =>
  recordAll(db, [await movement(db, [token], 'test', { who: null, at: dayOf(now) })])

/**
 * Puts tested codes in use, all of them or none, and withdraws in the same batch what gives way to them. What else
 * must be true is asked in `opening.ts`.
 */
export async function openCodes(
  db: Db,
  tokens: readonly string[],
  { who, now }: Hand,
  givingWay: readonly string[] = [],
): Promise<Moved> {
  const by = { who, at: now.toISOString() }
  const opened = await movement(db, tokens, 'open', by)
  if (givingWay.length === 0) return recordAll(db, [opened])
  return recordAll(db, [await movement(db, givingWay, 'withdraw', by, 'changed'), opened])
}

/** Withdraws a code and, in the same batch, puts the one in use that takes its place. */
export async function withdrawCode(
  db: Db,
  token: string,
  why: WithdrawReason,
  instead: string | undefined,
  { who, now }: Hand,
): Promise<Moved> {
  const by = { who, at: now.toISOString() }
  const withdrawn = await movement(db, [token], 'withdraw', by, why)
  return recordAll(
    db,
    instead === undefined ? [withdrawn] : [withdrawn, await movement(db, [instead], 'open', by)],
  )
}

interface Movement {
  steps: Step[]
  change: Statement
}

/** The versions are read before the states: whoever moves a code after that is noticed when this is written. */
async function movement(
  db: Db,
  tokens: readonly string[],
  move: CodeMove,
  by: { who: string | null; at: string },
  why: WithdrawReason | null = null,
): Promise<Movement | undefined> {
  const versions = await versionsOf(db, tokens.map(subjectOf))
  const named = inArray(codes.token, among(tokens))
  const found = await db.select({ token: codes.token, state: codes.state }).from(codes).where(named)
  if (found.length < tokens.length || !found.every(({ state }) => canMove(move, state))) return undefined
  const { to } = codeMoves[move]
  const steps = found.map(({ token, state }) => {
    const subject = subjectOf(token)
    return { subject, position: (versions.get(subject) ?? 0) + 1, move, from: state, to, why, ...by }
  })
  return { steps, change: db.update(codes).set({ state: to, withdrawnWhy: why }).where(named) }
}

const subjectOf = (token: string) => `code:${token}`

/** All of them in one batch, or none when one is not allowed. */
async function recordAll(db: Db, movements: readonly (Movement | undefined)[]): Promise<Moved> {
  const all = movements.filter((one) => one !== undefined)
  if (all.length < movements.length) return 'not allowed'
  return record(
    db,
    all.flatMap(({ steps }) => steps),
    all.map(({ change }) => change),
  )
}

/** How many are to be printed from now on. Those printed before keep their numbers. */
export function changeSheets(db: Db, token: string, sheets: number, { who, now }: Hand): Promise<Recorded> {
  const step = { subject: `code:${token}`, at: now.toISOString(), who, move: 'sheets' }
  const printed = sql`max(${codes.printed}, ${codes.sheets})`
  return record(db, step, [db.update(codes).set({ sheets, printed }).where(eq(codes.token, token))])
}
