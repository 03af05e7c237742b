import { KEPT } from '../ui/kept.client.ts'
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
const DRAFTS = 'drafts'
const WORDS = 'words'

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
  await inStore('readwrite', (store) => store.put(kept, draft.id))
}

/** The latest draft of this code that is not a day old; what is older is forgotten. */
export async function findKept(token: string): Promise<KeptDraft | undefined> {
  const all = (await inStore<Kept[]>('readonly', (store) => store.getAll())) ?? []
  const ids = (await inStore<IDBValidKey[]>('readonly', (store) => store.getAllKeys())) ?? []
  const found: [until: number, draft: KeptDraft][] = []
  for (const [at, { key, iv, sealed, until }] of all.entries()) {
    if (until < Date.now()) await forget(`${ids[at]}`)
    else {
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)
      const draft: KeptDraft = JSON.parse(new TextDecoder().decode(plain))
      if (draft.token === token) found.push([until, draft])
    }
  }
  return found.sort(([a], [b]) => b - a)[0]?.[1]
}

export async function forget(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id))
}

interface WordsKey {
  key: CryptoKey
  until: number
}

/** The key under which words that are being written are put aside; a day later there is another. */
export async function wordsKey(): Promise<CryptoKey | undefined> {
  const held = await inStore<WordsKey | undefined>('readonly', (store) => store.get(WORDS), WORDS)
  if (held && held.until > Date.now()) return held.key
  const key = await makeKey()
  const kept: WordsKey = { key, until: Date.now() + DAY }
  const put = await inStore('readwrite', (store) => store.put(kept, WORDS), WORDS)
  return put === undefined ? undefined : key
}

/** Undefined when this phone keeps nothing, as in private windows, or cannot keep a key. */
function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
  name = DRAFTS,
): Promise<T | undefined> {
  return new Promise((done) => {
    const attempt = (work: () => void) => {
      try {
        work()
      } catch {
        done(undefined)
      }
    }
    attempt(() => {
      const opening = indexedDB.open(KEPT, 1)
      opening.onupgradeneeded = () => {
        for (const store of [DRAFTS, WORDS]) opening.result.createObjectStore(store)
      }
      opening.onerror = opening.onblocked = () => done(undefined)
      opening.onsuccess = () =>
        attempt(() => {
          const change = opening.result.transaction(name, mode)
          change.oncomplete =
            change.onabort =
            change.onerror =
              () => {
                opening.result.close()
                done(request.error ? undefined : request.result)
              }
          const request = act(change.objectStore(name))
        })
    })
  })
}
