import type { ReportView } from '../queue/report-view.ts'
import { letterNumber } from '../referrals/signing.ts'
import { base64url } from '../sealing/bytes.ts'
import { teamHolder } from '../staff/roles.ts'
import type { Carried, CarriedLetter } from './carried.ts'

/** All that lies here of a report, for the browser that may open it. */
export function carriedOf(view: ReportView, contact: Uint8Array<ArrayBuffer> | undefined): Carried {
  const { report, unit, sealed, messages } = view
  return {
    facts: {
      enquiryNumber: report.enquiryNumber,
      unit: unit?.name ?? '',
      channel: report.channel,
      kind: report.kind,
      receivedOn: report.receivedOn,
    },
    parts: sealed.map(({ part, partId, envelope, at }) => ({
      ...{ part, partId, at },
      envelope: base64url(envelope),
    })),
    messages: messages.map(({ id, direction, envelope, on }) => ({
      ...{ id, direction, on },
      envelope: base64url(envelope),
    })),
    letters: lettersOf(view),
    contact: contact ? base64url(contact) : null,
  }
}

function lettersOf({ about: { referring } }: ReportView): CarriedLetter[] {
  return referring.referrals.map((letter) => {
    const own = referring.envelopes.filter(({ subject }) => subject === letter.id)
    const key = own.find(({ part }) => part === 'teamKey')
    return {
      subject: letter.id,
      addressee: letter.addressee,
      number: letterNumber(letter) ?? null,
      holder: teamHolder(letter.teamId),
      epoch: String(letter.epoch),
      key: key ? base64url(key.envelope) : '',
      parts: own.flatMap(({ part, partId, envelope }) =>
        part === 'letter' || part === 'reply' ? [{ part, partId, envelope: base64url(envelope) }] : [],
      ),
    }
  })
}
