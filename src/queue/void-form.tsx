import * as z from 'zod/mini'
import { seen } from '../http/fields.ts'
import { voidWords } from '../i18n/endings.ts'
import { fieldWords, helpWords } from '../i18n/moves.ts'
import { type Lang, say, wordOf } from '../i18n/speak.ts'
import { readWhy, writeWhy } from '../log/why.ts'
import { voidReasons } from '../reports/endings.ts'
import { Select } from '../ui/field.tsx'
import { Nothing } from './choices.tsx'
import { daysOf } from './desk.ts'
import { asksFor, type FieldsProps } from './move.ts'

const voidSchema = z.object({ steps: seen, reason: z.enum(voidReasons, 'voidReason') })

/** No report at all, from a list, and never by one person alone. */
export const voiding = asksFor<typeof voidSchema>({
  schema: voidSchema,
  defaults: () => ({}),
  problems: () => ({}),
  written: ({ reason }) => ({ decided: {}, why: writeWhy({ reason }), sealed: [] }),
  shows: () => ({}),
  Fields({ about, filled }: FieldsProps) {
    const { lang } = about.desk
    return (
      <Select
        name="reason"
        label={say(lang, fieldWords.reason)}
        help={say(lang, helpWords.voided, { n: daysOf('voided', about.desk) })}
        filled={filled}
      >
        <Nothing lang={lang} name="reason" filled={filled} />
        {voidReasons.map((reason) => (
          <option value={reason} selected={filled.typed.reason === reason}>
            {say(lang, voidWords[reason])}
          </option>
        ))}
      </Select>
    )
  },
})

/** What the second person is asked to agree to. */
export function VoidReasons({ lang, why }: { lang: Lang; why: string | undefined }) {
  const reasons = readWhy(why ?? null).get('reason') ?? []
  return (
    <dl class="facts">
      <dt>{say(lang, fieldWords.reason)}</dt>
      <dd>{reasons.map((reason) => wordOf(lang, voidWords, reason)).join()}</dd>
    </dl>
  )
}

const restoreSchema = z.object({ steps: seen })

/** Back among those that wait for acceptance. It asks nothing. */
export const restore = asksFor<typeof restoreSchema>({
  schema: restoreSchema,
  defaults: () => ({}),
  problems: () => ({}),
  written: () => ({ decided: {}, sealed: [] }),
  shows: () => ({}),
  Fields: ({ about: { desk } }: FieldsProps) => <p>{say(desk.lang, helpWords.restored)}</p>,
})
