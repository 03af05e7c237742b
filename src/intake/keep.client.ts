import type { Writing } from './writing.ts'

/** A report on its way. Once it has arrived only what asks for its receipt again is left. */
export interface Draft {
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
const STORE = 'drafts'
const NAME = 'kept'

/**
 * Keeps a draft for a day, under a key that no script can read out. A phone that keeps nothing, as in private windows,
 * can still send: then only this page knows.
 */
export async function keep(draft: Draft): Promise<void> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(draft))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)
  const kept: Kept = { key, iv, sealed, until: Date.now() + DAY }
  await inStore('readwrite', (store) => store.put(kept, draft.id))
}

/** The latest draft of this code that is not a day old; what is older is forgotten. */
export async function findKept(token: string): Promise<Draft | undefined> {
  const all = (await inStore<Kept[]>('readonly', (store) => store.getAll())) ?? []
  const ids = (await inStore<IDBValidKey[]>('readonly', (store) => store.getAllKeys())) ?? []
  const found: [until: number, draft: Draft][] = []
  for (const [at, { key, iv, sealed, until }] of all.entries()) {
    if (until < Date.now()) await forget(`${ids[at]}`)
    else {
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)
      const draft: Draft = JSON.parse(new TextDecoder().decode(plain))
      if (draft.token === token) found.push([until, draft])
    }
  }
  return found.sort(([a], [b]) => b - a)[0]?.[1]
}

export async function forget(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id))
}

/** Leaves nothing behind. */
export function forgetAll(): Promise<void> {
  sessionStorage.clear()
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase(NAME)
    request.onsuccess = request.onerror = request.onblocked = () => done()
  })
}

/** Undefined when this phone keeps nothing. */
function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  return new Promise((done) => {
    try {
      const opening = indexedDB.open(NAME, 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
      opening.onerror = opening.onblocked = () => done(undefined)
      opening.onsuccess = () => {
        const change = opening.result.transaction(STORE, mode)
        const request = act(change.objectStore(STORE))
        change.oncomplete =
          change.onabort =
          change.onerror =
            () => {
              opening.result.close()
              done(request.error ? undefined : request.result)
            }
      }
    } catch {
      done(undefined)
    }
  })
}
