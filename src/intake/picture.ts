import { base64 } from '../sealing/bytes.ts'
import { groups } from '../sealing/query-code.ts'
import { png } from '../ui/png.ts'
import { digitsSymbol, QUIET } from '../ui/qr.ts'

/** Five by seven dots for each digit, a character of base 32 for each row of dots. */
const FONT = 'ehhhhhe 4c4444e eh1248v v2421he 26aiv22 vgu11he 68guhhe v124888 ehhehhe ehhf12c'.split(' ')
const DOT = 5
const SQUARE = 56
/** From one row of squares to the next. */
const ROW = 68
const WIDTH = 360
const EDGE = 20

/**
 * The picture a resident keeps: the query code in five rows of squares, and a QR that opens its progress. Nothing else
 * is on it, so that in an album it betrays nothing. `progress`: where its reader asks, in their language. A data URL
 * of a PNG.
 */
export function pictureOf(code: string, progress: string): string {
  const rows = groups(code)
  const symbol = digitsSymbol(`${progress}#`, code)
  const scale = Math.floor((WIDTH - 2) / (symbol.size + 2 * QUIET))
  const side = symbol.size * scale
  const left = Math.floor((WIDTH - 4 * SQUARE) / 2)
  const qrLeft = Math.floor((WIDTH - side) / 2)
  const qrTop = EDGE + rows.length * ROW + QUIET * scale
  const isDark = (x: number, y: number) =>
    digitAt(rows, x - left, y - EDGE) ||
    symbol.isDark(Math.floor((x - qrLeft) / scale), Math.floor((y - qrTop) / scale))
  return `data:image/png;base64,${base64(png(WIDTH, qrTop + side + QUIET * scale, isDark))}`
}

/** A line of the squares, or a dot of a digit. */
function digitAt(rows: readonly string[], x: number, y: number): boolean {
  const digit = rows[Math.floor(y / ROW)]?.[Math.floor(x / SQUARE)]
  const [inX, inY] = [x % SQUARE, y % ROW]
  if (x === 4 * SQUARE) return y >= 0 && y < rows.length * ROW && inY <= SQUARE
  if (digit === undefined || x < 0 || y < 0 || inY > SQUARE) return false
  if (inX === 0 || inY === 0 || inY === SQUARE) return true
  const column = Math.floor((inX - (SQUARE - 5 * DOT) / 2) / DOT)
  const row = Math.floor((inY - (SQUARE - 7 * DOT) / 2) / DOT)
  const dots = Number.parseInt(FONT[Number(digit)]?.[row] ?? '0', 32)
  return column >= 0 && column < 5 && ((dots >> (4 - column)) & 1) === 1
}
