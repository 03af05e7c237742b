import { addressSymbol } from '../../src/ui/qr.ts'

/** A QR symbol in half blocks, light on dark as most terminals are. */
export function qrInTerminal(origin: string, path: string): string {
  const { size, isDark } = addressSymbol(origin, path)
  const quiet = 2
  const lines: string[] = []
  for (let y = -quiet; y < size + quiet; y += 2) {
    let line = ''
    for (let x = -quiet; x < size + quiet; x++) {
      const [top, bottom] = [isDark(x, y), isDark(x, y + 1)]
      line += top ? (bottom ? ' ' : '▄') : bottom ? '▀' : '█'
    }
    lines.push(line)
  }
  return lines.join('\n')
}
