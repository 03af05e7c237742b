import { setup } from '../i18n/setup.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { Line, Next } from './setup-steps.tsx'

/** What is asked about the office: it will stand on notices and letters. */
export function OfficeFields({ lang, publicUrl }: { lang: Lang; publicUrl: string }) {
  return (
    <form data-office class="sheet-form">
      <Line lang={lang} name="fullName" label={setup.fullName} hint={setup.fullNameHint} max={60} />
      <Line lang={lang} name="shortName" label={setup.shortName} hint={setup.shortNameHint} max={20} />
      <Line
        lang={lang}
        name="jurisdiction"
        label={setup.jurisdiction}
        hint={setup.jurisdictionHint}
        max={20}
      />
      <Line lang={lang} name="letterCode" label={setup.letterCode} hint={setup.letterCodeHint} max={20} />
      <fieldset>
        <legend>{say(lang, setup.level)}</legend>
        {(['city', 'county'] as const).map((level) => (
          <label class="pick">
            <input type="radio" name="level" value={level} required />
            <span>{say(lang, setup[level])}</span>
          </label>
        ))}
      </fieldset>
      <Line lang={lang} name="superiorName" label={setup.superiorName} max={60} optional />
      <Line lang={lang} name="superiorPhone" label={setup.superiorPhone} max={30} type="tel" optional />
      <Line lang={lang} name="phone" label={setup.phone} max={30} type="tel" />
      <Line lang={lang} name="hours" label={setup.hours} hint={setup.hoursHint} max={40} />
      <Line
        lang={lang}
        name="publicUrl"
        label={setup.publicUrl}
        help={setup.publicUrlHelp}
        max={200}
        value={publicUrl}
      />
      {publicUrl.startsWith('http:') && <p class="box warn">{say(lang, setup.publicUrlHere)}</p>}
      <p class="error" role="alert" data-say="address" hidden>
        {say(lang, setup.publicUrlWrong)}
      </p>
      <Next label={say(lang, setup.next)} />
    </form>
  )
}
