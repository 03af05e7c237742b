import type { Context } from 'hono'
import * as z from 'zod/mini'
import { ownTree } from '../categories/checklist.ts'
import { versionsNow } from '../categories/editions.ts'
import { newestOf, newestVersions } from '../categories/store.ts'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { categoryWords } from '../i18n/categories.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, overtakenForm } from '../ui/field.tsx'
import { CategoriesPage } from './categories-page.tsx'
import { refusing } from './refusing.ts'
import { findRound, type Round, takeCategories, versionOf } from './store.ts'

/** None of its own is 0; of the others there always is one. */
const of = z.pipe(z.string('other').check(z.regex(/^[1-9]\d{0,5}$/, 'other')), z.transform(Number))
const chooseForm = z.object({ version: seen, village: of, organ: of, project: of, own: z.optional(seen) })

/** Another version of the categories for a round that exists. What was filed before keeps its own. */
export function categoriesRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()

  const placeOf = async (c: Context) => {
    const id = c.req.param('round') ?? ''
    const version = await versionOf(db, `round:${id}`)
    const round = await findRound(db, id)
    if (!round) return undefined
    const newest = { ...(await newestVersions(db)), own: await newestOf(db, ownTree(id)) }
    return { round, version, newest, mayHaveOwn: round.type === 'special' || newest.own > 0 }
  }

  const show = async (c: Context<DeskEnv>, filled?: Filled, again?: 409 | 422) => {
    const place = await placeOf(c)
    if (!place) return c.notFound()
    const frame = await officeFrame(c, house)
    const typed = { ...storedIn(place.round), ...typedIn(c.req.query()) }
    const props = { ...place, frame, filled: filled ?? { typed }, overtaken: again === 409 }
    return page(c, <CategoriesPage {...props} />, again)
  }
  const refuse = refusing(show)

  app.get(paths.roundCategories(':round'), (c) => show(c))

  app.post(paths.roundCategories(':round'), form(chooseForm, refuse), async (c) => {
    const place = await placeOf(c)
    if (!place) return c.notFound()
    const { round, newest } = place
    const { version, own = 0, ...others } = c.req.valid('form')
    const chosen = { ...others, own }
    const typed = textsOf(chosen)
    const problems = Object.entries(newest).flatMap(([name, n]) =>
      chosen[name as keyof typeof newest] > n ? [[name, 'other']] : [],
    )
    if (problems.length > 0) return refuse(c, { typed, problems: Object.fromEntries(problems) })
    const taken = await takeCategories(db, round, version, chosen, handOf(c, house))
    if (taken === 'done') return done(c, paths.round(round.id), 'saved')
    const stored = storedIn((await findRound(db, round.id)) ?? round)
    const { lang } = deskReader(c)
    const shown = Object.entries(stored).map(([name, n]) => [
      name,
      say(lang, n === '0' ? categoryWords.ownNone : categoryWords.version, { n }),
    ])
    return show(c, overtakenForm(lang, typed, stored, Object.fromEntries(shown)), 409)
  })
  return app
}

const textsOf = (versions: Record<string, number>): Record<string, string> =>
  Object.fromEntries(Object.entries(versions).map(([name, n]) => [name, String(n)]))

const storedIn = (round: Round) => textsOf(versionsNow(round))
