import { describe, expect, it } from 'vitest'
import { bytesOf } from '../../test/samples/planting.ts'
import { samples } from '../../test/samples/samples.ts'
import { clean } from './clean.ts'
import { type Attached, accepted, HEAD, kindOf } from './kinds.ts'

const ftyp = (brand: string) => bytesOf(0, 0, 0, 24, 'ftyp', brand)

describe('what a file is', () => {
  it('is told by its first bytes', () => {
    for (const { bytes, kind } of samples) expect(kindOf(bytes.subarray(0, HEAD))).toBe(kind)
  })

  it.each([
    ...['3gp4', '3gp5', '3g2a', 'M4A ', 'M4V ', 'isom', 'mp42', 'iso5'].map(
      (brand) => [ftyp(brand), 'mp4'] as const,
    ),
    ...['heic', 'heix', 'mif1', 'msf1', 'hevc'].map((brand) => [ftyp(brand), 'heic'] as const),
    [ftyp('avif'), 'avif'],
    [ftyp('qt  '), 'mov'],
    [bytesOf('GIF89a'), 'gif'],
    [bytesOf('%PDF-1.7'), 'pdf'],
    [bytesOf('#!AMR-WB\n'), 'amr'],
    [bytesOf(0xff, 0xf3, 0x10), 'mp3'],
    [bytesOf('PK\x03\x04'), undefined],
    [bytesOf('<svg xmlns="http'), undefined],
    [bytesOf('<!doctype html>'), undefined],
    [bytesOf('MZ'), undefined],
    [bytesOf(' \xff\xd8\xff'), undefined],
    [bytesOf(''), undefined],
  ] as const)('%j is %s', (head, kind) => {
    expect(kindOf(head)).toBe(kind)
  })
})

describe('what is taken as what', () => {
  it.each(Object.entries(accepted) as [Attached, (typeof accepted)[Attached]][])(
    '%s: nothing of another kind, whatever it is called',
    (as, { kinds }) => {
      for (const { bytes, kind } of samples) {
        const out = clean(bytes, as)
        if (kinds.includes(kind)) expect(out).toMatchObject({ kind })
        else expect(out).toEqual({ refused: 'wrongKind' })
      }
    },
  )

  it('a PDF cannot be cleaned, and says so', () => {
    expect(clean(bytesOf('%PDF-1.7\n1 0 obj\n'), 'file')).toEqual({ refused: 'notCleanable' })
    expect(clean(bytesOf('%PDF-1.7\n1 0 obj\n'), 'photo')).toEqual({ refused: 'wrongKind' })
  })
})
