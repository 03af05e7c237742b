import { OPENED } from '../ui/opened.client.ts'
import { type Level, lines, QUIET, symbolOf } from '../ui/qr.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** Writes rows of digits into the empty squares of `DigitRows`. */
export function showDigits(root: ParentNode, name: string, rows: readonly string[]): void {
  const squares = root.querySelectorAll(`[data-digits="${name}"] b`)
  const digits = rows.join('')
  squares.forEach((square, at) => {
    square.textContent = digits[at] ?? ''
  })
}

/** Draws a QR symbol of any text: what it says exists in this page alone. */
export function drawQr(place: Element, text: string, label: string, level?: Level): void {
  const symbol = symbolOf(text, level)
  const side = symbol.size + 2 * QUIET
  const svg = element('svg', { viewBox: `0 0 ${side} ${side}`, 'shape-rendering': 'crispEdges', role: 'img' })
  const title = element('title', {})
  title.textContent = label
  svg.append(
    title,
    element('path', { d: `M0 0h${side}v${side}H0z`, fill: '#fff' }),
    element('path', { d: lines(symbol), stroke: '#000' }),
  )
  place.replaceChildren(svg)
}

function element(name: string, attributes: Record<string, string>): Element {
  const made = document.createElementNS(SVG, name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  return made
}

/**
 * Every button that prints prints this page; what else stands on it has the class `noprint`. One that prints now does
 * so as soon as all that is sealed stands on the paper.
 */
export function enhancePrint(root: ParentNode): void {
  const now = root.querySelector('[data-print=now]')
  // A paper on which nothing is sealed opens nothing.
  if (now && root.querySelector('.paper[data-whole]')) print()
  else if (now) document.addEventListener(OPENED, printOpened)
  for (const button of root.querySelectorAll('[data-print]')) button.addEventListener('click', () => print())
}

function printOpened() {
  if (document.querySelector('.paper .opened:not([data-opened])')) return
  document.removeEventListener(OPENED, printOpened)
  print()
}
