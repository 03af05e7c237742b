import { eq } from 'drizzle-orm'
import { type Day, dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import type { Referral } from './store.ts'
import { referrals } from './tables.ts'

interface Delivery {
  how: NonNullable<Referral['deliveredHow']>
  on: Day
}

/** The letter is in the unit's hands. `overtaken` when anything has happened to it since the page was made. */
export const deliverLetter = (db: Db, letter: Referral, { how, on }: Delivery, hand: Hand) =>
  recordMove(db, letter, 'deliver', { state: 'delivered', deliveredHow: how, deliveredOn: on }, hand)

/** Somebody of the unit has signed for it (签收): from that day on it may be given back for two working days. */
export const receiptLetter = (
  db: Db,
  letter: Referral,
  { name, on }: { name: string; on: Day },
  hand: Hand,
) => recordMove(db, letter, 'receipt', { state: 'receipted', receiptName: name, receiptOn: on }, hand)

/** Its original is being printed; a printer that jams may be given another, until the letter is delivered. */
export const printLetter = (db: Db, letter: Referral, hand: Hand) =>
  recordMove(db, letter, 'print', { printedOn: dayOf(hand.now) }, hand)

function recordMove(
  db: Db,
  letter: Referral,
  move: string,
  changed: Partial<Referral>,
  { who, now }: Hand,
): Promise<Recorded> {
  const position = letter.steps + 1
  const to = changed.state ?? letter.state
  const step = { subject: `referral:${letter.id}`, position, at: now.toISOString(), who, move }
  return record(db, { ...step, from: letter.state, to }, [
    db
      .update(referrals)
      .set({ ...changed, steps: position })
      .where(eq(referrals.id, letter.id)),
  ])
}
