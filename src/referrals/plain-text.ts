import { asRulesHaveIt } from './simplified.ts'

/**
 * A text as it is compared: full width as half width, small letters, traditional characters as the rules have them,
 * nothing that is not to be seen; and for each UTF-16 unit where the character that it came from begins and ends.
 */
export interface Plain {
  text: string
  from: readonly number[]
  to: readonly number[]
}

export function plainOf(text: string): Plain {
  const from: number[] = []
  const to: number[] = []
  let plain = ''
  let at = 0
  for (const character of text) {
    const end = at + character.length
    const same = asRulesHaveIt(character.normalize('NFKC').toLowerCase()).replace(/\p{Cf}/gu, '')
    for (let n = 0; n < same.length; n++) {
      from.push(at)
      to.push(end)
    }
    plain += same
    at = end
  }
  return { text: plain, from, to }
}

/** What of a text a pattern matches, without what stands between. */
function only(pattern: RegExp, { text, from, to }: Plain): Plain {
  const kept = [...text.matchAll(pattern)].flatMap(({ 0: { length }, index }) =>
    Array.from({ length }, (_, n) => index + n),
  )
  return {
    text: kept.map((at) => text[at]).join(''),
    from: kept.map((at) => from[at] ?? 0),
    to: kept.map((at) => to[at] ?? 0),
  }
}

/** Without the blanks that hide nothing but what is looked for, as in 12 号: one is left between letters and figures. */
export const closed = (plain: Plain) => only(/\S|[\n\r]|(?<=[a-z\d])[^\S\n\r](?=[^\S\n\r]*[a-z\d])/gu, plain)

/** Only what is said counts: letters and digits, without marks and spaces between them. */
export const wordsOf = (plain: Plain) => only(/[\p{L}\p{N}]/gu, plain)
