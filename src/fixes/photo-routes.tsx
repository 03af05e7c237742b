import { done } from '../http/answer.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import { sentences } from '../queue/move.ts'
import { answerOvertaken, answerReport, reportIn } from '../queue/report-answer.tsx'
import type { DeskEnv } from '../staff/guard.ts'
import { keepPhoto, mayAddPhoto, photoForm } from './photos.ts'

/** Photos of a fix, one at a time. Behind the guard `inTeam`. */
export const fixPhotoRoutes = (house: House) =>
  new Hono<DeskEnv>().post(
    paths.fixPhoto(':team', ':report'),
    form(photoForm, async (c, { typed: { of = '' }, problems }) => {
      const view = await reportIn(c, house)
      if (!view) return c.notFound()
      return answerReport(c, view, { typed: { of }, problems: sentences(view.desk.lang, problems) }, 422)
    }),
    async (c) => {
      const view = await reportIn(c, house)
      if (!view) return c.notFound()
      const kept = mayAddPhoto(view) && (await keepPhoto(house, view, c.req.valid('form')))
      if (kept !== 'moved') return answerOvertaken(c, house)
      return done(c, paths.report(view.desk.team.id, view.report.id), 'noted')
    },
  )
