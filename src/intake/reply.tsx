import { at, type Reader } from '../http/reader.ts'
import { dialectNames, steps } from '../i18n/filing.ts'
import { type Lang, type Phrase, say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type Filled, told, Wrong } from './filled.tsx'
import { LookOver } from './look-over.tsx'
import { Onward } from './onward.tsx'
import { PlainAttach } from './plain-attach.tsx'
import { Sending } from './sending.tsx'

interface Props {
  reader: Reader
  /** Whom it is about: the unit, or past the team the team's people. */
  about: string
  unitShort: string
  dialects: readonly string[]
  /** Whom not to ask to write for somebody else. */
  helper: Phrase | undefined
  /** Where it goes past the team, the office's name. */
  office: string | undefined
  filled: Filled
  /** A recording came without the tick. */
  isUnagreed?: boolean | undefined
}

/** Step 3: an answer, and send. */
export function Reply(props: Props) {
  const { reader, about, unitShort, dialects, helper, office, filled, isUnagreed } = props
  const { lang } = reader
  const { reply = 'anonymous', afraid, court, forOther } = filled.answers ?? {}
  return (
    <section data-step="3" data-letterhead={say(lang, steps.at, { about, n: 3 })}>
      <h1 tabindex={-1} aria-level={2} id="replies">
        {say(lang, steps.reply)}
      </h1>
      <Wrong lang={lang} field="reply" filled={filled} />
      <div id="reply" tabindex={-1} role="radiogroup" aria-labelledby="replies" {...told('reply', filled)}>
        {(['anonymous', 'contactOnly', 'named'] as const).map((way) => (
          <label class="pick">
            <input type="radio" name="reply" value={way} checked={reply === way} />
            {way === 'contactOnly' ? (
              <PhoneOnly lang={lang} />
            ) : (
              <Two lang={lang} name={steps[way]} more={steps[`${way}More`]} />
            )}
          </label>
        ))}
      </div>
      <Contact lang={lang} dialects={dialects} office={office} filled={filled} />
      <label class="pick">
        <input type="checkbox" id="afraid" name="afraid" value="yes" checked={afraid ?? false} />
        <span>
          <strong>{say(lang, steps.afraid)}</strong>
          <small>{say(lang, steps.afraidMore, { unit: unitShort })}</small>
        </span>
      </label>
      <fieldset data-for="problem conduct">
        <legend>{say(lang, steps.court)}</legend>
        {(['no', 'yes', 'unsure'] as const).map((value) => (
          <label class="pick">
            <input type="radio" name="court" value={value} checked={court === value} />
            <span>{say(lang, steps[value])}</span>
          </label>
        ))}
      </fieldset>
      <label class="pick">
        <input type="checkbox" id="forOther" name="forOther" value="yes" checked={forOther ?? false} />
        <Two lang={lang} name={steps.forOther} more={helper} />
      </label>
      <div data-helper>
        <label for="helper">{say(lang, steps.helper)}</label>
        <Wrong lang={lang} field="helper" filled={filled} />
        <input
          id="helper"
          name="helper"
          type="tel"
          autocomplete="off"
          value={filled.answers?.helper}
          {...told('helper', filled)}
        />
      </div>
      <LookOver lang={lang} unit={office ? undefined : about} />
      <PlainAttach lang={lang} isAgain={filled.answers !== undefined} isUnagreed={isUnagreed} />
      <p class="soft">{say(lang, steps.truthful)}</p>
      <Sending lang={lang} office={office} />
      <p class="soft">
        {say(lang, steps.notAgain)}
        <br />
        <a href={at(reader, paths.use)}>{say(lang, steps.use)}</a>
      </p>
      <Onward lang={lang} last />
    </section>
  )
}

const Two = ({ lang, name, more }: { lang: Lang; name: Phrase; more: Phrase | undefined }) => (
  <span>
    {say(lang, name)}
    {more && <small>{say(lang, more)}</small>}
  </span>
)

/**
 * Whoever asked to be called is not told that we call only if we must; without scripts one sentence is true of both.
 */
function PhoneOnly({ lang }: { lang: Lang }) {
  const [unless, then] = textOf(lang, steps.contactOnlyMore).split('{or}')
  return (
    <span>
      {say(lang, steps.contactOnly)}
      <small data-uncalled>
        {unless}
        <span data-plain>{say(lang, steps.contactOnlyOr)}</span>
        {then}
      </small>
      <small data-called hidden>
        {say(lang, steps.contactOnlyCall)}
      </small>
    </span>
  )
}

/** Staff read these in Chinese, whatever language the resident picked them in. */
const times = [steps.morning, steps.noon, steps.evening]

function Contact({
  lang,
  dialects,
  office,
  filled,
}: Pick<Props, 'dialects' | 'office' | 'filled'> & { lang: Lang }) {
  const { phone = '', name = '', bestTime, dialect, consent = false } = filled.answers ?? {}
  return (
    <div data-contact>
      <label for="phone">{say(lang, steps.phone)}</label>
      <Wrong lang={lang} field="phone" filled={filled} />
      <input id="phone" name="phone" type="tel" autocomplete="off" value={phone} {...told('phone', filled)} />
      <div data-name>
        <label for="name">{say(lang, steps.name)}</label>
        <Wrong lang={lang} field="name" filled={filled} />
        <input id="name" name="name" autocomplete="off" value={name} {...told('name', filled)} />
      </div>
      <label for="bestTime">{say(lang, steps.bestTime)}</label>
      <select id="bestTime" name="bestTime">
        <option value="">{say(lang, steps.anyTime)}</option>
        {times.map((time) => (
          <option value={time[0]} selected={bestTime === time[0]}>
            {say(lang, time)}
          </option>
        ))}
      </select>
      <label for="dialect">{say(lang, steps.dialect)}</label>
      <select id="dialect" name="dialect">
        <option value="">{say(lang, steps.anyDialect)}</option>
        {dialects.map((name) => (
          <option value={name} selected={dialect === name}>
            {say(lang, dialectNames.find(([zh]) => zh === name) ?? [name, name])}
          </option>
        ))}
      </select>
      <p class="soft">
        {office ? say(lang, steps.lockedApartOffice, { office }) : say(lang, steps.lockedApart)}
        <br />
        {say(lang, steps.askFirst)}
        <br />
        {say(lang, steps.notKept)}
      </p>
      <Wrong lang={lang} field="consent" filled={filled} />
      <label class="pick">
        <input
          type="checkbox"
          id="consent"
          name="consent"
          value="yes"
          checked={consent}
          {...told('consent', filled)}
        />
        <span>{office ? say(lang, steps.consentOffice, { office }) : say(lang, steps.consent)}</span>
      </label>
    </div>
  )
}
