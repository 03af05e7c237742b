import type { Context } from 'hono'
import * as z from 'zod/mini'
import { page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { writeWhy } from '../log/why.ts'
import { paths } from '../paths.ts'
import { mayAskContact, opensContact } from '../queue/may-contact.ts'
import { answerOvertaken, reportIn } from '../queue/report-answer.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { viewHanded } from '../reports/handing.ts'
import { type ContactUse, viewContact } from '../reports/viewing.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { mayHoldContact } from '../staff/roles.ts'
import { isNameHeld, newsOf } from './news.ts'
import { PaperPage } from './paper-page.tsx'
import { findTelling, isCopy, printTelling } from './store.ts'
import { composePaper } from './view.ts'

/** 告知书: what happened last, on paper for somebody who gave their name. Behind the guard `inTeam`. */
export function tellingRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()
  const address = paths.toldPaper(':team', ':report')

  app.get(address, async (c) => {
    const view = await namedIn(c)
    if (!view) return c.notFound()
    const found = await findPaper(view)
    return found ? show(c, found) : c.redirect(paths.report(view.desk.team.id, view.report.id), 303)
  })

  app.post(
    address,
    form(z.object({ steps: seen }), (c) => overtaken(c)),
    async (c) => {
      const view = await namedIn(c)
      if (!view) return c.notFound()
      const found = await findPaper(view)
      const { report, desk, opens } = view
      const isAsShown = c.req.valid('form').steps === report.steps
      if (!found || !isAsShown || !opens || !opensContact(view)) return overtaken(c)
      const { news, before, wording } = found
      const by = { issuer: desk.team.name, by: desk.person, now: desk.moment.now }
      const contact = await printTelling(db, { report, news, before, wording, ...by }, viewing(view))
      if (!contact || contact === 'overtaken') return overtaken(c)
      const after = await namedIn(c)
      const printed = after && (await findPaper(after))
      return printed ? show(c, printed, contact) : overtaken(c)
    },
  )

  /** Only where a name is held, and to those who may ask for it. */
  async function namedIn(c: Context<DeskEnv>) {
    const view = await reportIn(c, house)
    return view && isNameHeld(view.report) && mayAskContact(view) ? view : undefined
  }

  /** As it was printed first, and before that as it stands. */
  async function findPaper(view: ReportView) {
    const { report, steps, desk } = view
    const news = newsOf(report, steps)
    if (!news) return undefined
    const before = await findTelling(db, report.id, news.step)
    const wording = before ? before.wording : composePaper(view, news)
    return wording ? { view, news, before, wording, isCopy: isCopy(before, steps, desk.today) } : undefined
  }

  type Found = NonNullable<Awaited<ReturnType<typeof findPaper>>>

  function show(c: Context<DeskEnv>, { before, ...found }: Found, contact?: Uint8Array<ArrayBuffer>) {
    return page(c, <PaperPage {...found} isPrinted={before !== undefined} contact={contact} />)
  }

  const overtaken = async (c: Context<DeskEnv>) =>
    (await namedIn(c)) ? answerOvertaken(c, house) : c.notFound()

  /** The one way to the contact: a reason on record first, whoever looks. */
  function viewing({ desk: { person, moment }, report }: ReportView) {
    const view = mayHoldContact(person.roles) ? viewContact : viewHanded
    const why = writeWhy({ view: 'reply' }) ?? ''
    return (use: ContactUse) => view(db, report, person.id, { why, sealed: [], use }, moment)
  }

  return app
}
