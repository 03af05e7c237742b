import { PaperForm, PaperFront } from '../ui/paper.tsx'
import { Unbroken } from '../ui/unbroken.tsx'
import { SaidInLetter } from './sealed-letter.tsx'
import type { LetterEnvelope, Referral } from './store.ts'
import type { Wording } from './wording.ts'

export interface LetterProps {
  letter: Referral
  wording: Wording
  /** How it would read from the other source, while somebody chooses between the two. */
  otherwise?: Wording | undefined
  envelopes: readonly LetterEnvelope[]
  opener: { team: string; epoch: number } | 'office'
  isCopy?: boolean
  /** Said where the letter cannot be opened; and the redaction check reads it, whose reader needs no empty form. */
  unchecked?: string | undefined
}

/** 转办函, with the form that the unit fills in: one component on every screen and on paper. */
export function Letter(props: LetterProps) {
  const { letter, wording, otherwise, envelopes, opener, isCopy = false, unchecked } = props
  const checked = unchecked ? true : undefined
  const either = (name: 'title' | 'lead' | 'quiet' | 'attachment' | 'form') =>
    otherwise && otherwise[name] !== wording[name] ? (
      <>
        <span data-when="source=visits">{wording[name]}</span>
        <span data-when="source=residents" hidden>
          {otherwise[name]}
        </span>
      </>
    ) : (
      wording[name]
    )
  return (
    <div class="paper">
      <PaperFront {...wording} title={either('title')} copy={isCopy ? wording.copy : undefined}>
        <SaidInLetter part="letter" subject={letter.id} envelopes={envelopes} opener={opener}>
          <p>{either('lead')}</p>
          <h2>{wording.matter}</h2>
          <p class="letter-said opened" data-field="summary" data-checked={checked} />
          <h2>{wording.demands}</h2>
          <p class="letter-said opened" data-field="demands" data-checked={checked} />
          {unchecked && (
            <p class="box bad" data-unopened hidden>
              {unchecked}
            </p>
          )}
        </SaidInLetter>
        <p>{wording.due}</p>
        <h2>{wording.discipline}</h2>
        <p>{either('quiet')}</p>
        <p class="letter-contact">
          <Unbroken text={wording.contact} />
        </p>
        <p class="letter-attached">{either('attachment')}</p>
      </PaperFront>
      <PaperForm
        lang={wording.lang}
        folded={checked}
        title={either('form')}
        rows={[
          [wording.numberOf, wording.number],
          [wording.unit, wording.addressee],
          [wording.found],
          [wording.action],
          // Kept words may be from before it was asked for.
          ...(wording.rule ? [[wording.rule] as const] : []),
          [wording.evidence],
          [wording.responsible],
          [wording.signer, ''],
          [wording.filledOn, wording.undated],
        ]}
      />
    </div>
  )
}
