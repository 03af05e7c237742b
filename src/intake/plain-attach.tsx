import { plainFiles } from '../i18n/plain-files.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { AGREED } from './plain-files.ts'

/** Where a recording is agreed to, and where it is said that it was not. */
export const AGREED_ID = 'plain-agreed'
export const UNAGREED_ID = 'plain-unagreed'

interface Props {
  lang: Lang
  /** The form comes back, and no page may say what was chosen. */
  isAgain: boolean
  /** A recording came without the tick. */
  isUnagreed?: boolean | undefined
}

/** Below everything that is written: what stands above the files comes before them. No `capture`, no `multiple`. */
export const PlainAttach = ({ lang, isAgain, isUnagreed }: Props) => (
  <fieldset data-plain>
    <legend>{say(lang, plainFiles.intro)}</legend>
    {isAgain && <p class="lead">{say(lang, plainFiles.again)}</p>}
    <label for="plain-photo">{say(lang, plainFiles.photo)}</label>
    <input type="file" id="plain-photo" name="photo" accept="image/*" />
    <label for="plain-voice">{say(lang, plainFiles.voice)}</label>
    <p class="soft">{say(lang, plainFiles.recognised)}</p>
    <label class="pick">
      <input
        type="checkbox"
        id={AGREED_ID}
        name={AGREED}
        value="yes"
        {...(isUnagreed && { 'aria-invalid': 'true', 'aria-describedby': UNAGREED_ID })}
      />
      <span>{say(lang, plainFiles.consent)}</span>
    </label>
    <input type="file" id="plain-voice" name="voice" accept="audio/*" />
  </fieldset>
)
