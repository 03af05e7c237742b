import type { Context } from 'hono'
import type * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import { isApproved } from '../reports/lifecycle.ts'
import { moveReport } from '../reports/moving.ts'
import { mayMove } from '../reports/offers.ts'
import { proposeMove } from '../reports/proposing.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { everyMistake } from './every-mistake.ts'
import type { AskedFor } from './move.ts'
import { MovePage } from './move-page.tsx'
import { type FormMove, forms, saidAfter } from './moves.ts'
import { typedAgain } from './refused.tsx'
import { answerOvertaken, reportIn } from './report-answer.tsx'
import type { ReportView } from './report-view.ts'
import { lettersIn, situationIn } from './situation.ts'

/** Every move that has a form. What needs a second person becomes a proposal. */
export function moveRoutes(house: House) {
  const app = new Hono<DeskEnv>()
  oneMove(app, house, 'accept', forms.accept)
  oneMove(app, house, 'ask', forms.ask)
  oneMove(app, house, 'decline', forms.decline)
  oneMove(app, house, 'verify', forms.verify)
  oneMove(app, house, 'result', forms.result)
  oneMove(app, house, 'fix', forms.fix)
  oneMove(app, house, 'feedback', forms.feedback)
  oneMove(app, house, 'fixed', forms.fixed)
  oneMove(app, house, 'notFixed', forms.notFixed)
  oneMove(app, house, 'refer', forms.refer)
  oneMove(app, house, 'unitReply', forms.unitReply)
  oneMove(app, house, 'return', forms.return)
  oneMove(app, house, 'extend', forms.extend)
  oneMove(app, house, 'conclude', forms.conclude)
  oneMove(app, house, 'archive', forms.archive)
  oneMove(app, house, 'void', forms.void)
  oneMove(app, house, 'restore', forms.restore)
  oneMove(app, house, 'escalate', forms.escalate)
  return app
}

type Typed = Record<string, string>

function oneMove<Schema extends z.ZodMiniObject>(
  app: Hono<DeskEnv>,
  house: House,
  move: FormMove,
  asked: AskedFor<Schema>,
) {
  const address = paths.move(':team', ':report', move)

  const show = async (c: Context<DeskEnv>, chosen: Typed = {}) => {
    const view = await reportIn(c, house)
    if (!view) return c.notFound()
    const { desk, report, about } = view
    if (!mayMove(move, situationIn(view), desk.person)) {
      return c.redirect(paths.report(desk.team.id, report.id), 303)
    }
    const again = view.refused?.move === move ? typedAgain(view.refused, view.sealed) : {}
    const typed = { ...asked.defaults(about), ...again, ...chosen }
    return page(c, <MovePage view={view} move={move} filled={{ typed }} />)
  }
  app.get(address, (c) => show(c))
  /** What is being decided is posted, though nothing is stored: an address stands in every log on the way. */
  app.post(paths.previewMove(':team', ':report', move), async (c) =>
    show(c, typedIn(await c.req.parseBody())),
  )

  app.post(
    address,
    form(asked.schema, async (c, { typed, problems }) => {
      const view = await reportIn(c, house)
      if (!view) return c.notFound()
      return again(c, view, typed, everyMistake(asked, view.about, { typed, refused: problems }))
    }),
    async (c) => {
      const view = await reportIn(c, house)
      if (!view) return c.notFound()
      const values = c.req.valid('form') as z.output<Schema>
      const typed = typedIn(await c.req.parseBody())
      const { desk, report, about } = view
      const problems = asked.problems(values, about)
      if (isStale(view, typed) || Object.keys(problems).length > 0) return again(c, view, typed, problems)
      const make = isApproved(move) ? proposeMove : moveReport
      const written = { ...asked.written(values, about), letters: lettersIn(view) }
      const moved = await make(house.db, report, move, desk.person, written, desk.moment)
      if (moved !== 'moved') return answerOvertaken(c, house, { move, typed })
      return done(
        c,
        paths.report(desk.team.id, report.id),
        asked.saidAfter?.(values, about) ?? saidAfter[move],
      )
    },
  )

  /** A page that was overtaken is shown as it is now, whatever else is wrong with the form. */
  const again = (c: Context<DeskEnv>, view: ReportView, typed: Typed, problems: Typed) =>
    isStale(view, typed)
      ? answerOvertaken(c, house, { move, typed })
      : page(c, <MovePage view={view} move={move} filled={{ typed, problems }} />, 422)

  const isStale = (view: ReportView, { steps }: Typed) =>
    steps !== String(view.report.steps) || !mayMove(move, situationIn(view), view.desk.person)
}
