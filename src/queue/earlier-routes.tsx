import * as z from 'zod/mini'
import { done } from '../http/answer.ts'
import { whole } from '../http/fields.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import { listEarlier, putBack } from '../reports/earlier.ts'
import { findForTeam } from '../reports/store.ts'
import { holdsOf } from '../staff/colleagues.ts'
import type { DeskContext, DeskEnv } from '../staff/guard.ts'
import { stillHere, unlessLeft } from '../staff/still-here.ts'
import { deskOf } from './desk.ts'
import { answerOvertaken } from './report-answer.tsx'

const earlierForm = z.object({ number: whole(1), epoch: whole(1) })

/** A report that somebody's browser locked anew so that it opens no more is locked again as it was. */
export function earlierRoutes(house: House) {
  const { db, clock } = house
  const notThere = (c: DeskContext) => c.notFound()

  return new Hono<DeskEnv>().post(
    paths.putBack(':team', ':report'),
    form(earlierForm, notThere),
    async (c) => {
      const desk = await deskOf(c, house)
      const { number, epoch } = c.req.valid('form')
      const report = desk && (await findForTeam(db, desk.team.id, c.req.param('report') ?? '', desk.person))
      if (!report) return c.notFound()
      const lock = (await listEarlier(db, report)).find((one) => one.number === number)
      // Whoever never held that key cannot tell what it opens.
      if (!lock || !(await holdsOf(db, report.teamId, lock.epoch, desk.person.id)).key) return c.notFound()
      if (report.epoch !== epoch) return answerOvertaken(c, house)
      const hand = { who: desk.person.id, now: clock.now(), guard: stillHere(db, { giver: desk.person.id }) }
      const put = await unlessLeft(putBack(db, report, lock, hand))
      return put === 'done'
        ? done(c, paths.report(report.teamId, report.id), 'putBack')
        : answerOvertaken(c, house)
    },
  )
}
