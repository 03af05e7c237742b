import { eq, lt, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { type Bytes, base64url, sized, utf8 } from '../sealing/bytes.ts'
import { markOver } from '../sealing/mark.ts'
import { signInTries } from './tables.ts'

const FREE = 5
const LONGEST_SECONDS = 15 * 60
const FORGOTTEN_MS = 24 * 60 * 60_000

/**
 * Which tries count together. From a computer on which this person has signed in before: its own, so that a flood
 * from elsewhere cannot keep an office out of its desk. From elsewhere: one of 65,536 by a keyed hash of the name, for
 * names that exist and names that do not, so that the table cannot be flooded and the wait betrays no name.
 */
export async function bucketOf(secret: Bytes, username: string, device: string | undefined): Promise<string> {
  if (device === undefined) {
    return `s:${base64url(await markOver(secret, 'tries v1', [utf8(username)], 2))}`
  }
  return `d:${base64url(await markOver(secret, 'tries here v1', [sized(username), sized(device)], 12))}`
}

/** Seconds to wait after this many failures in a row: none for five, then doubling to a quarter of an hour. */
const waitAfter = (failures: number) =>
  failures <= FREE ? 0 : Math.min(LONGEST_SECONDS, 2 ** (failures - FREE))

/** Counts a try before it is looked at, so that tries sent at once are all counted. Seconds to wait, or 0: go on. */
export async function countTry(db: Db, bucket: string, now: Date): Promise<number> {
  const [row] = await db.select().from(signInTries).where(eq(signInTries.bucket, bucket))
  const wait = row ? Math.ceil((Date.parse(row.notBefore) - now.getTime()) / 1000) : 0
  if (wait > 0) return wait
  const failures = row && row.notBefore > forgottenBefore(now) ? row.failures + 1 : 1
  const notBefore = new Date(now.getTime() + waitAfter(failures) * 1000).toISOString()
  const counted = await db
    .insert(signInTries)
    .values({ bucket, failures, notBefore })
    .onConflictDoUpdate({
      target: signInTries.bucket,
      set: { failures, notBefore },
      // Somebody else's try was counted between looking and writing: this one has to come again.
      setWhere: sql`${signInTries.failures} = ${row?.failures ?? -1} and ${signInTries.notBefore} = ${row?.notBefore ?? ''}`,
    })
    .returning({ bucket: signInTries.bucket })
  return counted.length > 0 ? 0 : 1
}

export async function forgiveTries(db: Db, bucket: string): Promise<void> {
  await db.delete(signInTries).where(eq(signInTries.bucket, bucket))
}

export async function sweepTries(db: Db, now: Date): Promise<void> {
  await db.delete(signInTries).where(lt(signInTries.notBefore, forgottenBefore(now)))
}

const forgottenBefore = (now: Date) => new Date(now.getTime() - FORGOTTEN_MS).toISOString()
