import type { Words } from './words.mjs'

export function bundleWorker(): Promise<{ code: string; words: Words; imports: string[]; files: string[] }>
export function layBeside(words: Words): Promise<void>
