import { type Zippable, zipSync } from 'fflate'
import {
  ACROSS,
  CHARACTERS,
  LINE,
  NAMES,
  pageXml,
  type Style,
  stylesXml,
  TALL,
  tableXml,
  VALUES,
} from './docx-styles.ts'

export interface FormRow {
  name: string
  value: string
  /** A large empty one. */
  tall: boolean
}

/** What stands on a letter, from the top down. */
export type Block =
  | {
      as:
        | 'head'
        | 'number'
        | 'title'
        | 'formTitle'
        | 'to'
        | 'body'
        | 'heading'
        | 'contact'
        | 'attached'
        | 'copies'
      text: string
    }
  | { as: 'signed'; lines: readonly string[] }
  | { as: 'form'; rows: readonly FormRow[] }

export interface Paper {
  blocks: readonly Block[]
  /** Who made the file and when, on every page, where the print says so too. */
  mark: string
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
const SCHEMAS = 'http://schemas.openxmlformats.org/'
const RELATIONSHIPS = `${SCHEMAS}officeDocument/2006/relationships`
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const NAMES_OF_XML = `xmlns:w="${SCHEMAS}wordprocessingml/2006/main" xmlns:r="${RELATIONSHIPS}"`

/**
 * A letter as WordprocessingML (ECMA-376), for Word and WPS. It names no author and no time of its own: the same letter
 * is the same bytes.
 */
export function docxOf({ blocks, mark }: Paper): Uint8Array<ArrayBuffer> {
  const parts = [
    ['styles', 'styles', `<w:styles ${NAMES_OF_XML}>${stylesXml}</w:styles>`],
    ['settings', 'settings', `<w:settings ${NAMES_OF_XML}>${settingsXml}</w:settings>`],
    ...pages.flatMap(([page, foot]) => [
      [`header-${page}`, 'header', `<w:hdr ${NAMES_OF_XML}>${headerOf(page, mark)}</w:hdr>`] as const,
      [`footer-${page}`, 'footer', `<w:ftr ${NAMES_OF_XML}>${foot}</w:ftr>`] as const,
    ]),
  ] as const
  const body = `${blocks.map(blockXml).join('')}<w:sectPr>${references}${pageXml}</w:sectPr>`
  const document = `<w:document ${NAMES_OF_XML}><w:body>${body}</w:body></w:document>`
  const files: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${SCHEMAS}package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      [['document', 'document.main'], ...parts]
        .map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${OFFICE}${type}+xml"/>`)
        .join('') +
      '</Types>',
    '_rels/.rels': relationships([['document', 'officeDocument', 'word/']]),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': relationships(parts.map(([name, type]) => [name, type, ''])),
    ...Object.fromEntries(parts.map(([name, , xml]) => [`word/${name}.xml`, xml])),
  }
  const packed: Zippable = {}
  for (const [name, xml] of Object.entries(files)) packed[name] = new TextEncoder().encode(XML + xml)
  return zipSync(packed, { mtime: new Date(1980, 0, 1) })
}

const relationships = (to: readonly (readonly [name: string, type: string, folder: string])[]) =>
  `<Relationships xmlns="${SCHEMAS}package/2006/relationships">` +
  to
    .map(
      ([name, type, folder]) =>
        `<Relationship Id="${name}" Type="${RELATIONSHIPS}/${type}" Target="${folder}${name}.xml"/>`,
    )
    .join('') +
  '</Relationships>'

const settingsXml =
  '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting ' +
  'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'

function paragraph(style: Style, content: string, own = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${own}</w:pPr>${content}</w:p>`
}

const pageNumber = (style: Style) =>
  paragraph(
    style,
    `${run('— ')}<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>${run(' —')}`,
  )

/** The first page has the lines at its foot and no number; the others one, at the outer edge. */
const pages = [
  ['first', paragraph('foot', '')],
  ['default', pageNumber('odd')],
  ['even', pageNumber('even')],
] as const

const headerOf = (page: string, mark: string) =>
  paragraph('mark', run(mark)) + (page === 'first' ? '' : paragraph('push', ''))

const references = pages
  .map(
    ([page]) =>
      `<w:headerReference w:type="${page}" r:id="header-${page}"/>` +
      `<w:footerReference w:type="${page}" r:id="footer-${page}"/>`,
  )
  .join('')

function blockXml(block: Block): string {
  if (block.as === 'signed') return signedXml(block.lines)
  if (block.as === 'form')
    return `<w:tbl>${tableXml}${block.rows.map(rowXml).join('')}</w:tbl>${paragraph('end', '')}`
  if (block.as === 'head') return paragraph('head', run(block.text)) + paragraph('rule', '')
  return paragraph(block.as, run(block.text))
}

/** The date four characters from the right, the name in the middle above it, unless it is too long for that. */
function signedXml(lines: readonly string[]): string {
  const last = lines.length - 1
  const wide = Math.max(...lines.map((text, at) => widthOf(text) + (at === last ? 8 : 0)))
  const left = Math.max(0, Math.round(((CHARACTERS - wide) * ACROSS) / CHARACTERS))
  return lines
    .map((text, at) => {
      const before = at === 0 ? `<w:spacing w:before="${LINE}"/>` : ''
      return paragraph(
        'signed',
        run(text),
        `${at === last ? '' : '<w:keepNext/>'}${before}<w:ind w:left="${left}"/>`,
      )
    })
    .join('')
}

/** In characters: letters and digits of the alphabet are half as wide. */
const widthOf = (text: string) => [...text].reduce((sum, one) => sum + (one < '\u0300' ? 0.5 : 1), 0)

const rowXml = ({ name, value, tall }: FormRow) =>
  `<w:tr><w:trPr><w:cantSplit/>${tall ? `<w:trHeight w:val="${TALL}" w:hRule="atLeast"/>` : ''}</w:trPr>` +
  `${cell(NAMES, name)}${cell(VALUES, value)}</w:tr>`

const cell = (width: number, text: string) =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph('cell', run(text))}</w:tc>`

/** Text of one line: a tab is an element of its own. */
function run(text: string): string {
  const pieces = text
    .split('\t')
    .map((piece) => (piece === '' ? '' : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`))
  return text === '' ? '' : `<w:r>${pieces.join('<w:tab/>')}</w:r>`
}

/** XML 1.0 forbids most control characters in any spelling: they go. Half a character is written as U+FFFD. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones.
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  )
}
