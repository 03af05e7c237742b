import { type Bytes, concat, exactly, hkdf, utf8 } from './bytes.ts'
import { hasGoodCheckDigit, randomDigits, readDigits, withCheckDigit } from './digits.ts'
import { pbkdf2 } from './pbkdf2.ts'

/** 20 digits: 19 random ones and their check digit. */
export function makeQueryCode(): string {
  return withCheckDigit(randomDigits(19))
}

/** The look-up value that leaves the browser and the code key that does not, 32 bytes each. */
export type Stretched = { lookup: Bytes; key: Bytes }

/** `salt`: the installation's 16 bytes. RangeError unless `code` is 20 digits with a good check digit. */
export async function stretch(code: string, salt: Bytes): Promise<Stretched> {
  if (code.length !== 20 || !hasGoodCheckDigit(code)) throw new RangeError('not a query code')
  const stretched = await pbkdf2(code, exactly(16, salt))
  const [lookup, key] = await Promise.all([hkdf(stretched, 'lookup v1'), hkdf(stretched, 'code v1')])
  return { lookup, key }
}

/**
 * The same form sent again gets the same code, and nothing need be remembered. `nonce`: the form's 16 bytes; `token`:
 * 16 characters; `digestOfFields`: SHA-256 over every field, contact included. RangeError for other lengths.
 */
export async function codeWithoutScripts(
  serverSecret: Bytes,
  nonce: Bytes,
  token: string,
  digestOfFields: Bytes,
): Promise<string> {
  const info = concat(exactly(16, nonce), exactly(16, utf8(token)), exactly(32, digestOfFields))
  const number = (await hkdf(serverSecret, info, 16)).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return withCheckDigit((number % 10n ** 19n).toString().padStart(19, '0'))
}

/** Five groups of four, as they stand in the squares. */
export function groups(code: string): string[] {
  return code.match(/\d{4}/g) ?? []
}

/** What somebody typed of a code, as the squares show it; without a digit in it, as it was typed. */
export function inGroups(typed: string): string {
  return (
    readDigits(typed)
      .match(/\d{1,4}/g)
      ?.join(' ') ?? typed
  )
}
