import { type Bytes, concat, exactly, sameBytes } from './bytes.ts'
import { FORMAT } from './suite.ts'

/** Bytes that AES-GCM adds. */
const TAG = 16

/**
 * An envelope did not open. `format`: damaged, or of a version, suite or shape unknown here. `key`: another key, or
 * bound to something else than was asked for. `padding`: sealed by somebody who did not pad as agreed.
 */
export class Unopened extends Error {
  readonly why: 'format' | 'key' | 'padding'

  constructor(why: Unopened['why'], cause?: unknown) {
    super(`an envelope did not open: ${why}`, { cause })
    this.name = 'Unopened'
    this.why = why
  }
}

/** Opens what `sealWith` sealed. Throws Unopened. */
export async function openWith(key: Bytes, aad: Bytes, envelope: Bytes): Promise<Bytes> {
  const [iv, ciphertext] = split(envelope, 12)
  const imported = await crypto.subtle.importKey('raw', exactly(32, key), 'AES-GCM', false, ['decrypt'])
  const algorithm = { name: 'AES-GCM', iv, additionalData: concat(FORMAT, aad) }
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, imported, ciphertext).catch(unopened('key')))
}

/** Parts the envelope after its format: `length` bytes of nonce or encapsulated key, and the ciphertext. */
export function split(envelope: Bytes, length: number): [head: Bytes, ciphertext: Bytes] {
  const head = FORMAT.length + length
  if (!sameBytes(envelope.slice(0, FORMAT.length), FORMAT)) throw new Unopened('format')
  if (envelope.length < head + TAG) throw new Unopened('format')
  return [envelope.slice(FORMAT.length, head), envelope.slice(head)]
}

/** For `catch`: whatever failed becomes Unopened. */
export function unopened(why: Unopened['why']): (cause: unknown) => never {
  return (cause) => {
    throw new Unopened(why, cause)
  }
}

/** Reads what was inside. Whatever the reading throws becomes Unopened. */
export function understood<T>(why: Unopened['why'], read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new Unopened(why, cause)
  }
}
