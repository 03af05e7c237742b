import { type Bytes, concat, exactly, sized, uint32, utf8 } from './bytes.ts'

/** Names one key: the fingerprint of the root that certified it, who holds it ("team:ID", "office") and its epoch. */
export type KeyName = { rootPrint: Bytes; holder: string; epoch: number }

/**
 * A key to open with. `earlier`: the fingerprints of the office's roots before this one, under which older envelopes
 * were sealed, each with the pair that opens those, where it was another.
 */
export type Opens = KeyName & { earlier?: readonly { rootPrint: Bytes; pair?: CryptoKeyPair | undefined }[] }

/** A key to seal to, a raw 65-byte point, and its name. */
export type Recipient = KeyName & { key: Bytes }

/** What HPKE is told beside the key (RFC 9180 §5.1): an envelope opens only as what it was sealed as. */
export function keyInfo(label: string, { rootPrint, holder, epoch }: KeyName): Bytes {
  return concat(utf8(label), exactly(32, rootPrint), sized(holder), uint32(epoch))
}
