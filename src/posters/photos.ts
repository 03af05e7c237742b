import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import { type Blobs, blobName } from '../blobs/blobs.ts'
import type { Day } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { overCodes } from './scans.ts'
import type { Code } from './store.ts'
import { sheetPhotos } from './tables.ts'

const ofSheet = (token: string, number: number) =>
  and(eq(sheetPhotos.token, token), eq(sheetPhotos.number, number), isNull(sheetPhotos.endedOn))

/**
 * Stores a photo that counts for nothing yet; with the statements that come back it takes the place of the one
 * before, in the same batch as what was found. Where that comes to nothing it has ended already, and goes with the
 * next day.
 */
export async function storePhoto(
  { db, blobs, newId }: { db: Db; blobs: Blobs; newId(): string },
  { token }: Code,
  number: number,
  photo: Bytes,
  today: Day,
): Promise<Statement[]> {
  const name = blobName(newId(), 0)
  await db.insert(sheetPhotos).values({ name, token, number, takenOn: today, endedOn: today })
  await blobs.put(name, photo)
  return [
    db.update(sheetPhotos).set({ endedOn: today }).where(ofSheet(token, number)),
    db.update(sheetPhotos).set({ endedOn: null }).where(eq(sheetPhotos.name, name)),
  ]
}

/** The photo of the last check that had one. */
export async function findPhoto(db: Db, { token }: Code, number: number) {
  const [found] = await db.select().from(sheetPhotos).where(ofSheet(token, number))
  return found
}

/** They end with the round, as its counts do. */
export async function endPhotos(db: Db, today: Day): Promise<void> {
  await db
    .update(sheetPhotos)
    .set({ endedOn: today })
    .where(and(isNull(sheetPhotos.endedOn), inArray(sheetPhotos.token, overCodes(db, today))))
}

/** Erases what ended before today. One that cannot be erased is told to `fail`, and left for another day. */
export async function erasePhotos(
  db: Db,
  blobs: Blobs,
  today: Day,
  most: number,
  fail: (failure: unknown) => void,
): Promise<number> {
  const ended = await db.select().from(sheetPhotos).where(lt(sheetPhotos.endedOn, today)).limit(most)
  try {
    if (ended.length > 0) await blobs.delete(ended.map(({ name }) => name))
    for (const { name } of ended) await db.delete(sheetPhotos).where(eq(sheetPhotos.name, name))
    return ended.length
  } catch (failure) {
    fail(failure)
    return 0
  }
}
