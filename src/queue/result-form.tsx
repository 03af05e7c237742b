import * as z from 'zod/mini'
import { sealedId, sealedLong } from '../http/binary.ts'
import { seen } from '../http/fields.ts'
import { conclusionWords, conductWords } from '../i18n/endings.ts'
import { fieldWords, helpWords } from '../i18n/moves.ts'
import { say } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { conclusions } from '../reports/endings.ts'
import type { Kind } from '../reports/lifecycle.ts'
import { Control, Sealed } from '../ui/sealed-field.tsx'
import { Choice } from './choices.tsx'
import { asksFor, type FieldsProps } from './move.ts'
import { Tags } from './tags.tsx'
import { textAt } from './words.ts'

/** A team verifies and does not judge: of a person it says what grounds there are, not whether it is true. */
export const wordsOfConclusion = (kind: Kind) => (kind === 'conduct' ? conductWords : conclusionWords)

const schema = z.object({
  steps: seen,
  result: sealedLong,
  resultId: sealedId,
  conclusion: z.enum(conclusions, 'conclusion'),
})

/** What was found. The words are sealed to the team, the conclusion is a code. */
export const result = asksFor<typeof schema>({
  schema,
  defaults: ({ report: { conclusion } }): Record<string, string> => (conclusion ? { conclusion } : {}),
  problems: () => ({}),
  written: ({ result: envelope, resultId, conclusion }) => ({
    decided: { conclusion },
    why: writeWhy({ conclusion, result: resultId }),
    sealed: [{ part: 'result', partId: resultId, envelope }],
  }),
  shows: () => ({}),
  Fields({ about: { desk, report }, filled }: FieldsProps) {
    const { lang } = desk
    const help = textAt(desk, helpWords.sealed)
    return (
      <>
        <Sealed name="result" seal="result" filled={filled}>
          <Control
            field="findings"
            id="result"
            label={say(lang, fieldWords.findings)}
            help={help}
            rows={6}
            max={2000}
            required
          />
          <Control
            field="evidence"
            id="evidence"
            label={say(lang, fieldWords.evidence)}
            help={say(lang, helpWords.evidence)}
            rows={2}
            max={500}
            required
          />
          <div class="pair">
            <Control
              field="asked"
              id="asked"
              label={say(lang, fieldWords.asked)}
              max={5}
              inputmode="numeric"
            />
            <Control
              field="confirmed"
              id="confirmed"
              label={say(lang, fieldWords.confirmed)}
              max={5}
              inputmode="numeric"
              atMost="asked"
            />
          </div>
          <Tags lang={lang} />
        </Sealed>
        <Choice
          lang={lang}
          name="conclusion"
          label={say(lang, fieldWords.conclusion)}
          filled={filled}
          words={wordsOfConclusion(report.kind)}
        />
      </>
    )
  },
})
