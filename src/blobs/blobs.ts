import { type Bytes, hex, utf8 } from '../sealing/bytes.ts'
import { sha256Now } from '../sealing/sha256-now.ts'

/** Sealed pieces of files, each an object of its own. A name tells nothing, and nobody outside can list them. */
export interface Blobs {
  /** There as a whole, durably, once it answers; before that not at all. What had the name is replaced. */
  put(name: string, bytes: Bytes): Promise<void>
  get(name: string): Promise<Bytes | undefined>
  /** Gone for good once it answers. What is not there need not go. */
  delete(names: readonly string[]): Promise<void>
}

/** The store cannot be reached, refuses us or has no room: what was to be kept is not, and may be sent again. */
export class BlobsDown extends Error {
  override name = 'BlobsDown'
  readonly isFull: boolean

  constructor(why: string, { isFull = false, cause }: { isFull?: boolean; cause?: unknown } = {}) {
    super(`the store of files: ${why}`, { cause })
    this.isFull = isFull
  }
}

/**
 * The name of one object among those that follow from a random secret: 32 hex digits, for there are disks that take
 * capitals and small letters for the same.
 */
export function blobName(secret: string, at: number): string {
  return hex(sha256Now(utf8(`${secret}.${at}`)).slice(0, 16))
}
