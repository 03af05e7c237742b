import type { Page } from 'playwright-core'

/** In how many lines each of what the page shows of this kind stands. */
export const linesOf = (page: Page, kind: RegExp) =>
  page.evaluate((pattern) => {
    const lines: [string, number][] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const { 0: found, index } of (text.nodeValue ?? '').matchAll(new RegExp(pattern, 'g'))) {
        const range = new Range()
        range.setStart(text, index)
        range.setEnd(text, index + found.length)
        const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top)
        if (tops.length > 0) lines.push([found, new Set(tops).size])
      }
    }
    return lines
  }, kind.source)
