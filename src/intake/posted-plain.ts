import type { Context } from 'hono'
import { type Patience, piecesOf } from '../http/in-time.ts'
import { boundaryIn, Malformed, type Part, partsOf } from '../http/multipart.ts'
import { type Bytes, joined } from '../sealing/bytes.ts'

/**
 * Room for a form in which somebody wrote far too much and is to be told so kindly. It is held until all of it has
 * come, of everybody who sends at once: no more than any other form of residents.
 */
export const ROOM_FOR_WORDS = 128 * 1024
/** So much is read of a request whose files are far too large, so that it can be answered. */
export const MOST_READ = 64 * 2 ** 20

/** A plain form: its words, and then what was chosen, while it still comes in. */
export interface PostedPlain {
  /** Fields that come after a file are added as they come. */
  fields: Record<string, string>
  /** In their order, without those where nothing was chosen. */
  files: AsyncGenerator<PostedFile, void>
  /** Reads what is left: whoever is answered before they have sent all sees no answer. */
  drain(): Promise<void>
}

export interface PostedFile {
  name: string
  body: AsyncGenerator<Bytes, void>
}

/** Undefined when its words are longer than anybody writes. */
export async function readPlain(c: Context, patience: Patience): Promise<PostedPlain | undefined> {
  const boundary = boundaryIn(c.req.header('Content-Type'))
  const fields: Record<string, string> = {}
  // A fault page gives them back.
  c.set('posted', fields)
  if (!boundary) {
    const posted: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
    for (const [name, value] of Object.entries(posted)) if (typeof value === 'string') fields[name] = value
    return { fields, files: none(), drain: async () => {} }
  }
  const pieces = piecesOf(c.req.raw.body, patience, MOST_READ)
  const parts = partsOf(pieces, boundary)
  let room = ROOM_FOR_WORDS

  async function next(): Promise<Part | undefined> {
    for (;;) {
      const { value: part } = await parts.next()
      if (!part || part.filename !== undefined) return part ?? undefined
      const read: Bytes[] = []
      for await (const piece of part.body) {
        room -= piece.length
        if (room < 0) return undefined
        read.push(piece)
      }
      fields[part.name] = new TextDecoder().decode(joined(read))
    }
  }

  /** A form that ends early is taken as far as it came: what is missing in it is told as it always is. */
  const tried = () =>
    next().catch((fault) => {
      if (fault instanceof Malformed) return undefined
      throw fault
    })
  const first = await tried()
  // Until all of it was looked at, something may be chosen: a fault page asks for it again.
  c.set('mayHaveFiles', first !== undefined)

  async function* files() {
    let chosen = false
    for (let part = first; part && room >= 0; part = await tried()) {
      const { name, filename, body } = part
      const begun = await body.next().catch(broken)
      // Some browsers lose the name of what was chosen.
      if (!filename && (!begun || begun.done)) continue
      chosen = true
      yield { name, body: from(begun, body) }
    }
    c.set('mayHaveFiles', chosen)
  }

  async function drain() {
    while (!(await pieces.next()).done);
  }
  if (room < 0) {
    await drain()
    return undefined
  }
  return { fields, files: files(), drain }
}

async function* none() {}

function broken(fault: unknown): undefined {
  if (!(fault instanceof Malformed)) throw fault
}

async function* from(
  begun: IteratorResult<Bytes, void> | undefined,
  body: AsyncGenerator<Bytes, void>,
): AsyncGenerator<Bytes, void> {
  if (!begun) throw new Malformed('it ends early')
  if (begun.done) return
  yield begun.value
  yield* body
}
