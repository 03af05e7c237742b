import type { Bytes } from '../sealing/bytes.ts'

export type Table = readonly (readonly string[])[]

const STRICT = { fatal: true } as const

/** The text of a CSV file as WPS, Excel and editors save it; `undefined` when it is no text at all. */
export function decodeText(bytes: Bytes): string | undefined {
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, STRICT).decode(bytes)
      if (!notText.test(text)) return text
    } catch {
      // Not written in this encoding: the next one may fit.
    }
  }
  return undefined
}

/** A byte order mark decides. Without one, Chinese in GB18030 is practically never valid UTF-8. */
function encodingsOf([first, second]: Bytes): readonly string[] {
  if (first === 0xff && second === 0xfe) return ['utf-16le']
  if (first === 0xfe && second === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no table has them, every other kind of file does.
const notText = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/

/**
 * The cells of pasted text or CSV, quotes and line breaks in cells as RFC 4180 has them; a quote within a cell is one
 * of its characters. Tabs part the cells where the first line has one, commas otherwise. Stops after `most` lines, so
 * that a huge file costs no more than a long one.
 */
export function readTable(text: string, most: number): Table {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, bare = '', end = ''] of text.matchAll(cellsPartedBy(separatorOf(text)))) {
    row.push(plain(quoted?.replaceAll('""', '"') ?? bare))
    if (end === '\t' || end === ',') continue
    if (end !== '' || row.some((last) => last !== '')) rows.push(row)
    if (end === '' || rows.length >= most) break
    row = []
  }
  return rows
}

const cellsPartedBy = (separator: '\t' | ',') =>
  new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)"(?=${separator}|[\\r\\n]|$)|([^${separator}\\r\\n]*))(${separator}|\\r\\n?|\\n|$)`,
    'g',
  )

/** As the first line that has either says, quoted cells apart. */
function separatorOf(text: string): '\t' | ',' {
  const lines = text
    .slice(0, 4096)
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]+/)
  return lines.find((line) => /[\t,]/.test(line))?.includes('\t') ? '\t' : ','
}

/** A spreadsheet would run a cell that begins so. */
export const isFormula = (cell: string) => /^[=+\-@＝＋－＠]/.test(cell)

const plain = (cell: string) => cell.trim().replace(/^'(?=[=+\-@＝＋－＠])/, '')

/** The same cells as text to paste again, in which nothing is a formula. `readTable` reads it back. */
export const writeTable = (table: Table, separator: '\t' | ',' = '\t') =>
  table.map((row) => row.map((cell) => written(cell)).join(separator)).join('\n')

function written(cell: string): string {
  const safe = isFormula(cell) ? `'${cell}` : cell
  return /["\t\r\n,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
