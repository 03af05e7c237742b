import type { Calendar } from '../clock/calendar.ts'
import { type Day, yearOf } from '../clock/day.ts'
import { workingDaysLeft } from '../clock/working-days.ts'
import { letter as words } from '../i18n/letters.ts'
import { say, type Written } from '../i18n/speak.ts'
import { pressing } from '../i18n/supervision.ts'
import { filledIn, partsOf } from './wording.ts'

/** The letter that is late: to whom it went, in which language, and its number. */
interface Late {
  lang: Written
  addressee: string
  of: string
}

interface Facts {
  office: { fullName: string; letterCode: string; phone: string }
  due: Day
  until: Day
  today: Day
  calendar: Calendar
}

/** The whole of a 督办函 in words; its number and day only once it is signed. */
export function pressingOf({ lang, addressee, of }: Late, { office, due, until, today, calendar }: Facts) {
  const date = (day: Day) => say(lang, words.date, partsOf(day))
  return {
    ...filledIn(lang, pressing, {
      of,
      due: date(due),
      today: date(today),
      n: -workingDaysLeft(today, due, calendar),
      until: date(until),
      phone: office.phone,
    }),
    lang,
    issuer: office.fullName,
    number: say(lang, words.waiting, { issuer: office.letterCode, year: yearOf(today) }),
    to: say(lang, words.to, { unit: addressee }),
    seal: say(lang, words.seal),
    copy: say(lang, words.copy),
    date: say(lang, words.undated),
  }
}

export type Pressing = ReturnType<typeof pressingOf>
