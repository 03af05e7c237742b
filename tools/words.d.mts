import type { Plugin } from 'rolldown'

export interface Words {
  address: string
  english: string
  /** What only staff read, in Chinese: a line for each pair, empty for the others. */
  staff: { address: string; chinese: string }
}

export function languagesApart(tell: (words: Words) => void, onlyForStaff?: ReadonlySet<string>): Plugin
