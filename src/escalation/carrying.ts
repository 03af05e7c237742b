import { addDays, type Day } from '../clock/day.ts'
import { PATIENCE } from '../files/ending.ts'
import { isTheirs } from '../files/kinds.ts'
import { isWhole } from '../files/store.ts'
import { channelWords } from '../i18n/queue.ts'
import { textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { ReportView } from '../queue/report-view.ts'
import { kindAndCategory } from '../queue/words.ts'
import type { HandlingUnit } from '../referrals/handling-units.ts'
import { isLetterPart } from '../referrals/parts.ts'
import { letterNumber } from '../referrals/signing.ts'
import { base64url } from '../sealing/bytes.ts'
import { teamHolder } from '../staff/roles.ts'
import type { Carried, CarriedLetter } from './carried.ts'

/** All that lies here of a report, for the browser that may open it. */
export function carriedOf(
  view: ReportView,
  handling: readonly HandlingUnit[],
  contact: Uint8Array<ArrayBuffer> | undefined,
): Carried {
  const { desk, report, unit, sealed, messages } = view
  return {
    facts: {
      enquiryNumber: report.enquiryNumber,
      unit: unit?.name ?? '',
      category: kindAndCategory(desk.lang, desk.names, report),
      channel: textOf(desk.lang, channelWords[report.channel]),
      receivedOn: report.receivedOn,
    },
    parts: sealed.map(({ part, partId, envelope, at }) => ({
      part,
      partId,
      at,
      envelope: base64url(envelope),
    })),
    messages: messages.map(({ id, direction, envelope, on }) => ({
      id,
      direction,
      on,
      envelope: base64url(envelope),
    })),
    letters: lettersOf(view, handling),
    files: wholeOf(view).map(({ id, kind, size, messageId, promisedOn }) => ({
      id,
      kind,
      size,
      message: messageId,
      on: promisedOn,
      pieces: paths.filePiece(desk.team.id, report.id, id, ''),
    })),
    contact: contact ? base64url(contact) : null,
  }
}

/**
 * From when the receipt may be entered. It erases what is here, and as long as files may come a phone that asks after
 * its own would tell by it that the report went up.
 */
export const signedForFrom = ({ report: { receivedOn }, files }: ReportView): Day =>
  files
    .filter(isTheirs)
    .map(({ promisedOn }) => addDays(promisedOn ?? receivedOn, PATIENCE))
    .reduce((latest, day) => (day > latest ? day : latest), receivedOn)

/** The files that have arrived: of another there is nothing to take along yet. */
export const wholeOf = ({ files }: ReportView) => files.filter(isWhole)

/** All that is erased for the receipt: letters and drafts, and why the office gave leave or did not. */
function lettersOf({ about: { referring, unitName } }: ReportView, handling: readonly HandlingUnit[]) {
  const { referrals, draft, permits, ownPermit, envelopes } = referring
  const nameOf = (unit: string) => handling.find(({ id }) => id === unit)?.name ?? ''
  const letters = [...referrals, ...(draft ? [draft] : [])].map((letter) => ({
    of: letter,
    epoch: letter.epoch,
    addressee: letter.addressee,
    number: letterNumber(letter) ?? null,
  }))
  const leaves = [...permits, ...(ownPermit ? [ownPermit] : [])].map((permit) => ({
    of: permit,
    epoch: permit.epoch ?? 1,
    number: null,
    addressee: permit === ownPermit ? unitName : nameOf(permit.handlingUnitId),
  }))
  return [...letters, ...leaves].flatMap(({ of, epoch, addressee, number }): CarriedLetter[] => {
    const own = envelopes.filter(({ subject }) => subject === of.id)
    const parts = own.flatMap(({ part, partId, envelope }) =>
      isLetterPart(part) ? [{ part, partId, envelope: base64url(envelope) }] : [],
    )
    // What the office was asked and has not answered is in the steps.
    if (parts.length === 0) return []
    const key = own.find(({ part }) => part === 'teamKey')
    return [
      {
        subject: of.id,
        state: of.state,
        addressee,
        number,
        parts,
        holder: teamHolder(of.teamId),
        epoch: String(epoch),
        key: key ? base64url(key.envelope) : '',
      },
    ]
  })
}
