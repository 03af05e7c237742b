import type { Context } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import { isOnPaper } from '../posters/store.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import type { Filled } from '../ui/field.tsx'
import { ExtendPage } from './extend-page.tsx'
import { extendMistakes, extendRound, extendShape, mayExtend } from './extending.ts'
import { refusing } from './refusing.ts'
import { findRound, versionOf } from './store.ts'

const extendForm = z.object({ version: seen, ...extendShape })

/** One extension of a round that is open, of at most thirty days. */
export function extendRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  const placeOf = async (c: Context) => {
    const id = c.req.param('round') ?? ''
    const version = await versionOf(db, `round:${id}`)
    const round = await findRound(db, id)
    return round && { round, version, today: dayOf(clock.now()) }
  }

  const show = async (c: Context<DeskEnv>, filled?: Filled, again?: 409 | 422) => {
    const place = await placeOf(c)
    if (!place) return c.notFound()
    const { intakeClosesOn, fieldEndsOn } = place.round
    const props = {
      ...place,
      frame: await officeFrame(c, house),
      overtaken: again === 409,
      filled: filled ?? { typed: { intakeClosesOn, fieldEndsOn } },
      inUse: await isOnPaper(db, place.round.id),
    }
    return page(c, <ExtendPage {...props} />, again)
  }
  const refuse = refusing(show)

  app.get(paths.extendRound(':round'), (c) => show(c))

  app.post(paths.extendRound(':round'), form(extendForm, refuse), async (c) => {
    const place = await placeOf(c)
    if (!place) return c.notFound()
    const { round, today } = place
    const { version, ...dates } = c.req.valid('form')
    const typed = typedIn(dates)
    if (!mayExtend(round, today)) return show(c, { typed }, 409)
    const problems = extendMistakes(round, dates)
    if (Object.keys(problems).length > 0) return refuse(c, { typed, problems })
    const extended = await extendRound(db, round, version, dates, handOf(c, house))
    if (extended !== 'done' && extended !== 'moved') return show(c, { typed }, 409)
    return done(c, paths.round(round.id), extended === 'moved' ? 'extendedAlong' : 'saved')
  })
  return app
}
