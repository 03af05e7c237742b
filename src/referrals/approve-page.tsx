import { refer as words } from '../i18n/referrals.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Proposal, ReportView } from '../queue/report-view.ts'
import type { Filled } from '../ui/field.tsx'
import { Approval } from './approval.tsx'
import { Decision, ticks } from './decision.tsx'
import { Letter } from './letter.tsx'
import type { Referral } from './store.ts'
import type { Wording } from './wording.ts'

interface Props {
  view: ReportView
  proposal: Proposal
  letter: Referral
  wordings: { visits: Wording; residents: Wording }
  digest: string
  /** Why nothing may be approved, such as the routing wall. */
  barrier?: string | undefined
  isNew: boolean
  filled: Filled
}

export function ApprovePage({ view, proposal, letter, wordings, digest, barrier, isNew, filled }: Props) {
  const { lang, team } = view.desk
  return (
    <Approval
      view={view}
      proposal={proposal}
      barrier={barrier}
      isNew={isNew}
      filled={filled}
      title={words.approveTitle}
      legend={words.ticks}
      reads={
        <>
          <h2>{say(lang, words.willRead)}</h2>
          <Letter
            letter={letter}
            wording={wordings.visits}
            otherwise={wordings.residents}
            envelopes={view.about.referring.envelopes}
            opener={{ team: letter.teamId, epoch: letter.epoch }}
            unchecked={say(lang, words.noCheck)}
          />
        </>
      }
    >
      <Decision
        view={view}
        action={paths.approveReferral(team.id, view.report.id)}
        digest={digest}
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
