import type { ReportView } from '../queue/report-view.ts'
import { base64url } from '../sealing/bytes.ts'
import { PaperForm, PaperFront } from '../ui/paper.tsx'
import type { Wording } from './wording.ts'

interface Props {
  view: ReportView
  wording: Wording
  /** The sealed part that says what is to be mended. */
  order: string
  isCopy?: boolean
  /** The redaction check reads it. */
  checked?: boolean
}

/**
 * 立行立改通知书, with the form that comes back: one component on every screen and on paper. It says nothing of
 * residents, nor that anybody spoke.
 */
export function FixNotice({ view, wording, order, isCopy = false, checked }: Props) {
  const found = view.sealed.find(({ part, partId }) => part === 'order' && partId === order)
  // Who signs is the unit's own to name.
  const said = (field: 'responsible' | 'signer') => (
    <span class="opened" data-field={field} data-checked={field === 'signer' ? undefined : checked} />
  )
  return (
    <div class="paper">
      <PaperFront {...wording} copy={isCopy ? wording.copy : undefined}>
        <div
          data-open="order"
          data-part-id={order}
          data-envelope={found && view.opens ? base64url(found.envelope) : ''}
        >
          <p>{wording.lead}</p>
          <h2>{wording.matter}</h2>
          <p class="letter-said opened" data-field="matter" data-checked={checked} />
          <h2>{wording.demands}</h2>
          <p>
            {wording.by}
            {said('responsible')}
            {wording.due}
          </p>
          <h2>{wording.discipline}</h2>
          <p>{wording.quiet}</p>
          <p class="letter-contact">
            {wording.signer}
            {said('signer')}
            <span class="whole">{wording.signedAt}</span>
          </p>
        </div>
        <p class="letter-attached">{wording.attachment}</p>
      </PaperFront>
      <PaperForm
        lang={wording.lang}
        folded={checked}
        title={wording.form}
        rows={[
          [wording.unit, wording.addressee],
          [wording.done],
          [wording.before],
          [wording.after],
          [wording.responsible, ''],
          [wording.filledOn, wording.undated],
        ]}
      />
    </div>
  )
}
