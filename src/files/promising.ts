import { and, eq, isNotNull } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Day } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { insertRows } from '../db/insert-rows.ts'
import { binary, sealedId } from '../http/binary.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { padme } from '../sealing/padding.ts'
import { fileKinds, fileLimits, MOST_BYTES, type PromisedFile } from './kinds.ts'
import { files } from './tables.ts'

/** The secret that lets a browser send the files of its report: 16 bytes. Only its hash is kept. */
export const uploadRight = binary(16)

const promisedFile = z
  .strictObject({ id: sealedId, kind: z.enum(fileKinds), size: z.int().check(z.gte(1)) })
  .check(z.refine(({ kind, size }) => size <= padme(fileLimits[kind].bytes) && padme(size) === size))

/** The files a report says it will send: no more than it may have of each kind, and of padded lengths. */
export const promisedFiles = z.array(promisedFile).check(
  z.minLength(1),
  z.refine((all) => isWithin(all, 1)),
  z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length),
)

/** No more of each kind than so many times what comes with a report, and no more bytes than come with one. */
const isWithin = (all: readonly { kind: string; size: number }[], times: number) =>
  fileKinds.every((kind) => all.filter((one) => one.kind === kind).length <= times * fileLimits[kind].most) &&
  all.reduce((sum, { size }) => sum + size, 0) <= MOST_BYTES

/**
 * So many times as many files as come with a report may be added to it later, and as many bytes: a code fills no disk,
 * and what goes up is one text in a browser, which has no room for more than 288 MiB of files.
 */
const TIMES_LATER = 3

/**
 * Whether these are too many beside what was added to a report before. What came with it does not count: by what is
 * left whoever has the code alone would learn how many files it has, and of which kinds. What is gone counts: whoever
 * could add more again would learn that it was erased here.
 */
export async function areTooMany(db: Db, reportId: string, more: readonly PromisedFile[]): Promise<boolean> {
  const before = await db
    .select({ kind: files.kind, size: files.size })
    .from(files)
    .where(and(eq(files.reportId, reportId), isNotNull(files.messageId)))
  return !isWithin([...before, ...more], TIMES_LATER)
}

/** What the row of a file says that was added later. */
type Later = Partial<Pick<typeof files.$inferInsert, 'messageId' | 'uploadHash' | 'promisedOn'>>

/** Written with the words: what was promised is known to be missing until it is there. */
export const promiseFiles = (
  db: Db,
  promised: readonly (PromisedFile & { reportId: string; openSince: Day } & Later)[],
): Statement[] =>
  promised.length === 0
    ? []
    : [
        insertRows(
          db,
          files,
          promised.map((file) => ({ ...file, names: base64url(random(16)) })),
        ),
      ]
