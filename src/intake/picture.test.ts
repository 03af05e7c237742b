import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { symbolOf } from '../ui/qr.ts'
import { pictureOf } from './picture.ts'

const progress = 'https://sc.example.cn/progress?lang=en'

/** Rows of dark pixels of a one-bit picture. */
function decode(url: string) {
  const file = Buffer.from(url.replace('data:image/png;base64,', ''), 'base64')
  const width = file.readUInt32BE(16)
  const height = file.readUInt32BE(20)
  const length = file.readUInt32BE(33)
  const rows = inflateSync(file.subarray(41, 41 + length))
  const line = 1 + Math.ceil(width / 8)
  const isDark = (x: number, y: number) => ((rows[y * line + 1 + (x >> 3)]! >> (7 - (x & 7))) & 1) === 0
  return { width, height, isDark }
}

describe('the picture to keep', () => {
  it('carries a QR that opens the progress of exactly this code', () => {
    const code = '12345678901234567890'
    const { width, height, isDark } = decode(pictureOf(code, progress))
    const symbol = symbolOf(`${progress}#${code}`)
    const scale = Math.floor((width - 2) / (symbol.size + 8))
    const left = Math.floor((width - symbol.size * scale) / 2)
    const top = height - (symbol.size + 4) * scale
    for (let y = 0; y < symbol.size; y++) {
      for (let x = 0; x < symbol.size; x++) {
        const middle = isDark(left + (x + 0.5) * scale, top + Math.floor((y + 0.5) * scale))
        if (middle !== symbol.isDark(x, y)) throw new Error(`module ${x}, ${y}`)
      }
    }
    expect(symbol.size).toBeGreaterThan(20)
  })

  it('draws each digit in its square, and another digit differently', () => {
    const [one, other] = ['0'.repeat(20), `${'0'.repeat(19)}8`].map((code) =>
      decode(pictureOf(code, progress)),
    )
    const lastSquare = (picture: typeof one) => {
      let dots = ''
      for (let y = 293; y < 347; y++) for (let x = 238; x < 290; x++) dots += picture!.isDark(x, y) ? 1 : 0
      return dots
    }
    expect(lastSquare(one)).toContain('1')
    expect(lastSquare(one)).not.toBe(lastSquare(other))
  })

  it('leaves a quiet zone around the QR and nothing at the edges', () => {
    const { width, height, isDark } = decode(pictureOf('1'.repeat(20), progress))
    for (let y = 0; y < height; y++) expect(isDark(0, y) || isDark(width - 1, y)).toBe(false)
    for (let x = 0; x < width; x++) expect(isDark(x, height - 1) || isDark(x, 0)).toBe(false)
  })
})
