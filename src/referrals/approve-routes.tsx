import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { refer as words } from '../i18n/referrals.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { handIn } from '../queue/desk.ts'
import { wrong } from '../queue/move.ts'
import { answerOvertaken, reportIn } from '../queue/report-answer.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { lacksKey } from '../queue/words.ts'
import { canStart } from '../reports/lifecycle.ts'
import { mayApprove } from '../reports/offers.ts'
import { decideProposal } from '../reports/proposing.ts'
import { situationOf } from '../reports/situation.ts'
import { staffTime } from '../reports/steps.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { opensWith } from '../staff/roles.ts'
import type { Filled } from '../ui/field.tsx'
import { ApprovePage } from './approve-page.tsx'
import { decision, missingIn, refusal, ticks } from './decision.tsx'
import { composeLetter } from './letter-view.ts'
import { approved } from './moving.ts'
import { choicesFor } from './referring.ts'
import type { Referral } from './store.ts'
import { digestOf } from './wording.ts'

const decideForm = z.extend(decision, { source: z._default(z.enum(['visits', 'residents']), 'visits') })

/** Nobody approves words that they cannot open. */
const reads = ({ keys }: ReportView, { epoch }: Referral) => opensWith(keys.keys, 'key', epoch)

/** The second person's answer to a referral, where the original and what the unit will read stand together. */
export function approveRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()
  const address = paths.approveReferral(':team', ':report')

  app.get(address, async (c) => {
    const view = await reportIn(c, house)
    if (!view) return c.notFound()
    return show(c, view, { typed: {} })
  })

  app.post(
    address,
    form(decideForm, (c, { typed }) => answerOvertaken(c, house, { typed })),
    async (c) => {
      const view = await reportIn(c, house)
      if (!view) return c.notFound()
      const { desk, report, about } = view
      const values = c.req.valid('form')
      const typed = typedIn(await c.req.parseBody())
      const letter = about.referring.draft
      const may = mayApprove(situationOf(report, desk.today), desk.person)
      if (values.steps !== report.steps || !letter || report.pendingMove !== 'refer' || may !== true)
        return answerOvertaken(c, house, { typed })
      const isYes = values.decision === 'approve'
      const problems = missingIn(values, ticks, view)
      const words = await wordingsOf(letter)
      const isBarred = isYes && (await barrierBefore(view)) !== undefined
      // What has changed since is read and ticked anew.
      if (isYes && !isBarred && values.digest !== words?.digest)
        return show(c, view, { typed: { source: values.source } }, 409)
      if (Object.keys(problems).length > 0 || isBarred) return show(c, view, { typed, problems }, 422)
      const hand = { ...handIn(desk), at: staffTime(report, desk.moment.now) }
      const { source } = values
      const chosen = { source, wording: words?.wordings[source] ?? null }
      const decided = isYes
        ? { approve: true, sealed: [], ...approved(letter, chosen, hand) }
        : refusal(values)
      const moved = await decideProposal(db, report, desk.person, decided, desk.moment)
      if (moved !== 'moved') return answerOvertaken(c, house, { typed })
      const said = { approve: 'referred', refuse: 'refused', verify: 'verifyOurselves' } as const
      return done(c, paths.report(desk.team.id, report.id), said[values.decision])
    },
  )

  /** The wall may have risen since the draft: the unit may belong somewhere else today, or leave may be missing. */
  async function barrierBefore(view: ReportView): Promise<string | undefined> {
    const { desk, report, about } = view
    const { lang, today } = desk
    const { referring, office } = about
    const { draft, returns } = referring
    if (!draft) return undefined
    if (!reads(view, draft)) return lacksKey(view.desk.lang, view.holders.key)
    if (!canStart('refer', report.kind, report.state)) return say(lang, words.noCheck)
    const choices = await choicesFor(db, report, returns)
    const choice = choices.find(({ unit }) => unit.id === draft.handlingUnitId)
    if (!choice) return wrong(lang, 'handlingUnit')
    const [unit, officeShort] = [choice.unit.name, office.shortName]
    if (choice.barrier === 'wall')
      return `${wrong(lang, 'wall', { unit })} ${say(lang, words.override, { office: officeShort })}`
    if (choice.barrier === 'returned') return wrong(lang, 'returnedTwice', { office: officeShort })
    return draft.due <= today ? `${say(lang, words.due)}${wrong(lang, 'dayPast')}` : undefined
  }

  /** The letter in words from both sources, and a digest of them. */
  async function wordingsOf(letter: Referral) {
    const of = (source: Referral['source']) => composeLetter(db, letter, source)
    const [visits, residents] = await Promise.all([of('visits'), of('residents')])
    if (!visits || !residents) return undefined
    return { wordings: { visits, residents }, digest: await digestOf([visits, residents]) }
  }

  async function show(c: Context<DeskEnv>, view: ReportView, filled: Filled, again?: 409 | 422) {
    const { desk, report, proposal, about } = view
    const letter = about.referring.draft
    const words = letter && (await wordingsOf(letter))
    if (report.pendingMove !== 'refer' || !proposal || !letter || !words)
      return c.redirect(paths.report(desk.team.id, report.id), 303)
    const barrier = await barrierBefore(view)
    const props = { view, proposal, letter, ...words, barrier, isNew: again === 409, filled }
    return page(c, <ApprovePage {...props} />, again)
  }

  return app
}
