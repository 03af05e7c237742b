import { expect, it } from 'vitest'
import { mp4 } from '../../test/samples/films.ts'
import { bytesOf, planting, uint32, zeros } from '../../test/samples/planting.ts'
import { samples } from '../../test/samples/samples.ts'
import { clean } from './clean.ts'
import { cleanFile } from './file.ts'

const bytesIn = async (file: Blob) => new Uint8Array(await file.arrayBuffer())

it.each(samples)('a file is cleaned as its bytes are: $name', async ({ as, bytes }) => {
  const out = await cleanFile(new Blob([bytes]), as)
  if ('refused' in out) expect.fail(out.refused)
  const { file, ...outcome } = out
  expect({ ...outcome, bytes: await bytesIn(file) }).toEqual(clean(bytes, as))
})

it('a film that is longer than a piece comes out as long as it was', async () => {
  const film = mp4(planting(), { first: 'mdat' })
  const filling = bytesOf(uint32(12_000_000), 'free', zeros(12_000_000 - 8))
  const out = await cleanFile(new Blob([film, filling]), 'video')
  if ('refused' in out) expect.fail(out.refused)
  expect(out.file.size).toBe(film.length + filling.length)
})

it('is not read to its end once it is refused', async () => {
  let read = 0
  const endless = new ReadableStream({
    pull(controller) {
      read++
      controller.enqueue(zeros(1000))
    },
  })
  const file = Object.assign(new Blob(), { stream: () => endless })
  expect(await cleanFile(file, 'photo')).toEqual({ refused: 'wrongKind' })
  expect(read).toBeLessThan(5)
})
