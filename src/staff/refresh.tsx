import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'

/** Who waits for somebody else looks again by a plain link: no page asks by itself. */
export const Refresh = ({ lang, address }: { lang: Lang; address: string }) => (
  <p>
    <a class="btn" href={address}>
      {say(lang, staff.refresh)}
    </a>
  </p>
)
