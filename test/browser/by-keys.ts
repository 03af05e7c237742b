import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Somebody who presses keys alone. Wherever one leads, the focus is on something, and is seen to be. */
export function byKeys(page: Page) {
  const press = async (key: string) => {
    await page.keyboard.press(key)
    expect(await unseenFocus(page), `after ${key}`).toBe('')
  }
  return {
    press,
    /** To another page, to an answer on its way, or to a place from where the next Tab goes on. */
    follow: () => page.keyboard.press('Enter'),
    /** With Tab, to the first that this selector finds on the way. */
    async to(selector: string, key = 'Tab') {
      for (let pressed = 0; pressed < 90; pressed++) {
        await press(key)
        if (await isAt(page, selector)) return
      }
      throw new Error(`No ${key} leads to ${selector}.`)
    },
    /** Where a script takes the focus. */
    async led(selector: string) {
      await expect.poll(() => isAt(page, selector), { message: selector }).toBe(true)
    },
    type: (text: string) => page.keyboard.type(text),
  }
}

const isAt = (page: Page, selector: string) =>
  page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector)

/** Why nobody sees where the focus is; nothing where they do. */
const unseenFocus = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return 'the focus is on nothing'
    const called = `${at.tagName.toLowerCase()}#${at.id} "${at.textContent?.trim().slice(0, 16)}"`
    // A script leads there to have it read; it is nothing to press.
    if (at.matches('[tabindex="-1"]')) return ''
    // What is drawn by its label shows it there.
    const label = at.nextElementSibling
    const shown = getComputedStyle(at).opacity === '0' && label?.matches('label') ? label : at
    const { outlineStyle, outlineWidth } = getComputedStyle(shown)
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `${called} has no outline`
    const { top, bottom, left, right } = shown.getBoundingClientRect()
    const isInSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
    return isInSight ? '' : `${called} is out of sight`
  })
