import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import type { House } from '../http/house.ts'
import { roundProblems } from '../i18n/rounds.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { version } from './fields.ts'
import { pauseShape } from './round-form.ts'
import { RoundPage } from './round-page.tsx'
import { viewRound } from './round-view.ts'
import { findRound, pauseIntake, resumeIntake } from './store.ts'

const pauseForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('pause'), version, ...pauseShape }),
  z.object({ do: z.literal('resume'), version }),
])

/** One round, and its intake paused and resumed. */
export function roundPageRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  const show = async (c: Context<DeskEnv>, pause: Filled = { typed: {} }, again?: 409 | 422) => {
    const view = await viewRound(house, c.req.param('round') ?? '')
    if (!view) return c.notFound()
    const frame = await officeFrame(c, house)
    return page(c, <RoundPage frame={frame} view={view} pause={pause} overtaken={again === 409} />, again)
  }
  const refuse = async (c: Context<DeskEnv>, refused: Refused) =>
    show(c, refusedForm(deskReader(c).lang, roundProblems, refused), 422)

  app.get(paths.round(':round'), (c) => show(c))

  app.post(paths.pauseRound(':round'), form(pauseForm, refuse), async (c) => {
    const round = await findRound(db, c.req.param('round') ?? '')
    if (!round) return c.notFound()
    const asked = c.req.valid('form')
    const hand = { who: c.get('staff').id, now: clock.now() }
    const typed = typedIn(asked)
    if (asked.do === 'pause' && asked.resumesOn && asked.resumesOn <= dayOf(hand.now)) {
      return refuse(c, { typed, problems: { resumesOn: 'resumesPast' } })
    }
    const moved =
      asked.do === 'pause'
        ? await pauseIntake(db, round.id, asked.version, asked, hand)
        : await resumeIntake(db, round.id, asked.version, hand)
    if (moved === 'overtaken') return show(c, { typed }, 409)
    return done(c, paths.round(round.id), asked.do === 'pause' ? 'paused' : 'resumed')
  })
  return app
}
