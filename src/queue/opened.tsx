import { fieldWords } from '../i18n/moves.ts'
import { queue } from '../i18n/queue.ts'
import { reportWords } from '../i18n/report.ts'
import { say, textOf } from '../i18n/speak.ts'
import { base64url } from '../sealing/bytes.ts'
import { teamHolder } from '../staff/roles.ts'
import type { ReportView } from './report-view.ts'
import { type SetName, sets } from './sealed-sets.ts'
import { wordsOfTag } from './tags.tsx'

/** What a script needs to open and to seal anything of this report. */
export function SealedReport({ view }: { view: Pick<ReportView, 'desk' | 'report' | 'sealed'> }) {
  const { desk, report, sealed } = view
  const dek = sealed.find(({ part }) => part === 'dek')
  return (
    <div
      id="sealed-report"
      hidden
      data-id={report.id}
      data-holder={teamHolder(desk.team.id)}
      data-epoch={String(report.epoch)}
      data-dek={dek && base64url(dek.envelope)}
      data-ref={report.enquiryNumber}
      data-damaged={textOf(desk.lang, reportWords.damaged)}
    />
  )
}

interface Props {
  view: ReportView
  /** How it was sealed: a part of the report, or a message of the conversation. */
  as: 'why' | 'note' | 'toTeam' | 'toResident'
  id: string
  envelope: Uint8Array<ArrayBuffer> | undefined
  /** Which sentence of the resident's screen it fills. */
  purpose?: string
  /** Its lines stand in places of their own: once opened, it need not be shown as a whole. */
  inSlots?: boolean
  /** The redaction check reads it. */
  checked?: boolean
  /** What the register has of the files that came with it, and what is said where nothing was written. */
  came?: { kinds: string; noText: string } | undefined
}

/** Text that the script opens in place. */
export function Opened({ view, as, id, envelope, purpose, inSlots = false, checked, came }: Props) {
  const { lang } = view.desk
  if (!view.opens || !envelope) return <p class="soft">{say(lang, queue.nobody)}</p>
  return (
    <p
      class="opened"
      data-open={as}
      data-part-id={id}
      data-envelope={base64url(envelope)}
      data-purpose={purpose}
      data-in-slots={inSlots || undefined}
      data-files={came?.kinds}
      data-no-text={came?.noText}
      data-checked={checked || undefined}
    >
      {say(lang, queue.opening)}
    </p>
  )
}

interface SetProps extends Pick<Props, 'view' | 'id'> {
  part: SetName
  /** The redaction check reads it. */
  checked?: boolean
}

/** What was written in several fields, such as what a verification found: each under its name. */
export function OpenedSet({ view, part: of, id, checked }: SetProps) {
  const { lang } = view.desk
  const found = view.sealed.find(({ part, partId }) => part === of && partId === id)
  if (!view.opens || !found) return null
  return (
    <dl class="facts" data-open={of} data-part-id={id} data-envelope={base64url(found.envelope)}>
      {fieldsOf(of).map((field) => (
        <>
          <dt>{say(lang, fieldWords[field])}</dt>
          <dd
            class="opened"
            data-field={field}
            data-checked={checked || undefined}
            data-words={wordsOfTag(lang, field)}
          >
            {say(lang, queue.opening)}
          </dd>
        </>
      ))}
    </dl>
  )
}

type Field = { [Name in SetName]: keyof (typeof sets)[Name] }[SetName]
const fieldsOf = (of: SetName) => Object.keys(sets[of]) as Field[]
