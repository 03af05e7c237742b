import { type Context, Hono } from 'hono'
import * as z from 'zod/mini'
import { ownTree } from '../categories/checklist.ts'
import { versionsNow } from '../categories/editions.ts'
import { newestOf, newestVersions } from '../categories/store.ts'
import { done, page } from '../http/answer.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import type { House } from '../http/house.ts'
import { categoryWords } from '../i18n/categories.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, overtakenForm, refusedForm } from '../ui/field.tsx'
import { CategoriesPage } from './categories-page.tsx'
import { version } from './fields.ts'
import { findRound, type Round, takeCategories, versionOf } from './store.ts'

const of = z.pipe(z.string('other').check(z.regex(/^\d{1,6}$/, 'other')), z.transform(Number))
const none = z._default(z.optional(of), 0)
const chooseForm = z.object({ version, village: of, organ: of, project: of, own: none })

/** Another version of the categories for a round that exists. What was filed before keeps its own. */
export function categoriesRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
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
  const refuse = (c: Context<DeskEnv>, refused: Refused) =>
    show(c, refusedForm(deskReader(c).lang, { other: categoryWords.gone }, refused), 422)

  app.get(paths.roundCategories(':round'), (c) => show(c))

  app.post(paths.roundCategories(':round'), form(chooseForm, refuse), async (c) => {
    const place = await placeOf(c)
    if (!place) return c.notFound()
    const { round, newest } = place
    const { version, ...chosen } = c.req.valid('form')
    const typed = textsOf(chosen)
    const missing = ([...Object.keys(newest)] as (keyof typeof newest)[]).filter(
      (name) => chosen[name] > newest[name] || (name !== 'own' && chosen[name] < 1),
    )
    if (missing.length > 0) {
      return refuse(c, { typed, problems: Object.fromEntries(missing.map((name) => [name, 'other'])) })
    }
    const before = storedIn(round)
    if (version === place.version && Object.entries(before).every(([name, n]) => typed[name] === n)) {
      return done(c, paths.round(round.id))
    }
    const hand = { who: c.get('staff').id, now: clock.now() }
    if ((await takeCategories(db, round, version, chosen, hand)) === 'done') {
      return done(c, paths.round(round.id), 'saved')
    }
    const now = await findRound(db, round.id)
    const { lang } = deskReader(c)
    const words = Object.entries(storedIn(now ?? round)).map(([name, n]) => [
      name,
      n === '0' ? say(lang, categoryWords.ownNone) : say(lang, categoryWords.version, { n }),
    ])
    return show(c, overtakenForm(lang, typed, storedIn(now ?? round), Object.fromEntries(words)), 409)
  })
  return app
}

const textsOf = (versions: Record<string, number>): Record<string, string> =>
  Object.fromEntries(Object.entries(versions).map(([name, n]) => [name, String(n)]))

const storedIn = (round: Round) => textsOf(versionsNow(round))
