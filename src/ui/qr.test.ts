import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { addressSegments, addressSymbol, pngOf, type QrSymbol, svgOf, symbolOf } from './qr.ts'

const path = '/C/7K3M9QZX0A1BCDEF'
const host = (length: number) => `https://${'a'.repeat(length - 3)}.cn`

describe('the symbol of an intake code', () => {
  it('reads as an ordinary address whose path is in capitals', () => {
    expect(textOf(addressSymbol('https://sc.example.cn', path.toLowerCase()))).toBe(
      `https://sc.example.cn${path}`,
    )
    expect(textOf(addressSymbol('HTTPS://SC.Example.CN', path))).toBe(`https://sc.example.cn${path}`)
  })

  it('is made of a byte and an alphanumeric segment at level Q', () => {
    const { segments, errorCorrectionLevel } = create(addressSegments(host(20), path), {
      errorCorrectionLevel: 'Q',
    })
    expect(segments.map((segment) => segment.mode.id)).toEqual(['Byte', 'Alphanumeric'])
    expect(errorCorrectionLevel.bit).toBe(3)
  })

  it.each([
    [16, 4],
    [23, 4],
    [24, 5],
    [37, 5],
    [38, 6],
  ])('for a host of %i characters is version %i', (length, version) => {
    expect(addressSymbol(host(length), path).version).toBe(version)
  })

  it('reads back in version 5 too, where blocks differ in length', () => {
    const origin = host(37)
    expect(textOf(addressSymbol(origin, path))).toBe(origin + path)
  })
})

it('is coarser where paper does not have to bear it', () => {
  const address = `otpauth://totp/${'a'.repeat(90)}?secret=${'A'.repeat(32)}`
  expect(symbolOf(address, 'M').size).toBeLessThan(symbolOf(address).size)
})

describe('what is drawn', () => {
  const symbol = symbolOf('https://sc.example.cn/progress#12345678901234567890')

  it('is one path over white with four modules of quiet around', () => {
    const svg = svgOf(symbol, '<码> & co')
    const side = symbol.size + 8
    expect(svg).toContain(`viewBox="0 0 ${side} ${side}"`)
    expect(svg).toContain('<title>&#60;码&#62; &#38; co</title>')
    expect(svg.match(/<path/g)).toHaveLength(2)
    expect(drawnIn(svg)).toEqual(new Set(everyDark(symbol)))
  })

  it.each(['dark', 'light'])(
    'is whole where each module of the largest symbol differs from the next, %s first',
    (first) => {
      const size = 177
      const modules = Uint8Array.from({ length: size ** 2 }, (_, at) => (at + Number(first === 'dark')) % 2)
      const isDark = (x: number, y: number) => modules[y * size + x] === 1
      const every = { version: 40, size, modules, isDark }
      expect(drawnIn(svgOf(every, ''))).toEqual(new Set(everyDark(every)))
    },
  )

  it('has in the PNG whole modules and the same quiet zone', () => {
    const file = pngOf(symbol, 3)
    const view = new DataView(file.buffer)
    expect(view.getUint32(16)).toBe((symbol.size + 8) * 3)
    expect(view.getUint32(20)).toBe((symbol.size + 8) * 3)
  })
})

function drawnIn(svg: string): Set<string> {
  const dark = new Set<string>()
  for (const [, y, row = ''] of svg.matchAll(/M4 (\d+)\.5([hm\d 0]*)/g)) {
    let x = 0
    for (const [, step, over] of row.matchAll(/([hm])(\d+)/g)) {
      for (let n = 0; n < Number(over); n++, x++) if (step === 'h') dark.add(`${x},${Number(y) - 4}`)
    }
  }
  return dark
}

function everyDark(symbol: QrSymbol): string[] {
  const all = Array.from(
    { length: symbol.size ** 2 },
    (_, at) => [at % symbol.size, Math.floor(at / symbol.size)] as const,
  )
  return all.filter(([x, y]) => symbol.isDark(x, y)).map(([x, y]) => `${x},${y}`)
}

/**
 * Reads a symbol of version 4 or 5 at level Q from its modules alone, by ISO/IEC 18004 and without the encoder.
 * Damage is not mended: there is none.
 */
function textOf(symbol: QrSymbol): string {
  const { size, version, isDark } = symbol
  expect(size).toBe(17 + 4 * version)
  const format = formatOf(symbol)
  expect(format >> 3, 'level Q').toBe(0b11)
  const mask = masks[format & 7]!
  const bits: number[] = []
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right--
    for (let n = 0; n < size; n++) {
      const y = up ? size - 1 - n : n
      for (const x of [right, right - 1]) {
        if (!isFunction(x, y, size)) bits.push(Number(isDark(x, y) !== mask(x, y)))
      }
    }
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    number(bits.slice(at * 8, at * 8 + 8)),
  )
  return segmentsOf(deinterleaved(words, version === 4 ? [24, 24] : [15, 15, 16, 16]))
}

const masks: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** The five bits beside the upper left finder, along its lower edge. */
const formatOf = ({ isDark }: QrSymbol) => number([0, 1, 2, 3, 4].map((x) => Number(isDark(x, 8)))) ^ 0b10101

function isFunction(x: number, y: number, size: number): boolean {
  const far = size - 8
  const isFinder = (x < 9 && y < 9) || (x >= far && y < 9) || (x < 9 && y >= far)
  const isAlignment = Math.abs(x - (size - 7)) <= 2 && Math.abs(y - (size - 7)) <= 2
  return isFinder || isAlignment || x === 6 || y === 6
}

function deinterleaved(words: number[], blocks: number[]): number[] {
  const columns = Array.from({ length: Math.max(...blocks) }, (_, column) => column)
  const read: number[][] = blocks.map(() => [])
  const order = columns.flatMap((column) =>
    blocks.flatMap((length, block) => (column < length ? [block] : [])),
  )
  for (const [at, block] of order.entries()) read[block]!.push(words[at]!)
  return read.flat()
}

function segmentsOf(words: number[]): string {
  const bits = words.flatMap((word) => [...word.toString(2).padStart(8, '0')].map(Number))
  const take = (n: number) => number(bits.splice(0, n))
  let text = ''
  for (;;) {
    const mode = bits.length < 4 ? 0 : take(4)
    if (mode === 0) return text
    if (mode === 0b0100) {
      for (let left = take(8); left > 0; left--) text += String.fromCharCode(take(8))
    } else if (mode === 0b0010) {
      for (let left = take(9); left > 0; left -= 2) {
        const pair = left > 1 ? take(11) : take(6)
        text +=
          left > 1 ? ALPHANUMERIC[Math.floor(pair / 45)]! + ALPHANUMERIC[pair % 45]! : ALPHANUMERIC[pair]!
      }
    } else throw new Error(`mode ${mode}`)
  }
}

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const number = (bits: number[]) => bits.reduce((sum, bit) => sum * 2 + bit, 0)
