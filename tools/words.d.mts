import type { Plugin } from 'rolldown'

export interface Words {
  address: string
  english: string
}

export function languagesApart(tell: (words: Words) => void): Plugin
