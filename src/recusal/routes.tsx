import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, type Refused } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { endReasons, recusalReasons } from '../i18n/recusal.ts'
import { say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { writeWhy } from '../log/why.ts'
import { paths } from '../paths.ts'
import { sentences, wrong } from '../queue/move.ts'
import { isSoleLeader } from '../queue/people.ts'
import { answerOvertaken, answerReport, reportIn } from '../queue/report-answer.tsx'
import { endRecusal, recuse } from '../reports/recusing.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { canApprove, foundBy, leadersOf } from './stranded.ts'

const somebody = z.string().check(z.minLength(1, 'person'), z.maxLength(64))
const recuseForm = z.object({
  steps: seen,
  person: somebody,
  recusalReason: z.enum(recusalReasons, 'recusalReason'),
  knows: z.optional(z.string().check(z.maxLength(64))),
})
const endForm = z.object({ steps: seen, whose: somebody, endReason: z.enum(endReasons, 'recusalReason') })

/** Who stays away from a report. Behind the guard `inTeam`; the leader's alone. */
export function recusalRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()

  const again = async (c: Context<DeskEnv>, { typed, problems }: Refused) => {
    const view = await ledIn(c)
    return view
      ? answerReport(c, view, { typed, problems: sentences(view.desk.lang, problems) }, 422)
      : c.notFound()
  }

  app.post(paths.recusals(':team', ':report'), form(recuseForm, again), async (c) => {
    const view = await ledIn(c)
    if (!view) return c.notFound()
    const { desk, report, about } = view
    const { steps, person, recusalReason, knows } = c.req.valid('form')
    if (steps !== report.steps) return answerOvertaken(c, house)
    const problem = isSoleLeader(about.members, person)
      ? 'lastLeader'
      : about.members.every(({ id }) => id !== person) && 'person'
    if (problem) {
      const typed = { person, recusalReason }
      return answerReport(c, view, { typed, problems: { person: wrong(desk.lang, problem) } }, 422)
    }
    const leaders = leadersOf(about.members)
    const held = { ...report, foundBy: foundBy(report) }
    const isLeft = (...away: string[]) => canApprove(leaders, new Set(away), held)
    if (knows !== person && isLeft() && !isLeft(person)) {
      const problems = { knows: say(desk.lang, staff.needsKnowing) }
      return answerReport(c, view, { typed: { person, recusalReason }, problems }, 422)
    }
    const why = writeWhy({ people: person, recusal: recusalReason })
    const moved = await recuse(db, report, { person, why }, desk.person, desk.moment)
    if (moved !== 'moved') return answerOvertaken(c, house)
    if (person === desk.person.id) return done(c, paths.desk(desk.team.id), 'recused')
    const wasOwner = person === report.owner
    return done(c, paths.report(desk.team.id, report.id), wasOwner ? 'ownerRecused' : 'recused')
  })

  app.post(paths.endRecusal(':team', ':report'), form(endForm, again), async (c) => {
    const view = await ledIn(c)
    if (!view) return c.notFound()
    const { desk, report, recused } = view
    const { steps, whose: person, endReason } = c.req.valid('form')
    if (steps !== report.steps || recused.every(({ id, byUnit }) => id !== person || byUnit))
      return answerOvertaken(c, house)
    const why = writeWhy({ people: person, recusal: endReason })
    const moved = await endRecusal(db, report, { person, why }, desk.person, desk.moment)
    if (moved !== 'moved') return answerOvertaken(c, house)
    return done(c, paths.report(desk.team.id, report.id), 'unrecused')
  })

  async function ledIn(c: Context<DeskEnv>) {
    const view = await reportIn(c, house)
    return view?.desk.person.roles.includes('leader') ? view : undefined
  }

  return app
}
