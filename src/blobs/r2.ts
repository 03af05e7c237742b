import type { R2Bucket } from '@cloudflare/workers-types'
import { type Blobs, BlobsDown } from './blobs.ts'

/** So many names R2 takes in one call. */
const AT_ONCE = 1000

/** Objects in a bucket that is bound to the Worker. */
export const r2Blobs = (bucket: R2Bucket): Blobs => ({
  async put(name, bytes) {
    await bucket.put(name, bytes).catch(down)
  },
  async get(name) {
    const found = await bucket.get(name).catch(down)
    return found ? new Uint8Array(await found.arrayBuffer().catch(down)) : undefined
  },
  async delete(names) {
    for (let at = 0; at < names.length; at += AT_ONCE)
      await bucket.delete(names.slice(at, at + AT_ONCE)).catch(down)
  },
})

function down(cause: unknown): never {
  throw new BlobsDown('R2 does not answer', { cause })
}
