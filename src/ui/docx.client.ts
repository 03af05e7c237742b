import { type Block, docxOf, type Paper } from './docx.ts'
import { download } from './download.client.ts'
import { OPENED } from './opened.client.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Offers the paper of a page as a file, once all that is sealed stands on it. */
export function enhanceDocx(root: ParentNode): void {
  const [button, paper] = [
    root.querySelector<HTMLButtonElement>('button[data-docx]'),
    root.querySelector('.paper'),
  ]
  if (!button || !paper) return
  button.hidden = !paper.hasAttribute('data-whole')
  paper.addEventListener(OPENED, () => {
    button.hidden = paper.querySelector('.opened:not([data-opened])') !== null
  })
  button.addEventListener('click', () => {
    const number = paper.querySelector<HTMLElement>('.letter-number > :last-child')?.innerText ?? ''
    download(docxOf(readPaper(paper)), TYPE, `${number}.docx`)
  })
}

/** What the page shows is what the file says: nothing is put into words a second time. */
function readPaper(paper: Element): Paper {
  const shown = [...paper.querySelectorAll<HTMLElement>('.letter :is(p, h1, h2, table)')].filter(
    (element) => element.getClientRects().length > 0,
  )
  const mark = document.querySelector('.watermark text')?.textContent?.trim() ?? ''
  return { blocks: shown.flatMap(blocksOf), mark }
}

const styles = {
  'letter-head': 'head',
  'letter-to': 'to',
  'letter-contact': 'contact',
  'letter-attached': 'attached',
  'letter-copies': 'copies',
} as const

function blocksOf(element: HTMLElement): Block[] {
  if (element instanceof HTMLTableElement) return [{ as: 'form', rows: [...element.rows].map(rowOf) }]
  const pieces = [...element.children].map((piece) => (piece as HTMLElement).innerText)
  if (element.matches('.letter-signed')) return [{ as: 'signed', lines: pieces }]
  if (element.matches('.letter-number'))
    return [{ as: 'number', text: pieces.length > 1 ? pieces.join('\t') : `\t${pieces.join('')}` }]
  const as = styleOf(element)
  return linesOf(element).map((text) => ({ as, text }))
}

function styleOf(element: HTMLElement) {
  if (element.tagName === 'H1') return element.closest('.letter-back') ? 'formTitle' : 'title'
  if (element.tagName === 'H2') return 'heading'
  for (const [name, style] of Object.entries(styles)) if (element.classList.contains(name)) return style
  return 'body'
}

const rowOf = (row: HTMLTableRowElement) => {
  const [name = '', value = ''] = [...row.cells].map(({ innerText }) => innerText)
  return { name, value, tall: row.classList.contains('tall') }
}

const linesOf = ({ innerText }: HTMLElement) => innerText.split(/\r\n|[\r\n]/)
