import { expect, it } from 'vitest'
import { base64url, random } from '../sealing/bytes.ts'
import { paddedLength } from '../sealing/files.ts'
import type { PromisedFile } from './kinds.ts'
import { promisedFiles } from './promising.ts'

const MIB = 1024 * 1024
/** As the product promises: how many of each kind, and how many bytes each. */
const promised = {
  photo: { most: 6, bytes: 12 * MIB },
  voice: { most: 3, bytes: 16 * MIB },
  video: { most: 1, bytes: 50 * MIB },
  paper: { most: 2, bytes: 16 * MIB },
} as const
const kinds = Object.keys(promised) as PromisedFile['kind'][]

const file = (kind: PromisedFile['kind'], length = 1000): PromisedFile => ({
  id: base64url(random(16)),
  kind,
  size: paddedLength(length),
})
const many = (n: number, kind: PromisedFile['kind'], length?: number) =>
  Array.from({ length: n }, () => file(kind, length))
const isPromise = (files: unknown) => promisedFiles.safeParse(files).success

it('a report may promise as many files of each kind as the form offers, each as long as it may be', () => {
  expect(isPromise(kinds.flatMap((kind) => many(promised[kind].most, kind)))).toBe(true)
  for (const kind of kinds) {
    expect(isPromise([file(kind, promised[kind].bytes)]), kind).toBe(true)
    expect(isPromise([file(kind, promised[kind].bytes + 2 ** 21)]), kind).toBe(false)
    expect(isPromise(many(promised[kind].most + 1, kind)), kind).toBe(false)
  }
})

it('and no more than so many bytes in all', () => {
  const most = [...many(1, 'video', promised.video.bytes), ...many(3, 'voice', promised.voice.bytes)]
  expect(most.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(100 * MIB)
  expect(isPromise(most)).toBe(true)
  expect(isPromise([...most, file('photo', promised.photo.bytes)])).toBe(false)
})

it.each([
  ['nothing at all', []],
  ['a length that no padding leaves', [{ ...file('photo'), size: 1001 }]],
  ['no bytes', [{ ...file('photo'), size: 0 }]],
  ['half a byte', [{ ...file('photo'), size: 0.5 }]],
  ['a kind we do not know', [{ ...file('photo'), kind: 'program' }]],
  ['a name that says something', [{ ...file('photo'), id: '王某举报.docx' }]],
  ['something more', [{ ...file('photo'), name: 'x' }]],
  ['one file twice', Array(2).fill(file('photo'))],
  ['words', 'photo'],
])('%s is no promise', (_, files) => {
  expect(isPromise(files)).toBe(false)
})
