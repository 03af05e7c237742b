import { split } from 'shamir-secret-sharing'
import { type Bytes, concat, exactly, hex, hkdf, random, sized, utf8 } from './bytes.ts'
import { checkDigit, hasGoodCheckDigit, readDigits } from './digits.ts'
import { reader } from './reader.ts'
import { sealWith } from './suite.ts'

/** One sheet of paper. `set`: 3 bytes shared by the sheets made together; `share`: 33 bytes. */
export type Sheet = { set: Bytes; share: Bytes }

/** What the recovery secret gives back: private keys, PKCS #8. */
export type OfficeKeys = { root: Bytes; box: Bytes; recovery: Bytes }

const VERSION = 1
const ROWS = 5
const ROW = 19
const SHEET_BYTES = 37

/** 32 random bytes, for `splitSecret`. */
export function makeRecoverySecret(): Bytes {
  return random(32)
}

/** Shamir over GF(2^8). Fewer sheets than `threshold` tell nothing. RangeError outside 2 ≤ threshold ≤ shares ≤ 8. */
export async function splitSecret(secret: Bytes, shares = 3, threshold = 2): Promise<Sheet[]> {
  if (threshold < 2 || threshold > shares || shares > 8) throw new RangeError('2 ≤ threshold ≤ shares ≤ 8')
  const set = random(3)
  const made = await split(exactly(32, secret), shares, threshold)
  return made.map((share) => ({ set, share: new Uint8Array(share) }))
}

/** Five rows of 19 digits and a check digit: version ‖ set ‖ share, read as one big-endian number. */
export function sheetRows({ set, share }: Sheet): string[] {
  const bytes = concat(Uint8Array.of(VERSION), exactly(3, set), exactly(33, share))
  const digits = bytes
    .reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
    .toString()
    .padStart(ROWS * ROW, '0')
  return Array.from({ length: ROWS }, (_, row) => {
    const part = digits.slice(row * ROW, (row + 1) * ROW)
    return part + checkDigit(part)
  })
}

/** Whether a typed row is complete and its check digit good. */
export function readRow(row: string): boolean {
  const digits = readDigits(row)
  return digits.length === ROW + 1 && hasGoodCheckDigit(digits)
}

/** Five typed rows, in order. `undefined` when one is wrong, or they are no sheet of this version. */
export function readSheet(rows: readonly string[]): Sheet | undefined {
  if (rows.length !== ROWS || !rows.every(readRow)) return undefined
  let number = BigInt(rows.map((row) => readDigits(row).slice(0, ROW)).join(''))
  const bytes = new Uint8Array(SHEET_BYTES)
  for (let at = SHEET_BYTES - 1; at >= 0; at--) {
    bytes[at] = Number(number & 255n)
    number >>= 8n
  }
  if (number !== 0n || bytes[0] !== VERSION) return undefined
  return { set: bytes.slice(1, 4), share: bytes.slice(4) }
}

/** The set as it is kept beside the bundle: six hexadecimal digits. */
export const setName = (set: Bytes): string => hex(exactly(3, set))

/** The bundle that any `threshold` sheets of the set open. */
export async function sealOfficeKeys(secret: Bytes, set: Bytes, keys: OfficeKeys): Promise<Bytes> {
  const bytes = [keys.root, keys.box, keys.recovery].map(sized)
  return sealWith(await bundleKey(secret), bundleAad(set), concat(...bytes))
}

/** The 32-byte key of the bundle: HKDF of the recovery secret, info `office keys v1`. */
export function bundleKey(secret: Bytes): Promise<Bytes> {
  return hkdf(secret, 'office keys v1')
}

/** What the bundle is bound to: `office keys v1` ‖ the 3 bytes of its set. RangeError for another length. */
export function bundleAad(set: Bytes): Bytes {
  return concat(utf8('office keys v1'), exactly(3, set))
}

/** Throws RangeError when the bytes are not what `sealOfficeKeys` wrote. */
export function readOfficeKeys(bytes: Bytes): OfficeKeys {
  const from = reader(bytes)
  const keys = { root: from.sized(), box: from.sized(), recovery: from.sized() }
  from.end()
  return keys
}
