import { moveWords } from '../i18n/moves.ts'
import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import { readWhy } from '../log/why.ts'
import { base64url } from '../sealing/bytes.ts'
import { Opened } from './opened.tsx'
import type { Proposal, ReportView } from './report-view.ts'

/** Why a draft came back, above what may be done about it. */
export function SentBack({ view }: { view: ReportView }) {
  const { desk, report, refused, steps, sealed, names } = view
  if (!refused) return null
  const { lang } = desk
  const step = steps.findLast(({ move }) => move === `refuse ${report.refusedMove}`)
  const [reason = ''] = readWhy(step?.why ?? null).get('sealed') ?? []
  const name = (step?.who && names.get(step.who)) ?? ''
  return (
    <div class="box warn" id="sent-back">
      <p class="lead">
        {say(lang, reportWords.sentBack, { name, move: say(lang, moveWords[refused.move]) })}
      </p>
      <Opened
        view={view}
        as="why"
        id={reason}
        envelope={sealed.find(({ part, partId }) => part === 'why' && partId === reason)?.envelope}
      />
    </div>
  )
}

/** What was drafted, as its form had it: what is sealed goes back into its controls. */
export function typedAgain(
  { decided, why, message }: Proposal,
  sealed: ReportView['sealed'],
): Record<string, string> {
  const [orderId] = readWhy(why ?? null).get('order') ?? []
  const order = sealed.find(({ part, partId }) => part === 'order' && partId === orderId)
  const { declineReason, forwarded, conclusion, resultType, due, households, money } = decided
  const typed = {
    reason: declineReason,
    forwarded: typeof forwarded === 'boolean' ? (forwarded ? 'yes' : 'no') : undefined,
    conclusion,
    resultType,
    due,
    households: households?.toString(),
    money: money?.toString(),
    ...(order && { order: base64url(order.envelope), orderId: order.partId }),
    ...(message && {
      [message.purpose]: base64url(message.envelope),
      [`${message.purpose}Id`]: message.id,
    }),
  }
  const written = Object.entries(typed).filter((field): field is [string, string] => Boolean(field[1]))
  return Object.fromEntries(written)
}
