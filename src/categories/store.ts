import { and, asc, desc, eq, inArray, max } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { type Recorded, record } from '../log/record.ts'
import { type AnyTree, type Checklist, codesOf, type Tree, trees } from './checklist.ts'
import { organ } from './organ.ts'
import { readOutline } from './outline.ts'
import { project } from './project.ts'
import { checklists } from './tables.ts'
import { village } from './village.ts'

const first: Record<Tree, string> = { village, organ, project }
export const FIRST = 1

/** Versions by tree; one left out, or no choice at all, is the first. */
export type Chosen = Readonly<Record<string, number>> | null

/** By their outline: a version never changes, and reading one is not for every request. */
const readBefore = new Map<string, Checklist>()

function listOf(outline: string): Checklist {
  const before = readBefore.get(outline)
  if (before) return before
  const read = readOutline(outline)
  if (!read.ok) throw new Error(`a stored tree cannot be read: line ${read.mistakes[0]?.line}`)
  readBefore.set(outline, read.list)
  return read.list
}

export const firstOf = (tree: Tree): Checklist => listOf(first[tree])

const isBuiltIn = (tree: AnyTree): tree is Tree => trees.some((one) => one === tree)

export async function findOutline(db: Db, tree: AnyTree, version: number): Promise<string | undefined> {
  if (version === FIRST && isBuiltIn(tree)) return first[tree]
  const [found] = await db
    .select({ outline: checklists.outline })
    .from(checklists)
    .where(and(eq(checklists.tree, tree), eq(checklists.version, version)))
  return found?.outline
}

export async function findChecklist(db: Db, tree: AnyTree, version: number): Promise<Checklist | undefined> {
  const outline = await findOutline(db, tree, version)
  return outline === undefined ? undefined : listOf(outline)
}

/** All stored versions of these trees, the latest first. */
export async function findVersions(db: Db, wanted: readonly AnyTree[]): Promise<Checklist[]> {
  const rows = await db
    .select({ outline: checklists.outline })
    .from(checklists)
    .where(inArray(checklists.tree, [...wanted]))
    .orderBy(desc(checklists.version))
  return rows.map(({ outline }) => listOf(outline))
}

/** A tree in the version a round was opened with. With the first versions nothing is asked of the database. */
export async function openedWith(db: Db, chosen: Chosen, tree: Tree): Promise<Checklist> {
  return (await findChecklist(db, tree, chosen?.[tree] ?? FIRST)) ?? firstOf(tree)
}

/** The newest version of one tree; 0 while a round's own has none. */
export async function newestOf(db: Db, tree: AnyTree): Promise<number> {
  const [row] = await db
    .select({ version: max(checklists.version) })
    .from(checklists)
    .where(eq(checklists.tree, tree))
  return row?.version ?? (isBuiltIn(tree) ? FIRST : 0)
}

/** The newest version of each tree, for a round that is made now. */
export async function newestVersions(db: Db): Promise<Record<Tree, number>> {
  const each = await Promise.all(trees.map(async (tree) => [tree, await newestOf(db, tree)]))
  return Object.fromEntries(each)
}

/**
 * Codes of this list that another tree has had in any version: the trees of one office share none. A round's own tree
 * is a cut of them and may keep their codes.
 */
export async function codesTaken(db: Db, tree: AnyTree, list: Checklist): Promise<string[]> {
  if (!isBuiltIn(tree)) return []
  const besides = trees.filter((one) => one !== tree)
  const stored = await db
    .select({ outline: checklists.outline })
    .from(checklists)
    .where(inArray(checklists.tree, besides))
    .orderBy(asc(checklists.tree), asc(checklists.version))
  const others = [...besides.map(firstOf), ...stored.map((row) => listOf(row.outline))]
  const all = (one: Checklist) => [...codesOf(one), ...one.tiles.map(({ code }) => code)]
  const theirs = new Set(others.flatMap(all))
  return [...new Set(all(list))].filter((code) => theirs.has(code))
}

/** A new version after the one that was looked at; `overtaken` when somebody has made one meanwhile. */
export function saveVersion(
  db: Db,
  tree: AnyTree,
  before: number,
  outline: string,
  { who, now }: { who: string; now: Date },
): Promise<Recorded> {
  const [subject, version] = [`checklist:${tree}`, before + 1]
  const position = isBuiltIn(tree) ? before : version
  const step = { subject, position, at: now.toISOString(), who, move: 'change', to: String(version) }
  return record(db, step, [db.insert(checklists).values({ tree, version, outline })])
}
