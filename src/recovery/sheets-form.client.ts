import { readDigits } from '../sealing/digits.ts'
import { readRow, type Sheet } from '../sealing/recovery.ts'
import { say } from '../staff/saying.client.ts'
import { readSheets } from './typed-sheets.ts'

const WHOLE = 20

const rowsOf = (form: HTMLFormElement, sheet: number) => [
  ...form.querySelectorAll<HTMLInputElement>(`[data-sheet="${sheet}"]`),
]

/** A row is judged once it is whole or left, and a mended one is cleared at the keystroke that mends it. */
export function judgeRows(form: HTMLFormElement): void {
  for (const row of [...rowsOf(form, 1), ...rowsOf(form, 2)]) {
    row.addEventListener('input', () => {
      const isWhole = readDigits(row.value).length >= WHOLE
      tell(row, isWhole && !readRow(row.value))
    })
    row.addEventListener('change', () => tell(row, row.value !== '' && !readRow(row.value)))
  }
}

function tell(row: HTMLInputElement, wrong: boolean): void {
  row.setAttribute('aria-invalid', String(wrong))
  const sentence = row.parentElement?.querySelector<HTMLElement>('.error')
  if (sentence) sentence.hidden = !wrong
}

/** The two sheets, or nothing, and then the form says why. */
export function typedSheets(form: HTMLFormElement, set: string): Sheet[] | undefined {
  const sheets = [rowsOf(form, 1), rowsOf(form, 2)]
  const wrong = sheets.flat().filter((row) => !readRow(row.value))
  for (const row of sheets.flat()) tell(row, wrong.includes(row))
  say(form, '')
  if (wrong[0]) {
    wrong[0].focus()
    return undefined
  }
  const read = readSheets(
    sheets.map((rows) => rows.map(({ value }) => value)),
    set,
  )
  if (Array.isArray(read)) return read
  say(form, read.wrong, 'n' in read ? { n: read.n } : {})
  return undefined
}
