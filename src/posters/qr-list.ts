/**
 * A list that WPS and Excel open as it is: UTF-8 with its mark in front, lines that end as theirs do. A cell that a
 * spreadsheet would take for a formula gets an apostrophe, which shows it as text.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`

/** Also full-width signs and signs after blanks: spreadsheets in Chinese take those too. */
function cellOf(text: string): string {
  const harmless = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
