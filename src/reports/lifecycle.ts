/**
 * What may happen to a report: states and moves as one table. The report page, the queue and the tests read it; a new
 * transition is a row here. Its days, with the rules behind them, stand in `clock/limits.ts`. Rows marked `later` wait
 * for whoever makes them, and so do the states `reopened` and `merged`, to which nothing else leads.
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

/** What somebody does in a team, whatever they are called: a deputy does all that a leader does. */
export type Duty = 'leader' | 'liaison' | 'member'
/**
 * Who may make a move. `owner` is whoever the report is assigned to; `office` is somebody of the office who has its
 * letter before them; `rule` and `reporter` are not staff.
 */
export type Actor = Duty | 'owner' | 'office' | 'rule' | 'reporter'

export interface Move {
  from: readonly State[]
  /** `stays` leaves the state alone; `back` returns to the state the question was asked in. */
  to: State | 'stays' | 'back'
  by: readonly Actor[]
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
  /** Not before the letter has its number and is on its way. */
  afterSending?: true
  /** Only once for a letter. */
  once?: true
  /** Only while it is owed. */
  whileOwed?: true
  /** What is held: this move only then, or then too. All others wait until it has been let in. */
  held?: 'only' | 'too'
  /** Only while it has no owner. */
  unowned?: true
  /** For staff, only when it has been quiet for as long as the resident was told. */
  quiet?: true
  /** Not while somebody who gave their name is still to be told. */
  afterTelling?: true
  /** Not while the office has still to name the unit. */
  afterNaming?: true
  /** Only of whoever has a query code: nobody else could read it. */
  withQueryCode?: true
  /** Only while what was thrown away can still be fetched back, which is thirty days. */
  recent?: true
  /** The move is first a proposal, and another person with this role makes it happen. */
  approvedBy?: 'leader'
  /** Settles only who works on it: what the resident wrote stays unread, and a draft that came back stays. */
  answers?: false
  /** No page and no rule of the house makes it yet. */
  later?: true
}

/** The states in which a report still waits for the house or its resident. */
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
  acceptByRule: { from: ['received'], to: 'accepted', by: ['rule'], later: true },
  accept: {
    from: ['received', 'needsInfo'],
    to: 'accepted',
    by: ['liaison', 'leader'],
    byForKind: { conduct: ['leader'] },
    askedIn: ['received'],
  },
  ask: {
    from: ['received', 'accepted', 'verifying', 'reopened'],
    to: 'needsInfo',
    by: ['liaison', 'owner', 'leader'],
    withQueryCode: true,
  },
  answered: { from: ['needsInfo'], to: 'back', by: ['reporter', 'rule'] },
  decline: {
    from: ['received', 'needsInfo', 'accepted', 'verifying'],
    to: 'declined',
    by: ['liaison', 'owner'],
    approvedBy: 'leader',
  },
  merge: { from: open, to: 'merged', by: ['liaison'], approvedBy: 'leader', later: true },
  release: { from: ['received'], to: 'stays', by: ['liaison', 'leader'], held: 'only', answers: false },
  void: { from: ['received'], to: 'voided', by: ['liaison'], approvedBy: 'leader', held: 'too' },
  restore: { from: ['voided'], to: 'received', by: ['liaison', 'leader'], recent: true, held: 'too' },
  verify: { from: ['accepted'], to: 'verifying', by: ['owner', 'leader'] },
  result: { from: ['verifying', 'reopened'], to: 'stays', by: ['owner', 'leader'] },
  fix: { from: ['verifying', 'reopened'], to: 'fixing', by: ['owner'], approvedBy: 'leader' },
  refer: {
    from: ['verifying', 'reopened'],
    to: 'referred',
    by: ['liaison', 'owner'],
    afterNaming: true,
    approvedBy: 'leader',
  },
  unitReply: {
    from: ['referred'],
    to: 'stays',
    by: ['liaison', 'owner'],
    afterSending: true,
    whileOwed: true,
  },
  return: { from: ['referred'], to: 'verifying', by: ['liaison', 'owner', 'office'], whileOwed: true },
  /** After two returns: which unit has it next. */
  designate: { from: ['verifying', 'reopened', 'needsInfo'], to: 'stays', by: ['office'], answers: false },
  extend: {
    from: ['referred'],
    to: 'stays',
    by: ['liaison', 'owner'],
    afterSending: true,
    once: true,
    whileOwed: true,
    approvedBy: 'leader',
  },
  feedback: { from: ['fixing'], to: 'stays', by: ['liaison', 'owner'], whileOwed: true },
  fixed: { from: ['fixing'], to: 'stays', by: ['liaison', 'owner'], afterReply: true },
  notFixed: { from: ['fixing'], to: 'verifying', by: ['liaison', 'owner'] },
  conclude: {
    from: ['verifying', 'fixing', 'referred', 'reopened'],
    fromForKind: { suggestion: ['accepted'] },
    afterResult: { kinds: ['problem', 'conduct'], from: ['verifying', 'reopened'] },
    afterReply: true,
    to: 'concluded',
    by: ['liaison', 'owner'],
    approvedBy: 'leader',
  },
  rate: { from: ['concluded'], to: 'stays', by: ['reporter'], later: true },
  reopen: { from: ['concluded'], to: 'reopened', by: ['leader'], later: true },
  archive: {
    from: ['concluded', 'declined'],
    to: 'archived',
    by: ['liaison', 'leader', 'rule'],
    quiet: true,
    afterTelling: true,
  },
  escalate: { from: open, to: 'escalated', by: ['liaison'], approvedBy: 'leader' },
  take: { from: open, to: 'stays', by: ['liaison', 'member'], unowned: true, answers: false },
  assign: { from: open, to: 'stays', by: ['leader'], answers: false },
} as const satisfies Record<string, Move>

export type MoveName = keyof typeof moves
export const moveNames = Object.keys(moves) as MoveName[]

/** The row of the table, with every column that it may have. */
export const rule = (name: MoveName): Move => moves[name]

/** Whether it settles more than who works on the report. */
export const isAnswer = (name: MoveName): boolean => rule(name).answers !== false

/** Whether a second person must approve it. */
export const isApproved = (name: MoveName): boolean => rule(name).approvedBy !== undefined

/** Whether the table has the move from that state for that kind, whoever makes it and whatever else it waits for. */
export function canStart(name: MoveName, kind: Kind, state: State): boolean {
  const { from, fromForKind } = rule(name)
  return [...from, ...(fromForKind?.[kind] ?? [])].includes(state)
}

/** The state after a move. `before` is where a question was asked, for the move that answers it. */
export function stateAfter(name: MoveName, state: State, before: State | null): State {
  const to = rule(name).to
  if (to === 'stays') return state
  if (to === 'back') return before ?? 'received'
  return to
}

/** Whether the state is one of `open`. */
export const isOpen = (state: State) => (open as readonly State[]).includes(state)
