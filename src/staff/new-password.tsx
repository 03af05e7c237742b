import { activation } from '../i18n/activation.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'

/** A new password, twice, without names: it is never posted. */
export function NewPassword({ lang }: { lang: Lang }) {
  return (
    <>
      <label for="new-password">{say(lang, activation.newPassword)}</label>
      <input
        id="new-password"
        type="password"
        autocomplete="new-password"
        required
        minlength={12}
        aria-describedby="password-help"
      />
      <p class="soft" id="password-help">
        {say(lang, activation.passwordHelp)} {say(lang, staff.passwordStays)}
      </p>
      <label for="again">{say(lang, activation.again)}</label>
      <input id="again" type="password" autocomplete="new-password" required />
      <div role="alert">
        <p class="error" data-say="short" hidden>
          {say(lang, activation.passwordShort)}
        </p>
        <p class="error" data-say="differ" hidden>
          {say(lang, activation.passwordsDiffer)}
        </p>
      </div>
    </>
  )
}
