import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const rounds = sqliteTable('rounds', {
  id: text().primaryKey(),
  parentId: text(),
  term: integer().notNull(),
  seq: integer().notNull(),
  title: text().notNull(),
  type: text({ enum: ['regular', 'special', 'lookBack'] }).notNull(),
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
})

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
  },
  (t) => [index('teams_round').on(t.roundId)],
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
