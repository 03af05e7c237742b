import type { Bytes } from '../sealing/bytes.ts'
import { lock } from '../staff/lock.client.ts'
import { Unreachable } from './open-attachment.client.ts'

/** A sealed piece of a file. Who was signed out meanwhile signs in, in place, and goes on. */
export async function fetchPiece(address: string): Promise<Bytes> {
  const answer = await fetch(address).catch(() => undefined)
  if (answer?.status === 401) {
    await lock()
    return fetchPiece(address)
  }
  if (!answer?.ok) throw new Unreachable()
  return new Uint8Array(await answer.arrayBuffer())
}
