import type { Plugin } from 'rolldown'

export function languagesApart(tell: (words: { address: string; english: string }) => void): Plugin
