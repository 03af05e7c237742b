import type { Context } from 'hono'
import * as z from 'zod/mini'
import { persistently } from '../db/persistently.ts'
import { done, page } from '../http/answer.ts'
import { maybe, seen } from '../http/fields.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { queue } from '../i18n/queue.ts'
import { say } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { paths } from '../paths.ts'
import { moveReport } from '../reports/moving.ts'
import { mayMove } from '../reports/offers.ts'
import { situationOf } from '../reports/situation.ts'
import { findForTeam } from '../reports/store.ts'
import type { Report } from '../reports/tables.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { AssignPage } from './assign-page.tsx'
import { type Desk, deskOf } from './desk.ts'
import { lookingIn } from './looking.ts'
import { sentences, wrong } from './move.ts'
import { isSoleLeader, listNames } from './people.ts'
import { QueuePage } from './queue-page.tsx'
import { viewQueue } from './queue-view.ts'
import { answerOvertaken, answerReport, reportIn } from './report-answer.tsx'
import { viewReport } from './view-report.ts'

const looking = maybe(z.string().check(z.maxLength(200)))
const takeForm = z.object({
  from: z.catch(z.enum(['queue', 'report']), 'queue'),
  show: looking,
  by: looking,
  only: looking,
  after: looking,
})
const assignForm = z.object({
  steps: seen,
  owner: z.string().check(z.minLength(1, 'owner'), z.maxLength(64)),
})

/** Who has a report in hand. */
export function ownerRoutes(house: House) {
  const app = new Hono<DeskEnv>()
  const { db } = house

  app.post(
    paths.take(':team', ':report'),
    form(takeForm, (c) => c.notFound()),
    async (c) => {
      const desk = await deskOf(c, house)
      const id = c.req.param('report') ?? ''
      if (!desk || !(await findForTeam(db, desk.team.id, id, desk.person))) return c.notFound()
      const owner = await take(desk, id)
      if (owner === desk.person.id) return done(c, paths.report(desk.team.id, id), 'taken')
      const name = owner && (await listNames(db, [owner])).get(owner)
      const problem = name ? say(desk.lang, queue.takenBy, { name }) : say(desk.lang, queue.notTaken)
      const { from, ...view } = c.req.valid('form')
      return from === 'report' ? reportNow(c, desk, id, problem) : queueNow(c, desk, view, problem)
    },
  )

  /** Tries until it is somebody's. A message that came in the same moment is no reason to refuse. */
  async function take(desk: Desk, id: string): Promise<Report['owner']> {
    const { person, team, moment } = desk
    const written = { decided: { owner: person.id }, sealed: [] }
    const taken = await persistently(async () => {
      const report = await findForTeam(db, team.id, id, person)
      if (!report || report.owner) return { by: report?.owner ?? null }
      const moved = await moveReport(db, report, 'take', person, written, moment)
      return moved === 'overtaken' ? moved : { by: moved === 'moved' ? person.id : null }
    })
    return taken === 'overtaken' ? null : taken.by
  }

  async function queueNow(
    c: Context,
    desk: Desk,
    typed: Record<string, string | undefined>,
    problem: string,
  ) {
    const view = await viewQueue(
      house,
      desk,
      lookingIn((name) => typed[name]),
    )
    return page(c, <QueuePage desk={desk} view={view} problem={problem} />, 409)
  }

  async function reportNow(c: Context<DeskEnv>, desk: Desk, id: string, sentence: string) {
    const view = await viewReport(db, desk, id)
    return view ? answerReport(c, view, { overtaken: { sentence } }, 409) : c.notFound()
  }

  app.get(paths.assignOwner(':team', ':report'), async (c) => {
    const view = await reportIn(c, house)
    if (!view) return c.notFound()
    const { desk, report } = view
    if (!mayMove('assign', situationOf(report, desk.today), desk.person)) {
      return c.redirect(paths.report(desk.team.id, report.id), 303)
    }
    return page(c, <AssignPage view={view} filled={{ typed: { owner: report.owner ?? '' } }} />)
  })

  app.post(
    paths.assignOwner(':team', ':report'),
    form(assignForm, async (c, { typed, problems }) => {
      const view = await reportIn(c, house)
      if (!view) return c.notFound()
      return page(
        c,
        <AssignPage view={view} filled={{ typed, problems: sentences(view.desk.lang, problems) }} />,
        422,
      )
    }),
    async (c) => {
      const view = await reportIn(c, house)
      if (!view) return c.notFound()
      const { desk, report, about } = view
      const { steps, owner } = c.req.valid('form')
      if (steps !== report.steps) return answerOvertaken(c, house)
      const problem = isSoleLeader(about.members, owner)
        ? wrong(desk.lang, 'soleLeader')
        : !about.members.some(({ id }) => id === owner) && wrong(desk.lang, 'owner')
      if (problem) {
        return page(
          c,
          <AssignPage view={view} filled={{ typed: { owner }, problems: { owner: problem } }} />,
          422,
        )
      }
      const written = { decided: { owner }, why: writeWhy({ people: owner }), sealed: [] }
      const moved = await moveReport(db, report, 'assign', desk.person, written, desk.moment)
      if (moved !== 'moved') return answerOvertaken(c, house)
      return done(c, paths.report(desk.team.id, report.id), 'assigned')
    },
  )

  return app
}
