import { describe, expect, it } from 'vitest'
import { readByExiftool } from '../../test/samples/exiftool.ts'
import { type Sample, samples } from '../../test/samples/samples.ts'
import { clean } from './clean.ts'

const cleaned = ({ as, bytes }: Sample) => {
  const out = clean(bytes, as)
  return 'refused' in out ? expect.fail(out.refused) : out.bytes
}

/** Where exiftool finds what tells how to show or play a file; whatever it reads elsewhere was told beside it. */
const groups =
  /^(SourceFile|(ExifTool|System|File|Composite|JFIF|Adobe|IFD0|PNG|RIFF|QuickTime|Meta|Track\d|Matroska|Info|Opus|Vorbis|AAC|MPEG):)/
/** Of fields in those places, the ones that would tell something, had they a value. */
const telling =
  /Date$|DateTime|GPS|Location|Make$|Model|Software|App$|Vendor|Name|Title|Comment|Artist|Author|Description|Language|Class$/i
const saysNothing = /^(|0|und|0000:00:00 00:00:00|[md]hlr)$/

const isOfTheFile = (field: string) => /^(SourceFile|System|File|ExifTool)/.test(field)

describe('exiftool', () => {
  it('reads in every sample what was planted, and in none once it is cleaned', () => {
    const marks = (fields: object) => JSON.stringify(fields).match(/PLANTED-\d+/g) ?? []
    const before = readByExiftool(samples.map(({ bytes }) => bytes))
    const after = readByExiftool(samples.map(cleaned))
    expect(after).toHaveLength(samples.length)
    for (const [n, { name }] of samples.entries()) {
      const fields = Object.entries(after[n] ?? {})
      expect([name, marks(before[n] ?? {}).length]).not.toEqual([name, 0])
      expect([name, ...marks(after[n] ?? {})]).toEqual([name])
      expect([name, ...fields.filter(([field]) => !groups.test(field))]).toEqual([name])
      const told = fields.filter(
        ([field, value]) => !isOfTheFile(field) && telling.test(field) && !saysNothing.test(String(value)),
      )
      expect([name, ...told]).toEqual([name])
    }
  }, 60_000)

  it('reads of a photo’s Exif which side is up, and nothing else', () => {
    const photos = samples.filter(({ kind }) => ['jpeg', 'png', 'webp'].includes(kind))
    const exifOf = (fields: object) =>
      Object.entries(fields).filter(([field]) => /^(IFD\d|\w*IFD|GPS|XMP.*|IPTC|ICC.*):/.test(field))
    for (const fields of readByExiftool(photos.map(({ bytes }) => bytes)))
      expect(exifOf(fields).length).toBeGreaterThan(5)
    for (const fields of readByExiftool(photos.map(cleaned)))
      expect(exifOf(fields)).toEqual([['IFD0:Orientation', 6]])
  }, 60_000)
})
