import { DRAFTS, inStore } from '../ui/kept.client.ts'
import {
  forget,
  isUnanswered,
  type Kept,
  listDrafts,
  moveFiles,
  unansweredOf,
  whileThere,
} from './keep.client.ts'

/**
 * On a phone that may be another's: WeChat ends a page when the camera opens or memory is short, and who wrote on it
 * comes back at once. The next who holds that phone is not to find it much later.
 */
const TEN_MINUTES = 600_000

/**
 * Keeps what one page has of what is being written for ten minutes, as long as nobody has said whose phone it is. What
 * it takes the place of goes in the same act, and its files come along. Answers whether it is kept.
 */
export function keepingUnanswered() {
  /**
   * Till then these words are put only where they stand still: if they do not, another tab has cleared them, and they
   * never are again.
   */
  let until = 0
  return async (id: string, kept: Kept, instead?: string): Promise<boolean> => {
    const again = !instead && Date.now() < until
    const stood = await inStore('change', DRAFTS, (store): IDBRequest => {
      const put = () => {
        if (instead) moveFiles(store, instead, id)
        const short = { ...kept, order: kept.until, until: Date.now() + TEN_MINUTES }
        return store.put(short, unansweredOf(id))
      }
      return again ? whileThere(store, unansweredOf(id), put) : put()
    })
    const stands = stood !== undefined
    if (again && !stands) until = Number.POSITIVE_INFINITY
    if (stands) until = Date.now() + TEN_MINUTES
    return stands
  }
}

/** Somebody said that this phone is not theirs: all goes of which nobody had said whose it is. */
export async function forgetUnanswered(): Promise<void> {
  for (const draft of await listDrafts()) if (isUnanswered(draft)) await forget(draft.id)
}
