import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { CHUNK } from '../src/sealing/files.ts'
import { fileOf, type Piece, piecesOf, put, type Sender, speakOf } from '../test/cast/sending.ts'
import { said } from '../test/cast/words.ts'
import { atLeast, type Figure } from './figure.ts'
import { inFolder } from './folders.ts'
import { theOffice } from './office.ts'
import { median, timed } from './spread.ts'

const PHONES = 4
const CHUNKS = 24
const ROUNDS = 5
/** A hundred phones at 400 kbit/s bring no more. */
const ENOUGH = 5

/**
 * Sealed chunks that four phones send at a time, from the first byte to the durable row of the last, beside the same
 * bytes written to files and forced to disk in the same round.
 */
export async function chunks(): Promise<Figure[]> {
  const { place, token } = await theOffice()
  return inFolder(async (folder) => {
    const [product, raw]: number[][] = [[], []]
    for (let round = 0; round <= ROUNDS; round++) {
      const phones: { sender: Sender; pieces: Piece[] }[] = []
      for (let n = 0; n < PHONES; n++) {
        const file = fileOf(CHUNKS * CHUNK, 'video')
        const sender = await speakOf(place, token, said.road, [file])
        phones.push({ sender, pieces: await piecesOf(sender, file) })
      }
      const megabytes =
        phones.flatMap(({ pieces }) => pieces).reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
      const sent = await timed(() => Promise.all(phones.map(({ sender, pieces }) => sendOne(sender, pieces))))
      const written = await timed(() =>
        Promise.all(phones.map(({ pieces }, n) => writeRaw(join(folder, `${round}-${n}`), pieces))),
      )
      // The first round warms up.
      if (round === 0) continue
      product?.push(megabytes / (sent / 1000))
      raw?.push(megabytes / (written / 1000))
    }
    const [value, limit] = [median(product ?? []), median(raw ?? [])]
    return [atLeast(ENOUGH, { name: 'chunks', value, unit: 'MB/s', limit })]

    async function sendOne(sender: Sender, pieces: readonly Piece[]) {
      for (const piece of pieces) {
        const { status } = await put(place, sender, piece)
        if (status !== 204) throw new Error(`a chunk was answered ${status}`)
      }
    }
  })
}

/** Each in a file of its own, whole on disk before the next. */
async function writeRaw(name: string, pieces: readonly Piece[]) {
  for (const [at, { bytes }] of pieces.entries()) {
    const file = await open(`${name}-${at}`, 'w')
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
  }
}
