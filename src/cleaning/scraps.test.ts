import { describe, expect, it } from 'vitest'
import { mp4 } from '../../test/samples/films.ts'
import { bytesOf, planting, uint32, wordsIn, zeros } from '../../test/samples/planting.ts'
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

/** A recording that tells nothing: cleaned once, there is nothing more to find. */
const recording = clean(mp4(planting(), { pictures: false, places: false }), 'voice')
const silent = 'refused' in recording ? expect.fail(recording.refused) : recording.bytes

describe.each(boxed)('behind $name', ({ as, bytes, kept }) => {
  it.each(Object.entries(scraps))('%s', (_, scrap) => {
    const out = clean(bytesOf(bytes, scrap), as)
    const alone = clean(bytes, as)
    if ('refused' in out) expect.fail(out.refused)
    if ('refused' in alone) expect.fail(alone.refused)
    expect(out).toEqual(alone)
    expect(wordsIn(out.bytes, ['PLANTED', 'LIVE'])).toEqual([])
    expect(wordsIn(out.bytes, kept)).toEqual(kept)
  })
})

it.each(boxed)('a header of the other kind behind $name is cut off like any box', ({ as, bytes }) => {
  const alone = clean(bytes, as)
  if ('refused' in alone) expect.fail(alone.refused)
  const other = as === 'photo' ? 'moov' : 'meta'
  const out = clean(bytesOf(alone.bytes, uint32(20), other, 'PLANTED-GPS!'), as)
  expect(out).toMatchObject({ bytes: alone.bytes })
})

describe('the head of a fragment', () => {
  const { bytes, as } = samples.find(({ name }) => name === 'MP4 in fragments') ?? expect.fail('no fragments')
  const at = Buffer.from(bytes).indexOf('tfhd')

  it.each([
    ['goes on to the end of its fragment', (wrong: Uint8Array) => wrong.fill(0, at - 4, at)],
    ['promises more than it holds', (wrong: Uint8Array) => wrong.fill(0x3b, at + 7, at + 8)],
  ])('that %s is not taken: what it tells of would be lost', (_, spoil) => {
    const wrong = bytes.slice()
    spoil(wrong)
    expect(at).toBeGreaterThan(4)
    expect(wrong).not.toEqual(bytes)
    expect(clean(wrong, as)).toEqual({ refused: 'truncated' })
  })
})

it('are told of, zeros are not', () => {
  const recorded = clean(bytesOf(silent), 'voice')
  const more = (scrap: Uint8Array) => {
    const out = clean(bytesOf(silent, scrap), 'voice')
    return 'refused' in out ? out.refused : out.removed
  }
  expect(recorded).toMatchObject({ removed: [] })
  expect(more(scraps['a box that is cut off'])).toEqual(['place'])
  expect(more(scraps['a few bytes'])).toEqual(['other'])
  expect(more(scraps['zeros to the end of a block'])).toEqual([])
})
