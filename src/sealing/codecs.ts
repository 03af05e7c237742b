import { type Bytes, exactly, fromUtf8, sized, uint32 } from './bytes.ts'
import type { Reader } from './reader.ts'

/** How one field of a certificate is written and read. Either way RangeError or TypeError for what it may not hold. */
export type Codec<Value> = { write(value: Value): Bytes; read(from: Reader): Value }

export const text: Codec<string> = {
  write: sized,
  read: (from) => fromUtf8(from.sized()),
}

export const number: Codec<number> = {
  write: uint32,
  read: (from) => from.uint32(),
}

/** A certificate for a suite unknown here is no certificate here. */
export const suite: Codec<1> = {
  write: uint32,
  read: (from) => {
    if (from.uint32() !== 1) throw new RangeError('not suite 1')
    return 1
  },
}

/** A raw uncompressed point of P-256 (SEC 1 §2.3.3). Whether it lies on the curve shows when it is used. */
export const point: Codec<Bytes> = {
  write: (value) => uncompressed(exactly(65, value)),
  read: (from) => uncompressed(from.take(65)),
}

/** 'YYYY-MM-DD', so that days compare as text. */
export const date: Codec<string> = {
  write: (value) => sized(dashed(value)),
  read: (from) => dashed(fromUtf8(from.sized())),
}

function uncompressed(bytes: Bytes): Bytes {
  if (bytes[0] !== 4) throw new RangeError('not an uncompressed point')
  return bytes
}

function dashed(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError('not a date')
  return day
}
