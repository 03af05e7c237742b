import type { Bytes } from '../sealing/bytes.ts'
import { type Box, find } from './boxes.ts'
import { be32, be64, word } from './numbers.ts'

/** A length that whoever recorded did not yet know is all ones. */
const UNKNOWN = [2 ** 32 - 1, 2 ** 64 - 1]

/**
 * How long an MP4, a MOV or a 3GP says that it lasts (ISO 14496-12 §8.2.2; §8.8.2 where it comes in fragments), for a
 * browser that cannot play what is in it, as the AMR of old phones. Undefined where it does not say.
 */
export function movieSeconds(bytes: Bytes): number | undefined {
  const movie = movieIn(bytes)
  const head = movie && find(bytes, movie, 'mvhd')
  if (!head) return undefined
  const scaleAt = head.body + (isWide(bytes, head) ? 20 : 12)
  const scale = scaleAt + 4 <= head.end ? be32(bytes, scaleAt) : 0
  const fragments = find(bytes, movie, 'mvex', 'mehd')
  const more = fragments ? lengthAt(bytes, fragments, fragments.body + 4) : 0
  const length = Math.max(lengthAt(bytes, head, scaleAt + 4), more)
  return scale > 0 && length > 0 ? length / scale : undefined
}

/** Times and lengths are of 32 bits in the first version of a box, of 64 in the second. */
const isWide = (bytes: Bytes, { body }: Box) => bytes[body] === 1

function lengthAt(bytes: Bytes, box: Box, at: number): number {
  const isOfEight = isWide(bytes, box)
  if (at + (isOfEight ? 8 : 4) > box.end) return 0
  const length = isOfEight ? be64(bytes, at) : be32(bytes, at)
  return UNKNOWN.includes(length) ? 0 : length
}

/** The header, behind or in front of any number of fragments: more than are read elsewhere. */
function movieIn(bytes: Bytes): Box | undefined {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = be32(bytes, at)
    const [body, length] = size === 1 ? [at + 16, be64(bytes, at + 8)] : [at + 8, size]
    const end = size === 0 ? bytes.length : at + length
    if (end < body || end > bytes.length) break
    if (word(bytes, at + 4) === 'moov') return { type: 'moov', at, body, end }
    at = end
  }
  return undefined
}
