import { fieldWords } from '../i18n/moves.ts'
import { textOf } from '../i18n/speak.ts'
import { Places } from '../referrals/checked.tsx'
import { Opened } from './opened.tsx'
import type { Proposal, ReportView } from './report-view.ts'

interface Props {
  view: ReportView
  message: NonNullable<Proposal['message']>
  /** The redaction check reads it. */
  checked: boolean
}

/** Before it is approved the check reads it, in a browser that opens it; whom to turn to it does not read. */
export const isChecked = ({ opens }: ReportView, message: Props['message'] | undefined): boolean =>
  message !== undefined && opens && message.purpose !== 'channel'

/** What the resident would read. Whoever approves it is told of what its writer was told of. */
export function Drafted({ view, message, checked }: Props) {
  const inSlots = message.purpose === 'channel'
  return (
    <div>
      <Opened
        view={view}
        as="toResident"
        id={message.id}
        envelope={message.envelope}
        purpose={`draft ${message.purpose}`}
        inSlots={inSlots}
        checked={checked}
      />
      {checked && <Places lang={view.desk.lang} />}
      {inSlots && view.opens && <Whom view={view} />}
    </div>
  )
}

/** Whom the resident is told to turn to, by name and number; the script writes them in. */
function Whom({ view: { desk } }: Pick<Props, 'view'>) {
  return (
    <dl class="facts">
      {[fieldWords.channel, fieldWords.tel].map((label, line) => (
        <>
          <dt>{textOf(desk.lang, label)}</dt>
          <dd class="opened" data-slot="channel" data-line={String(line)} />
        </>
      ))}
    </dl>
  )
}
