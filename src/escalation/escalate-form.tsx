import * as z from 'zod/mini'
import { seen } from '../http/fields.ts'
import { escalation, grounds, groundWords, recipients, recipientWords } from '../i18n/escalation.ts'
import { type Phrase, say, textOf } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { Nothing } from '../queue/choices.tsx'
import { asksFor, type FieldsProps } from '../queue/move.ts'
import { textAt } from '../queue/words.ts'
import { Select } from '../ui/field.tsx'

const schema = z.object({
  steps: seen,
  ground: z.enum(grounds, 'ground'),
  recipient: z.enum(recipients, 'recipient'),
})

/** What is not for this level goes up, sealed. From lists only: no word of it stands in the log. */
export const escalate = asksFor<typeof schema>({
  schema,
  defaults: () => ({}),
  problems: () => ({}),
  written: ({ ground, recipient }) => ({ decided: {}, why: writeWhy({ ground, recipient }), sealed: [] }),
  shows: () => ({}),
  Fields({ about, filled }: FieldsProps) {
    const { lang } = about.desk
    const lists: [name: 'ground' | 'recipient', Readonly<Record<string, Phrase>>][] = [
      ['ground', groundWords],
      ['recipient', recipientWords],
    ]
    return (
      <>
        <p class="box warn">{say(lang, escalation.once)}</p>
        {lists.map(([name, words]) => (
          <Select name={name} label={say(lang, escalation[name])} filled={filled}>
            <Nothing lang={lang} name={name} filled={filled} />
            {Object.entries(words).map(([code, word]) => (
              <option value={code} selected={filled.typed[name] === code}>
                {textOf(lang, word)}
              </option>
            ))}
          </Select>
        ))}
        <p>{textAt(about.desk, escalation.closed)}</p>
      </>
    )
  },
})
