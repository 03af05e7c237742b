import { type FileKind, fileLimits } from '../files/kinds.ts'
import { fill } from '../i18n/speak.ts'
import { one, show } from '../intake/find.client.ts'
import type { Words } from './lines.client.ts'
import type { NotTaken } from './taking.client.ts'

const MIB = 2 ** 20

/** What the box says of the file that was chosen last: that it is made ready, or why it is not taken. */
export function tellIn(box: HTMLElement, words: Words) {
  const say = (selector: string, text: string) => {
    const sentence = one(selector, box)
    if (sentence) sentence.textContent = text
  }
  return {
    working: (isAtWork: boolean) => say('#attach-working', isAtWork ? words.working : ''),
    refused(why?: NotTaken, kind: FileKind = 'photo') {
      show('#attach-wrong', why !== undefined, box)
      if (!why) return
      const size = fill(words.size, { n: Math.ceil((why.size ?? 0) / MIB) })
      say('#attach-wrong', fill(words[why.says], { size, most: fileLimits[kind].bytes / MIB }))
    },
  }
}
