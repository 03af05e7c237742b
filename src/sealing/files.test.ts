import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bytes, concat, random, sameBytes, utf8 } from './bytes.ts'
import {
  CHUNK,
  chunkPart,
  chunksIn,
  type Manifest,
  paddedLength,
  sealChunks,
  sealedLengthAt,
  sealManifest,
} from './files.ts'
import { Unopened } from './open.ts'
import { openFile, openManifest } from './open-file.ts'
import { padme, padText } from './padding.ts'
import { makeDek, sealPart } from './seal.ts'

const dek = makeDek()
const unopened = (why: Unopened['why']) => ({ name: 'Unopened', why })

async function seal(content: Bytes, report = 'report', file = 'file', key = dek) {
  const chunks: Bytes[] = []
  const digests: Bytes[] = []
  for await (const { at, envelope, digest } of sealChunks(key, report, file, new Blob([content]))) {
    expect(at).toBe(chunks.length)
    chunks.push(envelope)
    digests.push(digest)
  }
  const said: Manifest = {
    name: '路.jpg',
    type: 'image/jpeg',
    order: 1,
    length: content.length,
    chunks: digests,
  }
  return { chunks, said, manifest: await sealManifest(key, report, file, said) }
}

async function open({ said, chunks }: { said: Manifest; chunks: Bytes[] }, report = 'report', file = 'file') {
  const pieces: Bytes[] = []
  for await (const piece of openFile(dek, report, file, said, async (at) => chunks[at] ?? new Uint8Array()))
    pieces.push(piece)
  return concat(...pieces)
}

/** Noise would take long to make: a pattern that no piece of it repeats at its own place. */
const pattern = (length: number): Bytes => Uint8Array.from({ length }, (_, n) => (n * 31 + (n >> 8)) & 255)

describe('a file', () => {
  it.each([1, 5000, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17, 10 * CHUNK - 1])(
    'of %i bytes comes back whole, in chunks as long as the server expects them',
    async (length) => {
      const content = pattern(length)
      const sealed = await seal(content)
      const padded = paddedLength(length)
      expect(padded).toBe(padme(length))
      expect(sealed.chunks.map((chunk) => chunk.length)).toEqual(
        Array.from({ length: chunksIn(padded) }, (_, at) => sealedLengthAt(padded, at)),
      )
      expect(await openManifest(dek, 'report', 'file', sealed.manifest)).toEqual(sealed.said)
      // Bytes by millions are compared by us: the runner takes seconds for it.
      expect(sameBytes(await open(sealed), content)).toBe(true)
    },
  )

  it('of no bytes is none, nor one beyond four gigabytes', () => {
    for (const length of [0, -1, 0.5, 2 ** 32]) expect(() => paddedLength(length)).toThrow(RangeError)
  })

  it('sealed again is the same bytes, and other content has no nonce in common with it', async () => {
    const content = pattern(CHUNK + 5)
    const [one, again] = [await seal(content), await seal(content)]
    expect([again.said, again.manifest]).toEqual([one.said, one.manifest])
    const changed = content.slice()
    changed[7] = (changed[7] ?? 0) ^ 1
    const other = await seal(changed)
    const nonce = (chunk?: Bytes) => chunk?.slice(2, 14)
    expect(nonce(other.chunks[0])).not.toEqual(nonce(one.chunks[0]))
    expect(other.said.chunks[1]).toEqual(one.said.chunks[1])
    expect(nonce(other.manifest)).not.toEqual(nonce(one.manifest))
  })

  it('tells its padded length and nothing finer', async () => {
    const lengths = async (length: number) =>
      (await seal(pattern(length))).chunks.map((chunk) => chunk.length)
    expect(await lengths(300_001)).toEqual(await lengths(300_200))
    const long = { name: '村'.repeat(200), type: 'image/jpeg', order: 0, length: 1, chunks: [random(32)] }
    const short = { ...long, name: '' }
    const sizes = await Promise.all([long, short].map((said) => sealManifest(dek, 'r', 'f', said)))
    expect(sizes[0]?.length).toBe(sizes[1]?.length)
  })
})

