import { type Bytes, fromBase64url, fromUtf8, sameBytes, sha256 } from './bytes.ts'
import { openWith, Unopened, understood } from './envelope.ts'
import { CHUNK, chunkPart, chunksIn, lengthAt, type Manifest, paddedLength } from './files.ts'
import { unpad } from './padding.ts'
import { partAad, partKey } from './part.ts'

// Browsers and tests only, like open.ts. Whatever fails here throws Unopened.

const DIGEST = 32

/** A stranger wrote it: name and type are no more than text. */
export async function openManifest(
  dek: Bytes,
  report: string,
  file: string,
  envelope: Bytes,
): Promise<Manifest> {
  const padded = await openBound(dek, report, 'manifest', file, envelope)
  const plain = understood('padding', () => unpad(padded))
  return understood('format', () => readManifest(JSON.parse(fromUtf8(plain))))
}

/**
 * A file from its chunks, piece by piece: each is the one of which the manifest has the digest, sealed for this place,
 * the last as the last, and behind the file stand zeros. `fetchChunk` gives the sealed chunk at a place.
 */
export async function* openFile(
  dek: Bytes,
  report: string,
  file: string,
  { length, chunks }: Manifest,
  fetchChunk: (at: number) => Promise<Bytes>,
): AsyncGenerator<Bytes, void> {
  const padded = paddedLength(length)
  for (const [at, digest] of chunks.entries()) {
    const envelope = await fetchChunk(at)
    if (!sameBytes(await sha256(envelope), digest)) throw new Unopened('format')
    const isLast = at === chunks.length - 1
    const plain = await openBound(dek, report, ...chunkPart({ report, file, at, isLast }), envelope)
    if (plain.length !== lengthAt(padded, at)) throw new Unopened('padding')
    const end = Math.min(Math.max(length - at * CHUNK, 0), plain.length)
    if (plain.subarray(end).some((byte) => byte !== 0)) throw new Unopened('padding')
    if (end > 0) yield plain.slice(0, end)
  }
}

async function openBound(dek: Bytes, report: string, part: string, partId: string, envelope: Bytes) {
  return openWith(await partKey(dek, part, partId), partAad(report, part, partId), envelope)
}

/** Throws when a field is missing or of another type, or the digests are not as many as the length has chunks. */
function readManifest(json: unknown): Manifest {
  if (typeof json !== 'object' || json === null) throw new TypeError('expected an object')
  const { name, type, order, length, chunks } = json as Record<string, unknown>
  if (typeof name !== 'string' || typeof type !== 'string') throw new TypeError('a name and a type are text')
  if (!isWhole(order) || !isWhole(length) || !Array.isArray(chunks)) throw new TypeError('not a manifest')
  if (chunks.length !== chunksIn(paddedLength(length))) throw new RangeError('not as many chunks as bytes')
  return { name, type, order, length, chunks: chunks.map(readDigest) }
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function readDigest(value: unknown): Bytes {
  const digest = typeof value === 'string' ? fromBase64url(value) : new Uint8Array()
  if (digest.length !== DIGEST) throw new RangeError('not a digest')
  return digest
}
