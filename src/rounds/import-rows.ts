import { importWords } from '../i18n/import.ts'
import { everyWay } from '../i18n/speak.ts'
import { unitTypeWords } from '../i18n/units.ts'
import type { Table } from './import-text.ts'
import { type UnitType, unitTypes } from './tables.ts'

export const columns = [
  'name',
  'type',
  'parent',
  'team',
  'sheets',
  'shortName',
  'system',
  'dialects',
  'headcount',
] as const
type Column = (typeof columns)[number]

/** One unit as its line says it; `row` is the line's number in the table. */
export type ImportRow = { row: number } & Record<Column, string>

/** The lines that say something. The first may name the columns, in any order; else they stand as in the sample. */
export function readRows(table: Table): ImportRow[] {
  const { head, named } = headOf(table)
  const order: readonly (Column | undefined)[] = named ? head : columns
  return table.flatMap((cells, at) => {
    if ((named && at === 0) || cells.every((cell) => cell === '')) return []
    const said = (column: Column) => cells[order.lastIndexOf(column)] ?? ''
    return [
      {
        row: at + 1,
        name: said('name'),
        type: said('type'),
        parent: said('parent'),
        team: said('team'),
        sheets: said('sheets'),
        shortName: said('shortName'),
        system: said('system'),
        dialects: said('dialects'),
        headcount: said('headcount'),
      },
    ]
  })
}

function headOf([first = []]: Table) {
  const head = first.map(columnNamed)
  return { head, named: head.includes('name') }
}

/** What the table calls those of its columns that nothing is taken from. */
export function unusedColumns(table: Table): string[] {
  const { head, named } = headOf(table)
  return named ? (table[0] ?? []).filter((cell, n) => cell !== '' && !head[n]) : []
}

const columnNamed = (cell: string): Column | undefined =>
  columns.find((column) => everyWay(importWords.columns[column]).includes(bare(cell)))

export const typeNamed = (cell: string): UnitType | undefined =>
  unitTypes.find((type) => type === cell || everyWay(unitTypeWords[type]).includes(bare(cell)))

const bare = (cell: string) => cell.replace(/[（(].*$/, '').trim()
