import { type Zippable, zipSync } from 'fflate'
import { paths } from '../paths.ts'
import { addressSymbol, PIXELS, pngOf, svgOf } from '../ui/qr.ts'
import { csvOf } from './qr-list.ts'

/** A code as its certificate says it, read and verified by who packs it. */
export interface PackedCode {
  token: string
  origin: string
  noticeNumber: string
  unitName: string
  teamName: string
  roundTitle: string
}

interface Listed {
  /** The name of the list and its head, a comma between two columns. */
  list: string
  columns: string
  /** Called after each code; what it answers is waited for, so that a browser can show how far it is. */
  packed?: (made: number) => Promise<void> | void
}

/** Every symbol as SVG and PNG, and a list of them, in one ZIP. */
export async function zipOf(codes: readonly PackedCode[], { list, columns, packed }: Listed) {
  const files: Zippable = {}
  const rows = [columns.split(',')]
  for (const [at, { token, origin, noticeNumber, unitName, teamName, roundTitle }] of codes.entries()) {
    const symbol = addressSymbol(origin, paths.printedCode(token))
    const [svg, png] = [`svg/${noticeNumber}.svg`, `png/${noticeNumber}.png`]
    files[svg] = new TextEncoder().encode(svgOf(symbol, noticeNumber))
    files[png] = pngOf(symbol, PIXELS)
    rows.push([noticeNumber, unitName, teamName, roundTitle, origin + paths.code(token), svg, png])
    await packed?.(at + 1)
  }
  files[`${list}.csv`] = new TextEncoder().encode(csvOf(rows))
  return zipSync(files)
}
