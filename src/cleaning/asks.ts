import { type Bytes, joined } from '../sealing/bytes.ts'

/** Why a file is not taken. */
export type Refusal =
  /** Its first bytes are of no kind that was asked for, whatever its name says. */
  | 'wrongKind'
  /** It ends early, or a length in it lies. */
  | 'truncated'
  /** It sends its reader round and round, or is all crumbs. */
  | 'looping'
  | 'tooLarge'
  /** More than 40 million when decoded. */
  | 'tooManyPixels'
  /** What it carries beside picture and sound cannot be told apart from them. */
  | 'notCleanable'

/** What a file told beside its picture or sound. */
export type Removed = 'place' | 'time' | 'model' | 'other'

/**
 * A cleaner reads down the file as if all of it lay there, and runs while the bytes come in. It yields a number, to be
 * given so many bytes or fewer, none at the end of the file; `back`, the last of what it was given, to be given it
 * again; bytes, which go out; a word, which ends it.
 */
export type Cleaning<T = void> = Generator<number | { back: Bytes } | Bytes | Refusal, T, Bytes>

export function* refuse(why: Refusal): Cleaning<never> {
  yield why
  throw new Error('a cleaner goes on after it refused')
}

/** `length` bytes, fewer only at the end of the file. They are the sender's: copy them before changing one. */
export function* upTo(length: number): Cleaning<Bytes> {
  const parts: Bytes[] = []
  for (let missing = length; missing > 0; ) {
    const part = yield missing
    if (part.length === 0) break
    parts.push(part)
    missing -= part.length
  }
  return parts.length === 1 && parts[0] ? parts[0] : joined(parts)
}

export function* take(length: number): Cleaning<Bytes> {
  const bytes = yield* upTo(length)
  return bytes.length === length ? bytes : yield* refuse('truncated')
}

/** To the end of the file when `length` is infinite. */
export const keep = (length: number) => pass(length, (part) => part)

/** Whether there was anything but zeros. */
export const drop = (length: number) => pass(length)

/** Zeros in their place, so that whatever follows stays where it was. Whether there was anything but zeros. */
export const blank = (length: number) => pass(length, (part) => new Uint8Array(part.length))

/** Whether there was anything but zeros; what `put` makes of each part goes out, nothing without it. */
export function* pass(length: number, put?: (part: Bytes) => Bytes): Cleaning<boolean> {
  let anything = false
  for (let left = length; left > 0; ) {
    const part = yield Math.min(left, 1 << 16)
    if (part.length === 0) return left === Number.POSITIVE_INFINITY ? anything : yield* refuse('truncated')
    anything ||= !isBlank(part)
    if (put) yield put(part)
    left -= part.length
  }
  return anything
}

export const isBlank = (bytes: Bytes) => bytes.every((byte) => byte === 0)
