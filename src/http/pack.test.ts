import { constants, crc32, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packing } from './pack.ts'
import { Stencilled } from './stencil.ts'

const pack = packing({
  whole: (page) => Uint8Array.from(gzipSync(page)),
  blocks: (bytes) => Uint8Array.from(deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })),
  crc32,
})
const unpacked = (page: string | Stencilled) => gunzipSync(pack(page)).toString()
const text = fc.string({ unit: 'grapheme', maxLength: 300 })

test('a page comes out as it went in', () => {
  const goesThrough = (page: string) => {
    expect(unpacked(page)).toBe(page)
  }
  fc.assert(fc.property(text, goesThrough))
})

test('a page with blanks comes out filled', () => {
  const goesThrough = (fixed: string[], own: string) => {
    expect(unpacked(new Stencilled(fixed, own))).toBe(fixed.join(own))
  }
  fc.assert(fc.property(fc.array(text, { minLength: 1 }), text, goesThrough))
})

test('the same page filled for many gives each their own', () => {
  const fixed = ['<p>编号 ', '，请记下 ', '</p>']
  const numbers = ['000000', '123456', '999999']
  expect(numbers.map((number) => unpacked(new Stencilled(fixed, number)))).toEqual(
    numbers.map((number) => `<p>编号 ${number}，请记下 ${number}</p>`),
  )
})
