import { sayDay, yearOf } from '../clock/day.ts'
import { refer as words } from '../i18n/referrals.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Body } from '../queue/body.tsx'
import { SealedReport } from '../queue/opened.tsx'
import { sightAfter } from '../queue/preview.ts'
import type { Proposal, ReportView } from '../queue/report-view.ts'
import { WillSee } from '../queue/sight.tsx'
import { TeamPage } from '../queue/team-frame.tsx'
import { Watermark } from '../queue/watermark.tsx'
import { kindAndCategory, numberWords } from '../queue/words.ts'
import { mayApprove } from '../reports/lifecycle.ts'
import { subjectOf } from '../reports/moving.ts'
import { type Filled, Mistakes } from '../ui/field.tsx'
import { OwnKeys } from '../ui/own-keys.tsx'
import { Places } from './checked.tsx'
import { Decision, NotYours, ticks } from './decision.tsx'
import { SaidInLetter } from './sealed-letter.tsx'
import type { Referral } from './store.ts'

interface Props {
  view: ReportView
  proposal: Proposal
  letter: Referral
  /** Why nothing may be approved, such as the routing wall. */
  barrier?: string | undefined
  filled: Filled
}

/** What was said, what the unit will read, and whether anybody could guess who spoke. One screen. */
export function ApprovePage({ view, proposal, letter, barrier, filled }: Props) {
  const { desk, report, unit, about, names, keys } = view
  const { lang, team, person, today } = desk
  const may = mayApprove(subjectOf(report, today), person)
  const { decided, by } = proposal
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
            <h2>{say(lang, words.willRead)}</h2>
            <p class="lead">
              {letter.addressee} · {say(lang, words.by, { day: sayDay(letter.due, lang, yearOf(today)) })}
            </p>
            <WhatUnitReads view={view} letter={letter} />
          </section>
        </div>
        <Places lang={lang} />
      </div>
      {may === true ? (
        <Decision
          view={view}
          action={paths.approveReferral(team.id, report.id)}
          ticks={ticks}
          legend={say(lang, words.ticks)}
          instead={say(lang, words.verify)}
          mayPass={!barrier}
          filled={filled}
        >
          <Sources view={view} filled={filled} />
        </Decision>
      ) : (
        <p class="moves">
          <NotYours view={view} grey={may} />
        </p>
      )}
      <WillSee lang={lang} sight={sightAfter(about, 'refer', decided)} messages={[]} />
      <SealedReport view={view} />
      <OwnKeys {...keys} />
    </TeamPage>
  )
}

function WhatUnitReads({ view, letter }: Pick<Props, 'view' | 'letter'>) {
  const { lang } = view.desk
  return (
    <SaidInLetter
      part="letter"
      subject={letter.id}
      envelopes={view.about.referring.envelopes}
      opener={{ team: letter.teamId, epoch: letter.epoch }}
    >
      <p class="words opened" data-field="summary" data-checked />
      <h3>{say(lang, words.demands)}</h3>
      <p class="words opened" data-field="demands" data-checked />
      <p class="box bad" data-unopened hidden>
        {say(lang, words.noCheck)}
      </p>
    </SaidInLetter>
  )
}

/** A letter that says residents spoke tells the unit to look for the speaker: only by a deliberate choice. */
function Sources({ view, filled }: { view: ReportView; filled: Filled }) {
  const { lang } = view.desk
  const chosen = filled.typed.source ?? 'visits'
  return (
    <fieldset class="ticks">
      <legend>{say(lang, words.source)}</legend>
      {(['visits', 'residents'] as const).map((source) => (
        <label class="pick">
          <input type="radio" name="source" value={source} checked={chosen === source} required />
          <span>{say(lang, words[source])}</span>
        </label>
      ))}
    </fieldset>
  )
}
