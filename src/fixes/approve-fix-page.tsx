import { sayDay, yearOf } from '../clock/day.ts'
import { fixes as words } from '../i18n/fixes.ts'
import { fieldWords } from '../i18n/moves.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { OpenedSet } from '../queue/opened.tsx'
import type { Proposal, ReportView } from '../queue/report-view.ts'
import { readWhy } from '../queue/why.ts'
import { Approval } from '../referrals/approval.tsx'
import { Decision } from '../referrals/decision.tsx'
import type { Filled } from '../ui/field.tsx'

/** Its addressee is the inspected unit itself, so nothing is asked about that. */
export const needed = ['tickWords', 'tickGuess', 'tickDemands'] as const

interface Props {
  view: ReportView
  proposal: Proposal
  /** Why nothing may be approved, such as the routing wall. */
  barrier: string | undefined
  filled: Filled
}

export function ApproveFixPage({ view, proposal, barrier, filled }: Props) {
  const { lang, team } = view.desk
  return (
    <Approval
      {...{ view, proposal, barrier, filled }}
      title={words.approveTitle}
      legend={words.ticks}
      reads={<WhatUnitReads view={view} proposal={proposal} />}
    >
      <Decision
        view={view}
        action={paths.approveFix(team.id, view.report.id)}
        ticks={needed}
        legend={say(lang, words.ticks)}
        instead={say(lang, words.instead)}
        mayPass={!barrier}
        filled={filled}
      />
    </Approval>
  )
}

function WhatUnitReads({ view, proposal: { decided, why } }: Pick<Props, 'view' | 'proposal'>) {
  const { lang, today } = view.desk
  return (
    <>
      <h2>{say(lang, words.willRead, { unit: view.about.unitName })}</h2>
      {decided.due && (
        <p class="lead">
          {say(lang, fieldWords.due)} {sayDay(decided.due, lang, yearOf(today))}
        </p>
      )}
      {(readWhy(why ?? null).get('order') ?? []).map((id) => (
        <OpenedSet view={view} part="order" id={id} checked />
      ))}
    </>
  )
}
