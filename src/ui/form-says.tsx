import type { PropsWithChildren } from 'hono/jsx'
import { desk } from '../i18n/desk.ts'
import { office } from '../i18n/office.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'

/** Beside the button of a desk's form: there was no network, and what was typed is kept. */
export const Offline = ({ lang }: { lang: Lang }) => (
  <p class="error" data-offline hidden>
    {say(lang, desk.offline)}
  </p>
)

/** Above the form: somebody was faster. */
export const Overtaken = ({ lang }: { lang: Lang }) => (
  <p class="box warn" role="alert">
    {say(lang, office.overtaken)}
  </p>
)

const failures = { offline: staff.notSent, broke: staff.broke }

interface Failure {
  lang: Lang
  what: keyof typeof failures
  /** It stands in no group that is read out already. */
  alone?: boolean
}

/** What a form says of keys, passwords or sheets that came to nothing. */
export const Failed = ({ lang, what, alone = false }: Failure) => (
  <p class="error" role={alone ? 'alert' : undefined} data-say={what} hidden>
    {say(lang, failures[what])}
  </p>
)

/** What such a form says while it is at work. */
export const Working = ({ children }: PropsWithChildren) => (
  <p role="status" data-say="working" hidden>
    {children}
  </p>
)
