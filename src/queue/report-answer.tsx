import { sayDay, yearOf } from '../clock/day.ts'
import { page, type Status } from '../http/answer.ts'
import type { House } from '../http/house.ts'
import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import { team as words } from '../i18n/team.ts'
import { mayMove } from '../reports/offers.ts'
import type { DeskContext } from '../staff/guard.ts'
import { eraseDay } from './archive-form.tsx'
import { deskOf } from './desk.ts'
import type { FormMove } from './moves.ts'
import { neverHadCode } from './never-had-code.ts'
import { type Extra, ReportPage } from './report-page.tsx'
import type { ReportView } from './report-view.ts'
import { saidWords } from './said.ts'
import { situationIn } from './situation.ts'
import { actorName, stepName } from './step-words.ts'
import { viewReport } from './view-report.ts'

/** The report in the address as it is now; `undefined` when it is not there, or not this team's. */
export async function reportIn(c: DeskContext, house: House): Promise<ReportView | undefined> {
  const desk = await deskOf(c, house)
  return desk && viewReport(house.db, desk, c.req.param('report') ?? '')
}

export function answerReport(c: DeskContext, view: ReportView, extra: Extra = {}, status?: Status) {
  const said = saidWords(view.desk.lang, c.req.query('said'), saidValues(view))
  return page(c, <ReportPage view={view} extra={{ said, ...extra }} />, status)
}

/**
 * 409: who was faster and with what, the report as it is now, and what was typed: in a move's form, or in the page's
 * own.
 */
export async function answerOvertaken(
  c: DeskContext,
  house: House,
  kept: { move?: FormMove; typed?: Record<string, string> } = {},
) {
  const view = await reportIn(c, house)
  if (!view) return c.notFound()
  const { desk, steps, names } = view
  const last = steps.at(-1)
  const sentence = last
    ? say(desk.lang, reportWords.overtaken, {
        name: actorName(desk.lang, last, names),
        what: stepName(desk.lang, last, neverHadCode(view)),
      })
    : ''
  const { move, typed = {} } = kept
  if (!move) return answerReport(c, view, { overtaken: { sentence }, typed }, 409)
  const over = !mayMove(move, situationIn(view), desk.person)
  return answerReport(c, view, { overtaken: { sentence, kept: { move, typed, over } } }, 409)
}

function saidValues({ desk, report, about, names, proposal }: ReportView): Record<string, string> {
  const { lang, today } = desk
  const leaders = about.members.filter(({ id, roles }) => roles.includes('leader') && id !== proposal?.by)
  return {
    leader: leaders.map(({ name }) => name).join(say(lang, words.and)),
    date: report.due ? sayDay(report.due, lang, yearOf(today)) : '',
    erase: eraseDay(desk, report) ?? '',
    returns: String(about.referring.returns),
    office: about.office.shortName,
    owner: (report.owner && names.get(report.owner)) ?? '',
  }
}
