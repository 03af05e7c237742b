import type { Context } from 'hono'
import * as z from 'zod/mini'
import { dayOf, isDay } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { progressWords, stageProblems } from '../i18n/round-stages.ts'
import { roundProblems } from '../i18n/rounds.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { listReached, reachStage } from './reaching.ts'
import { pauseShape } from './round-form.ts'
import { RoundPage } from './round-page.tsx'
import { viewRound } from './round-view.ts'
import { moveOf, stageMoveNames } from './stages.ts'
import { findRound, pauseIntake, resumeIntake } from './store.ts'

const pauseForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('pause'), version: seen, ...pauseShape }),
  z.object({ do: z.literal('resume'), version: seen }),
])

const stageForm = z
  .object({
    version: seen,
    move: z.enum(stageMoveNames, 'other'),
    on: z._default(z.optional(z.string().check(z.trim())), ''),
  })
  .check(z.refine(({ move, on }) => moveOf(move).ends || isDay(on), { path: ['on'], message: 'day' }))

interface Shown {
  pause?: Filled
  stage?: Filled
  notDone?: string
}

async function show(c: Context<DeskEnv>, house: House, shown: Shown = {}, again?: 409 | 422) {
  const view = await viewRound(house, c.req.param('round') ?? '')
  if (!view) return c.notFound()
  const frame = await officeFrame(c, house)
  const overtaken = again === 409 && !shown.notDone
  return page(c, <RoundPage frame={frame} view={view} {...shown} overtaken={overtaken} />, again)
}

/** An archived round takes no form of any kind. Stands before every door that lies below a round's address. */
export const archiveRoutes = (house: House): Hono<DeskEnv> =>
  new Hono<DeskEnv>().post(`${paths.round(':round')}/*`, async (c, next) => {
    const round = await findRound(house.db, c.req.param('round') ?? '')
    if (round?.stage !== 'archived') return next()
    return show(c, house, { notDone: say(deskReader(c).lang, progressWords.gone) }, 409)
  })

/** One round, its intake paused and resumed, and its stages. */
export function roundPageRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  const refusePause = (c: Context<DeskEnv>, refused: Refused) =>
    show(c, house, { pause: refusedForm(deskReader(c).lang, roundProblems, refused) }, 422)
  const refuseStage = (c: Context<DeskEnv>, refused: Refused) =>
    show(c, house, { stage: refusedForm(deskReader(c).lang, stageProblems, refused) }, 422)

  app.get(paths.round(':round'), (c) => show(c, house))

  app.post(paths.pauseRound(':round'), form(pauseForm, refusePause), async (c) => {
    const round = await findRound(db, c.req.param('round') ?? '')
    if (!round) return c.notFound()
    const asked = c.req.valid('form')
    const typed = typedIn(asked)
    if (asked.do === 'pause' && asked.resumesOn && asked.resumesOn <= dayOf(clock.now())) {
      return refusePause(c, { typed, problems: { resumesOn: 'resumesPast' } })
    }
    const moved =
      asked.do === 'pause'
        ? await pauseIntake(db, round.id, asked.version, asked, handOf(c, house))
        : await resumeIntake(db, round.id, asked.version, handOf(c, house))
    if (moved === 'overtaken') return show(c, house, { pause: { typed } }, 409)
    return done(c, paths.round(round.id), asked.do === 'pause' ? 'paused' : 'resumed')
  })

  app.post(paths.moveRound(':round'), form(stageForm, refuseStage), async (c) => {
    const round = await findRound(db, c.req.param('round') ?? '')
    if (!round) return c.notFound()
    const { version, move, on } = c.req.valid('form')
    const { from, ends } = moveOf(move)
    const typed = { on }
    if (round.stage !== from) return show(c, house, { stage: { typed } }, 409)
    const today = dayOf(clock.now())
    const day = ends ? today : on
    const last = (await listReached(db, round.id)).at(-1)?.day
    if (day > today) return refuseStage(c, { typed, problems: { on: 'future' } })
    if (last !== undefined && day < last) return refuseStage(c, { typed, problems: { on: 'before' } })
    const reached = await reachStage(db, round.id, version, move, day, handOf(c, house))
    if (reached === 'done') return done(c, paths.round(round.id), 'saved')
    if (reached === 'still open') return show(c, house, {}, 422)
    return show(c, house, { stage: { typed } }, 409)
  })
  return app
}
