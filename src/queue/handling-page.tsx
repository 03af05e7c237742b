import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { handling as words } from '../i18n/handling-sheet.ts'
import { riskWords } from '../i18n/moves.ts'
import { channelWords } from '../i18n/queue.ts'
import { say, tagOf, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { isContactHere } from '../reports/contact-here.ts'
import { OwnKeys } from '../ui/own-keys.tsx'
import { Later } from './beside.tsx'
import { Body } from './body.tsx'
import { Dues, duesOf } from './dues.tsx'
import { Flags, raisedIn } from './flags.tsx'
import { SealedReport } from './opened.tsx'
import type { ReportView } from './report-view.ts'
import { Steps } from './steps.tsx'
import { TeamPage } from './team-frame.tsx'
import { Watermark } from './watermark.tsx'
import { kindAndCategory, numberWords, stateName } from './words.ts'

/**
 * 处理笺: one report on paper, opened in the browser that prints it. Contact details are never on it, and every sheet
 * says who printed it and when.
 */
export function HandlingPage({ view }: { view: ReportView }) {
  const { desk, report, keys } = view
  const { lang, team } = desk
  return (
    <TeamPage desk={desk}>
      <Watermark desk={desk} />
      <div class="noprint">
        <p class="box warn">{say(lang, words.care)}</p>
        <p class="buttons">
          <button type="button" class="btn go" data-print>
            {say(lang, words.print)}
          </button>
          <a class="btn quiet" href={paths.report(team.id, report.id)}>
            {say(lang, words.back)}
          </a>
        </p>
      </div>
      <section class="sheet letter handling" lang={tagOf(lang)}>
        <p class="letter-number">{team.name}</p>
        <h1 class="letter-title">{say(lang, words.title)}</h1>
        <Facts view={view} />
        <Body view={view} />
        <Later view={view} />
        <Steps view={view} />
        <Opinions view={view} />
      </section>
      <SealedReport view={view} />
      <OwnKeys {...keys} />
    </TeamPage>
  )
}

function Facts({ view }: { view: ReportView }) {
  const { desk, report, unit, names } = view
  const { lang, today } = desk
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  const rows = [
    [words.number, numberWords(report.enquiryNumber)],
    [words.unit, unit?.name],
    [words.channel, textOf(lang, channelWords[report.channel])],
    [words.receivedOn, day(report.receivedOn)],
    [words.what, kindAndCategory(lang, desk.names, report)],
    [words.state, stateName(desk, report)],
    [words.due, duesOf(report).length > 0 && <Dues view={view} />],
    [words.owner, report.owner && names.get(report.owner)],
    [words.risk, report.risk && textOf(lang, riskWords[report.risk])],
    [words.contact, say(lang, isContactHere(report) ? words.contactKept : words.contactNone)],
  ] as const
  return (
    <table class="letter-form">
      <tbody>
        {rows.map(
          ([name, value]) =>
            value && (
              <tr>
                <th scope="row">{textOf(lang, name)}</th>
                <td>{value}</td>
              </tr>
            ),
        )}
        {raisedIn(report).length > 0 && (
          <tr>
            <th scope="row">{say(lang, words.flags)}</th>
            <td class="flags">
              <Flags lang={lang} report={report} />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** Empty, for pens. */
function Opinions({ view: { desk } }: { view: ReportView }) {
  const { lang } = desk
  return (
    <table class="letter-form opinions">
      <tbody>
        {([words.proposed, words.leader, words.result, words.archive] as const).map((name) => (
          <tr class="tall">
            <th scope="row">{textOf(lang, name)}</th>
            <td>{say(lang, words.sign)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
