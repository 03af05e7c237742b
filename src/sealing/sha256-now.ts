import { sha256 } from '@noble/hashes/sha2.js'
import type { Bytes } from './bytes.ts'

/** SHA-256 without a promise. A few bytes are hashed here sooner than they are handed to the threads of Web Crypto. */
export const sha256Now = (bytes: Bytes): Bytes => Uint8Array.from(sha256(bytes))
