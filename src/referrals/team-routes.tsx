import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import { deskOf, handIn } from '../queue/desk.ts'
import { isWalled } from '../queue/fix-form.tsx'
import { answerOvertaken, reportIn } from '../queue/report-answer.tsx'
import { situationIn } from '../queue/situation.ts'
import { mayMove } from '../reports/offers.ts'
import { findForTeam } from '../reports/store.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { teamHolder } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import { viewLetter } from './letter-view.ts'
import { askPermit } from './moving.ts'
import { OWN } from './referring.ts'
import { findReferralForTeam } from './store.ts'
import { TeamLetterPage } from './team-letter-page.tsx'

const askForm = z.object({ handlingUnit: z.string().check(z.minLength(1), z.maxLength(64)) })

/** What a team does about letters beside the moves of a report. Behind the guard `inTeam`. */
export function teamRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()

  app.get(paths.teamLetter(':team', ':letter'), async (c) => {
    const desk = await deskOf(c, house)
    const letter = desk && (await findReferralForTeam(db, desk.team.id, c.req.param('letter') ?? ''))
    if (!desk || !letter) return c.notFound()
    if (!(await findForTeam(db, desk.team.id, letter.reportId, desk.person))) return c.notFound()
    const opener = { team: letter.teamId, epoch: letter.epoch }
    const view = await viewLetter(db, letter, opener)
    if (!view) return c.notFound()
    const keys = await listOwnKeys(db, desk.person.id, [teamHolder(desk.team.id)])
    return page(c, <TeamLetterPage desk={desk} letter={view} keys={keys} />)
  })

  app.post(
    paths.askPermit(':team', ':report'),
    form(askForm, (c) => answerOvertaken(c, house)),
    async (c) => {
      const view = await reportIn(c, house)
      if (!view) return c.notFound()
      const { desk, report, about } = view
      const { handlingUnit } = c.req.valid('form')
      const choice = about.referring.choices.find(({ unit }) => unit.id === handlingUnit)
      const isOwn = handlingUnit === OWN
      const barrier = isOwn ? isWalled(about) && 'wall' : choice?.barrier
      const may = mayMove(isOwn ? 'fix' : 'refer', situationIn(view), desk.person)
      if (!barrier || !may) return answerOvertaken(c, house)
      const asked = { report, handlingUnitId: handlingUnit, why: barrier }
      const outcome = await askPermit(db, asked, handIn(desk))
      if (outcome === 'known') return answerOvertaken(c, house)
      return done(c, paths.report(desk.team.id, report.id), 'permitAsked')
    },
  )

  return app
}
