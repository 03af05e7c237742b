import { one, show } from './find.client.ts'
import type { Unfinished } from './keep.client.ts'
import { offerKept } from './kept-box.client.ts'
import { leaving } from './leave.client.ts'
import { offerUnfinished } from './unfinished.client.ts'
import { toRead } from './words.client.ts'

// Nothing is taken here any more. Whoever sent something within a day still has its receipt, and who did not finish
// their words.
leaving()
const drawer = one('#kept')?.dataset.drawer
if (drawer) void offerKept(drawer).then(() => offerUnfinished(drawer, { offered: toBeRead }))

/** Who only picked something has nothing to read. */
function toBeRead(draft?: Unfinished): boolean {
  const field = one<HTMLTextAreaElement>('#unfinished-words')
  const { text, subject, place } = draft?.words ?? {}
  const words = toRead(text, subject, place)
  if (field) field.value = words
  show('#unfinished', words !== '')
  return words !== ''
}
