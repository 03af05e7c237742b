import { type Bytes, concat, utf8 } from '../sealing/bytes.ts'
import type { Stencilled } from './stencil.ts'

/** What the runtime packs with. */
interface Zip {
  /** RFC 1952. */
  whole(page: string): Bytes
  /** RFC 1951: blocks that end on a whole byte. The last of the page is not among them. */
  blocks(bytes: Bytes): Bytes
  /** CRC-32 of bytes that follow those checked before. */
  crc32(bytes: Bytes, before: number): number
}

/** Deflated, no flags, no time, from Unix. */
const HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3)
/** A last block with nothing in it. */
const LAST = Uint8Array.of(0x03, 0x00)

interface Piece {
  bytes: Bytes
  blocks: Bytes
}

/** Packs a page. What stands between blanks is packed once for all who get it; what fills them is stored as it is. */
export function packing(zip: Zip): (page: string | Stencilled) => Bytes {
  const before = new WeakMap<readonly string[], Piece[]>()

  function pieceOf(text: string): Piece {
    const bytes = utf8(text)
    return { bytes, blocks: zip.blocks(bytes) }
  }

  function packStencilled({ fixed, own }: Stencilled): Bytes {
    const packed = before.get(fixed) ?? fixed.map(pieceOf)
    before.set(fixed, packed)
    const filling = utf8(own)
    const stored = { bytes: filling, blocks: storedBlock(filling) }
    const all = packed.flatMap((piece, at) => (at > 0 ? [stored, piece] : [piece]))
    return concat(HEAD, ...all.map(({ blocks }) => blocks), LAST, footOf(all, zip))
  }

  return (page) => (typeof page === 'string' ? zip.whole(page) : packStencilled(page))
}

/** The check and the length of all that was packed. */
function footOf(pieces: readonly Piece[], { crc32 }: Zip): Bytes {
  const foot = new DataView(new ArrayBuffer(8))
  // zlib takes no bytes for a wish to begin anew.
  const filled = pieces.filter(({ bytes }) => bytes.length > 0)
  foot.setUint32(
    0,
    filled.reduce((check, { bytes }) => crc32(bytes, check), 0),
    true,
  )
  foot.setUint32(
    4,
    filled.reduce((length, { bytes }) => length + bytes.length, 0),
    true,
  )
  return new Uint8Array(foot.buffer)
}

/** RFC 1951, 3.2.4: at most 65,535 bytes. */
function storedBlock(bytes: Bytes): Bytes {
  const { length } = bytes
  return concat(Uint8Array.of(0, length, length >> 8, ~length, ~length >> 8), bytes)
}
