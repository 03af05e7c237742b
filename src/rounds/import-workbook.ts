import type { Bytes } from '../sealing/bytes.ts'
import type { Table } from './import-text.ts'
import { openZip } from './import-zip.ts'

/** What a workbook's parts may grow to together, and the words of its table; ten thousand lines take two million. */
const ROOM = 24 * 1024 * 1024
const WIDEST = 64

export const isWorkbook = (bytes: Bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b

/**
 * The cells of an XLSX file's first sheet, of a formula its last result. `undefined` when it is no workbook. Read here
 * in a few lines because a library for spreadsheets would fill half of the Worker.
 */
export async function readWorkbook(bytes: Bytes, most: number): Promise<Table | undefined> {
  try {
    const part = openZip(bytes, ROOM)
    const xml = async (name: string) => {
      const file = await part(name)
      return file && new TextDecoder('utf-8', { fatal: true }).decode(file)
    }
    const book = (await xml('xl/workbook.xml')) ?? ''
    const sheet = await xml(firstSheet(book, (await xml('xl/_rels/workbook.xml.rels')) ?? ''))
    if (!sheet) return undefined
    return readSheet(sheet, readStrings((await xml('xl/sharedStrings.xml')) ?? ''), most)
  } catch {
    return undefined
  }
}

interface Tag {
  /** Without its namespace; with a slash in front when it closes. */
  name: string
  attributes: string
  /** The text between the tag before and this one. */
  before: string
  empty: boolean
}

/** Every tag in turn, in time that grows with the text alone, however broken it is. */
function* tagsOf(xml: string): Generator<Tag> {
  let end = 0
  for (;;) {
    const start = xml.indexOf('<', end)
    const close = xml.indexOf('>', start)
    if (start < 0 || close < 0) return
    const inner = xml.slice(start + 1, close)
    const [, slash = '', name = ''] = /^(\/?)(?:[\w.-]+:)?([\w.-]*)/.exec(inner) ?? []
    yield { name: slash + name, attributes: inner, before: xml.slice(end, start), empty: inner.endsWith('/') }
    end = close + 1
  }
}

const attribute = ({ attributes }: Tag, name: string) =>
  new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1]

function firstSheet(workbook: string, relations: string): string {
  const sheet = [...tagsOf(workbook)].find(({ name }) => name === 'sheet')
  const id = sheet && /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(sheet.attributes)?.[1]
  const named = [...tagsOf(relations)].filter(({ name }) => name === 'Relationship')
  const relation = named.find((tag) => attribute(tag, 'Id') === id)
  const target = relation && attribute(relation, 'Target')
  if (!target) return 'xl/worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Strings are kept once and named by number. How a word is pronounced (`rPh`) is no part of it. */
function readStrings(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let spoken = false
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'rPh') spoken = !tag.empty
    else if (tag.name === '/rPh') spoken = false
    else if (tag.name === '/t' && !spoken) text += entitiesIn(tag.before)
    else if (tag.name === '/si' || (tag.name === 'si' && tag.empty)) {
      strings.push(text)
      text = ''
    }
  }
  return strings
}

function readSheet(xml: string, strings: readonly string[], most: number): Table {
  const rows: string[][] = []
  let row: string[] = []
  let column = 0
  let type = ''
  let value = ''
  let room = ROOM
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'row') {
      const at = Number(attribute(tag, 'r')) || rows.length + 1
      while (rows.length < Math.min(at - 1, most)) rows.push([])
      row = []
      column = 0
      if (tag.empty) rows.push(row)
    } else if (tag.name === 'c') {
      column = columnOf(attribute(tag, 'r')) ?? column + 1
      type = attribute(tag, 't') ?? ''
      value = ''
    } else if (tag.name === '/v' || tag.name === '/t') value += entitiesIn(tag.before)
    else if (tag.name === '/c' && column <= WIDEST) {
      while (row.length < column) row.push('')
      const cell = (type === 's' ? (strings[Number(value)] ?? '') : value).trim()
      // A string kept once can fill every cell.
      room -= cell.length
      if (room < 0) throw new RangeError('too many words')
      row[column - 1] = cell
    } else if (tag.name === '/row') rows.push(row)
    if (rows.length >= most) return rows
  }
  return rows
}

/** `B12` is the second column. */
function columnOf(cell: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(cell ?? '')?.[0]
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const entitiesIn = (text: string) =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
  })
