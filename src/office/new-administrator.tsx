import type { Lang } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { USERNAME } from '../staff/credentials.ts'
import { Line } from './setup-steps.tsx'

/** Whom nobody has invited, for nobody is there yet who could: what they are called, and what they sign in with. */
export const NewAdministrator = ({ lang }: { lang: Lang }) => (
  <>
    <Line lang={lang} name="name" label={staff.name} max={40} />
    <Line
      lang={lang}
      name="username"
      autocomplete="username"
      label={staff.username}
      help={staff.usernameHelp}
      max={32}
      pattern={USERNAME}
    />
  </>
)
