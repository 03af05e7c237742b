import { random } from './bytes.ts'

/** `count` decimal digits, each as likely as the others. */
export function randomDigits(count: number): string {
  let digits = ''
  while (digits.length < count) {
    // 250 … 255 would favour the low digits.
    for (const byte of random(count)) if (byte < 250 && digits.length < count) digits += byte % 10
  }
  return digits
}

/** `digits` and the digit that completes them. */
export function withCheckDigit(digits: string): string {
  return digits + checkDigit(digits)
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

function carry(digits: string): number {
  return [...digits].reduce((product, digit) => (((product + Number(digit)) % 10 || 10) * 2) % 11, 10)
}
