import { type Context, Hono } from 'hono'
import { done, page } from '../http/answer.ts'
import { form, typedIn } from '../http/form.ts'
import type { House } from '../http/house.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { isWalled, latestFix } from '../queue/fix-form.tsx'
import { wrong } from '../queue/move.ts'
import { answerOvertaken, reportIn } from '../queue/report-answer.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { decision, missingIn, refusal } from '../referrals/decision.tsx'
import { canStart, mayApprove } from '../reports/lifecycle.ts'
import { subjectOf } from '../reports/moving.ts'
import { decideProposal } from '../reports/proposing.ts'
import { letterheadOf } from '../rounds/title.ts'
import type { DeskEnv } from '../staff/guard.ts'
import type { Filled } from '../ui/field.tsx'
import { ApproveFixPage, needed } from './approve-fix-page.tsx'
import { FixNoticePage } from './fix-notice-page.tsx'
import { lastOrder } from './order.ts'

/** 立行立改: a leader's answer to an order, and its notice on paper. Behind the guard `inTeam`. */
export function fixRoutes(house: House): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const address = paths.approveFix(':team', ':report')

  app.get(address, async (c) => {
    const view = await reportIn(c, house)
    return view ? show(c, view, { typed: {} }) : c.notFound()
  })

  app.post(
    address,
    form(decision, (c, { typed }) => answerOvertaken(c, house, { typed })),
    async (c) => {
      const view = await reportIn(c, house)
      if (!view) return c.notFound()
      const { desk, report } = view
      const values = c.req.valid('form')
      const typed = typedIn(await c.req.parseBody())
      const may = mayApprove(subjectOf(report, desk.today), desk.person)
      if (values.steps !== report.steps || report.pendingMove !== 'fix' || may !== true)
        return answerOvertaken(c, house, { typed })
      const isYes = values.decision === 'approve'
      const problems = missingIn(values, needed, view)
      if (Object.keys(problems).length > 0 || (isYes && barrierBefore(view)))
        return show(c, view, { typed, problems }, 422)
      const decided = isYes ? { approve: true, sealed: [] } : refusal(values)
      const moved = await decideProposal(house.db, report, desk.person, decided, desk.moment)
      if (moved !== 'moved') return answerOvertaken(c, house, { typed })
      const said = { approve: 'approved', refuse: 'refused', verify: 'verifyOurselves' } as const
      return done(c, paths.report(desk.team.id, report.id), said[values.decision])
    },
  )

  app.get(paths.fixNotice(':team', ':report'), async (c) => {
    const view = await reportIn(c, house)
    const order = view && lastOrder(view.steps)
    if (!order) return c.notFound()
    const { fullName, jurisdiction } = await theOffice(house.db)
    const { name, roundId } = view.desk.team
    const issuer = roundId ? letterheadOf(jurisdiction, name) : fullName
    return page(c, <FixNoticePage view={view} order={order} issuer={issuer} />)
  })

  async function show(c: Context<DeskEnv>, view: ReportView, filled: Filled, again?: 422) {
    const { desk, report, proposal } = view
    if (report.pendingMove !== 'fix' || !proposal)
      return c.redirect(paths.report(desk.team.id, report.id), 303)
    const props = { view, proposal, barrier: barrierBefore(view), filled }
    return page(c, <ApproveFixPage {...props} />, again)
  }

  return app
}

/** The wall may have risen since the draft, or its day may be past. */
function barrierBefore({ desk, report, about, proposal }: ReportView): string | undefined {
  const { lang, today } = desk
  if (isWalled(about)) return wrong(lang, 'noFix', { unit: about.unitName })
  const due = proposal?.decided.due
  if (!canStart('fix', report.kind, report.state) || !due) return wrong(lang, 'other')
  return due < today || due > latestFix(about) ? wrong(lang, 'day') : undefined
}
