import type { Plugin } from 'rolldown'

interface Words {
  address: string
  text: string
}

/** Tells the English texts, and the Chinese ones that only staff read: a line for each pair, empty for the others. */
export function languagesApart(
  tell: (words: { english: Words; staff: Words }) => void,
  onlyForStaff?: ReadonlySet<string>,
): Plugin