describe('a chunk and a manifest', () => {
  const name = fc.string({ maxLength: 8 })
  const place = fc.record({ report: name, file: name, at: fc.nat({ max: 3 }), isLast: fc.boolean() })

  it('cannot be moved between reports, files, positions, or to the end', async () => {
    const content = pattern(3 * CHUNK + 9)
    const here = await seal(content, 'report', 'file')
    await fc.assert(
      fc.asyncProperty(name, name, async (report, file) => {
        fc.pre(report !== 'report' || file !== 'file')
        await expect(open(here, report, file)).rejects.toMatchObject(unopened('key'))
        await expect(openManifest(dek, report, file, here.manifest)).rejects.toMatchObject(unopened('key'))
      }),
      { numRuns: 40 },
    )
    // The places within a file, each with a manifest that vouches for what was moved.
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (order) => {
        fc.pre(order.some((from, to) => from !== to))
        const moved = <T>(list: T[]) => order.map((from) => list[from]!)
        const forged = { said: { ...here.said, chunks: moved(here.said.chunks) }, chunks: moved(here.chunks) }
        await expect(open(forged)).rejects.toMatchObject(unopened('key'))
      }),
      { numRuns: 20 },
    )
  })

  it('have a name for every place that no other place has', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(one.file !== other.file || one.at !== other.at || one.isLast !== other.isLast)
        // What follows the last dot is the position: a file's own name may hold dots.
        expect(chunkPart(one)).not.toEqual(chunkPart(other))
      }),
    )
  })

  it('are not missed unnoticed: cut short, made longer, or of another file', async () => {
    const whole = await seal(pattern(3 * CHUNK))
    const cut = {
      said: { ...whole.said, length: 2 * CHUNK, chunks: whole.said.chunks.slice(0, 2) },
      chunks: whole.chunks.slice(0, 2),
    }
    await expect(open(cut)).rejects.toMatchObject(unopened('key'))
    const longer = {
      said: { ...whole.said, length: 4 * CHUNK, chunks: [...whole.said.chunks, whole.said.chunks[2]!] },
      chunks: [...whole.chunks, whole.chunks[2]!],
    }
    await expect(open(longer)).rejects.toMatchObject(unopened('key'))
    const other = await seal(pattern(3 * CHUNK).reverse())
    await expect(open({ said: whole.said, chunks: other.chunks })).rejects.toMatchObject(unopened('format'))
    await expect(open({ said: whole.said, chunks: [] })).rejects.toMatchObject(unopened('format'))
  })

  it('open to nobody with another key, and with no byte changed', async () => {
    const sealed = await seal(utf8('录音'))
    const strange = openManifest(makeDek(), 'report', 'file', sealed.manifest)
    await expect(strange).rejects.toMatchObject(unopened('key'))
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (n, flip) => {
        for (const [envelope, opened] of [
          [sealed.manifest, (bytes: Bytes) => openManifest(dek, 'report', 'file', bytes)],
          [sealed.chunks[0]!, (bytes: Bytes) => open({ ...sealed, chunks: [bytes] })],
        ] as const) {
          const changed = envelope.slice()
          changed[n % changed.length]! ^= flip
          await expect(opened(changed)).rejects.toBeInstanceOf(Unopened)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('of any bytes whatever are unopened and nothing worse', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (noise, isMarked) => {
        const bytes = concat(isMarked ? Uint8Array.of(1, 1) : new Uint8Array(), Uint8Array.from(noise))
        await expect(openManifest(dek, 'report', 'file', bytes)).rejects.toBeInstanceOf(Unopened)
      }),
      { numRuns: 200 },
    )
  })
})

describe('what a stranger with the key wrote wrongly', () => {
  const manifest = (json: string) => sealPart(dek, 'report', 'manifest', 'file', padText(utf8(json)))
  const digest = 'A'.repeat(43)
  const good = { name: '', type: '', order: 0, length: 1, chunks: [digest] }

  it.each([
    ['', 'null', '[]', '7', '{'],
    [
      { ...good, name: 7 },
      { ...good, type: null },
      { ...good, order: -1 },
      { ...good, order: 1.5 },
    ],
    [
      { ...good, length: 0 },
      { ...good, length: 2 ** 32 },
      { ...good, length: '1' },
    ],
    [
      { ...good, chunks: [] },
      { ...good, chunks: [digest, digest] },
      { ...good, chunks: [`${digest}A`] },
    ],
    [
      { ...good, chunks: [7] },
      { ...good, chunks: digest },
      { ...good, length: CHUNK + 1 },
    ],
  ])('is no manifest: %#', async (...wrong) => {
    for (const one of wrong) {
      const json = typeof one === 'string' ? one : JSON.stringify(one)
      const opened = openManifest(dek, 'report', 'file', await manifest(json))
      await expect(opened, json).rejects.toMatchObject(unopened('format'))
    }
    expect(await openManifest(dek, 'report', 'file', await manifest(JSON.stringify(good)))).toMatchObject({
      length: 1,
    })
  })

  it('is no file: something behind its end, a chunk of another length', async () => {
    const hidden = await seal(pattern(1000))
    await expect(open({ ...hidden, said: { ...hidden.said, length: 999 } })).rejects.toMatchObject(
      unopened('padding'),
    )
    await expect(open({ ...hidden, said: { ...hidden.said, length: 2000 } })).rejects.toMatchObject(
      unopened('padding'),
    )
  })
})
