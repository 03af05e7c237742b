import { one, show } from './find.client.ts'
import { clear, isUnanswered, type Unfinished } from './keep.client.ts'
import { offerKept } from './kept-box.client.ts'
import { staying } from './leave.client.ts'
import { dropWords, inTab } from './tab.client.ts'
import { offerUnfinished } from './unfinished.client.ts'
import { toRead } from './words.client.ts'
import { heldWordsKey } from './words-key.client.ts'

// Nothing is taken here any more. Whoever sent something within a day still has its receipt, and who did not finish
// their words has what is still kept of them.
staying()
const drawer = one('#kept')?.dataset.drawer
if (drawer) void offerKept(drawer).then(() => offerWords(drawer))

/**
 * What was put aside in this tab, whether the phone keeps it as well or not, comes before what was begun earlier. It is
 * read without being asked for: so in another tab only what its writer's own phone keeps.
 */
async function offerWords(drawer: string) {
  const key = await heldWordsKey()
  const draft = key && (await inTab(key))
  const earlier = () => offerUnfinished(drawer, { leaveOut: isUnanswered, offered: toBeRead })
  if (draft?.token !== drawer || draft.isPassing || !toBeRead(draft)) return earlier()
  one('#unfinished [data-drop]')?.addEventListener(
    'click',
    async () => {
      dropWords()
      await clear(drawer, draft.id)
      show('#unfinished [data-another]')
      await earlier()
    },
    { once: true },
  )
}

/** Who only picked something has nothing to read. */
function toBeRead(draft?: Unfinished): boolean {
  const field = one<HTMLTextAreaElement>('#unfinished-words')
  const words = toRead(draft?.words ?? {})
  if (field) field.value = words
  show('#unfinished', words !== '')
  return words !== ''
}
