import type { Db } from '../db/db.ts'
import { theOffice } from '../office/store.ts'
import type { ReportView } from '../queue/report-view.ts'
import { letterheadOf } from '../rounds/title.ts'
import type { Ordered } from './order.ts'
import { type Wording, wordingOf } from './wording.ts'

/** The notice of an order in words, as everything is called today. */
export async function composeNotice(
  db: Db,
  { desk: { team }, about: { unitName } }: ReportView,
  { lang, due, on }: Ordered,
): Promise<Wording> {
  const { fullName, jurisdiction } = await theOffice(db)
  const issuer = team.roundId ? letterheadOf(jurisdiction, team.name) : fullName
  return wordingOf({ lang, issuer, code: team.name, unit: unitName, due, on })
}
