/**
 * What may happen to a report: states and moves as one table, its rows numbered T0 to T18. The report page, the queue
 * and the tests read this table; a new transition is a row here.
 */
export const states = [
  'received',
  'needsInfo',
  'accepted',
  'verifying',
  'fixing',
  'referred',
  'concluded',
  'reopened',
  'declined',
  'merged',
  'escalated',
  'voided',
  'archived',
] as const
export type State = (typeof states)[number]

export const kinds = ['problem', 'conduct', 'suggestion'] as const
export type Kind = (typeof kinds)[number]

export type TeamRole = 'leader' | 'liaison' | 'member'
/**
 * Who may make a move. `owner` is whoever the report is assigned to; `office` is somebody of the office who has its
 * letter before them; `rule` and `reporter` are not staff.
 */
type Actor = TeamRole | 'owner' | 'office' | 'rule' | 'reporter'

export interface Move {
  /** Its number, by which people speak of it. */
  row: string
  from: readonly State[]
  /** `stays` leaves the state alone; `back` returns to the state the question was asked in. */
  to: State | 'stays' | 'back'
  by: readonly Actor[]
  /** Only these kinds; all of them when left out. */
  kinds?: readonly Kind[]
  /** Who makes it, or drafts it, for these kinds instead of `by`. */
  byForKind?: Partial<Record<Kind, readonly Actor[]>>
  /** More states it may start from, for these kinds. */
  fromForKind?: Partial<Record<Kind, readonly State[]>>
  /** From `needsInfo` only when the question was asked in one of these: an answer restarts no clock. */
  askedIn?: readonly State[]
  /** For these kinds, from these states only once what was found has been entered. */
  afterResult?: { kinds: readonly Kind[]; from: readonly State[] }
  /** Not while a unit owes its reply, or its report on a fix. */
  afterReply?: true
  /** Only while it is owed. */
  whileOwed?: true
  /** Only while it has no owner. */
  unowned?: true
  /** For staff, only when it has been quiet for as long as the resident was told. */
  quiet?: true
  /** Not while somebody who gave their name is still to be told. */
  afterTelling?: true
  /** Only until it has been so: what is thrown away can be fetched back for thirty days. */
  recent?: true
  /** The move is first a proposal, and another person with this role makes it happen. */
  approvedBy?: 'leader'
}

export const open = [
  'received',
  'needsInfo',
  'accepted',
  'verifying',
  'fixing',
  'referred',
  'reopened',
] as const

