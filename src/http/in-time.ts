import type { Bytes } from '../sealing/bytes.ts'

/** How long a body may stand still, and how long it may take in all, in milliseconds. */
export interface Patience {
  still: number
  whole: number
}

/** It stood still, or took too long: whoever sends it is told so and cut off. */
export class Stalled extends Error {
  override name = 'Stalled'
}

/** It is longer than anybody reads. */
export class Endless extends Error {
  override name = 'Endless'
}

/** The bytes of a body as they come in, up to so many. */
export async function* piecesOf(
  body: ReadableStream<Uint8Array> | null,
  { still, whole }: Patience,
  most: number,
): AsyncGenerator<Bytes, void> {
  if (!body) return
  const reader = body.getReader()
  const until = Date.now() + whole
  let come = 0
  for (;;) {
    const { value, done } = await inTime(reader, Math.min(still, until - Date.now()))
    if (done) return
    come += value.length
    if (come > most) {
      await reader.cancel().catch(() => {})
      throw new Endless()
    }
    yield value as Bytes
  }
}

async function inTime(reader: ReadableStreamDefaultReader<Uint8Array>, patience: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<never>((_, stop) => {
    timer = setTimeout(() => stop(new Stalled()), patience)
  })
  try {
    return await Promise.race([reader.read(), over])
  } catch (fault) {
    // Not waited for: of a line that stands still nothing comes back either.
    void reader.cancel().catch(() => {})
    throw fault
  } finally {
    clearTimeout(timer)
  }
}
