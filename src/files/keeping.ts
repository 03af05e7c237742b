import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { blobName } from '../blobs/blobs.ts'
import type { Day } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import type { House } from '../http/house.ts'
import { together } from '../intake/together.ts'
import { reports } from '../reports/tables.ts'
import { type Bytes, sameBytes } from '../sealing/bytes.ts'
import { chunksIn } from '../sealing/files.ts'
import { isPast } from './ending.ts'
import { fileKinds } from './kinds.ts'
import { files, pieces } from './tables.ts'

const report = { state: reports.state, erasedOn: reports.erasedOn, receivedOn: reports.receivedOn }
const file = {
  reportId: files.reportId,
  id: files.id,
  size: files.size,
  names: files.names,
  openSince: files.openSince,
  endedOn: files.endedOn,
  promisedOn: files.promisedOn,
}

/**
 * Another right and another report are the same: nothing. So is what the team put beside it. What was added later has
 * the right of its message, which opens nothing else.
 */
const theirs = (reportId: string, uploadHash: string) =>
  and(
    eq(reports.id, reportId),
    eq(sql`coalesce(${files.uploadHash}, ${reports.uploadHash})`, uploadHash),
    inArray(files.kind, [...fileKinds]),
  )

/** The files of a right, for whoever holds it, each with the places of the pieces that are there. */
export const findSent = (db: Db, reportId: string, uploadHash: string) =>
  db
    .select({
      report,
      file,
      here: sql<string>`(select json_group_array(at) from ${pieces} where ${isOf(files)})`,
    })
    .from(reports)
    .innerJoin(files, eq(files.reportId, reports.id))
    .where(theirs(reportId, uploadHash))

const isOf = (of: Pick<typeof files, 'reportId' | 'id'>) =>
  and(eq(pieces.reportId, of.reportId), eq(pieces.fileId, of.id))

/** One place of one file, for whoever holds its right; with the digest of what is there already. */
export async function findPlace(db: Db, reportId: string, fileId: string, at: number, uploadHash: string) {
  const [found] = await db
    .select({ report, file, digest: pieces.digest })
    .from(reports)
    .innerJoin(files, and(eq(files.reportId, reports.id), eq(files.id, fileId)))
    .leftJoin(pieces, and(isOf(files), eq(pieces.at, at)))
    .where(theirs(reportId, uploadHash))
  return found && { ...found, at }
}

export type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>

/**
 * Nothing is taken for what was thrown away or given up, nor after the days in which files may come, also of whoever
 * wrote on a round's last evening. From then on the answer is one for all: else it would tell of a report that it went
 * up and was erased here.
 */
export const isOver = ({ report, file }: Pick<Place, 'report' | 'file'>, today: Day): boolean =>
  report.state === 'voided' ||
  report.erasedOn !== null ||
  file.endedOn !== null ||
  isPast(file.promisedOn ?? report.receivedOn, today)

export type Kept = 'kept' | 'other' | 'over'

interface Arrived {
  place: Place
  digest: Bytes
}

/** Pieces in one durable batch: rows that wait while objects are put share the disk's time. */
const LARGEST = 32

/**
 * Puts the object, then writes that it is there: no crash leaves a row without its object, and an object without a row
 * has a name that follows from the file's. Only two contents sent at the same moment could leave the row of one with
 * the object of the other; a browser seals the same bytes each time, so whoever does that spoils a file of their own.
 */
export function keeping({ db, blobs }: House, { grouped }: { grouped: boolean }) {
  const write = together((arrived: readonly Arrived[]) => writeAll(db, arrived), {
    grouped,
    largest: LARGEST,
  })
  return async (place: Place, bytes: Bytes, digest: Bytes): Promise<Kept> => {
    if (place.digest) return sameBytes(place.digest, digest) ? 'kept' : 'other'
    if (place.file.names === null) return 'over'
    const name = blobName(place.file.names, place.at)
    await blobs.put(name, bytes)
    const kept = await write({ place, digest })
    // Its file ended while it was on its way, and may be erased already: nobody would come for it again.
    if (kept === 'over') await blobs.delete([name])
    return kept
  }
}

async function writeAll(db: Db, arrived: readonly Arrived[]): Promise<Kept[]> {
  const writes = arrived.flatMap(({ place, digest }) => writesOf(db, place, digest))
  const reads = arrived.map(({ place: { file, at } }) =>
    db
      .select({ digest: pieces.digest })
      .from(pieces)
      .where(and(piecesOf(file), eq(pieces.at, at))),
  )
  const answers = await db.batch([...writes, ...reads] as [Statement, ...Statement[]])
  return arrived.map(({ digest }, n) => {
    const [now] = answers[writes.length + n] as { digest: Bytes }[]
    if (!now) return 'over'
    return sameBytes(now.digest, digest) ? 'kept' : 'other'
  })
}

const piecesOf = ({ reportId, id }: Place['file']) =>
  and(eq(pieces.reportId, reportId), eq(pieces.fileId, id))

/** The piece's row, unless its file has ended meanwhile or the place is taken; and the file is whole with its last. */
function writesOf(db: Db, { file, at }: Place, digest: Bytes): Statement[] {
  const one = and(eq(files.reportId, file.reportId), eq(files.id, file.id))
  const all = db.select({ n: sql`count(*)` }).from(pieces).where(piecesOf(file))
  const { reportId, id: fileId } = files
  return [
    db
      .insert(pieces)
      .select(
        db
          .select({ reportId, fileId, at: sql`${at}`.as('at'), digest: sql`${digest}`.as('digest') })
          .from(files)
          .where(and(one, isNull(files.endedOn))),
      )
      .onConflictDoNothing(),
    db
      .update(files)
      .set({ openSince: null })
      .where(and(one, sql`${all} = ${chunksIn(file.size) + 1}`)),
  ]
}
