import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { treeWords } from '../i18n/categories.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import { listAssigned } from '../rounds/assignments.ts'
import { findRound, type Round } from '../rounds/store.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { CategoriesPage } from './categories-page.tsx'
import { type AnyTree, ownTree, type Tree, treeFor, trees } from './checklist.ts'
import { EditPage, type Wrong } from './edit-page.tsx'
import { versionsNow } from './editions.ts'
import { readOutline } from './outline.ts'
import { codesTaken, findChecklist, findOutline, newestOf, newestVersions, saveVersion } from './store.ts'
import { VersionPage } from './version-page.tsx'

/** A browser sends its own line ends, and does not count them as two; no version is made of that. */
const spelled = (outline: string) => outline.replace(/\r\n?/g, '\n').trim()

const editForm = z.object({
  version: seen,
  outline: z.pipe(z.pipe(z.string(), z.transform(spelled)), z.string().check(z.maxLength(30_000))),
})

interface Place {
  tree: AnyTree
  title: string
  /** Where its versions are chosen or listed. */
  back: string
  round?: Round
}

/** The category trees: what they are, each version, and a new one. */
export function categoryRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()

  /** A tree by its name, and what it is called: one of the three, or a special round's own. */
  const placeIn = async (c: Context<DeskEnv>): Promise<Place | undefined> => {
    const { lang } = deskReader(c)
    const named = c.req.param('tree') ?? ''
    const tree = trees.find((one) => one === named)
    if (tree) return { tree, title: say(lang, treeWords[tree]), back: paths.categories }
    const round = named.startsWith('round:') ? await findRound(db, named.slice('round:'.length)) : undefined
    if (!round || (round.type !== 'special' && !round.taken?.own)) return undefined
    return { tree: ownTree(round.id), title: round.title, back: paths.roundCategories(round.id), round }
  }

  /** What an own tree begins with: the tree most of its units would else have, to be cut down. */
  const beginsWith = async ({ tree, round }: Place, version: number) => {
    if (version > 0 || !round) return findOutline(db, tree, version)
    const types = (await listAssigned(db, round.id)).map(({ unit }) => treeFor(unit.type))
    const often = (tree: Tree) => types.filter((one) => one === tree).length
    const [like = 'village'] = trees.toSorted((a, b) => often(b) - often(a))
    return findOutline(db, like, versionsNow(round)[like])
  }

  app.get(paths.categories, async (c) => {
    const newest = await newestVersions(db)
    const each = await Promise.all(
      trees.map(async (tree) => ({
        tree,
        version: newest[tree],
        list: await findChecklist(db, tree, newest[tree]),
      })),
    )
    return page(c, <CategoriesPage frame={await officeFrame(c, house)} each={each} />)
  })

  const show = async (
    c: Context<DeskEnv>,
    place: Place,
    typed: string | undefined,
    wrong: readonly Wrong[],
    again?: 409 | 422,
  ) => {
    const version = await newestOf(db, place.tree)
    const outline = typed ?? (await beginsWith(place, version)) ?? ''
    const frame = await officeFrame(c, house)
    const shared = { frame, ...place, version, outline, wrong, overtaken: again === 409 }
    return page(c, <EditPage {...shared} />, again)
  }

  app.get(paths.editTree(':tree'), async (c) => {
    const place = await placeIn(c)
    return place ? show(c, place, undefined, []) : c.notFound()
  })

  app.post(
    paths.editTree(':tree'),
    form(editForm, async (c, { typed }) => {
      const place = await placeIn(c)
      return place ? show(c, place, typed.outline, [], 422) : c.notFound()
    }),
    async (c) => {
      const place = await placeIn(c)
      if (!place) return c.notFound()
      const { tree, back, round } = place
      const { version, outline } = c.req.valid('form')
      const read = readOutline(outline)
      if (!read.ok) return show(c, place, outline, read.mistakes, 422)
      const taken = await codesTaken(db, tree, read.list)
      if (taken.length > 0) {
        return show(
          c,
          place,
          outline,
          taken.map((what) => ({ line: 0, says: 'taken', what })),
          422,
        )
      }
      const before = await findOutline(db, tree, version)
      if (before !== undefined && spelled(before) === outline) {
        return done(c, back, 'unchanged')
      }
      const isOld = version !== (await newestOf(db, tree))
      if (isOld || (await saveVersion(db, tree, version, outline, handOf(c, house))) === 'overtaken') {
        return show(c, place, outline, [], 409)
      }
      return round ? done(c, `${back}?own=${version + 1}`, 'pickVersion') : done(c, back, 'newVersion')
    },
  )

  app.get(paths.treeVersion(':tree', ':version'), async (c) => {
    const place = await placeIn(c)
    const version = Number(c.req.param('version'))
    const list = place && Number.isInteger(version) ? await findChecklist(db, place.tree, version) : undefined
    if (!place || !list) return c.notFound()
    return page(
      c,
      <VersionPage frame={await officeFrame(c, house)} {...place} version={version} list={list} />,
    )
  })
  return app
}
