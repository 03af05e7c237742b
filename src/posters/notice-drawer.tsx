import type { Day } from '../clock/day.ts'
import { notice } from '../i18n/paper.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { escaped, svgOf } from '../ui/qr.ts'
import { isLong, Notice } from './notice.tsx'
import type { Paper } from './paper.ts'

/** What stands in the drawn notice where each sheet has its own: signs that no text has. */
const OWN = { unit: '\ue000', number: '\ue001', sheet: '\ue002', symbol: '\ue003' } as const

/**
 * Draws notices as markup. What all notices of a team have in common is rendered once; of a thousand sheets each then
 * costs little more than its symbol.
 */
export function noticeDrawer(lang: Lang, { demo, today }: { demo: boolean; today: Day }) {
  const drawn = new Map<string, string[]>()
  const piecesOf = (paper: Paper): string[] => {
    const tight = isLong(lang, paper)
    const { token: _token, number: _number, sheets: _sheets, unit: _unit, symbol: _symbol, ...shared } = paper
    const key = JSON.stringify([tight, shared])
    const known = drawn.get(key)
    if (known) return known
    const common = { ...paper, unit: OWN.unit, number: OWN.number }
    const fixed = { lang, demo, today, tight, sheet: OWN.sheet, picture: OWN.symbol }
    const pieces = `${<Notice {...fixed} paper={common} />}`.split(/([\ue000-\ue003])/)
    drawn.set(key, pieces)
    return pieces
  }
  return (paper: Paper, sheet: number): string => {
    const own: Record<string, string> = {
      [OWN.unit]: escaped(paper.unit),
      [OWN.number]: paper.number,
      [OWN.sheet]: String(sheet).padStart(2, '0'),
      [OWN.symbol]: svgOf(paper.symbol, say(lang, notice.qr, { number: paper.number })),
    }
    return piecesOf(paper)
      .map((piece, at) => (at % 2 === 1 ? own[piece] : piece))
      .join('')
  }
}
