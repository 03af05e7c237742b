import { type Bytes, base64url } from '../sealing/bytes.ts'
import { sha256Now } from '../sealing/sha256-now.ts'

/** What is kept of a look-up value: its hash, so that the database alone opens nothing. */
export const hashOf = (lookup: Bytes): string => base64url(sha256Now(lookup))
