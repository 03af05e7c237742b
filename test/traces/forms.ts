import { createHash } from 'node:crypto'

const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()

/** What base64 of any text with these bytes in it must contain, wherever in the text they begin. */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const from = Math.ceil((before * 8) / 6)
    const to = Math.floor(((before + bytes.length) * 8) / 6)
    return whole.slice(from, to)
  })
}

const inHex = (bytes: Buffer) => bytes.toString('hex')
const percent = (bytes: Buffer) => inHex(bytes).replace(/../g, '%$&')
const each = (text: string, write: (unit: number) => string) =>
  Array.from(text, (letter) => write(letter.charCodeAt(0))).join('')

/** Every way in which a text could have been written down as it is. */
function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text)
  const utf16 = Buffer.from(text, 'utf16le')
  const ascii = [
    encodeURIComponent(text),
    encodeURIComponent(text).toLowerCase(),
    ...[inHex(utf8), percent(utf8), inHex(utf16), inHex(swapped(utf16))].flatMap((hex) => [
      hex,
      hex.toUpperCase(),
    ]),
    ...inBase64(utf8).flatMap((one) => [one, one.replaceAll('+', '-').replaceAll('/', '_')]),
    ...inBase64(utf16),
    each(text, (unit) => `\\u${unit.toString(16).padStart(4, '0')}`),
    each(text, (unit) => `&#${unit};`),
    each(text, (unit) => `&#x${unit.toString(16)};`),
    text.toUpperCase(),
  ].map((form) => Buffer.from(form))
  const all = [utf8, utf16, swapped(utf16), ...ascii]
  return [...new Map(all.map((form) => [inHex(form), form])).values()]
}

/** What a plain hash of it looks like: of addresses and telephones there are so few that this tells which. */
export function hashesOf(text: string): Buffer[] {
  const digests = ['md5', 'sha1', 'sha256'].map((name) => createHash(name).update(text).digest())
  return digests.flatMap((digest) => [
    digest,
    Buffer.from(digest.toString('hex')),
    Buffer.from(digest.toString('base64url').slice(0, 20)),
    Buffer.from(digest.toString('base64').slice(0, 20)),
  ])
}

export type Marks = Readonly<Record<string, string>>

/** Looks for marks by what many of them begin with, and for each only where that is found. */
export function finder(marks: Marks, stems: readonly string[]) {
  const stemmed = stems.map((stem) => ({ stem, forms: formsOf(stem) }))
  const own = Object.entries(marks).filter(([, mark]) => !stems.some((stem) => mark.startsWith(stem)))
  const apart = own.map(([name, mark]) => ({ name, forms: formsOf(mark) }))
  const stands = (bytes: Buffer, forms: readonly Buffer[]) => forms.some((form) => bytes.includes(form))

  /** The names of those that stand in the bytes in any form, or the stem where something only begins like one. */
  return (bytes: Buffer): string[] => {
    const found = apart.filter(({ forms }) => stands(bytes, forms)).map(({ name }) => name)
    for (const { stem, forms } of stemmed) {
      if (!stands(bytes, forms)) continue
      const named = Object.entries(marks)
        .filter(([, mark]) => mark.startsWith(stem) && stands(bytes, formsOf(mark)))
        .map(([name]) => name)
      found.push(...(named.length > 0 ? named : [stem]))
    }
    return found.sort()
  }
}
