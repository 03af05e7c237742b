/**
 * Every text of ours in traditional characters, made from the Chinese one by the build (`tools/traditional.mjs`).
 * On Node they are all at hand; the Worker's lie beside it and are taken when somebody reads them.
 */
declare const TRADITIONAL_TEXTS: Readonly<Record<string, string>> | undefined

let known: ReadonlyMap<string, string> | undefined

export function keepTraditional(texts: Readonly<Record<string, string>>) {
  known = new Map(Object.entries(texts))
}

/** What people typed is none of our texts and stays as they typed it; so does a text that reads alike in both. */
export function traditional(text: string): string {
  if (!known) keepTraditional(typeof TRADITIONAL_TEXTS === 'undefined' ? {} : TRADITIONAL_TEXTS)
  return known?.get(text) ?? text
}
