import { type Day, sayDay, yearOf } from '../clock/day.ts'
import {
  type LimitChange,
  type LimitName,
  limitOn,
  limits,
  type Settable,
  settable,
  settables,
} from '../clock/limits.ts'
import { settings as words } from '../i18n/settings.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'

interface Props {
  lang: Lang
  today: Day
  changes: readonly LimitChange[]
  filled: Filled
  overtaken: boolean
}

/** Which article stands behind a limit. The rest the house has set. */
const petitions: Partial<Record<LimitName, number>> = {
  acceptHard: 22,
  accept: 22,
  answer: 34,
  unitReply: 34,
  hard: 34,
  extension: 34,
}
const accusations: Partial<Record<LimitName, string>> = { passUp: '15', tell: '26–27' }
const fixed = [
  'acceptHard',
  'hard',
  'extension',
  'reply',
  'unitReceipt',
  'unitReturn',
  'passUp',
  'archive',
] as const

/** How long each step may take and each thing is kept: what the office may set within its bounds, and what stands. */
export function Limits({ lang, today, changes, filled, overtaken }: Props) {
  const heads = [words.limits, words.now, words.usual, words.source].map((head) => say(lang, head))
  const rule = (name: LimitName) => {
    const [petition, accusation] = [petitions[name], accusations[name]]
    if (petition) return [say(lang, words.rule, { n: petition })]
    return accusation ? [say(lang, words.accusationRule, { n: accusation })] : []
  }
  const sourceOf = (name: Settable, isSet: boolean) => {
    const [least, most] = settable[name]
    const said = [say(lang, isSet ? words.byOffice : words.usual), say(lang, words.within, { least, most })]
    return [...said, ...rule(name)]
  }
  return (
    <>
      <h2>{heads[0]}</h2>
      <OfficeForm
        lang={lang}
        action={paths.limits}
        back={paths.settings}
        filled={filled}
        labels={words}
        hidden={{ version: String(changes.length) }}
        overtaken={overtaken}
      >
        <p>{say(lang, words.limitsLead)}</p>
        <table class="roll">
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {settables.map((name) => (
              <tr>
                <td>
                  <label for={name}>{say(lang, words[name])}</label>
                </td>
                <td data-head={heads[1]}>
                  <Days lang={lang} name={name} today={today} changes={changes} filled={filled} />
                </td>
                <td data-head={heads[2]}>
                  <span class="whole">{daysWords(lang, name, limits[name].days)}</span>
                </td>
                <td data-head={heads[3]}>
                  <Parts said={sourceOf(name, limitOn(name, today, changes).days !== limits[name].days)} />
                </td>
              </tr>
            ))}
            {fixed.map((name) => {
              const days = daysWords(lang, name, limits[name].days)
              return (
                <tr>
                  <td>{say(lang, words[name])}</td>
                  <td data-head={heads[1]}>{days}</td>
                  <td data-head={heads[2]}>
                    <span class="whole">{days}</span>
                  </td>
                  <td data-head={heads[3]}>
                    <Parts said={[say(lang, words.fixed), ...rule(name)]} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </OfficeForm>
    </>
  )
}

/** Broken between the parts before it is within one. */
const Parts = ({ said }: { said: readonly string[] }) => (
  <>
    {said.map((part, at) => (
      <>
        {at > 0 && ' · '}
        <span class="whole">{part}</span>
      </>
    ))}
  </>
)

/** One number, and under it what counts until it begins, what is stored by now, or what is wrong with it. */
function Days(props: Omit<Props, 'overtaken'> & { name: Settable }) {
  const { lang, name, today, changes, filled } = props
  const last = changes.at(-1)
  const days = limitOn(name, today, changes).days
  const isToCome = last !== undefined && last.from > today && limitOn(name, last.from, changes).days !== days
  const until = isToCome && { day: sayDay(last.from, lang, yearOf(today)), days: daysWords(lang, name, days) }
  const said = [
    { id: `${name}-until`, look: 'soft', text: until && say(lang, words.until, until) },
    { id: `${name}-now`, look: 'due', text: filled.now?.[name] },
    { id: `${name}-wrong`, look: 'error', text: filled.problems?.[name] },
  ].filter(({ text }) => text)
  return (
    <>
      <span class="whole">
        <input
          class="few"
          id={name}
          name={name}
          value={filled.typed[name]}
          inputmode="numeric"
          required
          aria-invalid={filled.problems?.[name] ? 'true' : undefined}
          aria-describedby={said.map(({ id }) => id).join(' ') || undefined}
        />{' '}
        {say(lang, limits[name].counted === 'working' ? words.workingDay : words.day)}
      </span>
      {said.map(({ id, look, text }) => (
        <>
          <br />
          <span id={id} class={look}>
            {text}
          </span>
        </>
      ))}
    </>
  )
}

const daysWords = (lang: Lang, name: LimitName, n: number) =>
  say(lang, limits[name].counted === 'working' ? words.workingDays : words.days, { n })
