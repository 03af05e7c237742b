import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'

/** A picture in grey, 0 black to 255 white, as a camera would have it. */
export interface Raster {
  width: number
  height: number
  grey: Uint8Array
}

type Shade = (x: number, y: number) => number

const drawn = (width: number, height: number, shade: Shade): Raster => {
  const grey = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) grey[y * width + x] = shade(x, y)
  return { width, height, grey }
}

/** Outside the picture is white paper. */
const at = ({ width, height, grey }: Raster, x: number, y: number) =>
  x < 0 || y < 0 || x >= width || y >= height ? 255 : grey[y * width + x]!

/** An SVG of ours as a printer puts it on so many dots: its lines and nothing else that we know of the symbol. */
export function printed(svg: string, dots: number): Raster {
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1])
  const dark = new Uint8Array(side * side)
  const [, lines = ''] = /stroke="#000" d="([^"]*)"/.exec(svg) ?? []
  let dot = 0
  for (const [, move, first, second] of lines.matchAll(/([Mmh])(\d+)(?: (\d+))?/g)) {
    const from = dot
    dot = move === 'M' ? Number(second) * side + Number(first) : dot + Number(first)
    if (move === 'h') dark.fill(1, from, dot)
  }
  const modules = Uint16Array.from({ length: dots }, (_, dot) => Math.floor(((dot + 0.5) * side) / dots))
  const module = (dot: number) => modules[dot]!
  return drawn(dots, dots, (x, y) => (dark[module(y) * side + module(x)] ? 0 : 255))
}

/** A PNG of one bit a pixel without filters. */
export function shown(png: Uint8Array): Raster {
  const view = new DataView(png.buffer, png.byteOffset)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const rows = inflateSync(png.subarray(41, 41 + view.getUint32(33)))
  const line = 1 + Math.ceil(width / 8)
  return drawn(width, height, (x, y) => ((rows[y * line + 1 + (x >> 3)]! >> (7 - (x & 7))) & 1) * 255)
}

/** The mean of what each new pixel covers: seen from further away. */
export function seenAt(picture: Raster, width: number): Raster {
  const step = picture.width / width
  return drawn(width, Math.round(picture.height / step), (x, y) => {
    const [left, top] = [Math.floor(x * step), Math.floor(y * step)]
    const [right, bottom] = [
      Math.max(left + 1, Math.floor((x + 1) * step)),
      Math.max(top + 1, Math.floor((y + 1) * step)),
    ]
    let sum = 0
    for (let v = top; v < bottom; v++) for (let u = left; u < right; u++) sum += at(picture, u, v)
    return sum / ((right - left) * (bottom - top))
  })
}

/** Turned about its middle, the corners kept. */
export function turned(picture: Raster, degrees: number): Raster {
  const angle = (degrees * Math.PI) / 180
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const side = Math.ceil(picture.width * (Math.abs(sin) + Math.abs(cos)))
  const [middle, old] = [side / 2, picture.width / 2]
  return drawn(side, side, (x, y) => {
    const [dx, dy] = [x - middle, y - middle]
    return at(picture, Math.round(dx * cos + dy * sin + old), Math.round(dy * cos - dx * sin + old))
  })
}

/** Out of focus: three times the mean of three pixels each way, which comes close to a Gaussian of 1.4 pixels. */
export function blurred(picture: Raster): Raster {
  const along = (from: Raster, dx: number, dy: number) =>
    drawn(from.width, from.height, (x, y) => {
      let sum = 0
      for (let n = -1; n <= 1; n++) sum += at(from, x + n * dx, y + n * dy)
      return sum / 3
    })
  let seen = picture
  for (let n = 0; n < 3; n++) seen = along(along(seen, 1, 0), 0, 1)
  return seen
}

export interface Patch {
  x: number
  y: number
  width: number
  height: number
  shade: number
}

/** Something stuck over it, in pixels. */
export const covered = (picture: Raster, { x: left, y: top, width, height, shade }: Patch): Raster =>
  drawn(picture.width, picture.height, (x, y) =>
    x >= left && x < left + width && y >= top && y < top + height ? shade : at(picture, x, y),
  )

/** What a decoder that is not ours reads, dark on light as all of ours are. */
export function readBy(picture: Raster): string | undefined {
  const { width, height, grey } = picture
  const opaque = 0xff000000
  const pixels = Uint32Array.from(grey, (shade) => opaque | (shade * 0x010101))
  const rgba = new Uint8ClampedArray(pixels.buffer)
  return jsQR(rgba, width, height, { inversionAttempts: 'dontInvert' })?.data
}
