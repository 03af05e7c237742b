import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done } from '../http/answer.ts'
import { sealedKey } from '../http/binary.ts'
import { maybe, seen } from '../http/fields.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { UNSORTED } from '../intake/rules.ts'
import { paths } from '../paths.ts'
import { sentences } from '../queue/move.ts'
import { answerOvertaken, answerReport, reportIn } from '../queue/report-answer.tsx'
import { askForTeam, giveToTeam } from '../reports/giving.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { turnIn } from './second-person.ts'

const tick = z.literal('yes', 'tick')
const giveForm = z.object({
  steps: seen,
  notAbout: tick,
  agreed: tick,
  withContact: z.optional(tick),
  team: z.string().check(z.maxLength(64)),
  epoch: seen,
  /** Not yet, where another administrator is to agree first. */
  dek: maybe(sealedKey),
  contactKey: maybe(sealedKey),
})

/**
 * What reached the office and is not about the team goes to the team. Behind the guard `inTeam`; the office's alone.
 */
export function givingRoutes(house: House): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  const again = async (c: Context<DeskEnv>, { typed, problems }: Refused) => {
    const view = await reportIn(c, house)
    if (!view?.toTeam) return c.notFound()
    return answerReport(c, view, { typed, problems: sentences(view.desk.lang, problems) }, 422)
  }

  app.post(paths.giveToTeam(':team', ':report'), form(giveForm, again), async (c) => {
    const view = await reportIn(c, house)
    if (!view) return c.notFound()
    const { desk, report, toTeam } = view
    const { steps, team, epoch, withContact, dek, contactKey } = c.req.valid('form')
    const isAsSeen = toTeam?.team.id === team && toTeam.epoch === epoch && steps === report.steps
    if (!isAsSeen || !toTeam.canAgree) return answerOvertaken(c, house)
    if (toTeam.contactKey && !withContact)
      return again(c, { typed: typedIn(await c.req.parseBody()), problems: { withContact: 'tick' } })
    const turn = turnIn(view, team)
    if (turn === 'waits') return answerOvertaken(c, house)
    if (turn === 'asks') {
      const asked = await askForTeam(house.db, report, team, desk.person, desk.moment)
      return asked === 'done'
        ? done(c, paths.report(desk.team.id, report.id), 'askedForTeam')
        : answerOvertaken(c, house)
    }
    if (!dek) return again(c, { typed: typedIn(await c.req.parseBody()), problems: { dek: 'binary' } })
    const sorted = { tile: UNSORTED, edition: null }
    const sealed = { dek, contactKey }
    const given = await giveToTeam(
      house.db,
      report,
      sealed,
      { team, epoch },
      sorted,
      desk.person,
      desk.moment.now,
    )
    return given === 'moved' ? done(c, paths.desk(desk.team.id), 'given') : answerOvertaken(c, house)
  })

  return app
}
