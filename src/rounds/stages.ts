/**
 * Where a round stands, and the one way through. The round page and the tests read this table; a stage more is a row
 * here. Whether reports are taken is no stage: it follows from the dates of intake.
 */
export const stages = [
  'draft',
  'approved',
  'notified',
  'mobilised',
  'inField',
  'fieldEnded',
  'reported',
  'fedBack',
  'rectifying',
  'evaluated',
  'archived',
] as const
export type Stage = (typeof stages)[number]

export const milestoneKinds = [
  'notice',
  'mobilisation',
  'entry',
  'midterm',
  'report',
  'feedback',
  'plan',
  'rectified',
  'evaluation',
  'other',
] as const
export type MilestoneKind = (typeof milestoneKinds)[number]

export interface StageMove {
  from: Stage
  to: Stage
  /** The milestones that are met on the day it happened. */
  meets?: MilestoneKind
  /** Happens by being recorded: it has no other day. Nothing of the round may be open, and it changes no more. */
  ends?: true
}

export const stageMoves = {
  approve: { from: 'draft', to: 'approved' },
  notify: { from: 'approved', to: 'notified', meets: 'notice' },
  mobilise: { from: 'notified', to: 'mobilised', meets: 'mobilisation' },
  enter: { from: 'mobilised', to: 'inField', meets: 'entry' },
  leave: { from: 'inField', to: 'fieldEnded' },
  report: { from: 'fieldEnded', to: 'reported', meets: 'report' },
  feedBack: { from: 'reported', to: 'fedBack', meets: 'feedback' },
  rectify: { from: 'fedBack', to: 'rectifying', meets: 'plan' },
  evaluate: { from: 'rectifying', to: 'evaluated', meets: 'evaluation' },
  archive: { from: 'evaluated', to: 'archived', ends: true },
} as const satisfies Record<string, StageMove>

export type StageMoveName = keyof typeof stageMoves
export const stageMoveNames = Object.keys(stageMoves) as StageMoveName[]

export const moveOf = (name: StageMoveName): StageMove => stageMoves[name]

/** The one move a stage knows; none after the last. */
export const nextMove = (stage: Stage): StageMoveName | undefined =>
  stageMoveNames.find((name) => stageMoves[name].from === stage)
