import type { Bytes } from '../sealing/bytes.ts'
import { boxesOf } from './boxes.ts'
import { be32, be64 } from './numbers.ts'

/** A length that whoever recorded did not yet know is all ones. */
const UNKNOWN = [2 ** 32 - 1, 2 ** 64 - 1]

/**
 * How long an MP4 or a 3GP says that it lasts (ISO 14496-12 §8.2.2), for a browser that cannot play what is in it, as
 * the AMR of old phones. Undefined where it does not say.
 */
export function movieSeconds(bytes: Bytes): number | undefined {
  const movie = boxesOf(bytes, 0, bytes.length)?.find(({ type }) => type === 'moov')
  const head = movie && boxesOf(bytes, movie.body, movie.end)?.find(({ type }) => type === 'mvhd')
  if (!head) return undefined
  const isLong = bytes[head.body] === 1
  const at = head.body + (isLong ? 20 : 12)
  if (at + (isLong ? 12 : 8) > head.end) return undefined
  const [scale, length] = [be32(bytes, at), isLong ? be64(bytes, at + 4) : be32(bytes, at + 4)]
  return scale > 0 && length > 0 && !UNKNOWN.includes(length) ? length / scale : undefined
}
