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
  z.refine((all) => fileKinds.every((kind) => countOf(all, kind) <= fileLimits[kind].most)),
  z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length),
  z.refine((all) => all.reduce((sum, { size }) => sum + size, 0) <= MOST_BYTES),
)

const countOf = (all: readonly PromisedFile[], kind: PromisedFile['kind']) =>
  all.filter((one) => one.kind === kind).length

/** Written with the report: what was promised is known to be missing until it is there. */
export const promiseFiles = (
  db: Db,
  promised: readonly (PromisedFile & { reportId: string; openSince: Day })[],
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
