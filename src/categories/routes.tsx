import { type Context, Hono } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { form } from '../http/form.ts'
import type { House } from '../http/house.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { CategoriesPage } from './categories-page.tsx'
import { type Tree, trees } from './checklist.ts'
import { EditPage, type Wrong } from './edit-page.tsx'
import { readOutline } from './outline.ts'
import { codesTaken, findChecklist, findOutline, newestVersions, saveVersion } from './store.ts'
import { VersionPage } from './version-page.tsx'

/** A browser sends its own line ends, and does not count them as two; no version is made of that. */
const spelled = (outline: string) => outline.replace(/\r\n?/g, '\n').trim()

const editForm = z.object({
  version: z.pipe(z.string().check(z.regex(/^\d{1,6}$/)), z.transform(Number)),
  outline: z.pipe(z.pipe(z.string(), z.transform(spelled)), z.string().check(z.maxLength(30_000))),
})

/** The category trees: what they are, each version, and a new one. */
export function categoryRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  const treeIn = (c: Context): Tree | undefined => trees.find((tree) => tree === c.req.param('tree'))

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
    tree: Tree,
    typed: string | undefined,
    wrong: readonly Wrong[],
    again?: 409 | 422,
  ) => {
    const version = (await newestVersions(db))[tree]
    const outline = typed ?? (await findOutline(db, tree, version)) ?? ''
    const frame = await officeFrame(c, house)
    const shared = { frame, tree, version, outline, wrong, overtaken: again === 409 }
    return page(c, <EditPage {...shared} />, again)
  }

  app.get(paths.editTree(':tree'), (c) => {
    const tree = treeIn(c)
    return tree ? show(c, tree, undefined, []) : c.notFound()
  })

  app.post(
    paths.editTree(':tree'),
    form(editForm, (c, { typed }) => {
      const tree = treeIn(c)
      return tree ? show(c, tree, typed.outline, [], 422) : c.notFound()
    }),
    async (c) => {
      const tree = treeIn(c)
      if (!tree) return c.notFound()
      const { version, outline } = c.req.valid('form')
      const read = readOutline(outline)
      if (!read.ok) return show(c, tree, outline, read.mistakes, 422)
      const taken = await codesTaken(db, tree, read.list)
      if (taken.length > 0) {
        return show(
          c,
          tree,
          outline,
          taken.map((what) => ({ line: 0, says: 'taken', what })),
          422,
        )
      }
      const before = await findOutline(db, tree, version)
      if (before !== undefined && spelled(before) === outline) {
        return done(c, paths.categories, 'unchanged')
      }
      const hand = { who: c.get('staff').id, now: clock.now() }
      const newest = (await newestVersions(db))[tree]
      const isOld = version !== newest
      if (isOld || (await saveVersion(db, tree, version, outline, hand)) === 'overtaken') {
        return show(c, tree, outline, [], 409)
      }
      return done(c, paths.categories, 'newVersion')
    },
  )

  app.get(paths.treeVersion(':tree', ':version'), async (c) => {
    const tree = treeIn(c)
    const version = Number(c.req.param('version'))
    const list = tree && Number.isInteger(version) ? await findChecklist(db, tree, version) : undefined
    if (!tree || !list) return c.notFound()
    return page(
      c,
      <VersionPage frame={await officeFrame(c, house)} tree={tree} version={version} list={list} />,
    )
  })
  return app
}
