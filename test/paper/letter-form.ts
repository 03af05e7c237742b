import { linesOf, type Sheet } from './pdf.ts'

/** Margins and lines of GB/T 9704-2012 in millimetres: 156 by 225 of text, 22 lines of 28 characters. */
const [LEFT, RIGHT, TOP, END, LINE] = [28, 184, 37, 262, 225 / 22]
const near = (a: number, b: number, by = 0.6) => Math.abs(a - b) <= by

/** What of a printed letter is not as the standard has it, in words; none of a good one. */
export function faultsOf(sheets: readonly Sheet[]): string[] {
  const [first, ...others] = sheets
  if (!first) return ['no page']
  return [
    ...faultsOfFirst(first),
    ...faultsOfDate(sheets.findLast((sheet) => !isForm(sheet)) ?? first),
    ...sheets.flatMap(faultsOfText),
    ...others.flatMap((sheet, at) => faultsOfOther(sheet, at + 2)),
  ]
}

/** The unit's form: a table. */
const isForm = ({ boxes }: Sheet) => boxes.length > 8

/** Where the last glyph of a line begins that ends so many characters from the right of the text. */
const lastGlyph = (charactersIn: number) => RIGHT - (charactersIn + 1) * ((RIGHT - LEFT) / 28)

/** The number of the letter stands at the right under the first line. */
function faultsOfNumber(sheet: Sheet, line: number): string[] {
  const number = linesOf(sheet).find(({ y, size }) => y > line && near(size, 16))
  if (!number) return ['no number']
  return [
    ...(near(number.end, lastGlyph(0), 1) ? [] : [`the number ends at ${number.end}`]),
    ...(number.y - line < 13 ? [] : [`the number ${number.y - line} mm under the line`]),
  ]
}

/**
 * The date is the last line, four characters from the right, and the name two above it in the middle; a name too long
 * for that reaches to the right.
 */
function faultsOfDate(sheet: Sheet): string[] {
  const text = linesOf(sheet).filter(({ y, size }) => y <= END && near(size, 16))
  const [name, date] = [text.at(-3), text.at(-1)]
  if (!name || !date) return ['no signature']
  const isRight =
    near(date.end, lastGlyph(4), 1) || (date.end < lastGlyph(4) && near(name.end, lastGlyph(0), 1))
  return [
    ...(isRight ? [] : [`the date ends at ${date.end}`]),
    ...(near(name.x + name.end, date.x + date.end, 2)
      ? []
      : ['the name is not above the middle of the date']),
  ]
}

/** Its red name from 30 mm down, two lines 170 mm wide 4 mm under it, and two 20 mm above the lower edge. */
function faultsOfFirst(sheet: Sheet): string[] {
  const red = sheet.boxes.filter(({ colour, width }) => colour === '.8 0 0' && width > 100)
  const [thick, thin, thinBelow, thickBelow] = red
  if (!thick || !thin || !thinBelow || !thickBelow) return [`${red.length} red lines`]
  const [name] = linesOf(sheet)
  return [
    ...red.filter(({ x, width }) => !near(width, 170) || !near(x, 20)).map(({ width }) => `${width} mm wide`),
    ...(thick.height > thin.height && thickBelow.height > thinBelow.height ? [] : ['thick and thin']),
    ...(near(thickBelow.y + thickBelow.height, 277) ? [] : [`the foot at ${thickBelow.y}`]),
    ...(near(thick.y, 30 + 26 * 0.3528 + 4) ? [] : [`the line at ${thick.y}`]),
    ...(name && near(name.size, 26) ? [] : ['the size of the name']),
    ...(linesOf(sheet).some(({ size }) => near(size, 22)) ? [] : ['the size of the title']),
    ...faultsOfNumber(sheet, thin.y),
    ...(linesOf(sheet).some(({ y }) => y > END) ? ['text or a page number under the text'] : []),
  ]
}

/** No line is longer than 28 characters, leaves the text's place, or stands elsewhere than on the grid. */
function faultsOfText(sheet: Sheet): string[] {
  const text = linesOf(sheet).filter(({ y, size }) => y <= END && near(size, 16))
  const gaps = text.flatMap(({ y }, at) => (at > 0 ? [y - (text[at - 1]?.y ?? y)] : []))
  return [
    ...(text.length === 0 ? ['an empty page'] : []),
    ...(text.length > 22 ? [`${text.length} lines`] : []),
    ...text.filter(({ x, end }) => x < LEFT - 0.5 || end + 5 > RIGHT).map(({ x, end }) => `${x} to ${end}`),
    ...(isForm(sheet) ? [] : gaps.filter((gap) => gap < LINE - 0.6).map((gap) => `lines ${gap} mm apart`)),
  ]
}

/**
 * From the second page on the text begins 37 mm down, and there is a number between dashes under it, one character in:
 * at the right of an odd page, at the left of an even one.
 */
function faultsOfOther(sheet: Sheet, page: number): string[] {
  const lines = linesOf(sheet)
  const numbers = lines.filter(({ y }) => y > END)
  const [number = { x: 0, end: 0, n: 0 }] = numbers
  const one = 14 * 0.3528
  const isAside = page % 2 === 1 ? near(number.end, RIGHT - 2 * one, 1) : near(number.x, LEFT + one, 1)
  return [
    ...(lines.some(({ y }) => y < TOP) ? ['text above its place'] : []),
    ...(numbers.length === 1 && near(numbers[0]?.size ?? 0, 14) ? [] : ['the page number']),
    ...(isAside ? [] : [`the number of page ${page} from ${number.x} to ${number.end}`]),
    ...(number.n === 4 + String(page).length ? [] : [`${number.n} characters as number of page ${page}`]),
    ...(sheet.boxes.some(({ colour }) => colour === '.8 0 0') ? ['red on a later page'] : []),
  ]
}
