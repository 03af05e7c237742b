import { type Bytes, base64url, concat, hkdf, hmac, sha256, sized, utf8 } from './bytes.ts'
import { padme, padText } from './padding.ts'
import { partAad, partKey } from './part.ts'
import { SEALED_WITH, sealWith } from './suite.ts'

/** Bytes of a file in one chunk; the last may have fewer. */
export const CHUNK = 256 * 1024

/** What a manifest says of a file: a name and a type as somebody wrote them, and the digest of every sealed chunk. */
export type Manifest = {
  name: string
  type: string
  /** Its place among the files of the report. */
  order: number
  /** Bytes of the file without the zeros behind it. */
  length: number
  chunks: Bytes[]
}

/** A file's chunk: which it is, and whether another follows. */
export type Place = { report: string; file: string; at: number; isLast: boolean }

/** What the server learns of a file's length. RangeError for nothing, and from 2^32 bytes. */
export function paddedLength(length: number): number {
  if (length < 1 || length !== length >>> 0) throw new RangeError(`no file has ${length} bytes`)
  return padme(length)
}

/** How many chunks so many bytes are, padding and all. */
export const chunksIn = (padded: number): number => Math.ceil(padded / CHUNK)

/** Bytes of the file in the chunk at this place. */
export const lengthAt = (padded: number, at: number): number => Math.min(CHUNK, padded - at * CHUNK)

/** Bytes of that chunk as it is sealed. */
export const sealedLengthAt = (padded: number, at: number): number => lengthAt(padded, at) + SEALED_WITH

/** The last chunk is a part of another name: cut short, a file has no last chunk, and none can be put behind it. */
export const chunkPart = ({ file, at, isLast }: Place): [part: string, partId: string] => [
  isLast ? 'last chunk' : 'chunk',
  `${file}.${at}`,
]

export type SealedChunk = { at: number; envelope: Bytes; digest: Bytes }

/**
 * Seals a file chunk by chunk, with zeros behind it up to its padded length, and holds one chunk in memory. Sealed
 * again with the same ids it gives the same bytes.
 */
export async function* sealChunks(
  dek: Bytes,
  report: string,
  file: string,
  content: Pick<Blob, 'size' | 'slice'>,
): AsyncGenerator<SealedChunk, void> {
  const padded = paddedLength(content.size)
  const count = chunksIn(padded)
  for (let at = 0; at < count; at++) {
    const plain = new Uint8Array(lengthAt(padded, at))
    const piece = content.slice(at * CHUNK, at * CHUNK + plain.length)
    // By way of a response: `Blob.arrayBuffer` is missing in old WebViews.
    plain.set(new Uint8Array(await new Response(piece).arrayBuffer()))
    yield sealChunk(dek, { report, file, at, isLast: at === count - 1 }, plain)
  }
}

/** The same of a file whose length shows at its end, which comes back. RangeError where it has none. */
export async function* sealPieces(
  dek: Bytes,
  report: string,
  file: string,
  pieces: AsyncIterable<Bytes>,
): AsyncGenerator<SealedChunk, number> {
  let plain = new Uint8Array(CHUNK)
  let filled = 0
  let at = 0
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      // Only with a byte after it is it known not to be the last.
      if (filled === CHUNK) {
        yield await sealChunk(dek, { report, file, at: at++, isLast: false }, plain)
        plain = new Uint8Array(CHUNK)
        filled = 0
      }
      const part = piece.subarray(from, from + CHUNK - filled)
      plain.set(part, filled)
      filled += part.length
      from += part.length
    }
  }
  const length = at * CHUNK + filled
  const padded = paddedLength(length)
  for (const count = chunksIn(padded); at < count; at++) {
    const isLast = at === count - 1
    yield await sealChunk(dek, { report, file, at, isLast }, plain.slice(0, lengthAt(padded, at)))
    plain = new Uint8Array(CHUNK)
  }
  return length
}

async function sealChunk(dek: Bytes, place: Place, plain: Bytes): Promise<SealedChunk> {
  const envelope = await sealAlike(dek, place.report, ...chunkPart(place), plain)
  return { at: place.at, envelope, digest: await sha256(envelope) }
}

/** Padded to 1, 4, 16 or 64 KiB. RangeError when name and digests take more. */
export async function sealManifest(
  dek: Bytes,
  report: string,
  file: string,
  { name, type, order, length, chunks }: Manifest,
): Promise<Bytes> {
  const json = JSON.stringify({ name, type, order, length, chunks: chunks.map(base64url) })
  return sealAlike(dek, report, 'manifest', file, padText(utf8(json)))
}

/**
 * As `sealPart`, and the same bytes each time, so that a phone which forgot what it sent sends the same again. The
 * nonce is the first 12 bytes of HMAC(HKDF(DEK, `nonce v1` ‖ part ‖ part id), plain): other content has another nonce.
 */
async function sealAlike(dek: Bytes, report: string, part: string, partId: string, plain: Bytes) {
  const nonceKey = await hkdf(dek, concat(utf8('nonce v1'), sized(part), sized(partId)))
  const nonce = (await hmac(nonceKey, plain)).slice(0, 12)
  return sealWith(await partKey(dek, part, partId), partAad(report, part, partId), plain, nonce)
}
