import { type Bytes, concat } from '../sealing/bytes.ts'

const STORED = 0
const DEFLATED = 8

interface Entry {
  method: number
  /** Packed. What it says of its size unpacked is not asked: it may lie. */
  size: number
  /** Where its own header begins. */
  at: number
}

/**
 * The parts of a ZIP file (APPNOTE 6.3, 4.3 and 4.5.3) by name, each unpacked when it is asked for, and all together to
 * no more than `room` bytes. Throws when the file is broken or holds more.
 */
export function openZip(bytes: Bytes, room: number): (name: string) => Promise<Bytes | undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(bytes, view)
  let left = room
  return async (name) => {
    const entry = entries.get(name)
    if (!entry) return undefined
    const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
    const packed = bytes.subarray(start, start + entry.size)
    if (packed.length < entry.size) throw new RangeError('cut short')
    const part = await unpack(packed, entry.method, left)
    left -= part.length
    return part
  }
}

/** Counts as it unpacks: a part may swell a thousandfold. */
async function unpack(packed: Bytes, method: number, room: number): Promise<Bytes> {
  if (method !== STORED && method !== DEFLATED) throw new RangeError(`method ${method}`)
  const stored = new Blob([packed]).stream()
  const reader = (
    method === STORED ? stored : stored.pipeThrough(new DecompressionStream('deflate-raw'))
  ).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length
    if (length > room) {
      await reader.cancel()
      throw new RangeError('swells')
    }
    parts.push(read.value)
  }
  return concat(...parts)
}

/** The list at the end of the file is what counts; what lies before it unlisted is no part. */
function entriesOf(bytes: Bytes, view: DataView): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  const decoder = new TextDecoder()
  let { count, at } = listIn(view)
  for (; count > 0; count--) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new RangeError('no list')
    const name = at + 46
    const extra = name + view.getUint16(at + 28, true)
    const comment = extra + view.getUint16(at + 30, true)
    const method = view.getUint16(at + 10, true)
    entries.set(decoder.decode(bytes.subarray(name, extra)), { method, ...placeIn(view, at, extra, comment) })
    at = comment + view.getUint16(at + 32, true)
  }
  return entries
}

const LONG = 0xffffffff

/**
 * Some programs write every size and place as eight bytes into an extra field; no file we take needs more than four.
 */
function placeIn(view: DataView, at: number, extra: number, end: number): Pick<Entry, 'size' | 'at'> {
  let long = extra
  while (long < end && view.getUint16(long, true) !== 1) long += 4 + view.getUint16(long + 2, true)
  long += 4
  const [, size, start] = [24, 20, 42].map((field) => {
    const short = view.getUint32(at + field, true)
    if (short !== LONG || long >= end) return short
    long += 8
    return view.getUint32(long - 8, true)
  }) as [number, number, number]
  return { size, at: start }
}

/** The file ends with where its list is, after which there may only be a comment. */
function listIn(view: DataView): { count: number; at: number } {
  let end = view.byteLength - 22
  while (view.getUint32(end, true) !== 0x06054b50) end--
  const isLong = end >= 20 && view.getUint32(end - 20, true) === 0x07064b50
  if (!isLong) return { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) }
  const long = view.getUint32(end - 12, true)
  return { count: view.getUint32(long + 32, true), at: view.getUint32(long + 48, true) }
}
