import { describe, expect, it } from 'vitest'
import { mp4 } from '../../test/samples/films.ts'
import { heic } from '../../test/samples/heic.ts'
import { greyJpeg, greyPng, plantPng } from '../../test/samples/pictures.ts'
import { planting, wordsIn } from '../../test/samples/planting.ts'
import { samples } from '../../test/samples/samples.ts'
import { wav } from '../../test/samples/sounds.ts'
import { clean } from '../cleaning/clean.ts'
import type { FileKind } from '../files/kinds.ts'
import { judge } from './open-attachment.client.ts'

const bytesOf = (sample: BlobPart) => new Blob([sample], { type: 'text/html' })
const judged = async (kind: FileKind, sample: BlobPart) => {
  const found = await judge(kind, bytesOf(sample))
  return [found.show ?? found.why, found.content.type, found.ending]
}
const cleanHeic = () => {
  const cleaned = clean(heic(planting()), 'photo')
  return 'bytes' in cleaned ? cleaned.bytes : expect.fail(cleaned.refused)
}

describe('a file of a reporter’s', () => {
  it.each<[string, FileKind, BlobPart, string[]]>([
    ['a photo', 'photo', greyJpeg(), ['picture', 'image/jpeg', 'jpeg']],
    ['a photo that not every browser shows', 'photo', cleanHeic(), ['picture', 'image/heic', 'heic']],
    ['a recording', 'voice', wav(planting()), ['sound', 'audio/wav', 'wav']],
    ['a recording no browser plays', 'voice', '#!AMR\n', ['unknown', 'application/octet-stream', 'amr']],
    ['a paper', 'paper', '%PDF-1.7\n', ['pages', 'application/octet-stream', 'pdf']],
  ])('is shown as what its bytes say, under a type of ours: %s', async (_, kind, sample, expected) => {
    expect(await judged(kind, sample)).toEqual(expected)
  })

  it.each<[string, FileKind, BlobPart]>([
    ['a page', 'photo', '<!doctype html><script>0</script>'],
    ['a drawing that may hold a script', 'photo', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a page that is called a paper', 'paper', '<html></html>'],
    ['a photo that is called a recording', 'voice', greyJpeg()],
    ['a moving picture', 'photo', 'GIF89a'],
    ['a photo that is cut off', 'photo', greyPng().slice(0, 40)],
    ['nothing to speak of', 'video', '\0'],
  ])('is only to be saved as bytes when it is something else: %s', async (_, kind, sample) => {
    const [why, type, ending] = await judged(kind, sample)
    expect([why, type]).toEqual(['unknown', 'application/octet-stream'])
    expect(ending).not.toMatch(/htm|svg|xml|js/)
  })

  it('is not decoded with more than 40 million points, by whatever it says of itself', async () => {
    expect((await judged('photo', greyJpeg(8000, 5001)))[0]).toBe('tooManyPixels')
    expect((await judged('photo', heic(planting(), { size: [20_000, 20_000] })))[0]).toBe('tooManyPixels')
    expect((await judged('photo', greyJpeg(8000, 5000)))[0]).toBe('picture')
  })

  it('is shown without what it tells, and is not said to have come clean when it had not', async () => {
    const planted = planting()
    const found = await judge('photo', bytesOf(plantPng(greyPng(), planted)))
    const text = new TextDecoder('latin1').decode(await found.content.arrayBuffer())
    expect(planted.marks.filter((mark) => text.includes(mark))).toEqual([])
    expect(found).toMatchObject({ show: 'picture', wasClean: false })
    expect(await judge('photo', bytesOf(greyPng()))).toMatchObject({ wasClean: true })
  })

  it.each<[FileKind, string]>([
    ['voice', 'AMR'],
    ['voice', 'WAV'],
    ['video', 'MP4, header last'],
  ])('is heard and seen without what it tells too: %s, %s', async (kind, name) => {
    const { bytes, marks, as } = samples.find((one) => one.name === name) ?? expect.fail(name)
    const found = await judge(kind, bytesOf(bytes))
    const told = new Uint8Array(await found.content.arrayBuffer())
    expect(wordsIn(told, marks)).toEqual([])
    const show = { AMR: undefined, WAV: 'sound', 'MP4, header last': 'film' }[name]
    expect(found).toMatchObject(show ? { show, wasClean: false } : { show })
    const once = clean(bytes, as)
    const again = await judge(kind, bytesOf('bytes' in once ? once.bytes : expect.fail(once.refused)))
    expect(again).toMatchObject(show ? { show, wasClean: true } : { show })
  })

  it('plays as it came where that cannot be cleaned, and is not said to be clean', async () => {
    const found = await judge('video', bytesOf(mp4(planting()).slice(0, -700)))
    expect(found).toMatchObject({ show: 'film', wasClean: false })
    expect(found.content.size).toBe(mp4(planting()).length - 700)
  })
})
