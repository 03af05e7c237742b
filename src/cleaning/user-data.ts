import type { Bytes } from '../sealing/bytes.ts'
import { type Cleaning, pass, type Removed } from './asks.ts'
import type { Edit } from './boxes.ts'
import { CONFIG } from './configs.ts'

/** What an app notes begins with this and ends where anything else begins (ISO 14496-2 §6.2.1, ISO 13818-2 §6.2.1). */
const USER_DATA = 0x0000_01b2
const START = 0x0000_0001

/** Reads on where it stopped, and puts zeros for what an app noted. */
function silencer(removed: Set<Removed>) {
  /** The last four bytes. */
  let last = -1
  let isNote = false
  return (part: Bytes): Bytes =>
    part.map((byte) => {
      last = (last << 8) | byte
      if ((last & 0xff_ffff) === START) isNote = false
      if (isNote && byte !== 0) removed.add('other')
      const kept = isNote ? 0 : byte
      if (last === USER_DATA) isNote = true
      return kept
    })
}

/** Lets pictures of MPEG-4 part 2 through, and puts zeros for notes. */
export const keepVisual = (length: number, removed: Set<Removed>): Cleaning<boolean> =>
  pass(length, silencer(removed))

/** Of what the first descriptor may tell in front of the second; the other bits rank streams. */
const FLAGS = 0xe0

/** `esds` (ISO 14496-14 §5.6): what sets the decoder up stands in three descriptors, one in the other. */
export const visualConfig: Edit = (bytes, box, removed) => {
  let at = box.body + 4
  for (const [tag, before] of [
    [3, 3],
    [4, 13],
    [5, 0],
  ] as const) {
    if (bytes[at++] !== tag) return 'notCleanable'
    let length = 0
    let byte = 128
    for (let n = 0; n < 4 && byte > 127; n++) {
      byte = bytes[at++] ?? 0
      length = length * 128 + (byte & 127)
    }
    if (length < before || at + length > box.end) return 'truncated'
    // What may stand in front of the next, nobody writes.
    if (tag === 3 && (bytes[at + 2] ?? 0) & FLAGS) return 'notCleanable'
    if (tag === 5) {
      bytes.set(silencer(removed)(bytes.subarray(at, at + length)), at)
      at += length
    } else at += before
  }
  // Behind it stands how streams would be kept in step, if anything.
  const last = bytes.subarray(at, box.end)
  const rest = last[0] === 6 ? last.subarray(last[1] === 1 ? 3 : 6) : last
  if (rest.some((byte) => byte !== 0)) removed.add('other')
  rest.fill(0)
  return CONFIG(bytes, box, removed)
}
