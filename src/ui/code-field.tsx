import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'

/** Shown once the server has asked for the second factor: most of the staff have none. */
export function CodeField({ id, lang }: { id: string; lang: Lang }) {
  return (
    <>
      <p role="status" data-say="code" hidden>
        {say(lang, staff.codeAsked)}
      </p>
      <p class="error" role="alert" data-say="codeWrong" hidden>
        {say(lang, staff.codeWrong)}
      </p>
      <div data-code hidden>
        <label for={id}>{say(lang, staff.code)}</label>
        <input id={id} inputmode="numeric" autocomplete="one-time-code" maxlength={6} />
      </div>
    </>
  )
}
