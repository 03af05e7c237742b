import { expect, test } from 'vitest'
import type { Removed } from './asks.ts'
import { visualConfig } from './user-data.ts'

/** Three descriptors, one in the other: of the stream, of its decoder, and how that is set up. */
const setUp = [3, 24, 0, 1, 0, 4, 19, 0x20, 0x11, ...new Array(11).fill(0), 5, 4, 0, 0, 1, 0xb0]
/** That streams are kept in step as is usual. */
const usual = [6, 1, 2]

function cleaned(behind: readonly number[]) {
  const bytes = Uint8Array.from([0, 0, 0, 0, 0x65, 0x73, 0x64, 0x73, 0, 0, 0, 0, ...setUp, ...behind])
  const removed = new Set<Removed>()
  const refusal = visualConfig(bytes, { type: 'esds', at: 0, body: 8, end: bytes.length }, removed)
  return { refusal, removed: [...removed], behind: [...bytes.subarray(12 + setUp.length)] }
}

test.each([
  ['nothing', [], [], []],
  ['what is usual', usual, usual, []],
  ['zeros', [...usual, 0, 0], [...usual, 0, 0], []],
  ['words', [...usual, 77, 88], [...usual, 0, 0], ['other']],
  ['words alone', [77, 88], [0, 0], ['other']],
])('behind the settings of a decoder stood %s: it is gone, and that is told', (_, before, after, removed) => {
  expect(cleaned(before)).toEqual({ refusal: undefined, removed, behind: after })
})
