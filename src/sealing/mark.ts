import { type Bytes, concat, hmac, utf8 } from './bytes.ts'

/**
 * What nobody without the secret could have written under these fields: `length` bytes, 32 at most, of HMAC-SHA-256
 * (RFC 2104) over label ‖ fields. The label keeps a mark from passing for one of another purpose; where more than one
 * field varies in length, they come `sized`.
 */
export async function markOver(
  secret: Bytes,
  label: string,
  fields: readonly Bytes[],
  length = 32,
): Promise<Bytes> {
  return (await hmac(secret, concat(utf8(label), ...fields))).slice(0, length)
}
