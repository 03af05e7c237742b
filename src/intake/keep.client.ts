import { DRAFTS, inStore, WORDS } from '../ui/kept.client.ts'
import type { Writing } from './writing.ts'

/** A report on its way. Once it has arrived only what asks for its receipt again is left. */
export interface KeptDraft {
  token: string
  id: string
  code: string
  /** The content key, base64url. */
  dek?: string | undefined
  writing?: Writing | undefined
  /** What is posted, sealed. */
  post?: string | undefined
  arrived: boolean
}

interface Kept {
  key: CryptoKey
  iv: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
  until: number
}

const DAY = 86_400_000

/** Non-extractable: what it seals can be read on this phone, in this browser, and nowhere else. */
const makeKey = () =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

/**
 * Keeps a draft for a day, under a key that no script can read out. A phone that keeps nothing, as in private windows,
 * can still send: then only this page knows.
 */
export async function keep(draft: KeptDraft): Promise<void> {
  const key = await makeKey()
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(draft))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)
  const kept: Kept = { key, iv, sealed, until: Date.now() + DAY }
  await inStore('keep', DRAFTS, (store) => store.put(kept, draft.id))
}

/** The latest draft in this drawer that is not a day old. */
export async function findKept(drawer: string): Promise<KeptDraft | undefined> {
  const all = (await inStore<Kept[]>('look', DRAFTS, (store) => store.getAll())) ?? []
  const found: [until: number, draft: KeptDraft][] = []
  for (const { key, iv, sealed, until } of all) {
    if (until < Date.now()) continue
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)
    const draft: KeptDraft = JSON.parse(new TextDecoder().decode(plain))
    if (draft.token === drawer) found.push([until, draft])
  }
  return found.sort(([a], [b]) => b - a)[0]?.[1]
}

export async function forget(id: string): Promise<void> {
  await inStore('drop', DRAFTS, (store) => store.delete(id))
}

interface WordsKey {
  key: CryptoKey
  until: number
}

/** The key under which words that are being written are put aside; a day later there is another. */
export async function wordsKey(): Promise<CryptoKey | undefined> {
  const held = await inStore<WordsKey | undefined>('look', WORDS, (store) => store.get(WORDS))
  if (held && held.until > Date.now()) return held.key
  const key = await makeKey()
  const kept: WordsKey = { key, until: Date.now() + DAY }
  const put = await inStore('keep', WORDS, (store) => store.put(kept, WORDS))
  return put === undefined ? undefined : key
}
