import { type Bytes, concat, exactly, hkdf, random, utf8 } from './bytes.ts'
import { pbkdf2 } from './pbkdf2.ts'

export { PBKDF2_ROUNDS } from './pbkdf2.ts'

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

/** 公告号: five digits and their check digit. RangeError unless five digits. */
export function noticeNumber(fiveDigits: string): string {
  if (!/^\d{5}$/.test(fiveDigits)) throw new RangeError('a notice number is made of five digits')
  return withCheckDigit(fiveDigits)
}

/** Five random digits and their check digit. */
export function makeNoticeNumber(): string {
  return noticeNumber(randomDigits(5))
}

/** The digit that completes `digits`. ISO/IEC 7064, MOD 11,10: every single wrong digit is noticed. */
export function checkDigit(digits: string): string {
  return String((11 - carry(digits)) % 10)
}

/** Whether the last of two or more digits is the check digit of the others. */
export function hasGoodCheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.slice(-1)
}

/** The digits of what somebody typed or pasted, also full-width, Arabic-Indic, Tibetan and Mongolian ones. */
export function readDigits(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0f20-\u0f29\u1810-\u1819]/g, (digit) =>
      String(digit.charCodeAt(0) & 15),
    )
    .replace(/[^0-9]/g, '')
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

function withCheckDigit(digits: string): string {
  return digits + checkDigit(digits)
}

function carry(digits: string): number {
  return [...digits].reduce((product, digit) => (((product + Number(digit)) % 10 || 10) * 2) % 11, 10)
}

function randomDigits(count: number): string {
  let digits = ''
  while (digits.length < count) {
    // 250 … 255 would favour the low digits.
    for (const byte of random(count)) if (byte < 250 && digits.length < count) digits += byte % 10
  }
  return digits
}
