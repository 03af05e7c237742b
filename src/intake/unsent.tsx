import { answer } from '../i18n/answering.ts'
import { type Lang, say } from '../i18n/speak.ts'

/** What was added on an earlier visit is still on its way: the script knows, and the server does not. */
export const Unsent = ({ lang }: { lang: Lang }) => (
  <p class="box warn" role="status" data-unsent hidden>
    {say(lang, answer.unsent)}
  </p>
)
