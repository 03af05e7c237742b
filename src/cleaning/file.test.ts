import { expect, it } from 'vitest'
import { bytesOf, le16, le32, riffChunk, zeros } from '../../test/samples/planting.ts'
import { samples } from '../../test/samples/samples.ts'
import { sameBytes } from '../sealing/bytes.ts'
import { clean } from './clean.ts'
import { cleanFile } from './file.ts'

const bytesIn = async (file: Blob) => new Uint8Array(await file.arrayBuffer())

it.each(samples)('a file is cleaned as its bytes are: $name', async ({ as, bytes }) => {
  const out = await cleanFile(new Blob([bytes]), as)
  if ('refused' in out) expect.fail(out.refused)
  const { file, ...outcome } = out
  expect({ ...outcome, bytes: await bytesIn(file) }).toEqual(clean(bytes, as))
})

it('a recording that is longer than a piece comes out as it was', async () => {
  const sound = new Uint8Array(12_000_000).map((_, at) => at % 251)
  const fmt = riffChunk('fmt ', le16(1), le16(1), le32(8000), le32(8000), le16(1), le16(8))
  const data = riffChunk('data', sound)
  const wav = bytesOf('RIFF', le32(4 + fmt.length + data.length), 'WAVE', fmt, data)
  const out = await cleanFile(new Blob([wav]), 'voice')
  if ('refused' in out) expect.fail(out.refused)
  expect(sameBytes(await bytesIn(out.file), wav)).toBe(true)
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
