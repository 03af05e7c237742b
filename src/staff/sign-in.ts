import { and, eq, type SQL } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { record } from '../log/record.ts'
import { type Bytes, sameBytes, sha256, utf8 } from '../sealing/bytes.ts'
import { markOver } from '../sealing/mark.ts'
import type { Way } from '../sealing/user-keys.ts'
import type { Credentials } from './credentials.ts'
import { passesSecondFactor, recoveryPass } from './second-factor.ts'
import { endSessionsOf } from './session.ts'
import { findByUsername, type Person } from './store.ts'
import { people } from './tables.ts'
import { bucketOf, countTry, forgiveTries } from './throttle.ts'
import { usernameAsTyped } from './username.ts'

interface Door {
  db: Db
  secret: Bytes
  now: Date
}

const NOTHING = new Uint8Array(32)

/** The salt to stretch with. A name that is not there has one too, always the same, made of the server's secret. */
export async function saltOf({ db, secret }: Door, username: string, way: Way): Promise<Bytes> {
  const steady = await markOver(secret, `salt v1 ${way} `, [utf8(usernameAsTyped(username))], 16)
  const person = await findByUsername(db, username)
  return (way === 'password' ? person?.passwordSalt : person?.recoverySalt) ?? steady
}

export type Proved =
  | { outcome: 'proved'; person: Person }
  | { outcome: 'wrong' }
  /** The second factor is missing, wrong or spent. */
  | { outcome: 'code' }
  | { outcome: 'slowed'; seconds: number }

interface Proof {
  username: string
  prover: Bytes
  way: Way
  /** The computer's name, when this person has signed in on it before. */
  device: string | undefined
  /** Of the second factor: a code, or what shows that one was given already. */
  code?: string | undefined
  pass?: Bytes | undefined
}

/** Wrong, unknown, not yet activated and disabled are one answer. */
export async function proveWho(
  { db, secret, now }: Door,
  { username, prover, way, device, code, pass }: Proof,
): Promise<Proved> {
  const bucket = await bucketOf(secret, usernameAsTyped(username), device)
  const seconds = await countTry(db, bucket, now)
  if (seconds > 0) return { outcome: 'slowed', seconds }
  const person = await findByUsername(db, username)
  const kept = way === 'password' ? person?.proverHash : person?.recoveryProverHash
  const matches = sameBytes(await sha256(prover), kept ?? NOTHING)
  if (!person || !matches || !isIn(person)) return { outcome: 'wrong' }
  const hasPassed = pass !== undefined && sameBytes(pass, await recoveryPass(secret, person))
  // Whoever has the password alone has spent a try: codes are guessed no faster than passwords.
  if (!hasPassed && !(await passesSecondFactor({ db, secret, now }, person.id, code)))
    return { outcome: 'code' }
  await forgiveTries(db, bucket)
  return { outcome: 'proved', person }
}

const isIn = ({ state }: Person) => state === 'answered' || state === 'active'

/**
 * What people do with their own keys. Not beside what the office does with them: who wrote there again and again would
 * overtake whoever takes them out of a team.
 */
const ownKeysOf = (personId: string) => `ownKeys:${personId}`

/**
 * The same keys, wrapped anew by the same password with the root they have followed. Only with the password's proof: a
 * session alone may not shut its person out, nor undo a password that was changed meanwhile.
 */
export async function rewrap(
  db: Db,
  personId: string,
  { wrapped, prover }: { wrapped: Bytes; prover: Bytes },
  now: Date,
): Promise<void> {
  const same = and(eq(people.id, personId), eq(people.proverHash, await sha256(prover)))
  const [proved] = await db.select({ id: people.id }).from(people).where(same)
  if (!proved) return
  const step = { subject: ownKeysOf(personId), at: now.toISOString(), who: personId, move: 'pinRoot' }
  await record(db, step, [db.update(people).set({ wrapped }).where(same)])
}

/** A new password and a new recovery code over the same keys; whoever was signed in under the old one is out. */
export async function changeCredentials(
  db: Db,
  person: Person,
  credentials: Credentials,
  now: Date,
): Promise<void> {
  const step = {
    subject: ownKeysOf(person.id),
    at: now.toISOString(),
    who: person.id,
    move: 'passwordChanged',
  }
  const same: SQL | undefined = and(eq(people.id, person.id), eq(people.state, person.state))
  await record(db, step, [db.update(people).set(credentials).where(same), endSessionsOf(db, person.id)])
}
