/** The browser's store of what a resident's phone keeps for a day. */
export const KEPT = 'kept'

/** Milliseconds for another page of ours to let go of the store. */
const PATIENCE = 500

/**
 * Leaves nothing behind: neither what was sent, nor what was being written. Done when it is gone. A browser that lets
 * no page keep anything has nothing to forget.
 */
export async function forgetAll(): Promise<void> {
  try {
    sessionStorage.clear()
    await storeGone()
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
