import { answer } from '../i18n/answering.ts'
import { meanwhile } from '../i18n/closed.ts'
import { type Lang, say } from '../i18n/speak.ts'

interface Props {
  lang: Lang
  phone: string
  /** What was typed. Where the browser sealed it this is empty, and the script fills it in. */
  text: string
}

/** The report was closed while something was being added: it was not taken, and stays on the screen to be copied. */
export function TooLate({ lang, phone, text }: Props) {
  return (
    <>
      <div class="box warn" role="alert" tabindex={-1} data-notice>
        <p>{say(lang, answer.tooLate)}</p>
        <p>{say(lang, answer.tooLateCall, { phone })}</p>
      </div>
      <label for="kept">{say(lang, meanwhile.yours)}</label>
      <textarea id="kept" rows={8} readonly>
        {text}
      </textarea>
    </>
  )
}
