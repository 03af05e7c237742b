import type { Round } from './store.ts'

/** What a special round takes and what not, in the office's words: residents read it on the notice and on the phone. */
export const scopeOf = ({ type, scope }: Pick<Round, 'type' | 'scope'>): string | undefined =>
  (type === 'special' && scope) || undefined
