import { type Day, yearOf } from '../clock/day.ts'
import { letter as words } from '../i18n/letters.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { SaidInLetter } from './sealed-letter.tsx'
import type { LetterEnvelope, Referral } from './store.ts'

export interface LetterProps {
  lang: Lang
  letter: Referral
  envelopes: readonly LetterEnvelope[]
  opener: { team: string; epoch: number } | 'office'
  /** The issuing body, as it stands in red and again at the end; and its letter code. */
  issuer: { name: string; code: string }
  place: string
  matter: string
  contact: { name: string; phone: string }
  isCopy?: boolean
}

/** 转办函, in the form of GB/T 9704-2012 for letters, with the form that the unit fills in. */
export function Letter(props: LetterProps) {
  const { lang, letter, envelopes, opener, issuer, place, matter, contact, isCopy = false } = props
  const { number, year, source, signedOn, due } = letter
  const isResidents = source === 'residents'
  const numbered =
    number === null
      ? say(lang, words.waiting, { issuer: issuer.code, year: yearOf(due) })
      : say(lang, words.number, { issuer: letter.issuer ?? issuer.code, year: year ?? '', n: number })
  const form = say(lang, isResidents ? words.formResidents : words.form)
  return (
    <>
      <section class="sheet letter" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
        <p class="letter-head">{issuer.name}</p>
        <p class="letter-number">
          {isCopy && <span>{say(lang, words.copy)}　</span>}
          {numbered}
        </p>
        <h1 class="letter-title">{say(lang, isResidents ? words.titleResidents : words.title)}</h1>
        <p class="letter-to">{say(lang, words.to, { unit: letter.addressee })}</p>
        <SaidInLetter part="letter" subject={letter.id} envelopes={envelopes} opener={opener}>
          <p>{say(lang, isResidents ? words.residents : words.visits, { place, matter })}</p>
          <h2>{say(lang, words.matter)}</h2>
          <p class="letter-said opened" data-field="summary" />
          <h2>{say(lang, words.demands)}</h2>
          <p class="letter-said opened" data-field="demands" />
        </SaidInLetter>
        <p>{say(lang, words.due, partsOf(due))}</p>
        <h2>{say(lang, words.discipline)}</h2>
        <p>{say(lang, isResidents ? words.quietResidents : words.quiet)}</p>
        <p>{say(lang, words.contact, contact)}</p>
        <p class="letter-attached">{say(lang, words.attachment, { form })}</p>
        <p class="letter-signed">
          <span>{issuer.name}</span>
          <span>{say(lang, words.seal)}</span>
          <span>{signedOn ? say(lang, words.date, partsOf(signedOn)) : say(lang, words.undated)}</span>
        </p>
      </section>
      <ReplyForm lang={lang} title={form} number={numbered} addressee={letter.addressee} />
    </>
  )
}

/** What an answer needs. */
function ReplyForm({
  lang,
  title,
  number,
  addressee,
}: {
  lang: Lang
  title: string
  number: string
  addressee: string
}) {
  return (
    <section class="sheet letter" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <h1 class="letter-title">{title}</h1>
      <table class="letter-form">
        <tbody>
          <FormRow name={say(lang, words.numberOf)} value={number} />
          <FormRow name={say(lang, words.unit)} value={addressee} />
          {(['found', 'action', 'evidence', 'responsible'] as const).map((row) => (
            <FormRow name={say(lang, words[row])} value="" tall />
          ))}
          <FormRow name={say(lang, words.signer)} value="" />
          <FormRow name={say(lang, words.filledOn)} value={say(lang, words.undated)} />
        </tbody>
      </table>
    </section>
  )
}

function FormRow({ name, value, tall = false }: { name: string; value: string; tall?: boolean }) {
  return (
    <tr class={tall ? 'tall' : undefined}>
      <th scope="row">{name}</th>
      <td>{value}</td>
    </tr>
  )
}

export const partsOf = (day: Day) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { year, month: Number(month), day: Number(date) }
}
