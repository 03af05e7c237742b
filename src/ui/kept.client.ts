/** The browser's store of what a resident's phone keeps for a day. */
export const KEPT = 'kept'

/** Milliseconds for another page of ours to let go of the store. */
const PATIENCE = 500

/** Leaves nothing behind: neither what was sent, nor what was being written. Done when it is gone. */
export function forgetAll(): Promise<void> {
  sessionStorage.clear()
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase(KEPT)
    request.onsuccess = request.onerror = () => done()
    setTimeout(done, PATIENCE)
  })
}
