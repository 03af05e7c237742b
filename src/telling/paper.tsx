import { Opened, SealedReport } from '../queue/opened.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { Sentences } from '../queue/sight.tsx'
import { base64url } from '../sealing/bytes.ts'
import { mayHoldContact } from '../staff/roles.ts'
import { PaperFront } from '../ui/paper.tsx'
import type { Wording } from './wording.ts'

interface Props {
  view: ReportView
  wording: Wording
  /** Handed out to be opened here: the name stands nowhere else. */
  contact: Uint8Array<ArrayBuffer> | undefined
  isCopy: boolean
}

/** 告知书. Its name and what was written to the resident are opened in the browser that prints it. */
export function Paper({ view, wording, contact, isCopy }: Props) {
  const { person } = view.desk
  const slots = wording.sections.flatMap(([, said]) => said).filter((part) => typeof part !== 'string')
  const needed = view.messages.filter(
    ({ direction, purpose }) => direction === 'toResident' && slots.some((slot) => slot.purpose === purpose),
  )
  return (
    <div
      class="paper"
      data-held-contact={contact && base64url(contact)}
      data-handed={mayHoldContact(person.roles) ? undefined : person.id}
    >
      <PaperFront
        {...wording}
        lang="zh"
        to={<>{contact ? <span class="opened" data-field="name" /> : wording.nameless}：</>}
        copy={isCopy ? wording.copy : undefined}
      >
        <p>{wording.lead}</p>
        <div id="sees" class="letter-contact">
          {wording.sections.map(([heading, said]) => (
            <>
              <h2>{heading}</h2>
              <Sentences sentences={[said]} messages={needed} />
            </>
          ))}
        </div>
      </PaperFront>
      <div hidden>
        {needed.map(({ id, envelope, purpose }) => (
          <Opened view={view} as="toResident" id={id} envelope={envelope} purpose={purpose} inSlots />
        ))}
      </div>
      <SealedReport view={view} />
    </div>
  )
}
