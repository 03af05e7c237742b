import { eq, max } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import type { Step } from './record.ts'
import { steps } from './tables.ts'

/** Whoever is overtaken has seen somebody else get a number: nobody is overtaken this often. */
const TRIES = 100

/** The step that takes a number: its position is the number. */
type Numbered = Pick<Step, 'subject' | 'move'> & { position: number }

/**
 * Numbers what an issuer signs in a year, from 1 and without gaps. Of two signed at once one finds the number taken,
 * and takes the next. `sign` records what is signed in one batch with the step it is given, and answers `undefined`
 * when it was overtaken.
 */
export async function inSeries<Outcome>(
  db: Db,
  { of, issuer, year }: { of: string; issuer: string; year: number },
  sign: (step: Numbered) => Promise<Outcome | undefined>,
): Promise<Outcome> {
  const subject = `${of}:${issuer}:${year}`
  for (let turn = 0; turn < TRIES; turn++) {
    const position = (await lastIn(db, subject)) + 1
    const outcome = await sign({ subject, position, move: 'number' })
    if (outcome !== undefined) return outcome
  }
  throw new Error('no number could be given')
}

async function lastIn(db: Db, subject: string): Promise<number> {
  const [last] = await db
    .select({ position: max(steps.position) })
    .from(steps)
    .where(eq(steps.subject, subject))
  return last?.position ?? 0
}
