import type { PropsWithChildren } from 'hono/jsx'
import { EscalationFacts } from '../escalation/escalation-facts.tsx'
import { moveWords } from '../i18n/moves.ts'
import { refer } from '../i18n/referrals.ts'
import { greyWords, reportWords } from '../i18n/report.ts'
import { say, textOf } from '../i18n/speak.ts'
import { readWhy } from '../log/why.ts'
import { paths } from '../paths.ts'
import { DraftPart } from '../referrals/draft-part.tsx'
import { canStart, type MoveName } from '../reports/lifecycle.ts'
import { mayApprove } from '../reports/offers.ts'
import { situationOf } from '../reports/situation.ts'
import type { Filled } from '../ui/field.tsx'
import { DecidedFacts } from './decided-facts.tsx'
import { Drafted, isChecked } from './drafted.tsx'
import { Trouble } from './move-form.tsx'
import { Opened, OpenedSet } from './opened.tsx'
import { sightAfter } from './preview.ts'
import { RefuseWhy } from './refuse-why.tsx'
import type { Proposal, ReportView } from './report-view.ts'
import { WillSee } from './sight.tsx'
import { brokenSince } from './still-holds.ts'
import { VoidReasons } from './void-form.tsx'
import { whenWords } from './words.ts'

/** What goes to a unit is approved where the resident's words and what the unit will read stand side by side. */
export const approvals: Partial<Record<MoveName, (team: string, report: string) => string>> = {
  refer: paths.approveReferral,
  fix: paths.approveFix,
}

interface Props {
  view: ReportView
  proposal: Proposal
  filled: Filled
}

/** A move that waits for a second person: what was drafted, what the resident would read, and the two answers. */
export function ProposalPart({ view, proposal, filled }: Props) {
  const { desk, report, names } = view
  const { lang, person } = desk
  const { move, by, at, decided, message } = proposal
  const name = names.get(by) ?? by
  const broken = brokenSince(move, decided, { ...desk, wasSilent: view.about.wasSilent })
  const isPossible = canStart(move, report.kind, report.state) && !broken
  const approval = approvals[move]
  const isMine = mayApprove(situationOf(report, desk.today), person) === true
  const checked = isMine && isChecked(view, message ?? undefined)
  return (
    <div class="box proposal" id="proposal" data-check={checked || undefined}>
      <p class="lead">{say(lang, reportWords.proposal, { name, move: say(lang, moveWords[move]) })}</p>
      <p class="soft">
        {say(lang, isMine ? reportWords.proposedToYou : reportWords.proposedAt, { when: whenWords(at) })}
      </p>
      {(readWhy(proposal.why ?? null).get('order') ?? []).map((id) => (
        <OpenedSet view={view} part="order" id={id} />
      ))}
      <DecidedFacts view={view} move={move} decided={decided} />
      {move === 'refer' && <DraftPart about={view.about} />}
      {move === 'escalate' && <EscalationFacts lang={lang} why={proposal.why ?? null} />}
      {move === 'void' && <VoidReasons lang={lang} why={proposal.why} />}
      {(readWhy(proposal.why ?? null).get('sealed') ?? []).map((id) => (
        <Opened
          view={view}
          as="why"
          id={id}
          envelope={view.sealed.find(({ part, partId }) => part === 'why' && partId === id)?.envelope}
        />
      ))}
      {message && <Drafted view={view} message={message} checked={checked} />}
      {isPossible ? (
        <WillSee
          lang={lang}
          sight={sightAfter(view.about, move, decided)}
          messages={message ? [message] : []}
        />
      ) : (
        <p class="box warn">
          {broken} {say(lang, reportWords.cannotNow)}
        </p>
      )}
      {approval && isPossible && isMine ? (
        <>
          <p class="moves">
            <a class="btn go" href={approval(desk.team.id, report.id)}>
              {say(lang, refer.toApprove)}
            </a>
          </p>
          {filled.typed.refuseWhy && <Refuse view={view} filled={filled} />}
        </>
      ) : (
        <Decide view={view} isPossible={isPossible} checked={checked} filled={filled} />
      )}
      {by === person.id && <Withdraw view={view} />}
    </div>
  )
}

/** Only for whom the table allows it; to everybody else it says why not. */
function Decide({
  view,
  isPossible,
  checked,
  filled,
}: Omit<Props, 'proposal'> & { isPossible: boolean; checked: boolean }) {
  const { desk, report } = view
  const { lang, person } = desk
  const may = mayApprove(situationOf(report, desk.today), person)
  if (may !== true) {
    return (
      <p class="moves">
        <span class="btn grey">
          {say(lang, reportWords.approve)}
          <small>{textOf(lang, greyWords[may])}</small>
        </span>
      </p>
    )
  }
  return (
    <>
      {isPossible && (
        <Answer view={view} decision="approve">
          <button type="submit" class="btn go" data-after-check={checked || undefined}>
            {say(lang, reportWords.approve)}
          </button>
        </Answer>
      )}
      <Refuse view={view} filled={filled} />
    </>
  )
}

/** Open where a reason came back. */
function Refuse({ view, filled }: Omit<Props, 'proposal'>) {
  const { lang } = view.desk
  return (
    <details open={filled.problems?.refuseWhy !== undefined || Boolean(filled.typed.refuseWhy)}>
      <summary>{say(lang, reportWords.refuse)}</summary>
      <Answer view={view} decision="refuse">
        <RefuseWhy desk={view.desk} filled={filled} />
        <button type="submit" class="btn">
          {say(lang, reportWords.refuse)}
        </button>
      </Answer>
    </details>
  )
}

function Withdraw({ view }: { view: ReportView }) {
  return (
    <Answer view={view} decision="withdraw">
      <button type="submit" class="btn">
        {say(view.desk.lang, reportWords.withdraw)}
      </button>
    </Answer>
  )
}

interface AnswerProps {
  view: ReportView
  decision: 'approve' | 'refuse' | 'withdraw'
}

function Answer({ view: { desk, report }, decision, children }: PropsWithChildren<AnswerProps>) {
  return (
    <form
      method="post"
      action={paths.decide(desk.team.id, report.id)}
      class="sheet-form"
      data-desk
      data-seals
    >
      <input type="hidden" name="steps" value={String(report.steps)} />
      <input type="hidden" name="decision" value={decision} />
      {children}
      <Trouble lang={desk.lang} />
    </form>
  )
}