export const moves = {
  acceptByRule: { row: 'T1', from: ['received'], to: 'accepted', by: ['rule'] },
  accept: {
    row: 'T2',
    from: ['received', 'needsInfo'],
    to: 'accepted',
    by: ['liaison', 'leader'],
    byForKind: { conduct: ['leader'] },
    askedIn: ['received'],
  },
  ask: {
    row: 'T3',
    from: ['received', 'accepted', 'verifying', 'reopened'],
    to: 'needsInfo',
    by: ['liaison', 'owner', 'leader'],
  },
  answered: { row: 'T4', from: ['needsInfo'], to: 'back', by: ['reporter', 'rule'] },
  decline: {
    row: 'T5',
    from: ['received', 'needsInfo', 'accepted', 'verifying'],
    to: 'declined',
    by: ['liaison', 'owner'],
    approvedBy: 'leader',
  },
  merge: { row: 'T6', from: open, to: 'merged', by: ['liaison'], approvedBy: 'leader' },
  void: { row: 'T7', from: ['received'], to: 'voided', by: ['liaison'], approvedBy: 'leader' },
  restore: { row: 'T7', from: ['voided'], to: 'received', by: ['liaison', 'leader'], recent: true },
  verify: { row: 'T8', from: ['accepted'], to: 'verifying', by: ['owner', 'leader'] },
  result: { row: 'T8', from: ['verifying', 'reopened'], to: 'stays', by: ['owner', 'leader'] },
  fix: { row: 'T9', from: ['verifying', 'reopened'], to: 'fixing', by: ['owner'], approvedBy: 'leader' },
  refer: {
    row: 'T10',
    from: ['verifying', 'reopened'],
    to: 'referred',
    by: ['liaison', 'owner'],
    approvedBy: 'leader',
  },
  unitReply: { row: 'T14', from: ['referred'], to: 'stays', by: ['liaison', 'owner'], whileOwed: true },
  return: {
    row: 'T11',
    from: ['referred'],
    to: 'verifying',
    by: ['liaison', 'owner', 'office'],
    whileOwed: true,
  },
  /** After two returns: which unit has it next. */
  designate: { row: 'T11', from: ['verifying', 'reopened', 'needsInfo'], to: 'stays', by: ['office'] },
  extend: {
    row: 'T12',
    from: ['referred'],
    to: 'stays',
    by: ['liaison', 'owner'],
    whileOwed: true,
    approvedBy: 'leader',
  },
  feedback: { row: 'T13', from: ['fixing'], to: 'stays', by: ['liaison', 'owner'], whileOwed: true },
  fixed: { row: 'T13', from: ['fixing'], to: 'stays', by: ['liaison', 'owner'], afterReply: true },
  notFixed: { row: 'T13', from: ['fixing'], to: 'verifying', by: ['liaison', 'owner'] },
  conclude: {
    row: 'T14',
    from: ['verifying', 'fixing', 'referred', 'reopened'],
    fromForKind: { suggestion: ['accepted'] },
    afterResult: { kinds: ['problem', 'conduct'], from: ['verifying', 'reopened'] },
    afterReply: true,
    to: 'concluded',
    by: ['liaison', 'owner'],
    approvedBy: 'leader',
  },
  rate: { row: 'T15', from: ['concluded'], to: 'stays', by: ['reporter'] },
  reopen: { row: 'T16', from: ['concluded'], to: 'reopened', by: ['leader'] },
  archive: {
    row: 'T17',
    from: ['concluded', 'declined'],
    to: 'archived',
    by: ['liaison', 'leader', 'rule'],
    quiet: true,
    afterTelling: true,
  },
  escalate: { row: 'T18', from: open, to: 'escalated', by: ['liaison'], approvedBy: 'leader' },
  take: { row: 'T2', from: open, to: 'stays', by: ['liaison', 'member'], unowned: true },
  assign: { row: 'T2', from: open, to: 'stays', by: ['leader'] },
} as const satisfies Record<string, Move>

export type MoveName = keyof typeof moves
export const moveNames = Object.keys(moves) as MoveName[]

/** What of a report the table asks about. */
export interface Subject {
  kind: Kind
  state: State
  /** Where the question that is open was asked. */
  askedFrom: State | null
  owner: string | null
  /** A verification's result has been entered. */
  hasResult: boolean
  /** A unit has it and owes its reply, or its report on a fix. */
  awaitsUnit?: boolean
  /** Thirty days since it was answered, and nothing unread. */
  quiet: boolean
  /** Whoever gave their name has not been told yet. */
  untold?: boolean
  /** Who entered what was found. */
  resultBy?: string | null
  /** A proposal that waits, and who made it. */
  pending: { move: MoveName; by: string } | null
}

