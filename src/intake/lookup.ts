import { type Bytes, base64url, sha256 } from '../sealing/bytes.ts'

/** What is kept of a look-up value: its hash, so that the database alone opens nothing. */
export async function hashOf(lookup: Bytes): Promise<string> {
  return base64url(await sha256(lookup))
}
