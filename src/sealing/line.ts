import type { Bytes } from './bytes.ts'
import { LINE, type ReportBody, writeFields } from './report-fields.ts'

const SENTENCE = /^.*?(?:[。！？!?；]|\.(?=\s)|$)/mu
const LONGEST = 120

/**
 * What the queue shows: kind, ticks and the first sentence, in at most `room` bytes. The sentence is cut at 120
 * characters, never inside one, and sooner where its escapes would not fit.
 */
export function makeLine(body: ReportBody, room: number): Bytes {
  const [sentence = ''] = body.text.trim().match(SENTENCE) ?? []
  const characters = [...sentence].slice(0, LONGEST)
  const line = () => writeFields(LINE, { ...body, text: characters.join('') })
  while (characters.length > 0 && line().length > room) characters.pop()
  return line()
}
