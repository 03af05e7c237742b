import { type Bytes, fromBase64url, sameBytes, sha256 } from '../sealing/bytes.ts'
import { sealedLengthAt } from '../sealing/files.ts'
import { PAGE_SIZES } from '../sealing/padding.ts'
import { FORMAT, SEALED_WITH } from '../sealing/suite.ts'
import { MANIFEST } from './kinds.ts'

const manifestLengths = PAGE_SIZES.map((padded) => padded + SEALED_WITH)

/** `manifest` or a chunk's number, as an address spells it. */
export function placeIn(part: string): number | undefined {
  if (part === 'manifest') return MANIFEST
  return /^(0|[1-9]\d{0,3})$/.test(part) ? Number(part) : undefined
}

export const isLengthOf = (length: number, size: number, at: number): boolean =>
  at === MANIFEST ? manifestLengths.includes(length) : length === sealedLengthAt(size, at)

/** The digest a request names (RFC 9530), if it is the one of these bytes and they are a sealed envelope. */
export async function namedDigest(bytes: Bytes, header = ''): Promise<Bytes | undefined> {
  const [, said = ''] = /^sha-256=:([\w+/]{43})=:$/.exec(header) ?? []
  const digest = await sha256(bytes)
  const isSealed = sameBytes(bytes.slice(0, FORMAT.length), FORMAT)
  return isSealed && said !== '' && sameBytes(digest, spelled(said)) ? digest : undefined
}

function spelled(base64: string): Bytes {
  try {
    return fromBase64url(base64.replace(/\+/g, '-').replace(/\//g, '_'))
  } catch {
    return new Uint8Array()
  }
}
