import { type Bytes, fromBase64url } from '../sealing/bytes.ts'

/** What a browser sends is drawn anew and at most so long. */
const MOST = 500 * 1024
const LONGEST = Math.ceil((MOST * 4) / 3)

/** The photo in a field, if it is a JPEG of a length that can be: nothing else is kept, or ever served as one. */
export function readPhoto(text: string): Bytes | undefined {
  const bytes = text.length > LONGEST ? undefined : read(text)
  if (!bytes) return undefined
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
  const isWhole = bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9
  return isJpeg && isWhole && bytes.length <= MOST ? bytes : undefined
}

function read(text: string): Bytes | undefined {
  try {
    return fromBase64url(text)
  } catch {
    return undefined
  }
}
