import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { type Blobs, blobName } from '../blobs/blobs.ts'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { messages } from '../reports/belonging-tables.ts'
import type { Bytes } from '../sealing/bytes.ts'
import type { AnyKind } from './kinds.ts'
import { files } from './tables.ts'

/** `late`: promised on an earlier day, and a piece is missing still. `lost`: given up, or gone with its report. */
export type FileState = 'whole' | 'onItsWay' | 'late' | 'lost'

export interface FileOfReport {
  id: string
  kind: AnyKind
  size: number
  state: FileState
  /** Of what was added later: the message it belongs to, and the day. */
  messageId: string | null
  promisedOn: Day | null
}

/** All its pieces are there. */
export const isWhole = ({ state }: FileOfReport) => state === 'whole'
/** It may still arrive. */
export const isComing = ({ state }: FileOfReport) => state === 'onItsWay' || state === 'late'

/** When among what was said to it a file was added; nothing of those that came with the report, which stand first. */
const added = sql`(select ${messages.position} from ${messages}
  where ${messages.reportId} = ${files.reportId} and ${messages.id} = ${files.messageId})`

/**
 * What a report promised, and how far it has come: it follows from its pieces and the day. What is added stands behind
 * what was there, so that a number under which the team knows a file stays its own.
 */
export async function listFiles(db: Db, reportId: string, today: Day): Promise<FileOfReport[]> {
  const found = await db
    .select()
    .from(files)
    .where(eq(files.reportId, reportId))
    .orderBy(asc(files.kind), asc(added), asc(files.id))
  return found.map(({ id, kind, size, messageId, promisedOn, ...file }) => {
    return { id, kind, size, messageId, promisedOn, state: stateOf(file, today) }
  })
}

function stateOf(
  { openSince, endedOn }: { openSince: Day | null; endedOn: Day | null },
  today: Day,
): FileState {
  if (endedOn !== null) return 'lost'
  if (openSince === null) return 'whole'
  return openSince < today ? 'late' : 'onItsWay'
}

/** A sealed piece of a file that is whole: of another there is nothing to see yet. */
export async function readPiece(
  db: Db,
  blobs: Blobs,
  reportId: string,
  fileId: string,
  at: number,
): Promise<Bytes | undefined> {
  const isWhole = and(isNull(files.openSince), isNull(files.endedOn), isNotNull(files.names))
  const [file] = await db
    .select({ names: files.names })
    .from(files)
    .where(and(eq(files.reportId, reportId), eq(files.id, fileId), isWhole))
  return file?.names ? blobs.get(blobName(file.names, at)) : undefined
}
