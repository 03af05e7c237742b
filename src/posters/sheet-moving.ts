import { and, asc, count, eq, lte, ne, sql, sum } from 'drizzle-orm'
import { type Day, dayOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { type Hand, type Recorded, record, type Step } from '../log/record.ts'
import { versionOf } from '../rounds/store.ts'
import { units } from '../rounds/tables.ts'
import { treeOf } from '../rounds/tree.ts'
import { canMoveSheet, MOST_SHEETS, type SheetMove, sheetMoves } from './sheets.ts'
import type { Code } from './store.ts'
import { codes, sheets } from './tables.ts'

export type Sheet = typeof sheets.$inferSelect

const subjectOf = (token: string, number: number) => `sheet:${token}.${number}`

/** Every sheet that was printed, those that nobody has said anything of too. */
export async function listSheets(db: Db, code: Code): Promise<Sheet[]> {
  const { token } = code
  const rows = await db.select().from(sheets).where(eq(sheets.token, token)).orderBy(asc(sheets.number))
  const known = new Map(rows.map((row) => [row.number, row]))
  const most = Math.max(mostPrinted(code), ...known.keys())
  return Array.from({ length: most }, (_, at) => known.get(at + 1) ?? blank(token, at + 1))
}

export async function findSheet(db: Db, code: Code, number: number): Promise<Sheet | undefined> {
  if (!Number.isInteger(number)) return undefined
  const [row] = await db
    .select()
    .from(sheets)
    .where(and(eq(sheets.token, code.token), eq(sheets.number, number)))
  if (row) return row
  return number >= 1 && number <= mostPrinted(code) ? blank(code.token, number) : undefined
}

/** Also after fewer were to be printed: a number on paper is never taken back. */
const mostPrinted = ({ sheets, printed }: Code) => Math.max(sheets, printed)

const blank = (token: string, number: number): Sheet => ({
  token,
  number,
  state: 'printed',
  place: null,
  postedOn: null,
  checkedOn: null,
  replacedBy: null,
})

export type SheetMoved = Recorded | 'not allowed' | 'too many'

export interface Posted {
  place: string
  on: Day
}

/**
 * Writes down what somebody saw or did. A sheet that is replaced gets one with the next number, printed and not yet
 * hung; the notice has one sheet more from then on, for numbers are never given twice.
 */
export async function moveSheet(
  db: Db,
  code: Code,
  number: number,
  move: SheetMove,
  posted: Posted | undefined,
  { who, now }: Hand,
  more: readonly Statement[] = [],
): Promise<SheetMoved> {
  const subject = subjectOf(code.token, number)
  const position = (await versionOf(db, subject)) + 1
  const codeSubject = `code:${code.token}`
  const codePosition = (await versionOf(db, codeSubject)) + 1
  const sheet = await findSheet(db, code, number)
  if (!sheet || !canMoveSheet(move, sheet.state)) return 'not allowed'
  const isReplaced = move === 'replace'
  const next = Math.max(mostPrinted(code), (await listSheets(db, code)).length) + 1
  if (isReplaced && next > MOST_SHEETS) return 'too many'

  const at = now.toISOString()
  const { to } = sheetMoves[move]
  const steps: Step[] = [{ subject, position, at, who, move, from: sheet.state, to }]
  const row: Sheet = {
    ...sheet,
    state: to,
    checkedOn: dayOf(now),
    ...(move === 'post' && posted ? { place: posted.place, postedOn: posted.on } : {}),
    ...(isReplaced ? { replacedBy: next } : {}),
  }
  const changes: Statement[] = [
    db
      .insert(sheets)
      .values(row)
      .onConflictDoUpdate({ target: [sheets.token, sheets.number], set: row }),
  ]
  if (isReplaced) {
    steps.push({ subject: codeSubject, position: codePosition, at, who, move: 'sheets' })
    changes.push(db.update(codes).set({ sheets: next }).where(eq(codes.token, code.token)))
  }
  return record(db, steps, [...changes, ...more])
}

/** How many sheets of each code of a round hang now. */
export async function countPosted(db: Db, roundId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ token: sheets.token, posted: count() })
    .from(sheets)
    .innerJoin(codes, eq(codes.token, sheets.token))
    .where(and(eq(codes.roundId, roundId), eq(sheets.state, 'posted')))
    .groupBy(sheets.token)
  return new Map(rows.map(({ token, posted }) => [token, posted]))
}

/** How many sheets of the round's codes in use nobody has put up, or found spoilt or lost. */
export async function countUnposted(db: Db, roundId: string): Promise<number> {
  const inUse = and(eq(codes.roundId, roundId), eq(codes.state, 'inUse'))
  const isKnown = and(ne(sheets.state, 'printed'), lte(sheets.number, codes.sheets))
  const [[all], [known]] = await Promise.all([
    db
      .select({ n: sum(codes.sheets).mapWith(Number) })
      .from(codes)
      .where(inUse),
    db
      .select({ n: count() })
      .from(sheets)
      .innerJoin(codes, eq(codes.token, sheets.token))
      .where(and(inUse, isKnown)),
  ])
  return (all?.n ?? 0) - (known?.n ?? 0)
}

/** The notices of a team that were not withdrawn, by unit, with how many of their sheets hang. */
export async function listNotices(db: Db, teamId: string) {
  const posted = count(sql`case when ${sheets.state} = 'posted' then 1 end`)
  const rows = await db
    .select({ code: codes, unit: { id: units.id, parentId: units.parentId, name: units.name }, posted })
    .from(codes)
    .innerJoin(units, eq(units.id, codes.unitId))
    .leftJoin(sheets, eq(sheets.token, codes.token))
    .where(and(eq(codes.teamId, teamId), ne(codes.state, 'revoked')))
    .groupBy(codes.token)
    .orderBy(sql`${units}.rowid`, asc(codes.token))
  const own = new Map(rows.map(({ unit }) => [unit.id, unit]))
  return treeOf([...own.values()]).flatMap(({ unit: { id, name } }) =>
    rows.filter(({ unit }) => unit.id === id).map((row) => ({ ...row, unit: name })),
  )
}
