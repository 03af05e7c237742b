import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../test/samples/planting.ts'
import { samples } from '../../test/samples/samples.ts'
import { type Bytes, joined } from '../sealing/bytes.ts'
import { clean, cleanerOf } from './clean.ts'
import type { Attached, Kind } from './kinds.ts'

function cleaned(bytes: Bytes, as: Attached): Bytes {
  const cleaned = clean(bytes, as)
  return 'refused' in cleaned ? expect.fail(cleaned.refused) : cleaned.bytes
}

/** As it comes over a line, in pieces of `length`. */
function streamed(bytes: Bytes, as: Attached, length: number) {
  const cleaner = cleanerOf(as)
  const out: Bytes[] = []
  for (let at = 0; at < bytes.length; at += length) out.push(...cleaner.push(bytes.slice(at, at + length)))
  out.push(...cleaner.end())
  return { outcome: cleaner.outcome(), bytes: joined(out) }
}

/** How often a file may be asked of for each of its bytes, and beside. */
const ASKS = 1

/** Nothing hangs: both readings end within so many steps a byte. */
function isInTime(bytes: Bytes, as: Attached) {
  const learned = {}
  for (let reading = 0; reading < 2; reading++) {
    const cleaner = cleanerOf(as, undefined, learned, 100 + ASKS * bytes.length)
    cleaner.push(bytes)
    cleaner.end()
    expect(cleaner.outcome()).not.toEqual({ refused: 'looping' })
  }
}

describe.each(samples)('$name', ({ as, kind, bytes, marks, kept, needsTwo }) => {
  it('loses what was told beside it and keeps what it is', () => {
    expect(wordsIn(bytes, [...marks, ...kept])).toHaveLength(marks.length + kept.length)
    const out = cleaned(bytes, as)
    expect(wordsIn(out, marks)).toEqual([])
    expect(wordsIn(out, kept)).toEqual(kept)
    expect(clean(bytes, as)).toMatchObject({ kind })
  })

  it('says what went, and finds nothing more the second time', () => {
    const out = cleaned(bytes, as)
    expect(clean(bytes, as)).not.toMatchObject({ removed: [] })
    expect(clean(out, as)).toEqual({ kind, removed: [], bytes: out })
  })

  it('is cleaned alike in pieces of any length, or not taken where that cannot be', () => {
    for (const length of [1, 2, 7, 64, 1000]) {
      const { outcome, bytes: out } = streamed(bytes, as, length)
      if (needsTwo) expect(outcome).toEqual({ refused: 'notCleanable' })
      else expect({ ...outcome, bytes: out }).toEqual(clean(bytes, as))
    }
  })

  it('leaves the bytes it was given as they were', () => {
    const before = bytes.slice()
    clean(bytes, as)
    expect(bytes).toEqual(before)
  })

  it('cut off anywhere tells nothing, and is refused unless a picture is whole or a sound has ended', () => {
    let taken = 0
    for (let length = 0; length < bytes.length; length++) {
      const out = clean(bytes.slice(0, length), as)
      if ('refused' in out) continue
      expect(wordsIn(out.bytes, marks)).toEqual([])
      if (as !== 'voice') expect(wordsIn(out.bytes, kept)).toEqual(kept)
      taken++
    }
    // Bare frames of sound are whole after each of them: with nothing but sound in it, after nearly every byte. A film
    // is whole before what apps leave behind it, which is over a quarter of these short ones.
    const mostTaken: Partial<Record<Kind, number>> = { mp3: 0.5, aac: 0.9, amr: 0.9, mp4: 0.3, mov: 0.3 }
    expect(taken / bytes.length).toBeLessThan(mostTaken[kind] ?? 0.1)
  })

  it('gives an answer to any bytes, and no longer ones, which as good as never tell', () => {
    let told = 0
    // A wrong byte may make picture or sound of what stood beside it, and nobody can tell: of one file in thousands,
    // and of bare frames of sound in thirty.
    const mayTell = ['mp3', 'aac', 'amr'].includes(kind) ? 40 : 5
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      cut: fc.oneof(fc.constantFrom(0, 1, 4), fc.nat(bytes.length)),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 12 }),
        fc.constantFrom(
          Uint8Array.of(0, 0, 0, 0),
          Uint8Array.of(0xff, 0xff, 0xff, 0xff),
          Uint8Array.of(0, 0, 0, 1),
          Uint8Array.of(0x7f, 0xff, 0xff, 0xff),
        ),
      ),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let wrong = bytes
        for (const { at, cut, put } of changes)
          wrong = joined([wrong.slice(0, at), Uint8Array.from(put), wrong.slice(at + cut)])
        isInTime(wrong, as)
        const out = clean(wrong, as)
        if ('refused' in out) return
        if (wordsIn(out.bytes, marks).length > 0) told++
        expect(out.bytes.length).toBeLessThanOrEqual(wrong.length + 64)
        // What was let through is let through again as it is.
        expect(clean(out.bytes, as)).toMatchObject({ bytes: out.bytes, removed: [] })
      }),
      { numRuns: 300 },
    )
    expect(told).toBeLessThan(mayTell)
  })
})
