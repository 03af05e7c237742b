import type { QRCodeSegment } from 'qrcode'
import { create } from 'qrcode/lib/core/qrcode.js'
import { utf8 } from '../sealing/bytes.ts'
import { png } from './png.ts'

/** A QR symbol as modules; outside it everything is light, which gives the quiet zone for nothing. */
export interface QrSymbol {
  version: number
  size: number
  /** Row by row; 1 is dark. */
  modules: Uint8Array
  isDark(x: number, y: number): boolean
}

/** Modules of white that ISO/IEC 18004 wants around a symbol. */
export const QUIET = 4

/**
 * An address of ours as two segments: the origin as bytes, because scanners want it in lower case, and the path in
 * capitals as alphanumeric, which takes a third less room. Level Q: paper is wetted, folded and scratched.
 */
export function addressSymbol(origin: string, path: string): QrSymbol {
  return drawn(addressSegments(origin, path))
}

export const addressSegments = (origin: string, path: string): QRCodeSegment[] => [
  { mode: 'byte', data: utf8(origin.toLowerCase()) },
  { mode: 'alphanumeric', data: path.toUpperCase() },
]

/** An address that ends in digits, which take less than half the room of other bytes. */
export const digitsSymbol = (address: string, digits: string): QrSymbol =>
  drawn([
    { mode: 'byte', data: utf8(address) },
    { mode: 'numeric', data: digits },
  ])

/** Level M, which is coarser, is for what is only ever on a screen; H for paper that lies in an envelope for years. */
export type Level = 'M' | 'Q' | 'H'

/** Any text, in the segments that make it smallest: these are found in browsers and on Node, and not by the Worker. */
export const symbolOf = (text: string, level?: Level): QrSymbol => drawn(text, level)

function drawn(says: string | QRCodeSegment[], errorCorrectionLevel: Level = 'Q'): QrSymbol {
  const { version, modules } = create(says, { errorCorrectionLevel })
  const { size, data } = modules
  const isDark = (x: number, y: number) =>
    x >= 0 && x < size && y >= 0 && y < size && data[y * size + x] === 1
  return { version, size, modules: data, isDark }
}

/** One path in a square that holds the quiet zone, a unit a module. `label` is read aloud in place of the picture. */
export function svgOf(symbol: QrSymbol, label: string): string {
  const side = symbol.size + 2 * QUIET
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img">` +
    `<title>${escaped(label)}</title><path fill="#fff" d="M0 0h${side}v${side}H0z"/>` +
    `<path stroke="#000" d="${lines(symbol)}"/></svg>`
  )
}

/** A module's side: a symbol of eight centimetres then has 300 pixels an inch. */
export const PIXELS = 24

/** `scale` pixels a module. */
export function pngOf(symbol: QrSymbol, scale: number): Uint8Array<ArrayBuffer> {
  const side = (symbol.size + 2 * QUIET) * scale
  const module = (pixel: number) => Math.floor(pixel / scale) - QUIET
  return png(side, side, (x, y) => symbol.isDark(module(x), module(y)))
}

/** Modules in a row of the largest symbol. */
const MOST = 177
/** A piece of a path by its number. */
const said = (words: (n: number) => string) => Array.from({ length: MOST + 1 }, (_, n) => utf8(words(n)))
const begun = said((y) => `M${QUIET} ${y + QUIET}.5`)
const light = said((n) => `m${n} 0`)
const dark = said((n) => `h${n}`)
const none = new Uint8Array(0)
const ascii = new TextDecoder()
/** Written over by each symbol: three signs a module where each differs from the next, and nine about a row. */
const path = new Uint8Array(MOST * (3 * MOST + 9))

/**
 * The dark modules inside the quiet zone, as lines a module thick. Neighbours in a row are one line, so that no
 * hairline of white parts them when printed. Said as steps to the right a symbol is half as long as in rectangles: a
 * round's paper is a thousand of them. Put together as bytes: a text of six hundred pieces takes five times as long.
 */
export function lines({ size, modules }: Pick<QrSymbol, 'size' | 'modules'>): string {
  let at = 0
  const put = (bytes: Uint8Array = none) => {
    for (let n = 0; n < bytes.length; n++) path[at++] = bytes[n] as number
  }
  for (let y = 0; y < size; y++) {
    put(begun[y])
    const [start, end] = [y * size, (y + 1) * size]
    for (let from = start, to = start; from < end; from = to) {
      const isDark = modules[from] === 1
      do to++
      while (to < end && (modules[to] === 1) === isDark)
      if (isDark || to < end) put((isDark ? dark : light)[to - from])
    }
  }
  return ascii.decode(path.subarray(0, at))
}

/** A text within markup. */
export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
