import { fixes as words } from '../i18n/fixes.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Proposal, ReportView } from '../queue/report-view.ts'
import { Approval } from '../referrals/approval.tsx'
import { Decision } from '../referrals/decision.tsx'
import type { Filled } from '../ui/field.tsx'
import { FixNotice } from './fix-notice.tsx'
import type { Wording } from './wording.ts'

/** Its addressee is the inspected unit itself, so nothing is asked about that. */
export const needed = ['tickWords', 'tickGuess', 'tickDemands'] as const

interface Props {
  view: ReportView
  proposal: Proposal
  order: string
  wording: Wording
  digest: string
  /** Why nothing may be approved, such as the routing wall. */
  barrier: string | undefined
  isNew: boolean
  filled: Filled
}

export function ApproveFixPage({ view, proposal, order, wording, digest, barrier, isNew, filled }: Props) {
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
          <h2>{say(lang, words.willRead, { unit: view.about.unitName })}</h2>
          <FixNotice view={view} wording={wording} order={order} checked />
        </>
      }
    >
      <Decision
        view={view}
        action={paths.approveFix(team.id, view.report.id)}
        digest={digest}
        ticks={needed}
        legend={say(lang, words.ticks)}
        instead={say(lang, words.instead)}
        mayPass={!barrier}
        filled={filled}
      />
    </Approval>
  )
}
