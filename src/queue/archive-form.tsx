import * as z from 'zod/mini'
import { sayDay, yearOf } from '../clock/day.ts'
import { dueBy } from '../clock/deadlines.ts'
import { seen } from '../http/fields.ts'
import { helpWords } from '../i18n/moves.ts'
import { say } from '../i18n/speak.ts'
import type { Report } from '../reports/tables.ts'
import type { Desk } from './desk.ts'
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
    const date = eraseDay(desk, report)
    return report.contactHeld && date ? <p>{say(desk.lang, helpWords.erase, { date })}</p> : null
  },
})

export function eraseDay({ lang, today, moment }: Desk, { concludedOn }: Report): string | undefined {
  return concludedOn
    ? sayDay(dueBy('eraseContact', concludedOn, moment.calendar), lang, yearOf(today))
    : undefined
}
