import { and, eq, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import { type Blobs, blobName } from '../blobs/blobs.ts'
import { addDays, type Day } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { chunksIn } from '../sealing/files.ts'
import { MANIFEST } from './kinds.ts'
import { files, pieces } from './tables.ts'

/** Days alone are known: what was promised before midnight has had a whole day on the second day after. */
export const PATIENCE = 2

/** From then on whoever sends files, or asks after them, gets one answer, whatever became of them. */
export const isPast = (receivedOn: Day, today: Day): boolean => today >= addDays(receivedOn, PATIENCE)

/** With their report, its files go: the rows of their pieces now, their objects when nobody can be sending any more. */
export const endFiles = (db: Db, reportId: string, on: Day): Statement[] => [
  end(db, eq(files.reportId, reportId), on),
  db.delete(pieces).where(eq(pieces.reportId, reportId)),
]

const end = (db: Db, which: SQL | undefined, endedOn: Day): Statement =>
  db
    .update(files)
    .set({ endedOn, openSince: null })
    .where(and(which, isNull(files.endedOn)))

/** What nobody finished is given up. That it was promised stays. */
export async function endUnfinished(db: Db, today: Day): Promise<void> {
  const given = sql`(${pieces.reportId}, ${pieces.fileId}) in (
    select ${files.reportId}, ${files.id} from ${files} where ${files.endedOn} = ${today} and ${files.names} is not null)`
  await db.batch([
    end(db, lte(files.openSince, addDays(today, -PATIENCE)), today),
    db.delete(pieces).where(given),
  ])
}

/**
 * Erases the objects of files that ended before today: what was being sent when they ended has arrived or broken off
 * since. Takes files until it has taken `most` objects. A file that cannot be erased is told to `fail`, keeps no other
 * from being erased, and is left for another day.
 */
export async function eraseEnded(
  db: Db,
  blobs: Blobs,
  today: Day,
  most: number,
  fail: (failure: unknown) => void,
): Promise<number> {
  const ended = await db
    .select()
    .from(files)
    .where(and(lt(files.endedOn, today), isNotNull(files.names)))
    .limit(most)
  let [took, failed] = [0, false]
  for (const { reportId, id, names, size } of ended) {
    if (took >= most) break
    const places = [MANIFEST, ...Array(chunksIn(size)).keys()]
    took += places.length
    try {
      await blobs.delete(places.map((at) => blobName(names ?? '', at)))
      await db
        .update(files)
        .set({ names: null })
        .where(and(eq(files.reportId, reportId), eq(files.id, id)))
    } catch (failure) {
      failed = true
      fail(failure)
    }
  }
  return failed ? 0 : Math.min(took, most)
}
