import { symbolOf } from '../ui/qr.ts'

const SVG = 'http://www.w3.org/2000/svg'
const QUIET = 4

/** Writes rows of digits into the empty squares of `DigitRows`. */
export function showDigits(root: ParentNode, name: string, rows: readonly string[]): void {
  const squares = root.querySelectorAll(`[data-digits="${name}"] b`)
  const digits = rows.join('')
  squares.forEach((square, at) => {
    square.textContent = digits[at] ?? ''
  })
}

/** Draws a QR symbol of any text: what it says exists in this page alone. */
export function drawQr(place: Element, text: string, label: string): void {
  const { size, isDark } = symbolOf(text)
  const side = size + 2 * QUIET
  const svg = element('svg', { viewBox: `0 0 ${side} ${side}`, 'shape-rendering': 'crispEdges', role: 'img' })
  const title = element('title', {})
  title.textContent = label
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) if (isDark(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`
  }
  svg.append(
    title,
    element('path', { d: `M0 0h${side}v${side}H0z`, fill: '#fff' }),
    element('path', { d: path }),
  )
  place.replaceChildren(svg)
}

function element(name: string, attributes: Record<string, string>): Element {
  const made = document.createElementNS(SVG, name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  return made
}

/** Every button that prints prints this page; what else stands on it has the class `noprint`. */
export function enhancePrint(root: ParentNode): void {
  for (const button of root.querySelectorAll('[data-print]')) button.addEventListener('click', () => print())
}
