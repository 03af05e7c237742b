import type { Context } from 'hono'
import * as z from 'zod/mini'
import type { Db } from '../db/db.ts'
import { eraseNotices } from '../fixes/store.ts'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import { deskOf } from '../queue/desk.ts'
import { sentences } from '../queue/move.ts'
import { answerOvertaken, answerReport, reportIn } from '../queue/report-answer.tsx'
import { eraseLetters } from '../referrals/erasing.ts'
import { listHandlingUnits } from '../referrals/handling-units.ts'
import {
  eraseForReceipt,
  isExported,
  listEscalated,
  mayExport,
  openForExport,
  recordExport,
} from '../reports/escalating.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { eraseTellings } from '../telling/store.ts'
import { carriedOf, signedForFrom, wholeOf } from './carrying.ts'
import { EscalatedPage } from './escalated-page.tsx'
import { ExportPage } from './export-page.tsx'
import { maySign } from './receiving.ts'

const openForm = z.object({ steps: seen })
const exportedForm = z.object({
  steps: seen,
  files: seen,
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
/** It stands in the log as it is typed, so letters and digits only; without a digit it would be a name. */
const receiptForm = z.object({
  steps: seen,
  receipt: z.string().check(z.trim(), z.regex(/^(?=.*\p{N})[\p{L}\p{N}〔〕()（）-]{1,40}$/u, 'receipt')),
})

/** What letters, notices and papers say: of each the number stays. */
const eraseWords = (db: Db, reportId: string) => [
  ...eraseLetters(db, reportId),
  eraseNotices(db, reportId),
  eraseTellings(db, reportId),
]

/** 密封上呈: the way out of what was escalated. Behind the guard `inTeam`; to all others it is not there. */
export function escalationRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()

  app.get(paths.escalated(':team'), async (c) => {
    const desk = await deskOf(c, house)
    if (!desk) return c.notFound()
    const rows = await listEscalated(db, desk.team.id, desk.person)
    return page(c, <EscalatedPage desk={desk} rows={rows} />)
  })

  app.post(
    paths.escalationPackage(':team', ':report'),
    form(openForm, (c) => answerOvertaken(c, house)),
    async (c) => {
      const view = await escalatedIn(c)
      if (!view) return c.notFound()
      const { desk, report, escalation } = view
      const { steps } = c.req.valid('form')
      if (steps !== report.steps || !mayExport(escalation, wholeOf(view).length, desk.person))
        return answerOvertaken(c, house)
      const contact = await openForExport(db, report, desk.person, desk.moment)
      if (contact === 'overtaken') return answerOvertaken(c, house)
      const now = await escalatedIn(c)
      if (!now) return c.notFound()
      const carried = carriedOf(now, await listHandlingUnits(db), contact)
      return page(c, <ExportPage view={now} carried={carried} />)
    },
  )

  app.post(
    paths.escalationExported(':team', ':report'),
    form(exportedForm, (c) => answerOvertaken(c, house)),
    async (c) => {
      const view = await escalatedIn(c)
      if (!view) return c.notFound()
      const { desk, report, escalation } = view
      const { steps, files, sha256 } = c.req.valid('form')
      if (steps !== report.steps || !mayExport(escalation, wholeOf(view).length, desk.person))
        return answerOvertaken(c, house)
      const moved = await recordExport(db, report, desk.person, { files, sha256 }, desk.moment)
      if (moved !== 'moved') return answerOvertaken(c, house)
      return done(c, paths.report(desk.team.id, report.id), 'exported')
    },
  )

  app.post(
    paths.escalationReceipt(':team', ':report'),
    form(receiptForm, async (c, { typed, problems }) => {
      const view = await reportIn(c, house)
      if (!view) return c.notFound()
      return answerReport(c, view, { typed, problems: sentences(view.desk.lang, problems) }, 422)
    }),
    async (c) => {
      const view = await escalatedIn(c)
      if (!view) return c.notFound()
      const { desk, report, escalation } = view
      const { steps, receipt } = c.req.valid('form')
      const isOut =
        isExported(escalation, wholeOf(view).length) && desk.today >= signedForFrom(view) && maySign(view)
      if (steps !== report.steps || escalation.receipt !== null || !isOut) return answerOvertaken(c, house)
      const moved = await eraseForReceipt(db, report, desk.person, receipt, desk.moment, eraseWords)
      if (moved !== 'moved') return answerOvertaken(c, house)
      return done(c, paths.report(desk.team.id, report.id), 'erased')
    },
  )

  async function escalatedIn(c: Context<DeskEnv>) {
    const view = await reportIn(c, house)
    const escalation = view?.escalation
    return view && escalation ? { ...view, escalation } : undefined
  }

  return app
}
