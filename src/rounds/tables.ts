import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { milestoneKinds, stages } from './stages.ts'

export const rounds = sqliteTable('rounds', {
  id: text().primaryKey(),
  /** The round of a higher level that it is run together with, as that is called; none is kept here. */
  parent: text('parentId'),
  term: integer().notNull(),
  seq: integer().notNull(),
  title: text().notNull(),
  /** `standing`: no inspection, but the office's own intake for a term; its people are a team that stays. */
  type: text({ enum: ['regular', 'special', 'lookBack', 'standing', 'other'] }).notNull(),
  /** A special round's theme and the scope the public reads. */
  theme: text(),
  scope: text(),
  enteredOn: text().notNull(),
  fieldEndsOn: text().notNull(),
  intakeOpensOn: text().notNull(),
  intakeClosesOn: text().notNull(),
  /** While paused: why, as the public reads it, and when it resumes if that is known. */
  pausedReason: text(),
  resumesOn: text(),
  /** Which version of each category tree it was opened with; none where that is the first. */
  categories: text({ mode: 'json' }).$type<Readonly<Record<string, number>>>(),
  /** The versions it has been given instead since then, and under `own` that of its own tree. */
  taken: text({ mode: 'json' }).$type<Readonly<Record<string, number>>>(),
  /** How far the office has recorded it to be. */
  stage: text({ enum: stages }).notNull().default('draft'),
  /** The last day of intake before the round was extended, which happens once. */
  closedBefore: text(),
})

/** The day on which a round came to each stage. */
export const stagesReached = sqliteTable(
  'stagesReached',
  {
    roundId: text().notNull(),
    stage: text({ enum: stages }).notNull(),
    day: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.stage] })],
)

/** What a round owes by a day: to whom it reports, when it feeds back. */
export const milestones = sqliteTable(
  'milestones',
  {
    id: text().primaryKey(),
    roundId: text().notNull(),
    kind: text({ enum: milestoneKinds }).notNull(),
    /** What it is where the kind does not say it, or says too little. */
    name: text(),
    due: text().notNull(),
    doneOn: text(),
  },
  (t) => [index('milestones_round').on(t.roundId)],
)

export const teams = sqliteTable(
  'teams',
  {
    id: text().primaryKey(),
    roundId: text().notNull(),
    name: text().notNull(),
    base: text().notNull(),
    postal: text().notNull(),
    box: text().notNull(),
    phone: text().notNull(),
    hours: text().notNull(),
    /** Languages a caller may choose, in the order shown. */
    dialects: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    /** Since it was closed, and who answers for what it has concluded. */
    closedOn: text(),
    successor: text(),
  },
  (t) => [uniqueIndex('teams_name').on(t.roundId, t.name)],
)

export const unitTypes = [
  'town',
  'village',
  'community',
  'organ',
  'soe',
  'school',
  'hospital',
  'project',
] as const
export type UnitType = (typeof unitTypes)[number]

export const units = sqliteTable('units', {
  id: text().primaryKey(),
  name: text().notNull(),
  shortName: text().notNull(),
  type: text({ enum: unitTypes }).notNull(),
  /** 政法, 粮食: what it is of where a round looks at one system; most are of none. */
  system: text(),
  /** How many people live or work there, where that is known. */
  headcount: integer(),
  parentId: text(),
})

/** Which team inspects which unit in a round. */
export const assignments = sqliteTable(
  'assignments',
  {
    roundId: text().notNull(),
    unitId: text().notNull(),
    teamId: text().notNull(),
    /** How many sheets of its notice are wanted, where the list said so. */
    sheets: integer(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.unitId] })],
)
