import { eq } from 'drizzle-orm'
import { type Day, dayOf, isDay } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { type Hand, listSteps, type Recorded, record } from '../log/record.ts'
import { type SheetSet, sheetColumns } from './sheet-set.ts'
import { type Office, theOffice } from './store.ts'
import { offices } from './tables.ts'

const SUBJECT = 'recoverySheets'

type Steps = Awaited<ReturnType<typeof listSteps>>
export type Keeper = Office['keepers'][number]

export interface SheetsStanding {
  /** How often anything was recorded of the sheets: whoever saves from an older page is overtaken. */
  seen: number
  checked: { on: Day; by: string } | undefined
  /** When the envelopes are to be looked at next; not later than today when `why` says so. */
  dueOn: Day
  why: 'year' | 'keeper' | 'used' | undefined
  /** When they, or a set before them, were used last. */
  used: { on: Day; why: string } | undefined
}

/** Twelve months after they were made or last looked at, whenever a keeper changed, and after they were used. */
export function sheetsStanding(
  { own, recoveries, setUpAt }: { own: Steps; recoveries: Steps; setUpAt: string },
  today: Day,
): SheetsStanding {
  const last = own.findLast(({ move }) => move === 'check' || move === 'renew')
  const since = last?.at ?? setUpAt
  const dayIn = (at: string) => dayOf(new Date(at))
  const changed = own.find(
    ({ move, position }) => move === 'changeKeeper' && position > (last?.position ?? 0),
  )
  const used = recoveries.find(({ at }) => at > since)
  const yearOn = yearAfter(dayIn(since))
  const lastUse = recoveries.at(-1)
  const early = used ?? changed
  return {
    seen: own.length,
    checked: last && { on: dayIn(last.at), by: last.who ?? '' },
    dueOn: early ? dayIn(early.at) : yearOn,
    used: lastUse && { on: dayIn(lastUse.at), why: lastUse.why ?? '' },
    why: used ? 'used' : changed ? 'keeper' : yearOn <= today ? 'year' : undefined,
  }
}

function yearAfter(day: Day): Day {
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return isDay(later) ? later : `${later.slice(0, 8)}28`
}

export async function viewSheets(db: Db, now: Date): Promise<SheetsStanding> {
  const { setUpAt } = await theOffice(db)
  const [own, recoveries] = [await listSteps(db, SUBJECT), await listSteps(db, 'recovery')]
  return sheetsStanding({ own, recoveries, setUpAt }, dayOf(now))
}

interface Seen extends Hand {
  seen: number
}

/**
 * A new set took the place of the one that was used, under a new recovery key: its step, and the change itself. Nothing
 * when the sheets have moved since they were seen.
 */
export async function renewal(
  db: Db,
  { certificate, ...set }: SheetSet & { certificate: string },
  hand: Seen,
) {
  if ((await listSteps(db, SUBJECT)).length !== hand.seen) return undefined
  const columns = { ...sheetColumns(set), certificate }
  return { step: stepOf('renew', hand), change: db.update(offices).set(columns).where(eq(offices.id, 1)) }
}

const stepOf = (move: string, { who, now, seen }: Seen) => ({
  subject: SUBJECT,
  position: seen + 1,
  at: now.toISOString(),
  who,
  move,
})

/** Somebody of the office has seen all three envelopes, still sealed. */
export const checkSheets = (db: Db, hand: Seen): Promise<Recorded> => record(db, stepOf('check', hand), [])

/** `twice`: nobody keeps two of the sheets. */
export async function changeKeeper(db: Db, keeper: Keeper, hand: Seen): Promise<Recorded | 'twice'> {
  const { keepers } = await theOffice(db)
  const others = keepers.filter(({ sheet }) => sheet !== keeper.sheet)
  if (others.some((other) => other.keeper === keeper.keeper)) return 'twice'
  const changed = [...others, keeper].sort((a, b) => a.sheet - b.sheet)
  return record(db, stepOf('changeKeeper', hand), [
    db.update(offices).set({ keepers: changed }).where(eq(offices.id, 1)),
  ])
}
