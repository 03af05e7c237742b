import { inArray } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { UNSORTED } from '../intake/rules.ts'
import { rounds, type UnitType } from '../rounds/tables.ts'
import { type Checklist, hasTile, ownTree, type Tree, treeFor, trees } from './checklist.ts'
import { type Names, namesIn } from './names.ts'
import {
  type Chosen,
  FIRST,
  findChecklist,
  findVersions,
  firstOf,
  newestVersions,
  openedWith,
} from './store.ts'

/** What a round has of the trees: what it was opened with, and what it has been given since. */
export interface Trees {
  id: string
  categories: Chosen
  taken: Chosen
}

/** The version a report is filed under, such as `village:2` or `own:1`; none for what its round was opened with. */
export type Edition = string | null

export interface Shown {
  list: Checklist
  edition: Edition
}

/** How a form sends a tile: with the version it was picked from, so that the words stay those that were read. */
export const sentTile = (edition: Edition, code: string) =>
  edition && code !== UNSORTED ? `${code}@${edition}` : code

/** The version a round was opened with, by name: for a form that offers one list for units of several rounds. */
export const openedAs = ({ categories }: Pick<Trees, 'categories'>, tree: Tree) =>
  `${tree}:${categories?.[tree] ?? FIRST}`

/**
 * What is offered now for units of a type. Whoever tells of the team itself is not asked for the round's own matter.
 */
export async function shownNow(db: Db, round: Trees, type: UnitType, pastTeam = false): Promise<Shown> {
  const tree = treeFor(type)
  const { own, [tree]: version } = round.taken ?? {}
  for (const edition of [own && !pastTeam && `own:${own}`, version && `${tree}:${version}`]) {
    const list = edition && (await findEdition(db, round, edition))
    if (edition && list) return { list, edition }
  }
  return { list: await openedWith(db, round.categories, tree), edition: null }
}

/** What a posted tile says. A version that was changed meanwhile is still the one that was read. */
export async function filedUnder(
  db: Db,
  round: Trees,
  type: UnitType,
  posted: string,
  pastTeam = false,
): Promise<(Shown & { tile: string }) | undefined> {
  const [tile = '', sent = null] = posted.split('@')
  const edition = sent === openedAs(round, treeFor(type)) ? null : sent
  const shown =
    tile === UNSORTED
      ? await shownNow(db, round, type, pastTeam)
      : { list: await pickedFrom(db, round, treeFor(type), edition, pastTeam), edition }
  return shown.list && hasTile(shown.list, tile)
    ? { list: shown.list, edition: shown.edition, tile }
    : undefined
}

async function pickedFrom(db: Db, round: Trees, tree: Tree, edition: Edition, pastTeam: boolean) {
  if (edition === null) return openedWith(db, round.categories, tree)
  const isMeant = edition.startsWith(`${tree}:`) || (!pastTeam && edition.startsWith('own:'))
  return isMeant ? findEdition(db, round, edition) : undefined
}

/** All that a report's codes may be of, its own version first; and by which list it is sorted in a tree, for ever. */
export async function listsFiled(db: Db, round: Trees | undefined, edition: Edition) {
  const opened = await Promise.all(trees.map((tree) => openedWith(db, round?.categories ?? null, tree)))
  const own = round && edition ? await findEdition(db, round, edition) : undefined
  return {
    lists: own ? [own, ...opened] : opened,
    of: (tree: Tree) => own ?? opened[trees.indexOf(tree)] ?? firstOf(tree),
  }
}

export interface Filed {
  roundId: string
  edition: Edition
}

/** What the codes of each of these reports stand for, in the words it was filed under. */
export async function namesFiled(db: Db, reports: readonly Filed[]): Promise<(report: Filed) => Names> {
  const ids = [...new Set(reports.map(({ roundId }) => roundId))]
  const found = await db.select(treesOf).from(rounds).where(inArray(rounds.id, ids))
  const byRound = new Map(found.map((round) => [round.id, round]))
  const key = ({ roundId, edition }: Filed) => `${roundId} ${edition ?? ''}`
  const names = new Map<string, Names>()
  for (const report of reports) {
    if (names.has(key(report))) continue
    names.set(key(report), namesIn((await listsFiled(db, byRound.get(report.roundId), report.edition)).lists))
  }
  return (report) => names.get(key(report)) ?? namesIn([])
}

const treesOf = { id: rounds.id, categories: rounds.categories, taken: rounds.taken }

/** What any code of a round may stand for; of the office, which keeps reports of many rounds, the newest. */
export async function namesOfRound(db: Db, round: Trees | undefined): Promise<Names> {
  const chosen = round ? round.categories : await newestVersions(db)
  const opened = await Promise.all(trees.map((tree) => openedWith(db, chosen, tree)))
  const later = round?.taken ? await findVersions(db, [...trees, ownTree(round.id)]) : []
  return namesIn([...later, ...opened])
}

/** As it was posted: what is not exactly the name of a version is none, and is stored nowhere. */
async function findEdition(db: Db, round: Trees, edition: string): Promise<Checklist | undefined> {
  const [, name, n] = /^(\w+):([1-9]\d{0,5})$/.exec(edition) ?? []
  const tree = name === 'own' ? ownTree(round.id) : trees.find((one) => one === name)
  return tree && findChecklist(db, tree, Number(n))
}

/** Of each tree the version that a round has now; under `own` none or that of its own. */
export function versionsNow({ categories, taken }: Omit<Trees, 'id'>): Record<Tree | 'own', number> {
  const of = (tree: Tree) => taken?.[tree] ?? categories?.[tree] ?? FIRST
  return { village: of('village'), organ: of('organ'), project: of('project'), own: taken?.own ?? 0 }
}
