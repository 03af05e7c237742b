import * as z from 'zod/mini'
import { sealedId, sealedShort } from '../http/binary.ts'
import { seen } from '../http/fields.ts'
import { declineWords, turnTo } from '../i18n/endings.ts'
import { fieldWords, helpWords } from '../i18n/moves.ts'
import { fill, say, textOf } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { type DeclineReason, declineReasons } from '../reports/endings.ts'
import { Select } from '../ui/field.tsx'
import { Control, Sealed } from '../ui/sealed-field.tsx'
import { Choice, Nothing } from './choices.tsx'
import { type About, asksFor, decided, type FieldsProps, wrong } from './move.ts'

const schema = z.object({
  steps: seen,
  reason: z.enum(declineReasons, 'declineReason'),
  channel: sealedShort,
  channelId: sealedId,
  forwarded: z.enum(['yes', 'no'], 'forwarded'),
})

/** Why it is not ours, whom to ask instead, and whether we passed it on. */
export const decline = asksFor<typeof schema>({
  schema,
  defaults: () => ({ forwarded: 'no' }),
  problems: ({ reason }, { wasSilent, desk: { lang } }) =>
    reason === 'noSubstance' && !wasSilent ? { reason: wrong(lang, 'silence') } : {},
  written: ({ reason, channel, channelId, forwarded }) => ({
    decided: { declineReason: reason, forwarded: forwarded === 'yes' },
    why: writeWhy({ reason }),
    sealed: [],
    message: { id: channelId, purpose: 'channel', envelope: channel },
  }),
  shows: ({ forwarded }) => decided({ forwarded: forwarded === 'yes' }),
  Fields({ about, filled }: FieldsProps) {
    const { lang } = about.desk
    return (
      <>
        <Select
          name="reason"
          label={say(lang, fieldWords.reason)}
          help={say(lang, helpWords.silence)}
          filled={filled}
        >
          <Nothing lang={lang} name="reason" filled={filled} />
          {declineReasons.map((reason) => (
            <option value={reason} selected={filled.typed.reason === reason} {...whom(about, reason)}>
              {say(lang, declineWords[reason])}
            </option>
          ))}
        </Select>
        {declineReasons.map((reason) => {
          const { also } = turnTo[reason]
          return (
            also && (
              <p class="soft" data-when={`reason=${reason}`} hidden>
                {say(lang, fieldWords.alsoTo, { also: textOf(lang, also) })}
              </p>
            )
          )
        })}
        <Sealed name="channel" seal="message" filled={filled}>
          <div class="pair">
            <Control field="channel" id="channel" label={say(lang, fieldWords.channel)} max={60} required />
            <Control
              field="tel"
              id="tel"
              label={say(lang, fieldWords.tel)}
              max={40}
              inputmode="tel"
              required
            />
          </div>
        </Sealed>
        <Choice
          lang={lang}
          name="forwarded"
          label={say(lang, fieldWords.forwarded)}
          filled={filled}
          words={{ no: fieldWords.no, yes: fieldWords.yes }}
        />
      </>
    )
  },
})

/** Whom to name when this reason is chosen; a script puts it into the fields. */
function whom({ desk: { lang, team }, office }: About, reason: DeclineReason) {
  const { channel, tel } = turnTo[reason]
  const values = { office: office.shortName, officePhone: office.phone, phone: team.phone }
  return { 'data-channel': fill(textOf(lang, channel), values), 'data-tel': fill(tel, values) }
}
