import { eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { reports } from './tables.ts'

/** What a receipt shows, and what tells the resident's own second press from somebody else's. */
export async function findReceipt(db: Db, id: string) {
  const [found] = await db.select(receipt).from(reports).where(eq(reports.id, id)).limit(1)
  return found
}

const receipt = {
  id: reports.id,
  lookupHash: reports.lookupHash,
  enquiryNumber: reports.enquiryNumber,
  roundId: reports.roundId,
  teamId: reports.teamId,
  receivedOn: reports.receivedOn,
  state: reports.state,
  promise: reports.promise,
  acceptedOn: reports.acceptedOn,
  callMe: reports.callMe,
  identityMode: reports.identityMode,
  forOther: reports.forOther,
}

export type Receipt = NonNullable<Awaited<ReturnType<typeof findReceipt>>>
