/** The browser's store of what a resident's phone keeps, for a day at most. */
const KEPT = 'kept'
export const DRAFTS = 'drafts'
export const WORDS = 'words'

const leaving = new AbortController()
/** Aborted when somebody leaves: the scripts of a page run on until the next one is there, and keep nothing more. */
export const left = leaving.signal

/** Milliseconds for another page of ours to let go of the store. */
const PATIENCE = 500

/**
 * Leaves nothing behind: neither what was sent, nor what was being written. Done when it is gone. A browser that lets
 * no page keep anything has nothing to forget.
 */
export async function forgetAll(): Promise<void> {
  leaving.abort()
  try {
    sessionStorage.clear()
    await storeGone()
    await Promise.race([forgetPages(), new Promise((done) => setTimeout(done, PATIENCE))])
  } catch {
    return
  }
}

/**
 * A page that opens without a signal tells where somebody was: it goes with the draft. All of them, or the one at this
 * path.
 */
export async function forgetPages(path = ''): Promise<void> {
  try {
    for (const page of await navigator.serviceWorker.getRegistrations()) {
      // Its printed address differs in its first letter.
      if (!page.scope.endsWith(path.slice(2))) continue
      for (const name of await caches.keys()) if (name.startsWith(`${page.scope} `)) await caches.delete(name)
      await page.unregister()
    }
  } catch {
    return
  }
}

const storeGone = () =>
  new Promise<void>((done) => {
    const request = indexedDB.deleteDatabase(KEPT)
    request.onsuccess = request.onerror = () => done()
    setTimeout(done, PATIENCE)
  })

/** What is over goes when a page of ours is opened, and every minute while one is. */
export function dropExpired() {
  for (const name of [DRAFTS, WORDS]) {
    void inStore('change', name, (store) => {
      const walk = store.openCursor()
      walk.onsuccess = () => {
        const cursor = walk.result
        if (!cursor) return
        if (cursor.value.until < Date.now()) {
          cursor.delete()
          if (String(cursor.key).startsWith('/')) void forgetPages(String(cursor.key))
        }
        cursor.continue()
      }
      return walk
    })
  }
}

/**
 * Only what keeps something makes the store: a page that merely looks leaves none behind. Undefined when there is none,
 * when this phone keeps nothing, as in private windows, has no room left, or cannot keep a key.
 */
export function inStore<T>(
  purpose: 'look' | 'change' | 'keep',
  name: string,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  return new Promise((done) => {
    if (purpose === 'keep' && left.aborted) return done(undefined)
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
        if (purpose !== 'keep') return opening.transaction?.abort()
        for (const store of [DRAFTS, WORDS]) opening.result.createObjectStore(store)
      }
      opening.onerror = opening.onblocked = () => done(undefined)
      opening.onsuccess = () =>
        attempt(() => {
          const change = opening.result.transaction(name, purpose === 'look' ? 'readonly' : 'readwrite')
          const end = (result: T | undefined) => {
            opening.result.close()
            done(result)
          }
          // What was put may still find no room when all of it is written.
          change.onabort = change.onerror = () => end(undefined)
          change.oncomplete = () => end(request.result)
          const request = act(change.objectStore(name))
        })
    })
  })
}
