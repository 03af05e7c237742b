import { inStore, WORDS } from '../ui/kept.client.ts'
import { DAY, makeKey } from './keep.client.ts'

interface WordsKey {
  key: CryptoKey
  until: number
}

/** The key under which words were put aside within a day, if any were. */
export async function heldWordsKey(): Promise<CryptoKey | undefined> {
  const held = await inStore<WordsKey | undefined>('look', WORDS, (store) => store.get(WORDS))
  return held && held.until > Date.now() ? held.key : undefined
}

/** The key under which words that are being written are put aside, for a day from now on; later there is another. */
export async function wordsKey(): Promise<CryptoKey | undefined> {
  const held = await heldWordsKey()
  const key = held ?? (await makeKey())
  const kept: WordsKey = { key, until: Date.now() + DAY }
  const put = await inStore('keep', WORDS, (store) => store.put(kept, WORDS))
  return put === undefined ? held : key
}

export async function dropWordsKey(): Promise<void> {
  await inStore('change', WORDS, (store) => store.delete(WORDS))
}
