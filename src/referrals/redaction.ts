import type { Original } from './original.ts'
import { closed, type Plain, plainOf, wordsOf } from './plain-text.ts'
import { speakersIn } from './speakers.ts'
import { type Finding, findingKinds, tellingMarks } from './telling-marks.ts'

/** Characters in a row that are the original's own words. */
export const QUOTE = 8

/** What a letter says of where it comes from; of a message to the resident there is nothing to hide of that. */
export type Source = 'visits' | 'residents'

/**
 * What in a text could tell who spoke, or that somebody did where the letter keeps quiet about it, in the order of the
 * text. Pure, and run in browsers only, because the server has neither the summary nor the original. It warns and never
 * decides: the four ticks are a person's. What several rules find is told once, by the first of them.
 */
export function placesToLookAt(text: string, original: Original, source: Source): Finding[] {
  const plain = plainOf(text)
  const close = closed(plain)
  const speakers = source === 'visits' ? speakersIn(close) : []
  const marks = [...tellingMarks(close, original), ...speakers].map((mark) => inText(close, mark))
  const found = [...quotes(plain, original), ...marks]
  const order = (one: Finding) => findingKinds.indexOf(one.kind)
  const kept: Finding[] = []
  for (const one of found.sort((a, b) => order(a) - order(b) || a.from - b.from)) {
    const inside = kept.some(({ from, to }) => from <= one.from && one.to <= to)
    if (!inside) kept.push(one)
  }
  return kept.sort((a, b) => a.from - b.from || a.to - b.to)
}

function quotes(plain: Plain, { text, place, later }: Original): Finding[] {
  const ours = wordsOf(plain)
  const theirs = [text, place, ...later].map((one) => wordsOf(plainOf(one)).text)
  const found: Finding[] = []
  for (let from = 0; from + QUOTE <= ours.text.length; ) {
    let to = from + QUOTE
    const isTheirs = (end: number) => theirs.some((one) => one.includes(ours.text.slice(from, end)))
    if (!isTheirs(to)) {
      from++
      continue
    }
    while (to < ours.text.length && isTheirs(to + 1)) to++
    found.push(inText(ours, { kind: 'quote', from, to }))
    from = to
  }
  return found
}

/** Where in the text itself that is which was found in it as it is compared. */
const inText = (plain: Plain, { kind, from, to }: Finding): Finding => ({
  kind,
  from: plain.from[from] ?? 0,
  to: plain.to[to - 1] ?? 0,
})
