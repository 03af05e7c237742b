import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'

/** In which order ECMA-376 lets children stand; Word calls a file damaged that has them otherwise. */
const orders: Record<string, string> = {
  document: 'body',
  tbl: 'tblPr tblGrid tr',
  tblPr: 'tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook',
  tblBorders: 'top left bottom right insideH insideV',
  tblCellMar: 'top left bottom right',
  tr: 'trPr tc',
  trPr: 'cantSplit trHeight',
  tc: 'tcPr p',
  p: 'pPr r',
  pPr: 'pStyle keepNext keepLines pageBreakBefore pBdr shd tabs autoSpaceDE autoSpaceDN snapToGrid spacing ind jc rPr',
  pBdr: 'top left bottom right',
  rPr: 'rStyle rFonts b i color spacing sz szCs lang',
  style: 'name basedOn next qFormat pPr rPr',
  styles: 'docDefaults style',
  docDefaults: 'rPrDefault pPrDefault',
  settings: 'evenAndOddHeaders characterSpacingControl compat',
  sectPr: 'headerReference|footerReference pgSz pgMar cols titlePg docGrid',
}

export interface ReadDocx {
  /** What is wrong with the package, in words; none of a good one. */
  faults: string[]
  /** What its paragraphs say, in their order. */
  words: string[]
  /** The style of each. */
  styles: string[]
  /** What stands above its pages. */
  marks: string[]
}

/** A file for Word as a reader of XML that is not ours has it: the one of the browser, in an empty page of its own. */
export async function readDocx(empty: Page, bytes: Uint8Array): Promise<ReadDocx> {
  const files = Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)] as const)
  return empty.evaluate(readIn, { files, orders })
}

function readIn({ files, orders }: { files: (readonly [string, string])[]; orders: Record<string, string> }) {
  const faults: string[] = []
  const parsed = new Map<string, Document>()
  for (const [name, text] of files) {
    const xml = new DOMParser().parseFromString(text, 'application/xml')
    if (xml.querySelector('parsererror')) faults.push(`${name} is not XML`)
    parsed.set(name, xml)
    for (const element of xml.querySelectorAll('*')) {
      const order = orders[element.localName]?.split(' ')
      if (!order || /rels$|Types/.test(name)) continue
      let last = 0
      for (const { localName } of element.children) {
        const at = order.findIndex((names) => names.split('|').includes(localName))
        if (at < last && localName !== 'fldSimple')
          faults.push(`${name}: ${localName} in ${element.localName}`)
        last = Math.max(last, at)
      }
    }
  }
  const all = (name: string, tag: string) => [...(parsed.get(name)?.getElementsByTagNameNS('*', tag) ?? [])]
  const types = all('[Content_Types].xml', 'Override').map((one) => one.getAttribute('PartName'))
  const related = ['_rels/.rels', 'word/_rels/document.xml.rels'].flatMap((name) =>
    all(name, 'Relationship').map(
      (one) => `${name.startsWith('word') ? 'word/' : ''}${one.getAttribute('Target')}`,
    ),
  )
  for (const [name] of files.filter(([name]) => name.startsWith('word/') && name.endsWith('.xml'))) {
    if (!types.includes(`/${name}`)) faults.push(`${name} has no type`)
    if (!related.includes(name)) faults.push(`nothing leads to ${name}`)
  }
  for (const name of [...types.map((type) => type?.slice(1) ?? ''), ...related])
    if (!parsed.has(name)) faults.push(`${name} is missing`)
  const ids = all('word/_rels/document.xml.rels', 'Relationship').map((one) => one.getAttribute('Id'))
  for (const kind of ['headerReference', 'footerReference'])
    for (const one of all('word/document.xml', kind))
      if (!ids.includes(one.getAttribute('r:id'))) faults.push(`${kind} ${one.getAttribute('r:id')}`)
  const known = all('word/styles.xml', 'style').map((one) => one.getAttribute('w:styleId'))
  const styleOf = (element: Element) =>
    element.getElementsByTagNameNS('*', 'pStyle')[0]?.getAttribute('w:val') ?? ''
  const textOf = (element: Element) =>
    [...element.querySelectorAll('*')]
      .map(({ localName, textContent }) =>
        localName === 't' ? textContent : localName === 'tab' ? '\t' : '',
      )
      .join('')
  const paragraphs = all('word/document.xml', 'p')
  for (const [name] of files)
    for (const one of all(name, 'p'))
      if (!known.includes(styleOf(one))) faults.push(`${name}: no style ${styleOf(one)}`)
  const headers = files.map(([name]) => name).filter((name) => name.includes('header'))
  return {
    faults,
    words: paragraphs.map(textOf),
    styles: paragraphs.map(styleOf),
    marks: headers.map((name) => all(name, 'p').map(textOf).join('')),
  }
}
