/** The browser's store of what a resident's phone keeps for a day. */
export const KEPT = 'kept'

/** Leaves nothing behind: neither what was sent, nor what was being written. */
export function forgetAll(): Promise<void> {
  sessionStorage.clear()
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase(KEPT)
    request.onsuccess = request.onerror = request.onblocked = () => done()
  })
}
