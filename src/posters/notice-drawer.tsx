import type { Day } from '../clock/day.ts'
import { notice } from '../i18n/paper.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { withBlanks } from '../ui/blanks.ts'
import { escaped, svgOf } from '../ui/qr.ts'
import { isLong, Notice } from './notice.tsx'
import type { Paper } from './paper.ts'

const blanks = ['unit', 'number', 'sheet', 'picture'] as const
type Fill = (own: Record<(typeof blanks)[number], string>) => string

/** Draws notices as markup. What all notices of a team have in common is drawn once. */
export function noticeDrawer(lang: Lang, { demo, today }: { demo: boolean; today: Day }) {
  const drawn = new Map<string, Fill>()
  const fillOf = (paper: Paper): Fill => {
    const tight = isLong(lang, paper)
    const { token: _token, number: _number, sheets: _sheets, unit: _unit, symbol: _symbol, ...shared } = paper
    const key = JSON.stringify([tight, shared])
    const known = drawn.get(key)
    if (known) return known
    const fill = withBlanks(blanks, ({ unit, number, sheet, picture }) => (
      <Notice
        lang={lang}
        demo={demo}
        today={today}
        tight={tight}
        sheet={sheet}
        picture={picture}
        paper={{ ...paper, unit, number }}
      />
    ))
    drawn.set(key, fill)
    return fill
  }
  return (paper: Paper, sheet: number): string =>
    fillOf(paper)({
      unit: escaped(paper.unit),
      number: paper.number,
      sheet: String(sheet).padStart(2, '0'),
      picture: svgOf(paper.symbol, say(lang, notice.qr, { number: paper.number })),
    })
}
