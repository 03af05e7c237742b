import type { Context } from 'hono'
import * as z from 'zod/mini'
import { persistently } from '../db/persistently.ts'
import { sealedId, sealedShort } from '../http/binary.ts'
import { maybe } from '../http/fields.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import type { viewWords } from '../i18n/report.ts'
import { writeWhy } from '../log/why.ts'
import { paths } from '../paths.ts'
import { viewHanded } from '../reports/handing.ts'
import { findForTeam } from '../reports/store.ts'
import { viewContact } from '../reports/viewing.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { mayHoldContact } from '../staff/roles.ts'
import { mayAskContact } from './may-contact.ts'
import { wrong } from './move.ts'
import { answerOvertaken, answerReport, reportIn } from './report-answer.tsx'

const whys = ['callBack', 'identity', 'reply', 'other'] as const satisfies (keyof typeof viewWords)[]
const viewForm = z
  .object({ viewWhy: z.enum(whys), viewOther: maybe(sealedShort), viewOtherId: maybe(sealedId) })
  .check(
    z.refine(({ viewWhy, viewOther, viewOtherId }) => viewWhy !== 'other' || (viewOther && viewOtherId), {
      path: ['viewOther'],
      message: 'viewOther',
    }),
  )

/**
 * A reason, on record before the envelope is handed out, and only to leader, deputy, and for a day to whom they handed
 * it.
 */
export function contactRoutes(house: House) {
  const app = new Hono<DeskEnv>()

  app.post(
    paths.contact(':team', ':report'),
    form(viewForm, async (c: Context<DeskEnv>, { typed, problems: { viewOther } }) => {
      const view = await reportIn(c, house)
      if (!view || !mayAskContact(view)) return c.notFound()
      const which = viewOther && typed.viewWhy === 'other' ? 'viewOther' : 'viewWhy'
      return answerReport(c, view, { typed, problems: { [which]: wrong(view.desk.lang, which) } }, 422)
    }),
    async (c) => {
      const { team, roles } = c.get('role')
      const { id } = c.get('staff')
      const { viewWhy, viewOther, viewOtherId } = c.req.valid('form')
      const other = viewOther && viewOtherId ? { partId: viewOtherId, envelope: viewOther } : undefined
      const reason = {
        why: writeWhy({ view: viewWhy, sealed: other?.partId }) ?? viewWhy,
        sealed: other ? [{ part: 'why' as const, ...other }] : [],
      }
      const moment = { now: house.clock.now(), calendar: house.clock.calendar }
      const answer = await persistently(async () => {
        const report = await findForTeam(house.db, team, c.req.param('report') ?? '', { id, roles })
        if (!report) return c.notFound()
        const contact = mayHoldContact(roles)
          ? await viewContact(house.db, report, id, reason, moment)
          : await viewHanded(house.db, report, id, reason, moment)
        // To who holds no contact key and was handed none, there is nothing here.
        if (!contact && !mayHoldContact(roles)) return c.notFound()
        if (contact === 'overtaken') return contact
        const view = await reportIn(c, house)
        return view ? answerReport(c, view, { contact }, contact ? 200 : 409) : c.notFound()
      })
      return answer === 'overtaken' ? answerOvertaken(c, house) : answer
    },
  )

  return app
}
