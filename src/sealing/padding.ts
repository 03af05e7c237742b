import { type Bytes, concat, uint32 } from './bytes.ts'

const KIB = 1024
/** What a page of text is padded to, in bytes: of what residents send nothing is longer. */
export const PAGE_SIZES = [1 * KIB, 4 * KIB, 16 * KIB]
const TEXT_SIZES = [...PAGE_SIZES, 64 * KIB]
/** Bytes that tell the length of what is padded. */
export const MARKER = 4

/** To 1, 4, 16 or 64 KiB, whichever holds it with its 4-byte length in front. RangeError over 65,532 bytes. */
export function padText(plain: Bytes): Bytes {
  const size = TEXT_SIZES.find((size) => MARKER + plain.length <= size)
  if (size === undefined) throw new RangeError('text is larger than 64 KiB')
  return padTo(size, plain)
}

/** Length in 4 bytes ‖ plain ‖ zeros, `size` bytes in all. RangeError when it does not fit. */
export function padTo(size: number, plain: Bytes): Bytes {
  const zeros = size - MARKER - plain.length
  if (zeros < 0) throw new RangeError(`${plain.length} bytes do not fit into ${size}`)
  return concat(uint32(plain.length), plain, new Uint8Array(zeros))
}

/** RangeError when the length is wrong or the rest is not zeros: one text has one padding. */
export function unpad(padded: Bytes): Bytes {
  const [a = 0, b = 0, c = 0, d = 0] = padded
  const end = MARKER + (((a << 24) | (b << 16) | (c << 8) | d) >>> 0)
  if (end > padded.length || padded.slice(end).some((byte) => byte !== 0))
    throw new RangeError('not padded as agreed')
  return padded.slice(MARKER, end)
}

/**
 * Padmé: grows a file by at most 12 %, and leaves few lengths to tell files apart by. The next length whose binary
 * floating-point mantissa is no longer than its exponent. Bytes in, bytes out, below 2^32. Nikitin et al., "Reducing
 * Metadata Leakage from Encrypted Files", PETS 2019, §4.
 */
export function padme(length: number): number {
  if (length < 2) return length
  const exponent = 31 - Math.clz32(length)
  const mantissa = 32 - Math.clz32(exponent)
  const step = 2 ** (exponent - mantissa)
  return Math.ceil(length / step) * step
}
