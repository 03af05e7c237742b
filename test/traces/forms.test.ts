import { expect, test } from 'vitest'
import { finder, hashesOf } from './forms.ts'

const marks = { word: '金丝雀甲一', header: 'canaryqz-agent', phone: '13912345670' }
const find = finder(marks, ['金丝雀', 'canaryqz'])
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

const ways: Record<string, (text: string) => string | Buffer> = {
  'as it is': (text) => text,
  'UTF-16': utf16,
  'UTF-16, high byte first': (text) => utf16(text).swap16(),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'base64 of UTF-16': (text) => utf16(text).toString('base64'),
  'percent-encoded': encodeURIComponent,
  'every byte percent-encoded': (text) => Buffer.from(text).toString('hex').replace(/../g, '%$&'),
  hex: (text) => Buffer.from(text).toString('hex'),
  'hex of UTF-16, in capitals': (text) => utf16(text).toString('hex').toUpperCase(),
  'escaped for JSON': (text) =>
    text.replace(/./g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'escaped for HTML': (text) => text.replace(/./g, (letter) => `&#${letter.charCodeAt(0)};`),
}

test.each(Object.entries(ways))('a mark is found %s, wherever it stands', (_, written) => {
  for (const [name, mark] of Object.entries(marks)) {
    for (const before of ['', 'x', '=?', '村里 '])
      expect(find(Buffer.from(written(`${before}${mark}，讲完`)))).toEqual([name])
  }
  expect(find(Buffer.from(written('什么也没有 nothing 13800000000')))).toEqual([])
})

test('what begins like a mark is found although it is cut short', () => {
  expect(find(Buffer.from('…金丝雀'))).toEqual(['金丝雀'])
})

test('a plain hash is known again', () => {
  // RFC 1321 and FIPS 180-4 give these of `abc`.
  const known = hashesOf('abc').map((hash) => hash.toString('latin1'))
  expect(known).toContain('900150983cd24fb0d6963f7d28e17f72')
  expect(known).toContain('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
