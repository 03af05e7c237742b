import { type Day, dayOf } from '../clock/day.ts'
import type { House } from '../http/house.ts'
import { theOffice } from '../office/store.ts'
import { listAssigned } from '../rounds/assignments.ts'
import { findRound, type Round } from '../rounds/store.ts'
import { isWhole, type Team } from '../rounds/teams.ts'
import { findUnit, type Unit } from '../rounds/units.ts'
import { type Readiness, teamReadiness } from '../staff/store.ts'
import { codeStanding, type Standing } from './code-states.ts'
import type { HandoutKind } from './handout-kinds.ts'
import { handedOutIn } from './handouts.ts'
import { isCurrent, isOfEarlierRoot, isWaiting, type Missing, missingFor } from './opening.ts'
import { countPosted } from './sheet-moving.ts'
import { type Addresses, type Code, isLive, listCodes } from './store.ts'

export interface CodeView {
  code: Code
  standing: Standing
  /** What it lacks before it may be put in use; empty as well once it is. */
  missing: readonly Missing[]
  /** It is not withdrawn, and pins a root that the office has no more. */
  isOld: boolean
  isCurrent: boolean
  isWaiting: boolean
  /** How many of its sheets hang now. */
  posted: number
}

export interface UnitCodes {
  unit: Unit
  /** How far it lies below a unit of the same team. */
  depth: number
  /** The team that inspects the unit; none when the unit left the round after it had a code. */
  team: Team | undefined
  readiness: Readiness
  codes: readonly CodeView[]
  /** The number of the notice in use, if there is one. */
  inUse: string | undefined
}

export interface CodesView {
  office: Addresses
  round: Round
  today: Day
  units: readonly UnitCodes[]
  /** Cards and table tents that were handed out, as far as somebody has written it down. */
  handedOut: Record<HandoutKind, number>
}

const none: Readiness = { epoch: undefined, confirmed: false, certificate: undefined, holders: 0 }

/** Every unit of a round with its codes, as they stand now. */
export async function viewCodes({ db, clock }: House, roundId: string): Promise<CodesView | undefined> {
  const round = await findRound(db, roundId)
  if (!round) return undefined
  const today = dayOf(clock.now())
  const office = await theOffice(db)
  const assigned = await listAssigned(db, roundId)
  const codes = await listCodes(db, roundId)
  const posted = await countPosted(db, roundId)
  const readiness = new Map<string, Readiness>()
  for (const id of new Set([...assigned.map(({ team }) => team.id), ...codes.map(({ teamId }) => teamId)])) {
    readiness.set(id, await teamReadiness(db, id))
  }
  const view = (unit: Unit, team: Team | undefined, depth = 0): UnitCodes => {
    const own = codes.filter(({ unitId }) => unitId === unit.id)
    const whole = !team || isWhole(team)
    const inUse = own.find(({ state }) => state === 'inUse')
    const seen = own.map((code): CodeView => {
      const other = inUse?.token === code.token ? undefined : inUse
      const team = readiness.get(code.teamId) ?? none
      const isUnused = code.state === 'draft' || code.state === 'tested'
      const known = { code, office, team, isWhole: whole, round, other }
      const missing = isUnused ? missingFor(known, today) : []
      return {
        code,
        missing,
        isOld: isLive(code) && isOfEarlierRoot(code, office),
        isCurrent: isCurrent(code, office),
        isWaiting: isWaiting(code, office),
        posted: posted.get(code.token) ?? 0,
        standing: codeStanding(code, round, today),
      }
    })
    const ready = (team && readiness.get(team.id)) ?? none
    return { unit, team, depth, readiness: ready, codes: seen, inUse: inUse?.noticeNumber }
  }
  const units = assigned.map(({ unit, team, depth }) => view(unit, team, depth))
  for (const id of new Set(codes.map(({ unitId }) => unitId))) {
    const unit = units.some((row) => row.unit.id === id) ? undefined : await findUnit(db, id)
    if (unit) units.push(view(unit, undefined))
  }
  return { office, round, today, units, handedOut: await handedOutIn(db, roundId) }
}

/** The codes that nothing keeps from being put in use. */
export const openable = ({ units }: Pick<CodesView, 'units'>): Code[] =>
  units.flatMap(({ codes }) =>
    codes
      .filter(({ code, missing }) => code.state === 'tested' && missing.length === 0)
      .map(({ code }) => code),
  )

/** Whether a new code may be prepared for the unit: one that waits is used or withdrawn first. */
export const waiting = ({ codes }: Pick<UnitCodes, 'codes'>) => codes.find(({ isWaiting }) => isWaiting)?.code

/** Whether a team inspects the unit and no notice leads to its form: it has no code, or only one of an earlier root. */
export const wantsCode = ({ team, codes }: Pick<UnitCodes, 'team' | 'codes'>) =>
  team !== undefined && !codes.some(({ isCurrent }) => isCurrent)

/** What is withdrawn when these are put in use: their units' codes of an earlier root. */
export const givingWay = ({ units }: Pick<CodesView, 'units'>, tokens: readonly string[]): string[] =>
  units
    .filter(({ codes }) => codes.some(({ code }) => tokens.includes(code.token)))
    .flatMap(({ codes }) => codes.filter(({ isOld }) => isOld).map(({ code }) => code.token))
