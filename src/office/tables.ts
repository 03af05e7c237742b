import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LimitChange } from '../clock/limits.ts'
import { bytes } from '../db/columns.ts'

/** What is spoken everywhere, until the office says more. */
export const usualDialects = ['普通话']

/** Every change of the office's root and box, counted from 1: what came before, and what both roots signed. */
export const successions = sqliteTable('successions', {
  number: integer().primaryKey(),
  /** The public root before this change, and the public box. */
  root: bytes().notNull(),
  box: bytes().notNull(),
  forward: text().notNull(),
  back: text().notNull(),
  /** The private keys that came with this change, sealed to the office's recovery key: the paper sheets stay good. */
  recoveryRoot: bytes().notNull(),
  recoveryBox: bytes().notNull(),
})

/** The office itself: one row, written by set-up. What is on it is printed on notices, or public by nature. */
export const offices = sqliteTable('offices', {
  id: integer().primaryKey(),
  fullName: text().notNull(),
  shortName: text().notNull(),
  jurisdiction: text().notNull(),
  letterCode: text().notNull(),
  level: text({ enum: ['city', 'county'] }).notNull(),
  superiorName: text().notNull(),
  superiorPhone: text().notNull(),
  phone: text().notNull(),
  hours: text().notNull(),
  /** The address printed on paper, without a slash at the end. */
  publicUrl: text().notNull(),
  root: bytes().notNull(),
  /** The office certificate: box and recovery key, signed by the root. */
  certificate: text().notNull(),
  /** The address on paper, signed by the root: `publicUrl` alone proves nothing. */
  addressCertificate: text().notNull(),
  /** Another address on paper, if there is one: as the root signed it, and in no column beside. */
  secondAddress: text(),
  /** The installation's salt of every query code. */
  codeSalt: bytes().notNull(),
  /** Root, box and recovery keys under the secret that the recovery sheets share. */
  recoveryBundle: bytes().notNull(),
  recoverySet: text().notNull(),
  keepers: text({ mode: 'json' })
    .$type<readonly { sheet: number; keeper: string; place: string; sealedOn: string }[]>()
    .notNull(),
  setUpAt: text().notNull(),
  /** Whether everybody needs a second factor. */
  secondFactor: integer({ mode: 'boolean' }).notNull().default(false),
  /** Every change of the limits, the latest last: what began before it keeps the days it began with. */
  limits: text({ mode: 'json' }).$type<readonly LimitChange[]>().notNull().default([]),
  /** What is spoken here, in the office's own words: teams choose from these. */
  dialects: text({ mode: 'json' }).$type<readonly string[]>().notNull().default(usualDialects),
})
