import { type Answers, isAddress, isReachable } from '../intake/rules.ts'
import { writingOf } from '../intake/writing.ts'
import { lockOfTeam, recipientsOf } from '../referrals/recipients.client.ts'
import { type Bytes, base64url } from '../sealing/bytes.ts'
import { makeQueryCode } from '../sealing/query-code.ts'
import { makeDek, makeReportId, sealReport } from '../sealing/seal.ts'
import { OFFICE } from '../staff/roles.ts'

// What a staff browser does to enter a report. No page is needed: the cast does the same.

/** What was told, and what whoever told it chose to leave. */
export type Told = Pick<
  Answers,
  'kind' | 'tile' | 'text' | 'subject' | 'place' | 'phone' | 'name' | 'consent' | 'afraid'
>

/** Made once for what was told, so that sending it again is the same report. */
export type EnteredDraft = ReturnType<typeof makeDraft>

export const makeDraft = () => ({ id: makeReportId(), dek: makeDek(), code: makeQueryCode() })

interface Lock {
  /** The office root that this person knows. */
  root: Bytes
  team: string
  certificate: string
  /** Which of the office's boxes the root brings with it. */
  box: number
  /** The installation's, for query codes. */
  salt: Bytes
}

/**
 * The sealed fields of the form, sealed to the team or the office as the root has certified them. Throws NotCertified.
 */
export async function sealTold(
  { root, team, certificate, box, salt }: Lock,
  draft: EnteredDraft,
  told: Told,
  unit: string,
): Promise<Record<string, string>> {
  const lock = team === OFFICE ? await boxOf(root, certificate) : await lockOfTeam(root, team, certificate)
  const { plain, body, contact } = writingOf(answersOf(told), unit, 'zh')
  const sealed = await sealReport({ ...draft, salt, body, contact, ...lock })
  const { lookup, dek, line, access } = sealed
  return {
    id: draft.id,
    epoch: String(team === OFFICE ? box : lock.to.epoch),
    reply: plain.reply,
    ...(plain.namesPerson && { namesPerson: 'yes' }),
    ...(plain.hasText && { hasText: 'yes' }),
    lookup: base64url(lookup),
    dek: base64url(dek),
    line: base64url(line),
    body: base64url(sealed.body),
    access: base64url(access),
    ...(sealed.contact && { contact: base64url(sealed.contact) }),
  }
}

/** The office has one box, for words and for contact details. */
async function boxOf(root: Bytes, office: string) {
  const { office: box } = await recipientsOf(root, OFFICE, { team: '', office })
  return { to: box, contactTo: box }
}

/** What staff are not asked stays unanswered. A letter may leave an address where others leave a telephone. */
function answersOf(told: Told): Answers {
  const rest = { callMe: false, bestTime: '', dialect: '', court: '', forOther: false, helper: '' }
  return { ...rest, ...told, reply: replyOf(told) }
}

const replyOf = ({ phone, name }: Told) =>
  phone.trim() === '' ? 'anonymous' : name.trim() === '' ? 'contactOnly' : 'named'

/** A telephone is kept only where they agree to be called on it. An address is for letters. */
export const lacksConsent = ({ phone, consent }: Told) => phone.trim() !== '' && !isAddress(phone) && !consent

/** A name alone reaches nobody, and would be lost without a word. */
export const isHalfContact = (told: Told) => told.name.trim() !== '' && !isReachable(answersOf(told))
