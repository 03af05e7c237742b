import * as z from 'zod/mini'
import { isDay } from '../clock/day.ts'
import { done } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { writeWhy } from '../log/why.ts'
import { paths } from '../paths.ts'
import { recordTold } from '../reports/telling.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { sentences } from './move.ts'
import { answerOvertaken, answerReport, reportIn } from './report-answer.tsx'

const toldForm = z.object({
  steps: seen,
  toldOn: z.string().check(z.refine(isDay, 'day')),
  toldHow: z.enum(['visit', 'call', 'letter'], 'tick'),
})

/** That a named reporter has been told, recorded by hand. Behind the guard `inTeam`. */
export function toldRoutes(house: House): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  app.post(
    paths.told(':team', ':report'),
    form(toldForm, async (c, { typed, problems }) => {
      const view = await reportIn(c, house)
      return view
        ? answerReport(c, view, { typed, problems: sentences(view.desk.lang, problems) }, 422)
        : c.notFound()
    }),
    async (c) => {
      const view = await reportIn(c, house)
      if (!view) return c.notFound()
      const { desk, report } = view
      const { steps, toldOn, toldHow } = c.req.valid('form')
      const typed = typedIn(await c.req.parseBody())
      if (toldOn > desk.today || toldOn < report.receivedOn) {
        const problems = sentences(desk.lang, { toldOn: toldOn > desk.today ? 'dayAhead' : 'day' })
        return answerReport(c, view, { typed, problems }, 422)
      }
      if (steps !== report.steps) return answerOvertaken(c, house, { typed })
      const why = writeWhy({ told: toldHow, on: toldOn }) ?? ''
      const moved = await recordTold(house.db, report, { why, by: desk.person.id, now: desk.moment.now })
      return moved === 'moved'
        ? done(c, paths.report(desk.team.id, report.id), 'told')
        : answerOvertaken(c, house, { typed })
    },
  )
  return app
}
