import { describe, expect, it } from 'vitest'
import { bytesOf, uint32, wordsIn, zeros } from '../../test/samples/planting.ts'
import { samples } from '../../test/samples/samples.ts'
import { clean } from './clean.ts'

const boxed = samples.filter(
  ({ kind, name }) => ['mp4', 'mov', 'heic', 'avif'].includes(kind) && !/fragments/.test(name),
)

/** What phones and apps leave behind the last box: it is none, or says that it is longer than the file. */
const scraps = {
  'words of a moving picture': bytesOf('0:1477     LIVE_PLANTED-18666740        '),
  'the rest of a packet': bytesOf('PLANTED-/>\n<?xpacket end="w"?>'),
  'a box that is cut off': bytesOf(uint32(9000), 'uuid', 'PLANTED-GPS'),
  'a few bytes': bytesOf('PLANTED'),
  'a box that says it is shorter than its head': bytesOf(uint32(3), 'PLANTED-'),
  'zeros to the end of a block': zeros(700),
}

describe.each(boxed)('behind $name', ({ as, bytes, kept }) => {
  it.each(Object.entries(scraps))('%s', (_, scrap) => {
    const out = clean(bytesOf(bytes, scrap), as)
    const alone = clean(bytes, as)
    if ('refused' in out || 'refused' in alone) expect.fail('refused')
    expect(out).toEqual(alone)
    expect(wordsIn(out.bytes, ['PLANTED', 'LIVE'])).toEqual([])
    expect(wordsIn(out.bytes, kept)).toEqual(kept)
  })
})
