import { one, show } from './find.client.ts'
import type { KeptDraft } from './keep.client.ts'
import { toRead } from './words.client.ts'

/** What was not taken is shown to whoever wrote it: this phone alone has it. */
export function giveBack({ writing }: KeptDraft) {
  const words = one<HTMLTextAreaElement>('#kept-words')
  if (!words || !writing) return
  words.value = toRead(writing.body)
  show('[data-kept-words]')
}
