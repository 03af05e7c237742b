import { escalation as escalationWords } from '../i18n/escalation.ts'
import { moveWords } from '../i18n/moves.ts'
import { greyLeader, greyWords, reportWords } from '../i18n/report.ts'
import { fill, say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { MoveName } from '../reports/lifecycle.ts'
import { type Offer, offers } from '../reports/offers.ts'
import type { Filled } from '../ui/field.tsx'
import { Approvers } from './approvers.tsx'
import { formMoves, usual } from './moves.ts'
import { ProposalPart } from './proposal.tsx'
import { SentBack } from './refused.tsx'
import type { ReportView } from './report-view.ts'
import { situationIn } from './situation.ts'
import { textAt } from './words.ts'

const order: readonly MoveName[] = ['release', ...formMoves, 'take', 'assign']
/** Taking is for whoever may: nobody need be told that others could. */
const isShown = ({ move, grey }: Offer) =>
  order.includes(move) && grey !== 'waits for approval' && !(move === 'take' && grey)
/** A team that has been closed opens nothing again. */
const isFor = ({ team }: ReportView['desk'], { move }: Offer) => team.closedOn === null || move !== 'restore'
const placeIn = ({ move }: Offer) => order.indexOf(move)

/** What may be done now, the usual first; what somebody else must do comes last, is grey and says who. */
export function MayDo({ view, filled }: { view: ReportView; filled: Filled }) {
  const { desk, report, proposal, escalation } = view
  const { lang, person } = desk
  const shown = offers(situationIn(view), person).filter((offer) => isShown(offer) && isFor(desk, offer))
  const free = shown.filter(({ grey }) => !grey).map(({ move }) => move)
  const usuals = view.about.isFixed ? free.filter((move) => move !== 'fixed') : free
  const next = usual(usuals, report.conclusion !== null || report.kind === 'suggestion')
  const rank = ({ move, grey }: Offer) => (move === next ? 0 : grey ? 2 : 1)
  const offered = shown.sort((a, b) => rank(a) - rank(b) || placeIn(a) - placeIn(b))
  return (
    <section class="noprint">
      <h2>{say(lang, reportWords.mayDo)}</h2>
      <SentBack view={view} />
      {proposal && <ProposalPart view={view} proposal={proposal} filled={filled} />}
      {offered.length === 0 && !proposal && (
        <p class="soft">
          {escalation?.receipt === null ? (
            <a href="#escalation">{say(lang, escalationWords.todo)}</a>
          ) : (
            say(lang, reportWords.nothingToDo)
          )}
        </p>
      )}
      {shown.some(({ way, grey }) => way === 'propose' && !grey) && <Approvers about={view.about} />}
      <div class="moves">
        {offered.map((offer) => (
          <MoveButton view={view} offer={offer} isNext={offer.move === next} />
        ))}
      </div>
    </section>
  )
}

function MoveButton({ view, offer, isNext }: { view: ReportView; offer: Offer; isNext: boolean }) {
  const { desk, report } = view
  const { lang, team } = desk
  const { move, way, grey } = offer
  const name = textAt(desk, moveWords[move])
  if (grey) {
    const reason = grey === 'needs the leader' && way === 'do' ? greyLeader : greyWords[grey]
    return (
      <span class="btn grey">
        {name}
        <small>{fill(textOf(lang, reason), { office: view.about.office.shortName })}</small>
      </span>
    )
  }
  const look = isNext ? 'btn go' : 'btn'
  if (move === 'take' || move === 'release') {
    const address = move === 'take' ? paths.take : paths.release
    return (
      <form method="post" action={address(team.id, report.id)} data-desk>
        {move === 'take' && <input type="hidden" name="from" value="report" />}
        <button type="submit" class={look}>
          {name}
        </button>
      </form>
    )
  }
  const address =
    move === 'assign' ? paths.assignOwner(team.id, report.id) : paths.move(team.id, report.id, move)
  return (
    <a class={look} href={address}>
      {name}
    </a>
  )
}
