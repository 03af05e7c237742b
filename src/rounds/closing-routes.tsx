import type { Context } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { closingProblems } from '../i18n/round-closing.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { findPerson } from '../staff/store.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { closeTeam, listOpen, listSuccessors, mayClose, nameSuccessor } from './closing.ts'
import { ClosingPage } from './closing-page.tsx'
import { findRound, versionOf } from './store.ts'
import { findTeam } from './teams.ts'

const closeForm = z.object({
  version: seen,
  successor: z.string('successor').check(z.minLength(1, 'successor'), z.maxLength(64)),
})

/** 撤点交接: a team is closed when nothing of it is open, because its leader gave the rest to the office or it went on. */
export function closingRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  const placeOf = async (c: Context) => {
    const id = c.req.param('team') ?? ''
    const version = await versionOf(db, `team:${id}`)
    const team = await findTeam(db, id)
    const round = team && (await findRound(db, team.roundId))
    if (!team || !round) return undefined
    const [left, successors] = [await listOpen(db, id), await listSuccessors(db, id)]
    const named = team.successor ? (await findPerson(db, team.successor))?.name : undefined
    const { shortName: office } = await theOffice(db)
    return { team, round, version, office, left, successors, named, today: dayOf(clock.now()) }
  }

  const show = async (c: Context<DeskEnv>, filled: Filled = { typed: {} }, again?: 409 | 422) => {
    const place = await placeOf(c)
    if (!place) return c.notFound()
    const frame = await officeFrame(c, house)
    return page(c, <ClosingPage frame={frame} {...place} filled={filled} overtaken={again === 409} />, again)
  }
  const refuse = (c: Context<DeskEnv>, refused: Refused) =>
    show(c, refusedForm(deskReader(c).lang, closingProblems, refused), 422)

  app.get(paths.closeTeam(':team'), (c) => show(c))

  app.post(paths.closeTeam(':team'), form(closeForm, refuse), async (c) => {
    const place = await placeOf(c)
    if (!place) return c.notFound()
    const { version, successor } = c.req.valid('form')
    const typed = typedIn({ successor })
    const { team, round, successors, today } = place
    const hand = handOf(c, house)
    const isHolder = successors.some(({ id }) => id === successor)
    if (team.closedOn) {
      if (!isHolder) return refuse(c, { typed, problems: { successor: 'successor' } })
      const named = await nameSuccessor(db, team.id, version, successor, hand)
      return named === 'done' ? done(c, paths.closeTeam(team.id), 'successorNamed') : show(c, { typed }, 409)
    }
    if (!mayClose(round, today)) return refuse(c, { typed, problems: { successor: 'early' } })
    if (!isHolder) return refuse(c, { typed, problems: { successor: 'successor' } })
    const closed = await closeTeam(db, team.id, version, successor, hand)
    if (closed === 'still open') return refuse(c, { typed, problems: { successor: 'stillOpen' } })
    if (closed === 'early') return refuse(c, { typed, problems: { successor: 'early' } })
    if (closed === 'overtaken') return show(c, { typed }, 409)
    return done(c, paths.round(round.id), 'teamClosed')
  })
  return app
}
