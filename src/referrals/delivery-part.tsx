import type { Calendar } from '../clock/calendar.ts'
import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { dueBy } from '../clock/deadlines.ts'
import { delivery as words } from '../i18n/delivery.ts'
import { refer } from '../i18n/referrals.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Field, type Filled, Mistakes, Select } from '../ui/field.tsx'
import { ReceiptForm } from './receipt-form.tsx'
import type { Referral } from './store.ts'

interface Props {
  lang: Lang
  letter: Referral
  today: Day
  calendar: Calendar
  filled: Filled
  /** Whoever looks can print it: they open it. */
  mayPrint: boolean
}

/** How the letter came into the unit's hands and who signed for it, by hand; and the next of the two to enter. */
export function DeliveryPart(props: Props) {
  const { lang, letter, today, calendar } = props
  const { state, deliveredHow, deliveredOn, receiptName, receiptOn } = letter
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  const backBy = receiptOn && dueBy('unitReturn', receiptOn, calendar)
  const receiptBy = deliveredOn && dueBy('unitReceipt', deliveredOn, calendar)
  return (
    <>
      {deliveredOn && deliveredHow && (
        <p>
          {say(lang, words.delivered, { day: day(deliveredOn), how: textOf(lang, howWords[deliveredHow]) })}
        </p>
      )}
      {receiptBy && state === 'delivered' && (
        <p class="soft">
          {say(lang, words.receiptBy, { day: day(receiptBy) })}
          {receiptBy < today && <b class="late"> {say(lang, refer.overdue)}</b>}
        </p>
      )}
      {receiptOn && <p>{say(lang, words.receipted, { name: receiptName ?? '', day: day(receiptOn) })}</p>}
      {backBy && state === 'receipted' && <p class="soft">{say(lang, words.backBy, { day: day(backBy) })}</p>}
      {state === 'issued' && <Deliver {...props} />}
      {state === 'delivered' && (
        <ReceiptForm {...props} action={paths.receiptLetter(letter.id)} steps={letter.steps} />
      )}
    </>
  )
}

const howWords = words.hows

function Deliver({ lang, letter, today, filled, mayPrint }: Props) {
  return (
    <form method="post" action={paths.deliverLetter(letter.id)} class="sheet-form" data-desk>
      <Mistakes lang={lang} filled={filled} labels={{ how: words.how, on: words.on }} />
      <input type="hidden" name="steps" value={String(letter.steps)} />
      {mayPrint && letter.printedOn === null && <p class="box warn">{say(lang, words.unprinted)}</p>}
      <div class="pair">
        <Select name="how" label={say(lang, words.how)} filled={filled}>
          {Object.entries(howWords).map(([how, phrase]) => (
            <option value={how} selected={filled.typed.how === how}>
              {textOf(lang, phrase)}
            </option>
          ))}
        </Select>
        <Field
          name="on"
          type="date"
          label={say(lang, words.on)}
          filled={{ ...filled, typed: { on: today, ...filled.typed } }}
          required
        />
      </div>
      <button type="submit" class="btn">
        {say(lang, words.deliver)}
      </button>
    </form>
  )
}
