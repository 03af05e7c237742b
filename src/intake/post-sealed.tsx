import type { Context } from 'hono'
import { filedUnder } from '../categories/editions.ts'
import { dayOf } from '../clock/day.ts'
import { page, type Status } from '../http/answer.ts'
import type { House } from '../http/house.ts'
import { at, readerOf } from '../http/reader.ts'
import { fault } from '../i18n/fault.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { codeStanding } from '../posters/code-states.ts'
import type { FoundCode } from '../posters/store.ts'
import { findReceipt } from '../reports/receipt.ts'
import { arrivalOf } from './arrival.ts'
import { saysMeanwhile } from './closing.ts'
import { type Door, type DoorName, doorOf, officeOf } from './door.ts'
import type { File, Kept } from './filing.ts'
import type { Hold } from './holding.ts'
import type { Look } from './looking.ts'
import { hashOf } from './lookup.ts'
import { receiptOf } from './receipt-page.tsx'
import { type SentReport, sealedReport } from './sealed-report.ts'
import { type Answer, StatePage } from './state-page.tsx'
import { unknownCode } from './unknown-code.tsx'

interface Means {
  look: Look
  file: File
  hold: Hold
  to: DoorName
}

/** What a resident's browser sealed. */
export async function postSealed(
  c: Context,
  house: House,
  { look, file, hold, to }: Means,
): Promise<Response> {
  const { clock, settings } = house
  const reader = readerOf(c)
  const { demo } = settings
  const today = dayOf(clock.now())

  const read = sealedReport.safeParse(await c.req.json().catch(() => undefined))
  const sent = read.data
  const token = c.req.param('token') ?? ''
  const lookupHash = sent ? hashOf(sent.lookup) : ''
  const found = await look(token)
  if (!found) return unknownCode(c, house)
  const door = doorOf(found, to)
  const { phone } = door
  c.set('phone', phone)

  const refused = ({ status, sentence, answer, reload, call }: Refusal) =>
    page(
      c,
      <StatePage
        reader={reader}
        demo={demo}
        phone={phone}
        letterhead={door.keeperName}
        sentences={[sentence]}
        answer={answer}
        reload={reload}
        call={call}
      />,
      status,
    )
  const office = officeOf(door)
  const receipt = ({ enquiryNumber, ...kept }: Kept) => {
    const { state, promise, acceptedOn, callMe, identityMode, forOther } = kept
    const told = { state, promise, acceptedOn, callMe, identityMode, forOther }
    return page(c, receiptOf({ reader, demo, phone, today, office, told }, enquiryNumber))
  }
  const outOfDate: Refusal = {
    status: 422,
    sentence: say(reader.lang, fault.outOfDate),
    answer: 'refused',
    reload: at(reader, door.address),
  }

  if (!sent) return refused(outOfDate)
  const filed = await filedUnder(house.db, found.round, door.tiles, sent.tile, to === 'office')
  const against = whyNot(sent, found, door, today, reader.lang)
  if (against || !filed) {
    // A report that is here already gets its receipt, whatever has changed since.
    const known = await findReceipt(house.db, sent.id)
    if (!known) return refused(against ?? outOfDate)
    return known.lookupHash === lookupHash ? receipt(known) : refused(outOfDate)
  }

  const { id, epoch, dek, line, body, access, contact, right, files, work, ...rest } = sent
  const plain = { ...rest, tile: filed.tile, edition: filed.edition }
  const sealed = { dek, line, body, access, contact }
  const promised = right && files && { uploadHash: hashOf(right), files }
  const arrival = arrivalOf(id, lookupHash, plain, sealed, found, { ...door, epoch })
  const held = await hold(c, found.code.token, { id, work })
  let drawn: { kept: Kept; answer: Promise<Response> } | undefined
  const kept = await file({ ...arrival, promised, ...held }, (expected) => {
    drawn = { kept: expected, answer: receipt(expected) }
    // Where it is the answer its fault is met below, else it is nobody's.
    drawn.answer.catch(() => {})
  })
  if (kept === 'refused' || kept.lookupHash !== lookupHash) return refused(outOfDate)
  return drawn?.kept === kept ? drawn.answer : receipt(kept)
}

interface Refusal {
  status: Status
  sentence: string
  answer: Answer
  /** Where a newer page is. */
  reload?: string
  /** Whom the sentence says to call. */
  call?: string
}

/** Intake may have closed, or the key been retired, since the page was opened. */
function whyNot(
  sent: SentReport,
  found: FoundCode,
  { keeper, epoch, phone }: Door,
  today: string,
  lang: Lang,
): Refusal | undefined {
  const { code, round } = found
  const standing = codeStanding(code, round, today)
  const closed = standing !== 'open' ? standing : epoch ? undefined : 'notReady'
  if (closed) {
    return { status: 410, sentence: saysMeanwhile(closed, phone, lang), answer: 'refused', call: phone }
  }
  if (sent.team === keeper && sent.epoch === epoch) return undefined
  return { status: 409, sentence: say(lang, fault.retired), answer: 'retired' }
}
