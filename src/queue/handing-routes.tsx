import * as z from 'zod/mini'
import { done } from '../http/answer.ts'
import { sealedKey } from '../http/binary.ts'
import { seen } from '../http/fields.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { handing as words } from '../i18n/handing.ts'
import { say } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { paths } from '../paths.ts'
import { handContact, takeBackContact } from '../reports/handing.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { mayHoldContact } from '../staff/roles.ts'
import { handReasons } from './handing.tsx'
import { answerOvertaken, answerReport, reportIn } from './report-answer.tsx'
import type { ReportView } from './report-view.ts'

const handForm = z.object({
  steps: seen,
  member: z.string().check(z.minLength(1), z.maxLength(64)),
  handWhy: z.enum(handReasons),
  contactKey: sealedKey,
})
const backForm = z.object({ member: z.string().check(z.minLength(1), z.maxLength(64)) })

/** A leader or deputy hands one call to one officer of the team, and takes it back. */
export function handingRoutes(house: House) {
  const { db } = house
  const app = new Hono<DeskEnv>()

  const refused = (c: Parameters<typeof answerReport>[0], view: ReportView) =>
    answerReport(c, view, { typed: {}, problems: { viewWhy: say(view.desk.lang, words.refused) } }, 422)

  app.post(
    paths.handContact(':team', ':report'),
    form(handForm, async (c) => {
      const view = await reportIn(c, house)
      return view && mayHoldContact(view.desk.person.roles) ? refused(c, view) : c.notFound()
    }),
    async (c) => {
      const view = await reportIn(c, house)
      if (!view || !mayHoldContact(view.desk.person.roles)) return c.notFound()
      const { desk, report, officers } = view
      const { steps, member, handWhy, contactKey } = c.req.valid('form')
      if (!officers.some(({ id }) => id === member)) return refused(c, view)
      if (steps !== report.steps) return answerOvertaken(c, house)
      const why = writeWhy({ people: member, view: handWhy }) ?? handWhy
      const handed = await handContact(
        db,
        report,
        desk.person.id,
        { to: member, why, contactKey },
        desk.moment,
      )
      if (handed === 'refused') return refused(c, view)
      if (handed === 'overtaken') return answerOvertaken(c, house)
      return done(c, paths.report(desk.team.id, report.id), 'handed')
    },
  )

  app.post(
    paths.takeBackContact(':team', ':report'),
    form(backForm, (c) => answerOvertaken(c, house)),
    async (c) => {
      const view = await reportIn(c, house)
      if (!view || !mayHoldContact(view.desk.person.roles)) return c.notFound()
      const { desk, report, handed } = view
      const { member } = c.req.valid('form')
      // A colleague may have taken it back, or its hours have passed, while this page stood open.
      if (!handed.some(({ personId }) => personId === member)) return answerOvertaken(c, house)
      const why = writeWhy({ people: member }) ?? ''
      const back = await takeBackContact(db, report, desk.person.id, { from: member, why }, desk.moment)
      if (back === 'overtaken') return answerOvertaken(c, house)
      return done(c, paths.report(desk.team.id, report.id), 'takenBack')
    },
  )

  return app
}
