import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileKinds } from '../files/kinds.ts'
import { random, utf8 } from './bytes.ts'
import {
  conversationKey,
  type Direction,
  filesKey,
  openAccess,
  openMessage,
  readSupplement,
  sealAccess,
  sealMessage,
  writeSupplement,
} from './conversation.ts'
import { sealChunks, sealManifest } from './files.ts'
import { openFile, openManifest } from './open-file.ts'
import { sealWith } from './suite.ts'

describe('a message', () => {
  const place = fc.record({
    report: fc.string({ maxLength: 8 }),
    direction: fc.constantFrom<Direction>('toTeam', 'toResident'),
    id: fc.string({ maxLength: 8 }),
  })

  it('opens where it belongs, and cannot be moved between reports, directions or message ids', async () => {
    const conversation = random(32)
    await fc.assert(
      fc.asyncProperty(place, place, fc.string({ unit: 'grapheme' }), async (here, there, text) => {
        fc.pre(here.report !== there.report || here.direction !== there.direction || here.id !== there.id)
        const sealed = await sealMessage(conversation, here.report, here.direction, here.id, text)
        expect(await openMessage(conversation, here.report, here.direction, here.id, sealed)).toBe(text)
        const moved = openMessage(conversation, there.report, there.direction, there.id, sealed)
        await expect(moved).rejects.toMatchObject({ name: 'Unopened', why: 'key' })
      }),
      { numRuns: 60 },
    )
  })

  it('shows only its size class, and is refused over 64 KiB', async () => {
    const key = random(32)
    expect(await sealMessage(key, 'report', 'toTeam', '1', '')).toHaveLength(1024 + 30)
    expect(await sealMessage(key, 'report', 'toTeam', '1', '请问路什么时候修？')).toHaveLength(1024 + 30)
    await expect(sealMessage(key, 'report', 'toTeam', '1', '路'.repeat(22_000))).rejects.toThrow(RangeError)
  })

  it('of another conversation does not open', async () => {
    const sealed = await sealMessage(random(32), 'report', 'toTeam', '1', '在')
    const opened = openMessage(random(32), 'report', 'toTeam', '1', sealed)
    await expect(opened).rejects.toMatchObject({ why: 'key' })
  })
})

describe('what is added', () => {
  it('is words and the kinds of its files, whatever is typed', async () => {
    const kinds = fc.array(fc.constantFrom(...fileKinds), { maxLength: 12 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), kinds, (text, files) => {
        const typed = text.split('\u001f').join(' ')
        expect(readSupplement(writeSupplement({ text, files }))).toEqual({ text: typed, files })
      }),
    )
    expect(readSupplement('从前只有字。')).toEqual({ text: '从前只有字。', files: '' })
  })

  it('has files that cannot be moved between reports, messages, directions or files, nor under the report’s own', async () => {
    const dek = random(32)
    const conversation = await conversationKey(dek)
    const place = fc.record({
      report: fc.constantFrom('report', 'other'),
      direction: fc.constantFrom<Direction>('toTeam', 'toResident'),
      message: fc.string({ maxLength: 4 }),
      file: fc.constantFrom('file', 'more'),
    })
    type Place = typeof place extends fc.Arbitrary<infer P> ? P : never
    const keyOf = ({ direction, message }: Place) => filesKey(conversation, direction, message)
    await fc.assert(
      fc.asyncProperty(place, place, async (here, there) => {
        fc.pre(JSON.stringify(here) !== JSON.stringify(there))
        const content = new Blob([random(20)])
        const [key, { report, file }] = [await keyOf(here), here]
        const { value } = await sealChunks(key, report, file, content).next()
        if (!value) throw new Error('no chunk')
        const said = { name: '', type: '', order: 0, length: 20, chunks: [value.digest] }
        const manifest = await sealManifest(key, report, file, said)
        expect(await openManifest(key, report, file, manifest)).toEqual(said)
        for (const other of [await keyOf(there), dek, conversation]) {
          const [at, as] =
            other === dek || other === conversation ? [report, file] : [there.report, there.file]
          const opened = openFile(other, at, as, said, async () => value.envelope).next()
          await expect(opened).rejects.toMatchObject({ why: 'key' })
          await expect(openManifest(other, at, as, manifest)).rejects.toMatchObject({ why: 'key' })
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('what the query code opens', () => {
  it('is the conversation and the root, for this report and this code only', async () => {
    const [codeKey, dek, rootPrint] = [random(32), random(32), random(32)]
    const sealed = await sealAccess(codeKey, 'report', dek, rootPrint)
    expect(await openAccess(codeKey, 'report', sealed)).toEqual({
      conversation: await conversationKey(dek),
      rootPrint,
    })
    await expect(openAccess(codeKey, 'other', sealed)).rejects.toMatchObject({ why: 'key' })
    await expect(openAccess(random(32), 'report', sealed)).rejects.toMatchObject({ why: 'key' })
  })

  it('is of one length, or it is refused', async () => {
    const codeKey = random(32)
    const short = await sealWith(codeKey, new Uint8Array([0, 6, ...utf8('report')]), random(32))
    await expect(openAccess(codeKey, 'report', short)).rejects.toMatchObject({ why: 'format' })
  })
})
