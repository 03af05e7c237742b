import type { Page } from 'playwright-core'

/**
 * Where a page is read in another order than it is seen, by whoever hears it or goes from field to field: one line for
 * each place, none on a good page. `columns`: what stands higher may come later where it stands further to the right.
 */
export const outOfOrder = (page: Page, { columns = false } = {}): Promise<string[]> =>
  page.evaluate((columns) => {
    const wrong: string[] = []
    const called = (one: Element) =>
      `${one.tagName.toLowerCase()} "${(one.textContent || one.getAttribute('name') || one.id).trim().slice(0, 16)}"`
    const isSeen = (one: Element) =>
      one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      one.getBoundingClientRect().height > 3 &&
      one.getBoundingClientRect().right > 0

    for (const one of document.querySelectorAll('[tabindex]'))
      if (one instanceof HTMLElement && one.tabIndex > 0) wrong.push(`${called(one)} pushes in`)
    // What is to be mended is said before all else.
    const all = [...document.querySelectorAll(':is(h1, h2, h3, h4, h5, h6):not(#mend *)')].filter(isSeen)
    // Papers on a page have headings of their own, and where there is nothing else the page is called by them.
    const headings = all.filter((one) => !one.closest('.sheet, .letter'))
    const levels = headings.map((one) => Number(one.ariaLevel ?? one.tagName[1]))
    const isPaper = headings.length === 0 && all[0]?.tagName === 'H1'
    if (!isPaper && levels.filter((level) => level === 1).length !== 1) wrong.push(`h1: ${levels.join()}`)
    for (const [at, level] of levels.entries())
      if (level > (levels[at - 1] ?? 0) + 1) wrong.push(`${called(headings[at] as Element)} skips a level`)

    const read = [
      ...document.querySelectorAll(
        'h1, h2, h3, h4, label, legend, input, select, textarea, button, summary, a',
      ),
    ]
    const boxes = read.filter(isSeen).map((one) => ({ one, box: one.getBoundingClientRect() }))
    for (const [at, { one, box }] of boxes.entries()) {
      for (const later of boxes.slice(at + 1)) {
        if (one.contains(later.one)) continue
        const isAbove = later.box.bottom <= box.top + 1
        const isBeside =
          Math.min(later.box.bottom, box.bottom) - Math.max(later.box.top, box.top) > box.height / 2
        const isBefore = isBeside && later.box.right <= box.left + 1
        if (isBefore || (isAbove && !(columns && later.box.left >= box.right - 1)))
          wrong.push(`${called(later.one)} is read after ${called(one)}`)
      }
    }
    return wrong
  }, columns)
