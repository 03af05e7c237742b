import type { Context } from 'hono'
import { dayOf } from '../clock/day.ts'
import { page, type Status } from '../http/answer.ts'
import type { House } from '../http/house.ts'
import { readerOf } from '../http/reader.ts'
import { fault } from '../i18n/fault.ts'
import { say } from '../i18n/speak.ts'
import { codeStanding, type FoundCode } from '../posters/store.ts'
import { findReceipt } from '../reports/filing.ts'
import { arrivalOf } from './arrival.ts'
import type { File, Kept } from './group.ts'
import { hashOf } from './lookup.ts'
import { ReceiptPage } from './receipt-page.tsx'
import { sealedReport } from './sealed-report.ts'
import { saysMeanwhile } from './standing.ts'
import { type Answer, StatePage } from './state-page.tsx'
import { hasTile } from './tiles.ts'

/** What a resident's browser sealed. A report that is here already is answered before anything else is asked. */
export async function postSealed(c: Context, house: House, file: File, found: FoundCode): Promise<Response> {
  const { db, clock, settings } = house
  const reader = readerOf(c)
  const { code, round, team, office, unit, keys } = found
  const today = dayOf(clock.now())
  const frame = { reader, demo: settings.demo, phone: team.phone }

  const refused = (status: Status, sentence: string, answer: Answer = 'refused') =>
    page(c, <StatePage {...frame} letterhead={team.name} sentences={[sentence]} answer={answer} />, status)
  const outOfDate = () => refused(422, say(reader.lang, fault.outOfDate))
  const receipt = (filed: Kept) =>
    page(c, <ReceiptPage {...frame} publicUrl={office.publicUrl} today={today} filed={filed} />)

  const read = sealedReport.safeParse(await c.req.json().catch(() => undefined))
  if (!read.success) return outOfDate()
  const { id, lookup, team: sealedTo, epoch, dek, line, body, access, contact, ...plain } = read.data

  const lookupHash = await hashOf(lookup)
  const known = await findReceipt(db, id)
  if (known) return known.lookupHash === lookupHash ? receipt(known) : outOfDate()

  const standing = codeStanding(code, round, today)
  if (standing !== 'open') return refused(410, saysMeanwhile(standing, found, reader.lang))
  if (!keys) return refused(410, saysMeanwhile('notReady', found, reader.lang))
  if (sealedTo !== code.teamId || epoch !== keys.epoch) {
    return refused(409, say(reader.lang, fault.retired), 'retired')
  }
  if (!hasTile(unit.type, plain.tile)) return outOfDate()

  const sealed = { dek, line, body, access, contact }
  const kept = await file(arrivalOf(id, lookupHash, plain, sealed, found, epoch))
  return kept.lookupHash === lookupHash ? receipt(kept) : outOfDate()
}
