import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  askHere,
  contentDigest,
  type Piece,
  put,
  type Sender,
  speakInPieces,
  whyOf,
} from '../../test/cast/sending.ts'
import { openVillage, type Village } from '../../test/journeys/stage.ts'
import { concat, random } from '../sealing/bytes.ts'
import { CHUNK } from '../sealing/files.ts'
import { pieces as rows } from './tables.ts'

let village: Village
let sender: Sender
let manifest: Piece
let chunk: Piece
let last: Piece

beforeAll(async () => {
  village = await openVillage()
  ;({ sender, manifest, chunk, last } = await speakInPieces(village))
})
afterAll(() => village.close())

describe('a piece is not taken', () => {
  it('whatever bytes, digest and place somebody thinks of, and nothing breaks', async () => {
    const { place, complaints } = village
    const any = fc.record({
      noise: fc.uint8Array({ maxLength: 1100 }),
      isMarked: fc.boolean(),
      part: fc.oneof(fc.constantFrom('manifest', '0', '1', '-1', '1e0', '%2e%2e'), fc.webSegment()),
      digest: fc.option(fc.base64String({ maxLength: 60 }), { nil: undefined }),
    })
    await fc.assert(
      fc.asyncProperty(any, async ({ noise, isMarked, part, digest }) => {
        fc.pre(!['', '.', '..'].includes(part))
        const bytes = concat(isMarked ? Uint8Array.of(1, 1) : new Uint8Array(), Uint8Array.from(noise))
        const more = digest === undefined ? {} : { 'Content-Digest': `sha-256=:${digest}:` }
        const { status } = await put(place, sender, { ...chunk, part, bytes }, more)
        expect([400, 404]).toContain(status)
      }),
      { numRuns: 40 },
    )
    expect(await (await askHere(place, sender)).json()).toEqual({ [chunk.file]: [] })
    expect(complaints).toEqual([])
  })

  it('unless it is whole, in its place and the first there, in whatever order real ones come', async () => {
    const { place, house, complaints } = village
    const real = [manifest, chunk, last]
    const steps = fc.array(
      fc.record({
        piece: fc.nat(2),
        /** How many places further it is sent to. */
        off: fc.constantFrom(0, 0, 0, 0, 0, 1, 2),
        how: fc.constantFrom('whole', 'whole', 'another', 'spoilt', 'short', 'long'),
        at: fc.oneof(fc.nat(3), fc.nat(CHUNK)),
      }),
      { minLength: 1, maxLength: 10 },
    )
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(steps, async (sent) => {
        await house.db.delete(rows)
        const here = new Map<string, Uint8Array>()
        for (const { piece, off, how, at } of sent) {
          const { bytes: own } = real[piece]!
          const { part, bytes: proper } = real[(piece + off) % 3]!
          const bytes =
            how === 'short'
              ? own.slice(0, -1 - (at % own.length))
              : concat(own, random(how === 'long' ? 1 : 0))
          const flipped = at % own.length
          if (how === 'another' || how === 'spoilt') bytes[flipped]! ^= 1
          const digest = { 'Content-Digest': await contentDigest(how === 'spoilt' ? own : bytes) }
          const answer = await put(place, sender, { file: chunk.file, part, bytes }, digest)
          const why = answer.status === 204 || answer.status === 413 ? '' : await whyOf(answer)
          const isSealed = how !== 'spoilt' && (how !== 'another' || flipped > 1)
          const before = here.get(part)
          const expected =
            bytes.length > chunk.bytes.length
              ? [413, '']
              : bytes.length !== proper.length
                ? [400, 'length']
                : !isSealed
                  ? [400, 'digest']
                  : before && Buffer.compare(before, bytes) !== 0
                    ? [409, 'other']
                    : [204, '']
          expect([answer.status, why]).toEqual(expected)
          seen.add(`${why || answer.status} ${before !== undefined}`)
          if (answer.status === 204) here.set(part, bytes)
        }
        const places = [...here.keys()].map((part) => (part === 'manifest' ? -1 : Number(part)))
        const said = (await (await askHere(place, sender)).json()) as Record<string, number[]>
        expect(said[chunk.file]?.toSorted()).toEqual(places.toSorted())
      }),
      // Always the same, which give each answer.
      { numRuns: 25, seed: 7 },
    )
    // Each answer was given, to what came first and to what came again.
    for (const answer of ['204 false', '204 true', '413 false', 'length false', 'digest false', 'other true'])
      expect(seen).toContain(answer)
    await house.db.delete(rows)
    expect(complaints).toEqual([])
  })
})
