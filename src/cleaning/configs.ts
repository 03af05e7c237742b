import { type Edit, empty, upToBytes } from './boxes.ts'
import { be16 } from './numbers.ts'
import { silence } from './units.ts'

/** What sets a decoder up is short. */
export const CONFIG = upToBytes(4096)

/** `av1C` (AV1-ISOBMFF §2.3): behind four bytes of numbers, units. */
export const av1Config: Edit = (bytes, box, removed) =>
  silence(bytes.subarray(box.body + 4, box.end), 'av01', removed) ?? CONFIG(bytes, box, removed)

/** Video, sequence and picture parameters. */
const PARAMETERS = [32, 33, 34]
/** A kind of unit that the standard leaves to others and decoders pass over. */
const UNSPECIFIED = 63

/** `hvcC` (ISO 14496-15 §8.3.3): encoders put their name and settings between the parameters. */
export const hevcConfig: Edit = (bytes, box, removed) => {
  const { body, end } = box
  if (end - body > 4096 || end - body < 23) return empty(bytes, box, removed)
  let at = body + 23
  for (let arrays = bytes[body + 22] ?? 0; arrays > 0; arrays--) {
    const isWanted = PARAMETERS.includes((bytes[at] ?? 0) & 0x3f)
    if (!isWanted) bytes[at] = UNSPECIFIED
    let units = be16(bytes, at + 1)
    at += 3
    for (; units > 0 && at < end; units--) {
      const next = at + 2 + be16(bytes, at)
      if (next > end) return 'truncated'
      if (!isWanted) bytes.fill(0, at + 2, next)
      if (!isWanted && next >= at + 4) bytes.set([UNSPECIFIED << 1, 1], at + 2)
      at = next
    }
    if (at > end) return 'truncated'
  }
  bytes.fill(0, at, end)
  return
}

/** `damr`, `d263` (3GPP TS 26.244 §6.7, §6.8): the vendor and version of the encoder go. */
const vendored =
  (...lengths: number[]): Edit =>
  (bytes, { body, end }) => {
    if (!lengths.includes(end - body)) return 'truncated'
    bytes.fill(0, body, body + 5)
    return
  }

export const amrConfig = vendored(9)
/** With or without how many bits a second. */
export const h263Config = vendored(7, 23)
