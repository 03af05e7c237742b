import { and, eq, isNotNull, or } from 'drizzle-orm'
import { type Blobs, BlobsDown, blobName } from '../blobs/blobs.ts'
import type { Day } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { insertRows } from '../db/insert-rows.ts'
import { type Bytes, base64url, random } from '../sealing/bytes.ts'
import { chunksIn, paddedLength } from '../sealing/files.ts'
import { type AnyKind, MANIFEST } from './kinds.ts'
import { files, pieces } from './tables.ts'

/** A file that comes before its report is filed, from somebody without scripts; or that its team puts beside it. */
export interface Arriving {
  reportId: string
  id: string
  kind: AnyKind
  names: string
}

/**
 * Its row stands before its objects, open and as long as it can become: if all stops here, the day's work gives it up
 * and erases what was put away.
 */
export async function beginFile(
  db: Db,
  {
    reportId,
    kind,
    most,
    on,
    id = base64url(random(16)),
  }: { reportId: string; kind: AnyKind; most: number; on: Day; id?: string },
): Promise<Arriving> {
  const file = { reportId, id, kind, names: base64url(random(16)) }
  await db.insert(files).values({ ...file, size: paddedLength(most), openSince: on })
  return file
}

export const putPiece = (blobs: Blobs, { names }: Arriving, at: number, envelope: Bytes): Promise<void> =>
  blobs.put(blobName(names, at), envelope)

/** All its objects are there. It stays open until its report is filed. */
export async function endFile(
  db: Db,
  file: Arriving,
  size: number,
  sealed: readonly { at: number; digest: Bytes }[],
): Promise<void> {
  const rows = sealed.map(({ at, digest }) => ({ reportId: file.reportId, fileId: file.id, at, digest }))
  await db.batch([db.update(files).set({ size }).where(isOne(file)), insertRows(db, pieces, rows)])
}

/** Written with the report: from then on they are its files. */
export const takeIn = (db: Db, arrived: readonly Arriving[]): Statement[] =>
  arrived.length === 0
    ? []
    : [
        db
          .update(files)
          .set({ openSince: null })
          .where(or(...arrived.map(isOne))),
      ]

/**
 * Erases it, unless it was filed with its report. What the store does not erase now it erases on another day. No fault
 * of it concerns the report.
 */
export async function takeBack(db: Db, blobs: Blobs, file: Arriving, on: Day): Promise<void> {
  const ended = await db
    .update(files)
    .set({ openSince: null, endedOn: on })
    .where(and(isOne(file), isNotNull(files.openSince)))
    .returning({ size: files.size })
  const [one] = ended
  if (!one) return
  const places = [MANIFEST, ...Array(chunksIn(one.size)).keys()]
  try {
    await blobs.delete(places.map((at) => blobName(file.names, at)))
  } catch (fault) {
    if (fault instanceof BlobsDown) return
    throw fault
  }
  await db.batch([
    db.delete(pieces).where(and(eq(pieces.reportId, file.reportId), eq(pieces.fileId, file.id))),
    db.delete(files).where(isOne(file)),
  ])
}

const isOne = ({ reportId, id }: Arriving) => and(eq(files.reportId, reportId), eq(files.id, id))
