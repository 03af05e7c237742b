import {
  type Actor,
  canStart,
  type Duty,
  isApproved,
  type Kind,
  type MoveName,
  moveNames,
  rule,
  type State,
} from './lifecycle.ts'

/** What of a report the table asks about. */
export interface Situation {
  kind: Kind
  state: State
  /** Where the question that is open was asked. */
  askedFrom: State | null
  /** It came when too many did, and has not been let in. */
  held: boolean
  owner: string | null
  /** A verification's result has been entered. */
  hasResult: boolean
  /** A unit has it and owes its reply, or its report on a fix. */
  awaitsUnit: boolean
  /** The unit's letter has no number yet. */
  unsent: boolean
  /** The unit has been given more time already. */
  extended: boolean
  /** Given back so often that the office names the next unit, and has not yet. */
  unnamed: boolean
  /** Thirty days since it was answered, and nothing unread. */
  quiet: boolean
  /** Whoever gave their name has not been told yet. */
  untold: boolean
  /** There is no query code, so nobody reads its progress page. */
  withoutQueryCode: boolean
  /** Who entered what was found. */
  resultBy: string | null
  /** A proposal that waits, and who made it. */
  pending: { move: MoveName; by: string } | null
}

/** What its letters decide: whoever shows them has read them. */
export type Letters = Pick<Situation, 'unsent' | 'extended' | 'unnamed'>

export interface Person {
  id: string
  roles: readonly Duty[]
  /** The only leader of the team owns nothing: nobody could approve what they propose. */
  soleLeader?: boolean
}

/** Why a move is shown grey: another person must act, or something comes first. */
export type Grey =
  | 'needs the leader'
  | 'needs the owner'
  | 'needs the liaison'
  | 'the owner cannot approve'
  | 'the drafter cannot approve'
  | 'who found it cannot approve'
  | 'waits for approval'
  | 'not told yet'
  | 'not quiet yet'
  | 'needs the result'
  | "needs the unit's reply"
  | "needs the fix's report"
  | 'needs the office'
  | 'not sent yet'
  | 'extended already'
  | 'no code'

export interface Offer {
  move: MoveName
  /** `do` makes it, `propose` drafts it for somebody else to approve. */
  way: 'do' | 'propose'
  grey?: Grey
}

/** The moves a report's state knows, each with whether this person may make it, or who must. */
export const offers = (report: Situation, person: Person): Offer[] =>
  moveNames
    .filter((move) => isKnown(move, report, person))
    .map((move) => {
      const way = isApproved(move) ? 'propose' : 'do'
      const grey = greyOf(move, report, person)
      return grey ? { move, way, grey } : { move, way }
    })

export const mayMove = (move: MoveName, report: Situation, person: Person): boolean =>
  isKnown(move, report, person) && !greyOf(move, report, person)

function isKnown(name: MoveName, report: Situation, person: Person): boolean {
  if (!canStart(name, report.kind, report.state) || !wasAskedIn(name, report) || !isStaffs(name)) return false
  const { held, unowned, whileOwed, recent } = rule(name)
  const isLetIn = report.held ? held : held !== 'only'
  const isFree = !unowned || (report.owner === null && !person.soleLeader)
  const isOwed = !whileOwed || report.awaitsUnit
  return Boolean(isLetIn) && isFree && isOwed && (!recent || !report.quiet)
}

const greyOf = (move: MoveName, report: Situation, person: Person): Grey | undefined =>
  report.pending && move !== 'take' ? 'waits for approval' : missing(move, report, person)

function wasAskedIn(name: MoveName, { state, askedFrom }: Situation): boolean {
  const { askedIn } = rule(name)
  return state !== 'needsInfo' || !askedIn || (askedFrom !== null && askedIn.includes(askedFrom))
}

/**
 * Whether this person may approve the proposal that waits. Two people always: never the drafter; and a leader who
 * owns the report approves nothing about it. Of somebody's conduct nobody approves what rests on their own findings,
 * whoever has the report by then.
 */
export function mayApprove(report: Situation, person: Person): true | Grey {
  const waiting = report.pending
  if (!waiting) return 'waits for approval'
  if (waiting.by === person.id) return 'the drafter cannot approve'
  if (!person.roles.includes('leader')) return 'needs the leader'
  if (report.owner === person.id) return 'the owner cannot approve'
  if (report.kind === 'conduct' && report.resultBy === person.id) return 'who found it cannot approve'
  return true
}

/** Whoever may ask the resident may also talk to them. */
export const mayTalk = (report: Situation, person: Person): boolean =>
  report.owner === person.id || person.roles.some((role) => role === 'liaison' || role === 'leader')

const staffActors: readonly Actor[] = ['leader', 'liaison', 'member', 'owner']
const isStaffs = (name: MoveName) => rule(name).by.some((actor) => staffActors.includes(actor))

function missing(name: MoveName, report: Situation, person: Person): Grey | undefined {
  const actors = rule(name).byForKind?.[report.kind] ?? rule(name).by
  const holds = (actor: Actor) =>
    actor === 'owner' ? report.owner === person.id : person.roles.some((role) => role === actor)
  if (actors.some(holds)) return tooSoon(name, report)
  const isOwners = actors.includes('owner') && (report.owner !== null || actors.length === 1)
  if (isOwners) return 'needs the owner'
  return actors.includes('leader') ? 'needs the leader' : 'needs the liaison'
}

function tooSoon(name: MoveName, report: Situation): Grey | undefined {
  const { kind, state, hasResult, awaitsUnit, quiet, untold, unnamed, unsent, extended, withoutQueryCode } =
    report
  const { afterResult, afterReply, afterTelling, afterNaming, afterSending, once, withQueryCode } = rule(name)
  if (withQueryCode && withoutQueryCode) return 'no code'
  if (afterNaming && unnamed) return 'needs the office'
  if (afterSending && unsent) return 'not sent yet'
  if (once && extended) return 'extended already'
  if (afterReply && awaitsUnit && state === 'referred') return "needs the unit's reply"
  if (afterReply && awaitsUnit && state === 'fixing') return "needs the fix's report"
  if (afterTelling && untold) return 'not told yet'
  if (rule(name).quiet && !quiet) return 'not quiet yet'
  const wantsResult = afterResult?.kinds.includes(kind) && afterResult.from.includes(state)
  return wantsResult && !hasResult ? 'needs the result' : undefined
}
