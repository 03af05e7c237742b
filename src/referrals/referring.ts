import type { Db } from '../db/db.ts'
import { canStart } from '../reports/lifecycle.ts'
import type { Report } from '../reports/tables.ts'
import { listUnits } from '../rounds/units.ts'
import { type HandlingUnit, listHandlingUnits } from './handling-units.ts'
import { findSeals, type Seals } from './seals.ts'
import {
  type Designated,
  type LetterEnvelope,
  listDesignated,
  listLetterEnvelopes,
  listPermits,
  listReferrals,
  type Permit,
  type Referral,
} from './store.ts'
import { listSupervisions, ordersOf, type Supervision } from './supervisions.ts'
import { isWalled } from './wall.ts'

/** Why a unit may not have this report without the office: the wall, or two returns. */
export type Barrier = Permit['why']

export interface Choice {
  unit: HandlingUnit
  barrier: Barrier | undefined
  permit: Permit | undefined
}

/** What a report's pages and moves must know of its referrals. */
export interface Referring {
  /** The oldest first. */
  referrals: readonly Referral[]
  /** The draft that is with the leader or came back from them. */
  draft: Referral | undefined
  /** The letter that is out, or on its way. */
  current: Referral | undefined
  /** How often a unit has given it back. */
  returns: number
  /** Whom the office has named after these returns; `null` while it waits for the office. */
  designated: Designated | null | undefined
  /** Everybody it has named for this report. */
  everNamed: readonly Designated[]
  envelopes: readonly LetterEnvelope[]
  /** What the office has pressed late units with. */
  supervisions: readonly Supervision[]
  permits: readonly Permit[]
  /** The office's word on an order to the inspected unit itself, where the wall forbids it. */
  ownPermit: Permit | undefined
  /** Where it may go, while it may be referred. */
  choices: readonly Choice[]
  /** To whom a letter is sealed, as the office's root signed them. */
  seals: Seals | undefined
}

/** In the place of a handling unit: the inspected unit itself, ordered to mend something on the spot. */
export const OWN = 'own'

/** After so many returns the office says which unit has it. */
export const RETURNS = 2

export async function referringOf(db: Db, report: Report): Promise<Referring> {
  const mayGo = canStart('refer', report.kind, report.state)
  const [listed, permits, seals, named, orders] = await Promise.all([
    listReferrals(db, report.id),
    listPermits(db, report.id),
    findSeals(db, report.teamId),
    listDesignated(db, report.id),
    ordersOf(db, report.id),
  ])
  const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id)
  const [envelopes, supervisions] = await Promise.all([
    listLetterEnvelopes(db, idsOf([...listed, ...permits])),
    listSupervisions(db, idsOf([...listed, ...orders])),
  ])
  const returns = returnsAmong(listed)
  return {
    referrals: listed.filter(({ state }) => state !== 'draft'),
    draft: listed.find(({ state }) => state === 'draft'),
    current: listed.findLast(
      ({ state }) => state !== 'draft' && state !== 'returned' && state !== 'withdrawn',
    ),
    returns,
    designated: designatedAfter(named, returns),
    everNamed: named.flatMap(({ unit }) => unit ?? []),
    envelopes,
    supervisions,
    permits: permits.filter(({ handlingUnitId }) => handlingUnitId !== OWN),
    ownPermit: permits.find(({ handlingUnitId }) => handlingUnitId === OWN),
    choices: mayGo ? await choicesFor(db, report, returns) : [],
    seals,
  }
}

/**
 * `null` while the office has still to say, be it because whom it named gets no more letters; `undefined` where it need
 * not.
 */
function designatedAfter(named: Awaited<ReturnType<typeof listDesignated>>, returns: number) {
  const unit = named.find((one) => one.returns === returns)?.unit
  return unit?.retired ? null : unit
}

/** A unit gives back what it was sent: what the team took back before it was signed was no unit's doing. */
export const returnedAmong = (letters: readonly Referral[]): Referral[] =>
  letters.filter(({ state, number }) => state === 'returned' && number !== null)

export const returnsAmong = (letters: readonly Referral[]): number => returnedAmong(letters).length

/** Every unit in use, each with what stands before it; also asked anew when somebody approves or signs. */
export async function choicesFor(
  db: Db,
  report: Pick<Report, 'id' | 'kind' | 'afraid' | 'risk' | 'unitId'>,
  returns: number,
): Promise<Choice[]> {
  const [handling, units, permits, named] = await Promise.all([
    listHandlingUnits(db),
    listUnits(db),
    listPermits(db, report.id),
    listDesignated(db, report.id),
  ])
  const designated = designatedAfter(named, returns)?.id
  return handling
    .filter(({ retired }) => !retired)
    .map((unit) => {
      const permit = permits.find(({ handlingUnitId }) => handlingUnitId === unit.id)
      return { unit, permit, barrier: barrierBefore(report, unit, { units, permit, returns, designated }) }
    })
}

function barrierBefore(
  report: Pick<Report, 'kind' | 'afraid' | 'risk' | 'unitId'>,
  { id, belongsTo }: HandlingUnit,
  {
    units,
    permit,
    returns,
    designated,
  }: {
    units: Parameters<typeof isWalled>[2]
    permit?: Permit | undefined
    returns: number
    designated?: string | undefined
  },
): Barrier | undefined {
  const granted = permit?.state === 'granted' ? permit.why : undefined
  // Leave to pass the wall is also leave after two returns: the office has chosen this unit for this report.
  if (isWalled(report, belongsTo, units) && granted !== 'wall') return 'wall'
  return returns >= RETURNS && !granted && designated !== id ? 'returned' : undefined
}
