import { type Bytes, concat, utf8 } from '../sealing/bytes.ts'

/** A part of a posted form, as it comes in. What is not read of it is passed over. */
export interface Part {
  name: string
  /** None of a text field; empty where no file was chosen. */
  filename: string | undefined
  body: AsyncGenerator<Bytes, void>
}

/** It ends early, or is no form: what was read before stands. */
export class Malformed extends Error {
  override name = 'Malformed'
}

const HEAD_END = utf8('\r\n\r\n')
/** Bytes of the lines above a part, and parts of one form. */
const LONGEST_HEAD = 8 * 1024
const MOST_PARTS = 200

/** What parts the parts, as the request's type says; undefined where it is no form of parts. */
export function boundaryIn(type = ''): string | undefined {
  const [, quoted, bare] = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(type) ?? []
  const boundary = quoted ?? bare ?? ''
  return boundary.length > 0 && boundary.length <= 70 ? boundary : undefined
}

/** Parts of a form (RFC 7578) while its bytes come in, however they are cut. Holds little more than one piece. */
export async function* partsOf(pieces: AsyncIterator<Bytes>, boundary: string): AsyncGenerator<Part, void> {
  const delimiter = utf8(`\r\n--${boundary}`)
  // The first has no line before it.
  let held: Bytes = utf8('\r\n')

  async function more() {
    const { value, done } = await pieces.next()
    if (done) throw new Malformed('it ends early')
    held = held.length > 0 ? concat(held, value) : value
  }

  /** All before a mark; whoever stops reading leaves the rest where it is, and knows whether it was the mark. */
  async function* until(mark: Bytes, reached = () => {}): AsyncGenerator<Bytes, void> {
    for (;;) {
      const at = find(held, mark)
      const sure = held.subarray(0, at < 0 ? Math.max(0, held.length - mark.length + 1) : at)
      held = held.subarray(sure.length + (at < 0 ? 0 : mark.length))
      if (at >= 0) reached()
      if (sure.length > 0) yield sure
      if (at >= 0) return
      await more()
    }
  }

  async function head(): Promise<string | undefined> {
    while (held.length < 2) await more()
    if (held[0] === DASH && held[1] === DASH) return undefined
    const lines: Bytes[] = []
    let length = 0
    for await (const piece of until(HEAD_END)) {
      length += piece.length
      if (length > LONGEST_HEAD) throw new Malformed('a head is too long')
      lines.push(piece)
    }
    return new TextDecoder().decode(concat(...lines))
  }

  for await (const _ of until(delimiter)) {
    // What stands before the first part means nothing.
  }
  for (let n = 0; n < MOST_PARTS; n++) {
    const lines = await head()
    if (lines === undefined) return
    let isOver = false
    const body = until(delimiter, () => {
      isOver = true
    })
    yield { ...toldIn(lines), body }
    if (isOver) continue
    for await (const _ of until(delimiter)) {
      // Nobody wanted it.
    }
  }
  throw new Malformed('too many parts')
}

const DASH = 0x2d

function find(bytes: Bytes, mark: Bytes): number {
  const [first = 0] = mark
  const last = bytes.length - mark.length
  for (let at = bytes.indexOf(first); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1))
    if (mark.every((byte, n) => byte === bytes[at + n])) return at
  return -1
}

/** Quotes in a name come as %22 from browsers of today, and behind a backslash from old ones. */
function toldIn(lines: string): Pick<Part, 'name' | 'filename'> {
  const [, line = ''] = /^content-disposition:\s*form-data(.*)$/im.exec(lines) ?? []
  const told = new Map<string, string>()
  for (const [, name = '', quoted, bare = ''] of line.matchAll(
    /;\s*([\w*-]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]*))/g,
  ))
    told.set(name.toLowerCase(), quoted ?? bare)
  return { name: told.get('name') ?? '', filename: told.get('filename') }
}
