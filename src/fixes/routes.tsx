import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { letterProblems } from '../i18n/letters.ts'
import { paths } from '../paths.ts'
import { handIn } from '../queue/desk.ts'
import { isWalled, latestFix } from '../queue/fix-form.tsx'
import { wrong } from '../queue/move.ts'
import { answerOvertaken, reportIn } from '../queue/report-answer.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { decision, missingIn, refusal } from '../referrals/decision.tsx'
import { receiptForm } from '../referrals/receipt-form.tsx'
import { digestOf } from '../referrals/wording.ts'
import { canStart } from '../reports/lifecycle.ts'
import { mayApprove } from '../reports/offers.ts'
import { decideProposal } from '../reports/proposing.ts'
import { situationOf } from '../reports/situation.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { ApproveFixPage, needed } from './approve-fix-page.tsx'
import { FixNoticePage } from './fix-notice-page.tsx'
import { lastOrder, orderIn } from './order.ts'
import {
  approveOrder,
  countPaperSteps,
  type FixNotice,
  findNotice,
  printNotice,
  receiptNotice,
} from './store.ts'
import { composeNotice } from './view.ts'

/** 立行立改: a leader's answer to an order, and its notice on paper. Behind the guard `inTeam`. */
export function fixRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
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
      const { desk, report, proposal } = view
      const { person, today, moment } = desk
      const values = c.req.valid('form')
      const typed = typedIn(await c.req.parseBody())
      const may = mayApprove(situationOf(report, today), person)
      const order = proposal && orderIn(proposal)
      if (values.steps !== report.steps || report.pendingMove !== 'fix' || !order || may !== true)
        return answerOvertaken(c, house, { typed })
      const isYes = values.decision === 'approve'
      const problems = missingIn(values, needed, view)
      const wording = await composeNotice(db, view, { ...order, on: today })
      const isBarred = isYes && barrierBefore(view) !== undefined
      // What has changed since is read and ticked anew.
      if (isYes && !isBarred && values.digest !== (await digestOf(wording)))
        return show(c, view, { typed: {} }, 409)
      if (Object.keys(problems).length > 0 || isBarred) return show(c, view, { typed, problems }, 422)
      const issuer = desk.team.name
      const moved = isYes
        ? await approveOrder(db, report, person, { order: order.part, issuer, wording }, moment)
        : await decideProposal(db, report, person, refusal(values), moment)
      if (moved !== 'moved') return answerOvertaken(c, house, { typed })
      const said = { approve: 'approved', refuse: 'refused', verify: 'verifyOurselves' } as const
      return done(c, paths.report(desk.team.id, report.id), said[values.decision])
    },
  )

  app.get(paths.fixNotice(':team', ':report'), (c) => showNotice(c))
  app.post(
    paths.fixNotice(':team', ':report'),
    form(z.object({ steps: seen }), (c) => showNotice(c, 'overtaken')),
    async (c) => {
      const found = await noticeIn(c)
      if (!found) return c.notFound()
      const { view, paper, notice } = found
      const may = view.opens && !notice?.receiptOn
      if (!isAsShown(found, c.req.valid('form').steps) || !may) return showNotice(c, 'overtaken')
      const printed = await printNotice(db, paper, handIn(view.desk))
      return showNotice(c, printed === 'done' ? 'original' : 'overtaken')
    },
  )

  app.post(
    paths.receiptNotice(':team', ':report'),
    form(receiptForm, (c, { typed, problems }) => {
      const { lang } = deskReader(c)
      return showNotice(c, undefined, refusedForm(lang, letterProblems, { typed, problems }))
    }),
    async (c) => {
      const found = await noticeIn(c)
      if (!found) return c.notFound()
      const { view, paper, order, notice } = found
      const { desk, report } = view
      const { steps, name, on } = c.req.valid('form')
      const typed = { name, on }
      if (!isAsShown(found, steps) || !awaitsReceipt(notice)) return showNotice(c, 'overtaken', { typed })
      if (on < order.on || on > desk.today)
        return showNotice(
          c,
          undefined,
          refusedForm(desk.lang, letterProblems, { typed, problems: { on: 'day' } }),
        )
      const signed = await receiptNotice(db, paper, { name, on }, handIn(desk))
      if (signed !== 'done') return showNotice(c, 'overtaken', { typed })
      return c.redirect(paths.fixNotice(desk.team.id, report.id), 303)
    },
  )

  /** Of an order from before notices were numbered, it is put into words as it stands. */
  async function noticeIn(c: Context<DeskEnv>) {
    const view = await reportIn(c, house)
    const order = view && lastOrder(view.steps)
    if (!view || !order) return undefined
    const [notice, steps] = await Promise.all([
      findNotice(db, view.report.id, order.part),
      countPaperSteps(db, view.report.id),
    ])
    // Erased, it is gone for good.
    if (notice && !notice.wording) return undefined
    const wording = notice?.wording ?? (await composeNotice(db, view, order))
    const paper = { reportId: view.report.id, order: order.part, steps }
    return { view, order, paper, notice, wording }
  }

  async function showNotice(c: Context<DeskEnv>, how?: 'original' | 'overtaken', filled?: Filled) {
    const found = await noticeIn(c)
    if (!found) return c.notFound()
    const props = { ...found, how, filled: filled ?? { typed: {} } }
    const status = how === 'overtaken' ? 409 : filled ? 422 : 200
    return page(c, <FixNoticePage {...props} awaitsReceipt={awaitsReceipt(found.notice)} />, status)
  }

  async function show(c: Context<DeskEnv>, view: ReportView, filled: Filled, again?: 409 | 422) {
    const { desk, report, proposal } = view
    const order = proposal && orderIn(proposal)
    if (report.pendingMove !== 'fix' || !order) return c.redirect(paths.report(desk.team.id, report.id), 303)
    const wording = await composeNotice(db, view, { ...order, on: desk.today })
    const props = {
      view,
      proposal,
      order: order.part,
      wording,
      filled,
      digest: await digestOf(wording),
      barrier: barrierBefore(view),
      isNew: again === 409,
    }
    return page(c, <ApproveFixPage {...props} />, again)
  }

  return app
}

/** Its paper is out, and nobody is on record as having signed for it. */
const awaitsReceipt = (notice: FixNotice | undefined): boolean =>
  notice?.printedOn != null && notice.receiptOn === null

/** The fix is out, and the page has counted all that had happened to the report and to its papers. */
const isAsShown = (
  { view: { report }, paper }: { view: ReportView; paper: { steps: number } },
  steps: number,
): boolean => steps === report.steps + paper.steps && report.state === 'fixing'

/** The wall may have risen since the draft, or its day may be past. */
function barrierBefore({ desk, report, about, proposal }: ReportView): string | undefined {
  const { lang, today } = desk
  if (isWalled(about)) return wrong(lang, 'noFix', { unit: about.unitName })
  const due = proposal?.decided.due
  if (!canStart('fix', report.kind, report.state) || !due) return wrong(lang, 'other')
  return due < today || due > latestFix(about) ? wrong(lang, 'day') : undefined
}
