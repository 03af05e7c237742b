import type { CDPSession, Page } from 'playwright-core'

/** A small phone on which everything is as large as can be: its own letters at 150 %, and ours at their largest. */
const smallest = { width: 320, height: 568 }
const usual = 16

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** The browser's own setting, as the system or its person gives it: every rem of a page is counted from it. */
export async function ownLetters(page: Page, percent: number) {
  const standard = (usual * percent) / 100
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  await (await session).send('Page.setFontSizes', { fontSizes: { standard } })
}

const lettersOf = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))

/**
 * What is lost of a page as it stands, without leaving it, on a small phone in the largest letters: of ours alone, and
 * of the phone's own as well. One line for each thing, none on a good page. `look`: what else is looked at in such
 * letters. Afterwards the page is as it was.
 */
export async function lostInLargeType(page: Page, look?: () => Promise<void>): Promise<string[]> {
  const size = page.viewportSize() ?? smallest
  const ours = await page.evaluate(() => document.documentElement.dataset.size ?? '')
  const chosen = (to: string) =>
    page.evaluate((to) => {
      document.documentElement.dataset.size = to
    }, to)
  const before = await lettersOf(page)
  await page.setViewportSize(smallest)
  await chosen('largest')
  const largest = await lettersOf(page)
  const lost = await lostOn(page)
  await ownLetters(page, 150)
  const letters = await lettersOf(page)
  lost.push(...(await lostOn(page)))
  await look?.()
  await ownLetters(page, 100)
  await chosen(ours)
  await page.setViewportSize(size)
  if (letters !== largest * 1.5) lost.push(`the browser's own letters change nothing: ${largest}, ${letters}`)
  if ((await lettersOf(page)) !== before) lost.push('the letters stay as they were made')
  return lost
}

/** What sticks out, what is cut off, and what is too low for a thumb. */
const lostOn = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const lost: string[] = []
    if (scrollWidth > clientWidth) lost.push(`the page is ${scrollWidth} wide in ${clientWidth}`)
    const called = (one: Element) =>
      `${one.tagName.toLowerCase()}${one.id && `#${one.id}`}.${one.className} "${one.textContent?.trim().slice(0, 20)}"`
    for (const one of document.body.querySelectorAll<HTMLElement>('*')) {
      if (one.closest('.skip') || !one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue
      const box = one.getBoundingClientRect()
      if (box.width < 3 || box.height < 3) continue
      const { overflowX, overflowY, display, textOverflow } = getComputedStyle(one)
      if (box.left < -1 || box.right > clientWidth + 1)
        lost.push(`${called(one)} stands from ${Math.round(box.left)} to ${Math.round(box.right)}`)
      if (display !== 'inline' && one.matches(':not(input, textarea, select, canvas)')) {
        // What scrolls by itself may be reached; what is hidden beyond an edge, or lies over its neighbour, may not.
        if (one.scrollWidth > one.clientWidth + 1 && overflowX !== 'auto')
          lost.push(`${called(one)} holds ${one.scrollWidth} in ${one.clientWidth}`)
        if (one.scrollHeight > one.clientHeight + 1 && overflowY === 'hidden')
          lost.push(`${called(one)} holds ${one.scrollHeight} in a height of ${one.clientHeight}`)
      }
      if (textOverflow === 'ellipsis' && !one.matches('[type=file]'))
        lost.push(`${called(one)} is cut with dots`)
      if (
        one.matches(
          'button, .btn, .tile, .pick, summary, select, input:not([type=checkbox], [type=radio])',
        ) &&
        box.height < 44
      )
        lost.push(`${called(one)} is ${box.height} high`)
    }
    return lost
  })