export interface Person {
  id: string
  roles: readonly TeamRole[]
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

export interface Offer {
  move: MoveName
  /** `do` makes it, `propose` drafts it for somebody else to approve. */
  way: 'do' | 'propose'
  grey?: Grey
}

/** Says whose turn it is and answers nothing: what is unread or was sent back stays so. */
export const isTurn = (name: MoveName): boolean => ['take', 'assign', 'designate'].includes(name)

const rule = (name: MoveName): Move => moves[name]

/** Whether a second person must approve it. */
export const isApproved = (name: MoveName): boolean => rule(name).approvedBy !== undefined

export function canStart(name: MoveName, kind: Kind, state: State): boolean {
  const move = rule(name)
  if (move.kinds && !move.kinds.includes(kind)) return false
  return move.from.includes(state) || (move.fromForKind?.[kind]?.includes(state) ?? false)
}

/** The moves a report's state knows, each with whether this person may make it, or who must. */
export function offers(report: Subject, person: Person): Offer[] {
  const isFree = (name: MoveName) => !rule(name).unowned || (report.owner === null && !person.soleLeader)
  const isOwed = (name: MoveName) => !rule(name).whileOwed || report.awaitsUnit !== false
  const isInTime = (name: MoveName) => !rule(name).recent || !report.quiet
  const known = moveNames.filter(
    (name) =>
      canStart(name, report.kind, report.state) &&
      wasAskedIn(name, report) &&
      isStaffs(name) &&
      isFree(name) &&
      isOwed(name) &&
      isInTime(name),
  )
  return known.map((move) => {
    const way = isApproved(move) ? 'propose' : 'do'
    const grey = report.pending && move !== 'take' ? 'waits for approval' : missing(move, report, person)
    return grey ? { move, way, grey } : { move, way }
  })
}

function wasAskedIn(name: MoveName, { state, askedFrom }: Subject): boolean {
  const { askedIn } = rule(name)
  return state !== 'needsInfo' || !askedIn || (askedFrom !== null && askedIn.includes(askedFrom))
}

export function mayMove(name: MoveName, report: Subject, person: Person): boolean {
  return offers(report, person).some((offer) => offer.move === name && !offer.grey)
}

/**
 * Whether this person may approve the proposal that waits. Two people always: never the drafter; and a leader who
 * owns the report approves nothing about it. Of somebody's conduct nobody approves what rests on their own findings,
 * whoever has the report by then.
 */
export function mayApprove(report: Subject, person: Person): true | Grey {
  const waiting = report.pending
  if (!waiting) return 'waits for approval'
  if (waiting.by === person.id) return 'the drafter cannot approve'
  if (!person.roles.includes('leader')) return 'needs the leader'
  if (report.owner === person.id) return 'the owner cannot approve'
  if (report.kind === 'conduct' && report.resultBy === person.id) return 'who found it cannot approve'
  return true
}

/** Whoever may ask the resident may also talk to them. */
export const mayTalk = (report: Subject, person: Person): boolean =>
  report.owner === person.id || person.roles.some((role) => role === 'liaison' || role === 'leader')

const staffActors: readonly Actor[] = ['leader', 'liaison', 'member', 'owner']
const isStaffs = (name: MoveName) => rule(name).by.some((actor) => staffActors.includes(actor))

function missing(name: MoveName, report: Subject, person: Person): Grey | undefined {
  const actors = rule(name).byForKind?.[report.kind] ?? rule(name).by
  const holds = (actor: Actor) =>
    actor === 'owner' ? report.owner === person.id : person.roles.some((role) => role === actor)
  if (actors.some(holds)) return tooSoon(name, report)
  if (actors.includes('owner') && report.owner !== null) return 'needs the owner'
  return actors.includes('leader') ? 'needs the leader' : 'needs the liaison'
}

function tooSoon(name: MoveName, report: Subject): Grey | undefined {
  const { kind, state, hasResult, awaitsUnit, quiet, untold } = report
  const { afterResult, afterReply, afterTelling } = rule(name)
  if (afterReply && awaitsUnit && state === 'referred') return "needs the unit's reply"
  if (afterReply && awaitsUnit && state === 'fixing') return "needs the fix's report"
  if (afterTelling && untold) return 'not told yet'
  if (rule(name).quiet && !quiet) return 'not quiet yet'
  const wantsResult = afterResult?.kinds.includes(kind) && afterResult.from.includes(state)
  return wantsResult && !hasResult ? 'needs the result' : undefined
}

/** The state after a move. `before` is where a question was asked, for the move that answers it. */
export function stateAfter(name: MoveName, state: State, before: State | null): State {
  const to = rule(name).to
  if (to === 'stays') return state
  if (to === 'back') return before ?? 'received'
  return to
}

export const isOpen = (state: State) => (open as readonly State[]).includes(state)
