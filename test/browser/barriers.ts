import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { ownLetters } from './large-type.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const contrast = 'color-contrast'
/** What else an eye that needs other colours and larger letters can meet, and no other does. */
const hardToSee = ['link-in-text-block', 'scrollable-region-focusable']

/**
 * What stands in the way of people who see, hear or move differently: one line for each, none on a good page. As the
 * page stands, and in the same state once more in forced colours and letters half as large again: of that only what can
 * then be otherwise. Afterwards its colours are the page's own, and its letters at 100 %, whatever they were.
 */
export async function barriers(page: Page, { colours = true }: Look = {}): Promise<string[]> {
  const shown = await shownWithScripts(page)
  const usual = await barriersBy(shown, { rules: { [contrast]: { enabled: colours } } })
  await ownLetters(shown, 150)
  const forced = await barriersOnlyInForcedColours(shown, { colours })
  await ownLetters(shown, 100)
  return [...usual, ...forced]
}

/** Where all else was looked at in this language, in ordinary letters: what other colours and larger ones can add. */
export async function barriersOnlyInForcedColours(
  page: Page,
  { colours = true }: Look = {},
): Promise<string[]> {
  const shown = await shownWithScripts(page)
  await shown.emulateMedia({ forcedColors: 'active' })
  const forced = await barriersBy(shown, { runOnly: colours ? [contrast, ...hardToSee] : hardToSee })
  await shown.emulateMedia({ forcedColors: 'none' })
  return forced.map((barrier) => `forced colours, ${barrier}`)
}

/**
 * The same with everything shown that a page keeps until it is needed: each of its steps, and all that can go wrong;
 * but for a field that is hidden itself, for that is never shown.
 * For languages in which nobody goes all the way. `look`: with which eyes. Afterwards the page is as it was.
 */
export async function barriersUnfolded(page: Page, look = () => barriers(page)): Promise<string[]> {
  const folded = await page.evaluateHandle(() => {
    const all = [...document.querySelectorAll<HTMLElement>('main [hidden]:not(input, textarea)')]
    for (const one of all) one.hidden = false
    return all
  })
  const found = await look()
  await folded.evaluate((all) => {
    for (const one of all) one.hidden = true
  })
  return found
}

interface Look {
  /** They take half of the time, and are the same where a page says the same in another language. */
  colours?: boolean
}

/** The same as the page stands, and no other way. */
export async function barriersAsItStands(page: Page, { colours = true }: Look = {}): Promise<string[]> {
  const shown = await shownWithScripts(page)
  return barriersBy(shown, { rules: { [contrast]: { enabled: colours } } })
}

const sweeping = new WeakSet<Page>()

/** For a page in which nearly all that is opened is looked at: every document begins with the checker, sent once. */
export async function sweep(page: Page) {
  if (sweeping.has(page)) return
  sweeping.add(page)
  await page.addInitScript(axe)
}

async function barriersBy(page: Page, rules: RunOptions): Promise<string[]> {
  // It stays with the document: sending it takes as long as looking.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  // What passes need not be told in full, and is not asked for: that takes as long as looking.
  const how: RunOptions = { ...rules, resultTypes: ['violations'] }
  const run = `axe.run(${JSON.stringify(how)}).then(({ violations }) => violations)`
  const violations = (await page.evaluate(run)) as AxeResults['violations']
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target})`))
}

/** The same in the few colours that somebody has chosen for all pages. */
export async function barriersInForcedColours(page: Page, look?: Look): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' })
  const found = await barriersAsItStands(page, look)
  await page.emulateMedia({ forcedColors: 'none' })
  return found
}

const copies = new WeakMap<Page, Promise<Page>>()

/** The checker is a script, so a page that may run none is looked at as a copy, in which only the checker runs. */
async function shownWithScripts(page: Page): Promise<Page> {
  const mayRun = await page.evaluate(() => matchMedia('(scripting: enabled)').matches)
  return mayRun ? page : copyOf(page)
}

async function copyOf(page: Page): Promise<Page> {
  const body = (await page.content()).replace(/<script\b[^>]*>.*?<\/script>|<\/?noscript>/gs, '')
  const copy = await (copies.get(page) ?? besides(page))
  const size = page.viewportSize()
  if (size) await copy.setViewportSize(size)
  const isForced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches)
  await copy.emulateMedia({ forcedColors: isForced ? 'active' : 'none' })
  await copy.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body })
      : route.continue(),
  )
  await copy.goto(page.url())
  await copy.unrouteAll()
  return copy
}

/** One more window, in which scripts may run, for all that this one comes to show. */
function besides(page: Page): Promise<Page> {
  const browser = page.context().browser()
  if (!browser) throw new Error('The browser is closed.')
  const opened = browser.newPage()
  copies.set(page, opened)
  return opened
}
