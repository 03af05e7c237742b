import { sayDay, yearOf } from '../clock/day.ts'
import { refer as words } from '../i18n/referrals.ts'
import { greyWords, sheet } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Body } from '../queue/body.tsx'
import { Tick } from '../queue/choices.tsx'
import { Trouble } from '../queue/move-form.tsx'
import { SealedReport } from '../queue/opened.tsx'
import { sightAfter } from '../queue/preview.ts'
import type { Proposal, ReportView } from '../queue/report-view.ts'
import { Control, Sealed } from '../queue/sealed-field.tsx'
import { WillSee } from '../queue/sight.tsx'
import { TeamPage } from '../queue/team-frame.tsx'
import { Watermark } from '../queue/watermark.tsx'
import { kindAndCategory, numberWords } from '../queue/words.ts'
import { type Grey, mayApprove } from '../reports/lifecycle.ts'
import { subjectOf } from '../reports/moving.ts'
import { type Filled, Mistakes } from '../ui/field.tsx'
import { OwnKeys } from '../ui/own-keys.tsx'
import { Places } from './checked.tsx'
import { SaidInLetter } from './sealed-letter.tsx'
import type { Referral } from './store.ts'

export const ticks = ['tickWords', 'tickUnit', 'tickGuess', 'tickDemands'] as const

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
        <Decision view={view} mayPass={!barrier} filled={filled} />
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

function NotYours({ view, grey }: { view: ReportView; grey: Grey }) {
  const { lang } = view.desk
  return (
    <span class="btn grey">
      {say(lang, sheet.approve)}
      <small>{greyWords[grey][lang === 'zh' ? 0 : 1]}</small>
    </span>
  )
}

function Decision({ view, mayPass, filled }: { view: ReportView; mayPass: boolean; filled: Filled }) {
  const { desk, report } = view
  const { lang, team } = desk
  const post = {
    method: 'post',
    action: paths.approveReferral(team.id, report.id),
    class: 'sheet-form',
    'data-desk': true,
  } as const
  const steps = <input type="hidden" name="steps" value={String(report.steps)} />
  return (
    <>
      {mayPass && (
        <form {...post}>
          {steps}
          <fieldset class="ticks each">
            <legend>{say(lang, words.ticks)}</legend>
            {ticks.map((tick) => (
              <>
                <Tick name={tick} label={say(lang, words[tick])} filled={filled} required />
                {tick === 'tickGuess' && <p class="soft">{say(lang, words.guessHelp)}</p>}
              </>
            ))}
          </fieldset>
          <Sources view={view} filled={filled} />
          <p class="buttons">
            <button type="submit" class="btn go" name="decision" value="approve" disabled data-after-check>
              {say(lang, sheet.approve)}
            </button>
          </p>
          <Trouble lang={lang} />
        </form>
      )}
      <details open={filled.problems?.refuseWhy !== undefined}>
        <summary>
          {say(lang, sheet.refuse)} · {say(lang, words.verify)}
        </summary>
        <form {...post} data-seals>
          {steps}
          <Sealed name="refuseWhy" seal="why" filled={filled}>
            <Control
              field="text"
              id="refuseWhy"
              label={say(lang, sheet.refuseWhy)}
              rows={2}
              max={300}
              required
            />
          </Sealed>
          <p class="buttons">
            <button type="submit" class="btn" name="decision" value="refuse">
              {say(lang, sheet.refuse)}
            </button>
            <button type="submit" class="btn" name="decision" value="verify">
              {say(lang, words.verify)}
            </button>
          </p>
          <Trouble lang={lang} />
        </form>
      </details>
    </>
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
