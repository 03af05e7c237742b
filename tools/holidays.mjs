// The announced days off and make-up days, from the package that follows the State Council's notices, as the table
// that the house carries: the names of holidays stay behind, and so do years before any report there can be. Run it
// when a new year is announced and the package has it.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)
const { holidays, workdays } = JSON.parse(
  readFileSync(resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
)

const FIRST = '2022'

/** `2026: '0101 0102 …',`, one line a year. */
function table(name, days) {
  const years = [...new Set(days.map((day) => day.slice(0, 4)))].filter((year) => year >= FIRST)
  const lines = years.sort().map((year) => {
    const each = days.filter((day) => day.startsWith(year)).sort()
    return `  ${year}: '${each.map((day) => day.slice(5).replace('-', '')).join(' ')}',`
  })
  return `export const ${name}: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n}\n`
}

writeFileSync(
  'src/clock/holidays.ts',
  `// Made by tools/holidays.mjs.\n\n${table('off', Object.keys(holidays))}\n${table('worked', Object.keys(workdays))}`,
)
