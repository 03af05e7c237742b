import { linesOf, type Sheet } from './pdf.ts'

/** Margins and lines of GB/T 9704-2012 in millimetres: 156 by 225 of text, 22 lines of 28 characters. */
const [LEFT, RIGHT, TOP, END, LINE] = [28, 184, 37, 262, 225 / 22]
const near = (a: number, b: number, by = 0.6) => Math.abs(a - b) <= by

/** What of a printed letter is not as the standard has it, in words; none of a good one. */
export function faultsOf(sheets: readonly Sheet[]): string[] {
  const [first, ...others] = sheets
  if (!first) return ['no page']
  return [...faultsOfFirst(first), ...sheets.flatMap(faultsOfText), ...others.flatMap(faultsOfOther)]
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
    ...(linesOf(sheet).some(({ y }) => y > END) ? ['text or a page number under the text'] : []),
  ]
}

/** No line is longer than 28 characters, leaves the text's place, or stands elsewhere than on the grid. */
function faultsOfText(sheet: Sheet): string[] {
  const text = linesOf(sheet).filter(({ y, size }) => y <= END && near(size, 16))
  const gaps = text.flatMap(({ y }, at) => (at > 0 ? [y - (text[at - 1]?.y ?? y)] : []))
  const isForm = sheet.boxes.length > 8
  return [
    ...(text.length === 0 ? ['an empty page'] : []),
    ...(text.length > 22 ? [`${text.length} lines`] : []),
    ...text.filter(({ x, end }) => x < LEFT - 0.5 || end + 5 > RIGHT).map(({ x, end }) => `${x} to ${end}`),
    ...(isForm ? [] : gaps.filter((gap) => gap < LINE - 0.6).map((gap) => `lines ${gap} mm apart`)),
  ]
}

/** From the second page on the text begins 37 mm down, and there is a number under it. */
function faultsOfOther(sheet: Sheet): string[] {
  const lines = linesOf(sheet)
  const numbers = lines.filter(({ y }) => y > END)
  return [
    ...(lines.some(({ y }) => y < TOP) ? ['text above its place'] : []),
    ...(numbers.length === 1 && near(numbers[0]?.size ?? 0, 14) ? [] : ['the page number']),
    ...(sheet.boxes.some(({ colour }) => colour === '.8 0 0') ? ['red on a later page'] : []),
  ]
}
