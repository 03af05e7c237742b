import * as z from 'zod/mini'
import { type Day, isDay } from '../clock/day.ts'
import { line, seen } from '../http/fields.ts'
import { delivery as words } from '../i18n/delivery.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { Field, type Filled, Mistakes } from '../ui/field.tsx'

export const paperDay = z.string().check(z.refine(isDay, 'day'))

/** 签收: who of the unit signed for a paper, and on which day. `steps`: of the paper, as its page has them. */
export const receiptForm = z.object({ steps: seen, name: line(40), on: paperDay })

interface Props {
  lang: Lang
  action: string
  steps: number
  today: Day
  filled: Filled
}

export function ReceiptForm({ lang, action, steps, today, filled }: Props) {
  return (
    <form method="post" action={action} class="sheet-form noprint" data-desk>
      <Mistakes lang={lang} filled={filled} labels={{ name: words.name, on: words.receiptOn }} />
      <input type="hidden" name="steps" value={String(steps)} />
      <div class="pair">
        <Field name="name" label={say(lang, words.name)} filled={filled} required />
        <Field
          name="on"
          type="date"
          label={say(lang, words.receiptOn)}
          filled={{ ...filled, typed: { on: today, ...filled.typed } }}
          required
        />
      </div>
      <button type="submit" class="btn">
        {say(lang, words.receipt)}
      </button>
    </form>
  )
}
