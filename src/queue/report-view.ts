import type { Day } from '../clock/day.ts'
import type { FileOfReport } from '../files/store.ts'
import type { WayToTeam } from '../giving/way-to-team.ts'
import type { listSteps } from '../log/record.ts'
import type { Earlier } from '../reports/earlier.ts'
import type { Escalation } from '../reports/escalating.ts'
import type { Handed } from '../reports/handing.ts'
import type { findProposal } from '../reports/proposing.ts'
import type { Sight } from '../reports/resident-sees.ts'
import type { listEnvelopes, listMessages } from '../reports/store.ts'
import type { Report } from '../reports/tables.ts'
import type { Unit } from '../rounds/units.ts'
import type { Own } from '../ui/own-keys.tsx'
import type { Desk } from './desk.ts'
import type { About } from './move.ts'
import type { Member, Officer } from './people.ts'

type Steps = Awaited<ReturnType<typeof listSteps>>
export type Step = Steps[number]
export type Envelope = Awaited<ReturnType<typeof listEnvelopes>>[number]
export type Message = Awaited<ReturnType<typeof listMessages>>[number]
export type Proposal = NonNullable<Awaited<ReturnType<typeof findProposal>>>

/**
 * Everything a report's page shows, and still sealed what it does not. Contact details are never among it. How it is
 * brought together: view-report.ts.
 */
export interface ReportView {
  desk: Desk
  report: Report
  unit: Unit | undefined
  /** The last day on which its round takes reports. */
  closesOn: Day | undefined
  town: string | undefined
  about: About
  names: ReadonlyMap<string, string>
  steps: readonly Step[]
  /** Who locked it anew, and who put the lock before that back. */
  relocked: readonly Step[]
  /** Who owns it can do nothing about it any more. */
  ownerLeft: boolean
  /** What it was locked with before, as far as this person holds those keys. */
  earlier: readonly Earlier[]
  sealed: readonly Envelope[]
  messages: readonly Message[]
  /** What it promised besides words, and how far that has come. */
  files: readonly FileOfReport[]
  escalation: Escalation | undefined
  /** Those of the team who stay away from it; `about` has the others. */
  recused: readonly (Member & { byUnit: boolean })[]
  /** By name, who stays away too and can do nothing just now: they are away still when they come back. */
  recusedGone: readonly { name: string; byUnit: boolean }[]
  /** The draft that waits for a second person. */
  proposal: Proposal | undefined
  /** The draft that was sent back, to be changed. */
  refused: Proposal | undefined
  keys: Own
  /** This person holds the key that the report is sealed to. */
  opens: boolean
  holders: { key: readonly string[]; contact: readonly string[] }
  sight: Sight
  /** To whom a leader has handed this one call. */
  handed: readonly Handed[]
  /** To whom it could be. */
  officers: readonly Officer[]
  /** Of what came to the office: the team it would be for, were it not about that team. */
  toTeam: WayToTeam | undefined
}
