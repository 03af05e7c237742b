import { sayDay, yearOf } from '../clock/day.ts'
import { refer as words } from '../i18n/referrals.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Proposal, ReportView } from '../queue/report-view.ts'
import type { Filled } from '../ui/field.tsx'
import { Approval } from './approval.tsx'
import { Decision, ticks } from './decision.tsx'
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

export function ApprovePage({ view, proposal, letter, barrier, filled }: Props) {
  const { lang, team } = view.desk
  return (
    <Approval
      {...{ view, proposal, barrier, filled }}
      title={words.approveTitle}
      legend={words.ticks}
      reads={<WhatUnitReads view={view} letter={letter} />}
    >
      <Decision
        view={view}
        action={paths.approveReferral(team.id, view.report.id)}
        ticks={ticks}
        legend={say(lang, words.ticks)}
        instead={say(lang, words.verify)}
        mayPass={!barrier}
        filled={filled}
      >
        <Sources view={view} filled={filled} />
      </Decision>
    </Approval>
  )
}

function WhatUnitReads({ view, letter }: Pick<Props, 'view' | 'letter'>) {
  const { lang, today } = view.desk
  return (
    <>
      <h2>{say(lang, words.willRead)}</h2>
      <p class="lead">
        {letter.addressee} · {say(lang, words.by, { day: sayDay(letter.due, lang, yearOf(today)) })}
      </p>
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
