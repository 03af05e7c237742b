import * as z from 'zod/mini'
import { done } from '../http/answer.ts'
import { sealedId, sealedShort } from '../http/binary.ts'
import { maybe, seen } from '../http/fields.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { writeWhy } from '../log/why.ts'
import { paths } from '../paths.ts'
import { overtakenByEscalation } from '../referrals/moving.ts'
import { decideProposal, withdrawProposal } from '../reports/proposing.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handIn } from './desk.ts'
import { wrong } from './move.ts'
import { approvals } from './proposal.tsx'
import { answerOvertaken, answerReport, reportIn } from './report-answer.tsx'
import type { Said } from './said.ts'
import { brokenSince } from './still-holds.ts'

const decideForm = z.object({
  steps: seen,
  decision: z.enum(['approve', 'refuse', 'withdraw']),
  refuseWhy: maybe(sealedShort),
  refuseWhyId: maybe(sealedId),
})

const saidOf = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const satisfies Record<
  string,
  Said
>

/** The second person's answer to a proposal, or the drafter's second thought. */
export function proposalRoutes(house: House) {
  return new Hono<DeskEnv>().post(
    paths.decide(':team', ':report'),
    form(decideForm, (c, { typed }) => answerOvertaken(c, house, { typed })),
    async (c) => {
      const view = await reportIn(c, house)
      if (!view) return c.notFound()
      const { desk, report } = view
      const { steps, decision, refuseWhy, refuseWhyId } = c.req.valid('form')
      const typed = typedIn(await c.req.parseBody())
      if (steps !== report.steps) return answerOvertaken(c, house, { typed })
      const approval = report.pendingMove && approvals[report.pendingMove]
      if (decision === 'approve' && approval) return c.redirect(approval(desk.team.id, report.id), 303)
      const { proposal, about } = view
      const now = { ...desk, wasSilent: about.wasSilent }
      if (decision === 'approve' && proposal && brokenSince(proposal.move, proposal.decided, now))
        return answerOvertaken(c, house)
      const reason = refuseWhy && refuseWhyId ? { partId: refuseWhyId, envelope: refuseWhy } : undefined
      if (decision === 'refuse' && !reason) {
        return answerReport(c, view, { problems: { refuseWhy: wrong(desk.lang, 'message') } }, 422)
      }
      const hand = handIn(desk)
      const goesUp = decision === 'approve' && report.pendingMove === 'escalate'
      const answer = {
        ...(goesUp && overtakenByEscalation(view.about.referring.current, hand)),
        approve: decision === 'approve',
        why: writeWhy({ sealed: reason?.partId }),
        sealed: reason ? [{ part: 'why' as const, ...reason }] : [],
      }
      const moved =
        decision === 'withdraw'
          ? await withdrawProposal(house.db, report, desk.person, desk.moment)
          : await decideProposal(house.db, report, desk.person, answer, desk.moment)
      if (moved !== 'moved') return answerOvertaken(c, house, { typed })
      return done(c, paths.report(desk.team.id, report.id), saidOf[decision])
    },
  )
}
