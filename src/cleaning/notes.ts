import { type Bytes, concat } from '../sealing/bytes.ts'

/**
 * What decoders are told beside the picture and need: buffers, where to begin, which side is up, brightness and colour.
 * Anything else stays out: the clock, captions, and whatever a camera or an app notes in words of its own.
 */
const NEEDED = [0, 6, 45, 47, 129, 132, 137, 144, 147]
const FILLER = 3

/** The note itself when it tells no more than is needed, else one of its length that is filled up. */
export function silenced(unit: Bytes, head: number): Bytes {
  if (!tellsMore(withoutEscapes(unit.subarray(head)))) return unit
  return concat(unit.subarray(0, head), filling(Math.max(0, unit.length - head)))
}

/** A third byte stands after two zeros, lest they look like the beginning of a unit. */
function withoutEscapes(bytes: Bytes): Bytes {
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const isEscape = at > 1 && bytes[at] === 3 && bytes[at - 1] === 0 && bytes[at - 2] === 0
    if (!isEscape) out[length++] = bytes[at] ?? 0
  }
  return out.subarray(0, length)
}

/** Messages, each a type and a length in front, and a last byte (ITU-T H.264 §7.3.2.3, H.265 §7.3.2.4). */
function tellsMore(messages: Bytes): boolean {
  const end = messages.length - 1
  let at = 0
  const number = () => {
    let n = 0
    for (; messages[at] === 255; at++) n += 255
    return n + (messages[at++] ?? 0)
  }
  while (at < end) {
    const type = number()
    const length = number()
    const message = messages.subarray(at, at + length)
    at += length
    if (at > end) return true
    if (type === FILLER ? message.some((byte) => byte !== 255) : !NEEDED.includes(type)) return true
  }
  return messages[end] !== 0x80
}

/** So many bytes of messages that say nothing. */
function filling(length: number): Bytes {
  const out = new Uint8Array(length).fill(255)
  out[length - 1] = 0x80
  if (length < 3) return out.fill(0x80)
  let at = 0
  let room = length - 3
  // One length cannot be spelled with what belongs to it.
  if (room % 256 === 255) {
    out.set([FILLER, 0])
    at = 2
    room -= 2
  }
  const size = room - Math.floor(room / 256)
  out[at] = FILLER
  out[at + 1 + Math.floor(size / 255)] = size % 255
  return out
}
