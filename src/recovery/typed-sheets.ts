import { sameBytes } from '../sealing/bytes.ts'
import { readSheet, type Sheet, setName } from '../sealing/recovery.ts'

/** Why two sheets are none of this office's; `n`: which of the two. */
export type Wrong = { wrong: 'order'; n: number } | { wrong: 'twice' | 'apart' | 'foreign' }

/** Two sheets as typed, five rows each with good check digits. `set`: the one whose sheets open the bundle. */
export function readSheets(typed: readonly (readonly string[])[], set: string): Sheet[] | Wrong {
  const read = typed.map((rows) => readSheet(rows))
  const unread = read.indexOf(undefined)
  if (unread >= 0) return { wrong: 'order', n: unread + 1 }
  const sheets = read.filter((sheet): sheet is Sheet => sheet !== undefined)
  const sets = new Set(sheets.map((sheet) => setName(sheet.set)))
  if (sets.size > 1) return { wrong: 'apart' }
  if (!sets.has(set)) return { wrong: 'foreign' }
  const [one, ...others] = sheets
  if (one && others.some(({ share }) => sameBytes(share, one.share))) return { wrong: 'twice' }
  return sheets
}
