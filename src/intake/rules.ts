import type { wrong } from '../i18n/filing.ts'
import type { Kind } from '../reports/lifecycle.ts'

/** What a resident filled in: in the browser read from the page, on the server from the posted form. */
export interface Answers {
  kind: string
  tile: string
  text: string
  callMe: boolean
  subject: string
  place: string
  reply: string
  phone: string
  name: string
  bestTime: string
  dialect: string
  consent: boolean
  afraid: boolean
  court: string
  forOther: boolean
  /** How to reach whoever writes for somebody else. */
  helper: string
}

export const longest = { text: 2000, subject: 100, place: 200, phone: 40, name: 40, helper: 40 } as const

/** The tile for whoever cannot say; every unit has it. */
export const UNSORTED = 'unsorted'

/** A mistake and where it is. Its sentence is in `i18n/filing.ts` under the same two names. */
export type Mistake = {
  [Field in keyof typeof wrong]: { field: Field; says: keyof (typeof wrong)[Field] & string; over: number }
}[keyof typeof wrong]

/** Which step of the form shows a field; 0 is the landing page. */
export const stepOf: Record<Mistake['field'], number> = {
  kind: 0,
  tile: 1,
  text: 2,
  subject: 2,
  place: 2,
  reply: 3,
  phone: 3,
  name: 3,
  helper: 3,
  consent: 3,
}

/** What must be mended before these answers can be taken. The same in the browser and on the server. */
export function mistakesIn(answers: Answers): Mistake[] {
  const { callMe, text, reply, phone, name, helper } = answers
  const mistakes: Mistake[] = []
  const wants = (field: 'kind' | 'tile' | 'text', missing: boolean) => {
    if (missing) mistakes.push({ field, says: 'missing', over: 0 })
  }
  const fits = (field: 'text' | 'subject' | 'place' | 'phone' | 'name' | 'helper') => {
    const over = lengthOf(answers[field]) - longest[field]
    if (over > 0) mistakes.push({ field, says: 'long', over })
    return over <= 0
  }
  wants('kind', !answers.kind && !callMe)
  wants('tile', !answers.tile && !callMe)
  wants('text', !text.trim() && !callMe)
  fits('text')
  fits('subject')
  fits('place')
  if (!isReachable(answers)) {
    if (callMe) mistakes.push({ field: 'reply', says: 'call', over: 0 })
    else if (phone.trim() || helper.trim()) mistakes.push({ field: 'reply', says: 'missing', over: 0 })
    return mistakes
  }
  // As it is typed: spaces and brackets are sealed along, and there is room for so much only.
  // Who has no phone may be reached through whoever writes for them.
  if (!phone.trim() && !helper.trim())
    mistakes.push({ field: 'phone', says: callMe ? 'call' : 'missing', over: 0 })
  for (const field of ['phone', 'helper'] as const) {
    if (answers[field].trim() && fits(field) && !isPhone(answers[field]))
      mistakes.push({ field, says: 'wrong', over: 0 })
  }
  if (reply === 'named' && !name.trim()) mistakes.push({ field: 'name', says: 'missing', over: 0 })
  fits('name')
  if (!answers.consent) mistakes.push({ field: 'consent', says: callMe ? 'call' : 'missing', over: 0 })
  return mistakes
}

export const isReachable = ({ reply }: Answers) => reply === 'contactOnly' || reply === 'named'

/** Characters as people count them; a form posts its line ends as two. */
export const lengthOf = (text: string) => [...tidy(text)].length

export const tidy = (text: string) => text.replace(/\r\n?/g, '\n').trim()

/**
 * Lenient: a good number refused does more harm than a bad one taken. Mobiles have 11 digits; an extension may follow.
 */
export function isPhone(typed: string): boolean {
  const phone = typed.normalize('NFKC').replace(/[\s().\u2010-\u2015-]/g, '')
  if (!/^\+?\d{7,15}([转#x]\d{1,6})?$/.test(phone)) return false
  return !/^1[3-9]/.test(phone) || /^\d{11}(\D|$)/.test(phone)
}

/**
 * Who has no telephone may leave an address in its place, in what staff enter: words, and no number that could be
 * dialled. What is sealed has one field for both, so only who opens it can tell.
 */
export function isAddress(typed: string): boolean {
  const written = typed.normalize('NFKC')
  // However figures are set apart: what can be dialled is a telephone, and somebody has to agree to it.
  const close = written.replace(/(?<=\d)[\s().+·\p{Pd}]+(?=\d)/gu, '')
  return /\p{L}/u.test(written) && !isPhone(written) && !/\d{7}/.test(close)
}

/** The kind as it is filed: who only asks to be called has a matter, and staff sort it. */
export const kindOf = ({ kind }: Answers): Kind =>
  kind === 'conduct' || kind === 'suggestion' ? kind : 'problem'
