import { DRAFTS, inStore } from '../ui/kept.client.ts'
import { isThere, type Kept, moveFiles, unansweredOf, withFiles } from './keep.client.ts'

/**
 * On a phone that may be another's: WeChat ends a page when the camera opens or memory is short, and who wrote on it
 * comes back at once. The next who holds that phone is not to find it much later.
 */
const TEN_MINUTES = 600_000

/** Milliseconds before their end at which words are looked for. */
const BEFORE = 1000

/**
 * Keeps what one page has of what is being written for ten minutes, as long as nobody has said whose phone it is. What
 * it takes the place of goes in the same act, and its files come along. What another tab has cleared stays cleared,
 * however late this page writes on or is loaded again. Answers whether it is kept.
 */
export function keepingUnanswered() {
  /** They never stood there; or stood until their time was over, and nobody has cleared them. */
  let isFree = true
  let watch: ReturnType<typeof setTimeout> | undefined
  return async (id: string, kept: Kept, instead?: string): Promise<boolean> => {
    const before = instead ?? id
    let stands = false
    const done = await inStore('change', DRAFTS, (store) => {
      const asked = store.getAllKeys(withFiles(before))
      asked.onsuccess = () => {
        // What is no file's.
        stands = (asked.result as string[]).some((key) => !key.includes('/')) || (isFree && !instead)
        // Those of a tab that is loaded again before its words stood there open all the same.
        if (instead) moveFiles(store, instead, id)
        if (stands)
          store.put({ ...kept, order: kept.until, until: Date.now() + TEN_MINUTES }, unansweredOf(id))
      }
      return asked
    })
    isFree = false
    clearTimeout(watch)
    if (!done || !stands) return false
    watch = setTimeout(async () => {
      // Whoever clears leaves nothing there. On a phone that slept they may be over and swept before this looks.
      isFree = await isThere(unansweredOf(id))
    }, TEN_MINUTES - BEFORE)
    return true
  }
}

/** Somebody said that this phone is not theirs: all goes of which nobody had said whose it is. */
export async function forgetUnanswered(): Promise<void> {
  await inStore('change', DRAFTS, (store) => {
    const asked = store.getAllKeys()
    // Also what is offered no more and was not swept yet.
    asked.onsuccess = () => {
      for (const key of asked.result as string[])
        if (key.endsWith('.')) store.delete(withFiles(key.slice(0, -1)))
    }
    return asked
  })
}
