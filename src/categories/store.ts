import { and, asc, eq, max, ne } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { type Recorded, record } from '../log/record.ts'
import { rounds, teams, type UnitType } from '../rounds/tables.ts'
import { type Checklist, codesOf, type Tree, treeFor, trees } from './checklist.ts'
import { organ } from './organ.ts'
import { readOutline } from './outline.ts'
import { project } from './project.ts'
import { checklists } from './tables.ts'
import { village } from './village.ts'

const first: Record<Tree, string> = { village, organ, project }
export const FIRST = 1

/** Which version of each tree a round was opened with; a tree left out, or no choice at all, is the first. */
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

export async function findOutline(db: Db, tree: Tree, version: number): Promise<string | undefined> {
  if (version === FIRST) return first[tree]
  const [found] = await db
    .select({ outline: checklists.outline })
    .from(checklists)
    .where(and(eq(checklists.tree, tree), eq(checklists.version, version)))
  return found?.outline
}

export async function findChecklist(db: Db, tree: Tree, version: number): Promise<Checklist | undefined> {
  const outline = await findOutline(db, tree, version)
  return outline === undefined ? undefined : listOf(outline)
}

/** The tree of a round for units of a type. With the first versions nothing is asked of the database. */
export function checklistFor(db: Db, round: { categories: Chosen }, type: UnitType): Promise<Checklist> {
  return chosenList(db, round.categories, treeFor(type))
}

async function chosenList(db: Db, chosen: Chosen, tree: Tree): Promise<Checklist> {
  return (await findChecklist(db, tree, chosen?.[tree] ?? FIRST)) ?? firstOf(tree)
}

export type Categories = Readonly<Record<Tree, Checklist>>

/** All trees of the round a team works in; for the office, which keeps reports of many rounds, the newest. */
export async function categoriesOfTeam(db: Db, teamId: string): Promise<Categories> {
  const [row] = await db
    .select({ categories: rounds.categories })
    .from(teams)
    .innerJoin(rounds, eq(rounds.id, teams.roundId))
    .where(eq(teams.id, teamId))
  return categoriesOf(db, row ? row.categories : await newestVersions(db))
}

/** All trees in the versions that a round was opened with. */
export async function categoriesOf(db: Db, chosen: Chosen): Promise<Categories> {
  const [forVillages, forOrgans, forProjects] = await Promise.all(
    trees.map((tree) => chosenList(db, chosen, tree)),
  )
  return {
    village: forVillages ?? firstOf('village'),
    organ: forOrgans ?? firstOf('organ'),
    project: forProjects ?? firstOf('project'),
  }
}

/** The newest version of each tree, for a round that is made now. */
export async function newestVersions(db: Db): Promise<Record<Tree, number>> {
  const rows = await db
    .select({ tree: checklists.tree, version: max(checklists.version) })
    .from(checklists)
    .groupBy(checklists.tree)
  const newest = new Map(rows.map(({ tree, version }) => [tree, version]))
  const of = (tree: Tree) => newest.get(tree) ?? FIRST
  return { village: of('village'), organ: of('organ'), project: of('project') }
}

/** Codes of this list that another tree has had in any version: staff read a code without its tree beside it. */
export async function codesTaken(db: Db, tree: Tree, list: Checklist): Promise<string[]> {
  const stored = await db
    .select({ outline: checklists.outline })
    .from(checklists)
    .where(ne(checklists.tree, tree))
    .orderBy(asc(checklists.tree), asc(checklists.version))
  const others = [
    ...trees.filter((one) => one !== tree).map(firstOf),
    ...stored.map((row) => listOf(row.outline)),
  ]
  const all = (one: Checklist) => [...codesOf(one), ...one.tiles.map(({ code }) => code)]
  const theirs = new Set(others.flatMap(all))
  return [...new Set(all(list))].filter((code) => theirs.has(code))
}

/** A new version after the one that was looked at; `overtaken` when somebody has made one meanwhile. */
export function saveVersion(
  db: Db,
  tree: Tree,
  before: number,
  outline: string,
  { who, now }: { who: string; now: Date },
): Promise<Recorded> {
  const [subject, version] = [`checklist:${tree}`, before + 1]
  const step = { subject, position: before, at: now.toISOString(), who, move: 'change', to: String(version) }
  return record(db, step, [db.insert(checklists).values({ tree, version, outline })])
}
