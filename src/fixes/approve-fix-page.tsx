import { sayDay, yearOf } from '../clock/day.ts'
import { fixes as words } from '../i18n/fixes.ts'
import { fieldWords } from '../i18n/moves.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Body } from '../queue/body.tsx'
import { OpenedSet, SealedReport } from '../queue/opened.tsx'
import { sightAfter } from '../queue/preview.ts'
import type { Proposal, ReportView } from '../queue/report-view.ts'
import { WillSee } from '../queue/sight.tsx'
import { TeamPage } from '../queue/team-frame.tsx'
import { Watermark } from '../queue/watermark.tsx'
import { readWhy } from '../queue/why.ts'
import { kindAndCategory, numberWords } from '../queue/words.ts'
import { Places } from '../referrals/checked.tsx'
import { Decision, NotYours } from '../referrals/decision.tsx'
import { mayApprove } from '../reports/lifecycle.ts'
import { subjectOf } from '../reports/moving.ts'
import { type Filled, Mistakes } from '../ui/field.tsx'
import { OwnKeys } from '../ui/own-keys.tsx'

/** Its addressee is the inspected unit itself, so nothing is asked about that. */
export const needed = ['tickWords', 'tickGuess', 'tickDemands'] as const

interface Props {
  view: ReportView
  proposal: Proposal
  /** Why nothing may be approved, such as the routing wall. */
  barrier: string | undefined
  filled: Filled
}

/** What was said, what the unit will read, and whether anybody could guess who spoke. One screen. */
export function ApproveFixPage({ view, proposal, barrier, filled }: Props) {
  const { desk, report, unit, about, names, keys } = view
  const { lang, team, person, today } = desk
  const may = mayApprove(subjectOf(report, today), person)
  const { decided, by, why } = proposal
  return (
    <TeamPage desk={desk}>
      <Watermark desk={desk} />
      <h1>{say(lang, words.approveTitle)}</h1>
      <p>
        <a href={paths.report(team.id, report.id)} class="n">
          {numberWords(report.enquiryNumber)}
        </a>{' '}
        · {unit?.name} · {kindAndCategory(lang, desk.names, report)} · {names.get(by) ?? by}
      </p>
      {barrier && (
        <p class="box bad" role="alert">
          {barrier}
        </p>
      )}
      <Mistakes title={say(lang, words.ticks)} filled={filled} />
      <div data-check>
        <div class="two">
          <div>
            <Body view={view} />
          </div>
          <section>
            <h2>{say(lang, words.willRead, { unit: about.unitName })}</h2>
            {decided.due && (
              <p class="lead">
                {say(lang, fieldWords.due)} {sayDay(decided.due, lang, yearOf(today))}
              </p>
            )}
            {(readWhy(why ?? null).get('order') ?? []).map((id) => (
              <OpenedSet view={view} part="order" id={id} checked />
            ))}
          </section>
        </div>
        <Places lang={lang} />
      </div>
      {may === true ? (
        <Decision
          view={view}
          action={paths.approveFix(team.id, report.id)}
          ticks={needed}
          legend={say(lang, words.ticks)}
          instead={say(lang, words.instead)}
          mayPass={!barrier}
          filled={filled}
        />
      ) : (
        <p class="moves">
          <NotYours view={view} grey={may} />
        </p>
      )}
      <WillSee lang={lang} sight={sightAfter(about, 'fix', decided)} messages={[]} />
      <SealedReport view={view} />
      <OwnKeys {...keys} />
    </TeamPage>
  )
}
