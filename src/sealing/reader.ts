import type { Bytes } from './bytes.ts'

/** Takes fields back in the order they were written. Every method throws RangeError past the end. */
export type Reader = {
  take(length: number): Bytes
  sized(): Bytes
  uint32(): number
  /** RangeError when bytes are left over. */
  end(): void
}

export function reader(bytes: Bytes): Reader {
  let at = 0
  const take = (length: number): Bytes => {
    if (at + length > bytes.length) throw new RangeError('the fields end early')
    at += length
    return bytes.slice(at - length, at)
  }
  const number = (width: number): number => take(width).reduce((sum, byte) => sum * 256 + byte, 0)
  return {
    take,
    sized: () => take(number(2)),
    uint32: () => number(4),
    end() {
      if (at !== bytes.length) throw new RangeError('bytes are left over')
    },
  }
}
