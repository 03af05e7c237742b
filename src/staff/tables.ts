import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bytes } from '../db/columns.ts'

export const people = sqliteTable('people', {
  id: text().primaryKey(),
  name: text().notNull(),
  username: text().notNull().unique(),
  /** invited: has a sheet; answered: keys made, not yet verified; active: certified; disabled. */
  state: text({ enum: ['invited', 'answered', 'active', 'disabled'] }).notNull(),
  sealingKey: bytes(),
  signingKey: bytes(),
  passwordSalt: bytes(),
  /** SHA-256 of the prover, never the prover. */
  proverHash: bytes(),
  wrapped: bytes(),
  recoverySalt: bytes(),
  recoveryProverHash: bytes(),
  wrappedByRecovery: bytes(),
  /** What the root signed of them in the team they left last: signed over the same keys they may join another. */
  leftWith: text(),
  invitedAt: text().notNull(),
})

/** What a person is in the office or in one team; a team belongs to a round, so this is person by round. */
export const memberships = sqliteTable(
  'memberships',
  {
    personId: text().notNull(),
    /** A team's id, `office` or `leadingGroup`. */
    team: text().notNull(),
    /** What they are there, joined by commas, as `readRoles` reads it. */
    roles: text().notNull(),
    /** The person certificate for these roles, once an administrator's browser has signed it. */
    certificate: text(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.team] }), index('memberships_team').on(t.team)],
)

/** A printed activation sheet: its first four characters find it, the other twelve never come here. */
export const invitations = sqliteTable('invitations', {
  id: text().primaryKey(),
  personId: text().notNull(),
  expiresOn: text().notNull(),
  /** SHA-256 of the proof that the sheet is in hand; without it nobody learns whom it is for. */
  askHash: bytes().notNull(),
  /** HMAC that shows the invited person the true root. */
  rootProof: bytes().notNull(),
  /** The sheet's secret, sealed to each administrator who holds the root. */
  sealedSecrets: text({ mode: 'json' }).$type<readonly { personId: string; envelope: string }[]>().notNull(),
  /** HMAC that shows an administrator's browser whose keys came back. */
  personProof: bytes(),
  usedAt: text(),
})

/** Public keys of a team, one row an epoch, signed by the leader whose browser made them. */
export const teamKeys = sqliteTable(
  'teamKeys',
  {
    teamId: text().notNull(),
    epoch: integer().notNull(),
    key: bytes().notNull(),
    contactKey: bytes().notNull(),
    madeBy: text().notNull(),
    madeAt: text().notNull(),
    /** The leader's signature over the team key statement. */
    signature: bytes().notNull(),
    /** The private parts, sealed to the office recovery key. */
    recoveryKey: bytes().notNull(),
    recoveryContactKey: bytes().notNull(),
    /** When a set of sheets was made that does not open both: they were damaged, or lie under sheets that are lost. */
    beyondSheets: text(),
    /** The team certificate, once the office has confirmed. */
    certificate: text(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.epoch] })],
)

/** A private key sealed to one person: a team's key or contact key, or the office's root or box. */
export const grants = sqliteTable(
  'grants',
  {
    /** `team:ID` or `office`. */
    holder: text().notNull(),
    epoch: integer().notNull(),
    kind: text({ enum: ['key', 'contact', 'root', 'box'] }).notNull(),
    personId: text().notNull(),
    envelope: bytes().notNull(),
    by: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.holder, t.epoch, t.kind, t.personId] }),
    index('grants_person').on(t.personId),
  ],
)

export const sessions = sqliteTable('sessions', {
  /** SHA-256 of the cookie's token, base64url. */
  hash: text().primaryKey(),
  personId: text().notNull(),
  startedAt: text().notNull(),
  seenAt: text().notNull(),
})

/** The secret a person's phone makes one-time codes of, sealed under the server's own. */
export const secondFactors = sqliteTable('secondFactors', {
  personId: text().primaryKey(),
  secret: bytes().notNull(),
  /** Of the last code that was used: it and those before it count no more. */
  lastStep: integer().notNull(),
  since: text().notNull(),
})

/** Wrong passwords, by name and by whether the computer has signed in before; swept every day. */
export const signInTries = sqliteTable('signInTries', {
  bucket: text().primaryKey(),
  failures: integer().notNull(),
  notBefore: text().notNull(),
})
