import { type Bytes, concat, uint32 } from '../../src/sealing/bytes.ts'

export type { Bytes }
export { uint32 }

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** Letters, single bytes and bytes, one after the other. */
export const bytesOf = (...parts: (string | number | Uint8Array)[]): Bytes =>
  concat(
    ...parts.map((part) =>
      typeof part === 'string' ? latin(part) : typeof part === 'number' ? Uint8Array.of(part) : part,
    ),
  )

export const be16 = (n: number) => Uint8Array.of(n >> 8, n)
export const le16 = (n: number) => Uint8Array.of(n, n >> 8)
export const le32 = (n: number) => uint32(n).reverse()
export const zeros = (length: number) => new Uint8Array(length)

/** A part of a WebP or a WAVE, filled up to an even length. */
export const riffChunk = (name: string, ...parts: (string | number | Uint8Array)[]): Bytes => {
  const body = bytesOf(...parts)
  return bytesOf(name, le32(body.length), body, zeros(body.length % 2))
}

/** What is said where nothing may stay, each time in another word, and what must come through. */
export interface Planted {
  marks: string[]
  kept: string[]
  /** Twelve letters, or as few as there is room for. */
  mark(length?: number): string
  keep(): string
}

export function planting(): Planted {
  const marks: string[] = []
  const kept: string[] = []
  const add = (words: string[], start: string, length: number) => {
    const word = start + String(words.length).padStart(length - start.length, '0')
    words.push(word)
    return word
  }
  return {
    marks,
    kept,
    mark: (length = 12) => add(marks, length < 12 ? '\xa7' : 'PLANTED-', length),
    keep: () => add(kept, 'PICTURE-', 12),
  }
}

/** Those of `words` that stand in the bytes, as they are or with a zero behind each letter. */
export function wordsIn(bytes: Uint8Array, words: readonly string[]): string[] {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return words.filter(
    (word) => whole.includes(word, 0, 'latin1') || whole.includes(Buffer.from(word, 'utf16le')),
  )
}

type Entry = readonly [tag: number, type: 2 | 3 | 4 | 5 | 7, data: Uint8Array]

/** A directory of TIFF that begins at `at`, with what does not fit into its entries behind it. */
function directory(at: number, entries: Entry[]): Bytes {
  const width = { 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 }
  const behind: Uint8Array[] = []
  let free = at + 2 + 12 * entries.length + 4
  const rows = entries.map(([tag, type, data]) => {
    const head = bytesOf(be16(tag), be16(type), uint32(data.length / width[type]))
    if (data.length <= 4) return bytesOf(head, data, zeros(4 - data.length))
    const where = free
    behind.push(data, zeros(data.length % 2))
    free += data.length + (data.length % 2)
    return bytesOf(head, uint32(where))
  })
  return bytesOf(be16(entries.length), ...rows, zeros(4), ...behind)
}

const SUB = 0x200
const GPS = 0x400

/** Exif as a phone writes it, the picture on its side: make and model, times, a note of the maker's, a place. */
export function exif({ mark }: Planted): Bytes {
  const text = (tag: number): Entry => [tag, 2, bytesOf(mark(), 0)]
  const degrees = bytesOf(...[21, 1, 39, 1, 46, 1].map(uint32))
  const first = directory(8, [
    ...[text(0x010e), text(0x010f), text(0x0110)],
    [0x0112, 3, be16(6)],
    ...[text(0x0132), text(0x013b)],
    ...([
      [0x8769, 4, uint32(SUB)],
      [0x8825, 4, uint32(GPS)],
    ] as const),
  ])
  const sub = directory(SUB, [text(0x9003), [0x927c, 7, bytesOf(mark())], text(0xa434)])
  const gps = directory(GPS, [
    [1, 2, bytesOf('N\0')],
    [2, 5, degrees],
    [3, 2, bytesOf('E\0')],
    [4, 5, degrees],
    text(0x1d),
  ])
  const upTo = (at: number, bytes: Bytes) => bytesOf(bytes, zeros(at - bytes.length))
  return bytesOf(upTo(GPS, bytesOf(upTo(SUB, bytesOf('MM\0*', uint32(8), first)), sub)), gps, mark())
}

export const xmp = ({ mark }: Planted) =>
  bytesOf(
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""',
    ` xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="${mark()}"`,
    ` xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="21,39.77N" exif:UserComment="${mark()}"/>`,
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  )
