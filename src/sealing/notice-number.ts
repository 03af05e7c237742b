import { hasGoodCheckDigit, randomDigits, withCheckDigit } from './digits.ts'

/** 公告号: five digits and their check digit. RangeError unless five digits. */
export function noticeNumber(fiveDigits: string): string {
  if (!/^\d{5}$/.test(fiveDigits)) throw new RangeError('a notice number is made of five digits')
  return withCheckDigit(fiveDigits)
}

/** Five random digits and their check digit. */
export function makeNoticeNumber(): string {
  return noticeNumber(randomDigits(5))
}

/** Whether these are six digits, the last one the check digit of the others. */
export function isNoticeNumber(digits: string): boolean {
  return digits.length === 6 && hasGoodCheckDigit(digits)
}
