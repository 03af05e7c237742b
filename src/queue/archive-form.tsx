import * as z from 'zod/mini'
import { addDays, sayDay, yearOf } from '../clock/day.ts'
import { limits } from '../clock/limits.ts'
import { seen } from '../http/fields.ts'
import { helpWords } from '../i18n/moves.ts'
import { type Lang, say } from '../i18n/speak.ts'
import type { Report } from '../reports/consequences.ts'
import { asksFor, type FieldsProps } from './move.ts'

const schema = z.object({ steps: seen })

/** Asks nothing, and says when name and telephone will be erased. */
export const archive = asksFor<typeof schema>({
  schema,
  defaults: () => ({}),
  problems: () => ({}),
  written: () => ({ decided: {}, sealed: [] }),
  shows: () => ({}),
  Fields({ about: { desk, report } }: FieldsProps) {
    const date = eraseDay(desk.lang, report, desk.today)
    return report.contactHeld && date ? <p>{say(desk.lang, helpWords.erase, { date })}</p> : null
  },
})

export function eraseDay(lang: Lang, { concludedOn }: Report, today: string): string | undefined {
  return concludedOn ? sayDay(addDays(concludedOn, limits.eraseContact.days), lang, yearOf(today)) : undefined
}
