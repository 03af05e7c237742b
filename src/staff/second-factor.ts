import { verifyHOTP } from '@oslojs/otp'
import { and, eq, lt } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { type Recorded, record } from '../log/record.ts'
import { type Bytes, concat, hkdf, random, sized, utf8 } from '../sealing/bytes.ts'
import { markOver } from '../sealing/mark.ts'
import type { Person } from './store.ts'
import { secondFactors } from './tables.ts'

/** RFC 6238 as every authenticator has it: 30 seconds, six digits, SHA-1. */
const STEP = 30_000
export const DIGITS = 6

const NONCE = 12

const keyOf = async (secret: Bytes, use: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', await hkdf(secret, utf8('second factor v1'), 32), 'AES-GCM', false, [use])

const boundTo = (personId: string, iv: Bytes) => ({ name: 'AES-GCM', iv, additionalData: utf8(personId) })

/** At rest it is of no use to who reads the database alone: the server's secret is kept outside. */
async function seal(secret: Bytes, personId: string, shared: Bytes): Promise<Bytes> {
  const iv = random(NONCE)
  const key = await keyOf(secret, 'encrypt')
  const sealed = await crypto.subtle.encrypt(boundTo(personId, iv), key, shared)
  return concat(iv, new Uint8Array(sealed))
}

async function open(secret: Bytes, personId: string, kept: Bytes): Promise<Bytes> {
  const key = await keyOf(secret, 'decrypt')
  const named = boundTo(personId, kept.slice(0, NONCE))
  return new Uint8Array(await crypto.subtle.decrypt(named, key, kept.slice(NONCE)))
}

/** Which step's code this is: now's, or of the one before or after, for clocks that differ. */
function stepOf(shared: Bytes, code: string, now: Date): number | undefined {
  const step = Math.floor(now.getTime() / STEP)
  return [step, step - 1, step + 1].find((each) => verifyHOTP(shared, BigInt(each), DIGITS, code))
}

export async function hasSecondFactor(db: Db, personId: string): Promise<boolean> {
  const rows = await db
    .select({ since: secondFactors.since })
    .from(secondFactors)
    .where(eq(secondFactors.personId, personId))
  return rows.length > 0
}

interface Door {
  db: Db
  secret: Bytes
  now: Date
}

/** Whether this person may go on: they have no second factor, or this code is theirs and was never used. */
export async function passesSecondFactor(
  { db, secret, now }: Door,
  personId: string,
  code: string | undefined,
): Promise<boolean> {
  const [factor] = await db.select().from(secondFactors).where(eq(secondFactors.personId, personId))
  if (!factor) return true
  if (code === undefined) return false
  const step = stepOf(await open(secret, personId, factor.secret), code, now)
  if (step === undefined) return false
  // A code that somebody looked over a shoulder for is spent, and so are those before it.
  const spent = await db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.personId, personId), lt(secondFactors.lastStep, step)))
    .returning({ personId: secondFactors.personId })
  return spent.length > 0
}

/**
 * What shows, with the recovery code, that its holder has given a code of the second factor once: two requests need
 * it, and a code works once. It is void with the recovery code.
 */
export const recoveryPass = (secret: Bytes, { id, recoveryProverHash }: Person): Promise<Bytes> =>
  markOver(secret, 'recovery pass v1', [sized(id), recoveryProverHash ?? new Uint8Array()])

/** `wrong` when the code does not show that the phone has the secret; `overtaken` when there is one already. */
export async function setSecondFactor(
  { db, secret, now }: Door,
  personId: string,
  { shared, code }: { shared: Bytes; code: string },
): Promise<Recorded | 'wrong'> {
  const lastStep = stepOf(shared, code, now)
  if (lastStep === undefined) return 'wrong'
  const at = now.toISOString()
  const row = { personId, secret: await seal(secret, personId, shared), lastStep, since: at }
  try {
    return await record(db, { subject: `person:${personId}`, at, who: personId, move: 'setSecondFactor' }, [
      db.insert(secondFactors).values(row),
    ])
  } catch (error) {
    if (isTaken(error, 'secondFactors.')) return 'overtaken'
    throw error
  }
}

/** For a lost phone, once: the next one is set up anew. */
export const removeSecondFactor = (
  db: Db,
  { id, version }: { id: string; version: number },
  { who, now }: { who: string; now: Date },
): Promise<Recorded> =>
  record(
    db,
    {
      subject: `person:${id}`,
      position: version + 1,
      at: now.toISOString(),
      who,
      move: 'removeSecondFactor',
    },
    [db.delete(secondFactors).where(eq(secondFactors.personId, id))],
  )
