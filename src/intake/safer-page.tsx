import type { Reader } from '../http/reader.ts'
import { frame } from '../i18n/frame.ts'
import { safer } from '../i18n/resident.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { PublicPage } from '../ui/page.tsx'

interface Props {
  reader: Reader
  phone: string | undefined
  demo: boolean
  office: string
}

/** How to send more safely. */
export function SaferPage({ reader, phone, demo, office }: Props) {
  const { lang } = reader
  const { title, after, ...advice } = safer
  return (
    <PublicPage
      reader={reader}
      letterhead={say(lang, frame.title)}
      here={paths.safer}
      phone={phone}
      demo={demo}
    >
      <h1>{say(lang, title)}</h1>
      <ul class="advice">
        {Object.values(advice).map((sentence) => (
          <li>{say(lang, sentence)}</li>
        ))}
        <li>{say(lang, after, { office })}</li>
      </ul>
    </PublicPage>
  )
}
