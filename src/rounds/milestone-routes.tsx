import type { Context } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { milestoneKindWords, milestoneProblems } from '../i18n/round-stages.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, overtakenForm, refusedForm } from '../ui/field.tsx'
import { freshId } from './fields.ts'
import { milestoneMistakes, milestoneShape, milestoneTyped } from './milestone-form.ts'
import { MilestonePage } from './milestone-page.tsx'
import {
  addMilestones,
  changeMilestone,
  findMilestone,
  listMilestones,
  type Milestone,
  usualMilestones,
  voidMilestone,
} from './milestones.ts'
import { listReached } from './reaching.ts'
import { findRound, type Round, versionOf } from './store.ts'

const newForm = z.object({ ...milestoneShape, id: freshId })
const editForm = z.object({ ...milestoneShape, version: seen })

/** A round, and the milestone in the address with how many steps it had before it was read. */
interface Place {
  round: Round
  own?: { milestone: Milestone; version: number }
}

/** What a round owes by a day: added, changed, done, and taken away when entered by mistake. */
export function milestoneRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  const placeOf = async (c: Context): Promise<Place | undefined> => {
    const id = c.req.param('milestone')
    const version = id === undefined ? 0 : await versionOf(db, `milestone:${id}`)
    const round = await findRound(db, c.req.param('round') ?? '')
    if (!round || id === undefined) return round && { round }
    const milestone = await findMilestone(db, id)
    return milestone?.roundId === round.id ? { round, own: { milestone, version } } : undefined
  }

  const show = async (c: Context<DeskEnv>, { round, own }: Place, filled?: Filled, again?: 409 | 422) => {
    const typed = own ? milestoneTyped(own.milestone) : { kind: 'midterm' }
    const change = own
      ? { id: own.milestone.id, version: own.version }
      : { newId: filled?.typed.id ?? house.newId() }
    const props = { frame: await officeFrame(c, house), round, change, overtaken: again === 409 }
    return page(c, <MilestonePage {...props} filled={filled ?? { typed }} />, again)
  }
  const refuse = async (c: Context<DeskEnv>, refused: Refused) => {
    const place = await placeOf(c)
    if (!place) return c.notFound()
    return show(c, place, refusedForm(deskReader(c).lang, milestoneProblems, refused), 422)
  }

  app.get(paths.newMilestone(':round'), async (c) => {
    const place = await placeOf(c)
    return place ? show(c, place) : c.notFound()
  })

  app.post(paths.newMilestone(':round'), form(newForm, refuse), async (c) => {
    const place = await placeOf(c)
    if (!place) return c.notFound()
    const { id, ...fields } = c.req.valid('form')
    const problems = milestoneMistakes(fields, dayOf(clock.now()))
    const typed = typedIn(await c.req.parseBody())
    if (Object.keys(problems).length > 0) return refuse(c, { typed, problems })
    await addMilestones(db, [{ id, roundId: place.round.id, ...fields }], handOf(c, house))
    return done(c, paths.round(place.round.id), 'saved')
  })

  app.post(
    paths.usualMilestones(':round'),
    form(z.object({ id: freshId }), (c) => c.notFound()),
    async (c) => {
      const round = await findRound(db, c.req.param('round') ?? '')
      if (!round) return c.notFound()
      const { id } = c.req.valid('form')
      const fedBack = (await listReached(db, round.id)).find(({ stage }) => stage === 'fedBack')
      const listed = await listMilestones(db, round.id)
      const missing = usualMilestones(round, fedBack?.day, listed, house.clock.calendar.limits)
      const blank = { roundId: round.id, name: null, doneOn: null }
      const rows = missing.map((one) => ({ ...blank, ...one, id: `${id}-${one.kind}` }))
      if (rows.length > 0) await addMilestones(db, rows, handOf(c, house))
      return done(c, paths.round(round.id), 'saved')
    },
  )

  app.get(paths.milestone(':round', ':milestone'), async (c) => {
    const place = await placeOf(c)
    return place ? show(c, place) : c.notFound()
  })

  app.post(paths.milestone(':round', ':milestone'), form(editForm, refuse), async (c) => {
    const place = await placeOf(c)
    if (!place?.own) return c.notFound()
    const { milestone } = place.own
    const { version, ...fields } = c.req.valid('form')
    const problems = milestoneMistakes(fields, dayOf(clock.now()))
    const typed = typedIn(await c.req.parseBody())
    if (Object.keys(problems).length > 0) return refuse(c, { typed, problems })
    const saved = await changeMilestone(db, milestone, version, fields, handOf(c, house))
    if (saved === 'done') return done(c, paths.round(place.round.id), 'saved')
    const now = await placeOf(c)
    if (!now?.own) return c.notFound()
    const { lang } = deskReader(c)
    const stored = milestoneTyped(now.own.milestone)
    const shown = { kind: say(lang, milestoneKindWords[now.own.milestone.kind]) }
    return show(c, now, overtakenForm(lang, typed, stored, shown), 409)
  })

  app.post(
    paths.voidMilestone(':round', ':milestone'),
    form(z.object({ version: seen }), (c) => c.notFound()),
    async (c) => {
      const place = await placeOf(c)
      if (!place?.own) return c.notFound()
      const voided = await voidMilestone(
        db,
        place.own.milestone.id,
        c.req.valid('form').version,
        handOf(c, house),
      )
      if (voided === 'overtaken') return show(c, place, undefined, 409)
      return done(c, paths.round(place.round.id), 'voided')
    },
  )
  return app
}
