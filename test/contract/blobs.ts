import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Blobs, blobName } from '../../src/blobs/blobs.ts'
import { base64url, random, sameBytes } from '../../src/sealing/bytes.ts'
import { CHUNK, sealedLengthAt } from '../../src/sealing/files.ts'

const freshName = () => blobName(base64url(random(16)), 0)

/** What the product expects of every store of files. The tests may share a store: each has names of its own. */
export function keepsBlobs(open: () => Promise<Blobs> | Blobs) {
  let blobs: Blobs
  beforeAll(async () => {
    blobs = await open()
  })

  test('what was put is there, to the byte, and nothing else is', async () => {
    const [name, other] = [freshName(), freshName()]
    const bytes = Uint8Array.from({ length: 256 }, (_, value) => value)
    await blobs.put(name, bytes)
    expect(await blobs.get(name)).toEqual(bytes)
    expect(await blobs.get(name)).toBeInstanceOf(Uint8Array)
    expect(await blobs.get(other)).toBeUndefined()
  })

  test('bytes of any kind and number come back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (noise) => {
        const [name, bytes] = [freshName(), Uint8Array.from(noise)]
        await blobs.put(name, bytes)
        expect(await blobs.get(name)).toEqual(bytes)
      }),
      { numRuns: 20 },
    )
  })

  test('the longest chunk fits', async () => {
    const [name, half] = [freshName(), random(65_536)]
    const bytes = new Uint8Array(sealedLengthAt(CHUNK, 0))
    for (let at = 0; at < 4; at++) bytes.set(half, at * half.length)
    await blobs.put(name, bytes)
    expect(sameBytes((await blobs.get(name)) ?? new Uint8Array(), bytes)).toBe(true)
  })

  test('the same may be put again, and once more by several at a time', async () => {
    const [name, bytes] = [freshName(), random(5000)]
    await blobs.put(name, bytes)
    await Promise.all(Array.from({ length: 8 }, () => blobs.put(name, bytes)))
    expect(await blobs.get(name)).toEqual(bytes)
  })

  test('of two that are put under one name one is there whole, and never a mixture', async () => {
    const name = freshName()
    const [one, other] = [new Uint8Array(200_000).fill(1), new Uint8Array(200_000).fill(2)]
    const seen: number[] = []
    for (let round = 0; round < 5; round++) {
      const reading = blobs.get(name)
      await Promise.all([blobs.put(name, one), blobs.put(name, other)])
      for (const read of [await reading, await blobs.get(name)]) {
        if (!read) continue
        expect(read.length).toBe(200_000)
        expect(new Set(read).size).toBe(1)
        seen.push(read[0] ?? 0)
      }
    }
    expect(seen.length).toBeGreaterThanOrEqual(5)
  })

  test('what is deleted is gone, and deleting what is not there is no mistake', async () => {
    const names = Array.from({ length: 12 }, freshName)
    const kept = freshName()
    for (const name of [...names.slice(2), kept]) await blobs.put(name, random(10))
    await blobs.delete(names)
    await blobs.delete(names)
    await blobs.delete([])
    for (const name of names) expect(await blobs.get(name)).toBeUndefined()
    expect(await blobs.get(kept)).toHaveLength(10)
  })

  test('a name that was deleted may be used again', async () => {
    const [name, bytes] = [freshName(), random(40)]
    await blobs.put(name, bytes)
    await blobs.delete([name])
    await blobs.put(name, bytes)
    expect(await blobs.get(name)).toEqual(bytes)
  })
}
