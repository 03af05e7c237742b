import { queue } from '../i18n/queue.ts'
import { type Lang, say } from '../i18n/speak.ts'

interface Props {
  lang: Lang
  /** The address of the queue, which leads on to what is found. */
  action: string
  /** What was looked for and is not there. */
  number: string | undefined
}

/** The way to a report by the number a resident gives. */
export const FindByNumber = ({ lang, action, number }: Props) => (
  <form class="actions" method="get" action={action}>
    <label for="number">{say(lang, queue.number)}</label>
    <input id="number" name="number" value={number} maxlength={40} inputmode="numeric" autocomplete="off" />
    <button type="submit" class="btn">
      {say(lang, queue.find)}
    </button>
  </form>
)
