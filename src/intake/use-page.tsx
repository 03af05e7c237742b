import type { Reader } from '../http/reader.ts'
import { frame } from '../i18n/frame.ts'
import { use } from '../i18n/resident.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { PublicPage } from '../ui/page.tsx'

interface Props {
  reader: Reader
  phone: string | undefined
  demo: boolean
  office: string
  /** For how long name and telephone are kept after the answer. */
  days: number
}

/** How what is sent is used. */
export function UsePage({ reader, phone, demo, office, days }: Props) {
  const { lang } = reader
  const parts = [
    [use.who, say(lang, use.whoText, { office, team: say(lang, use.team) })],
    [use.whom, say(lang, use.whomText)],
    [use.long, say(lang, use.longText, { days })],
    [use.may, say(lang, use.mayText)],
  ] as const
  return (
    <PublicPage
      reader={reader}
      letterhead={say(lang, frame.title)}
      here={paths.use}
      phone={phone}
      demo={demo}
    >
      <h1>{say(lang, use.title)}</h1>
      {[
        ...parts,
        ...(phone ? ([[use.questions, say(lang, use.questionsText, { phone })]] as const) : []),
      ].map(([name, sentence]) => (
        <p>
          <strong>{say(lang, name)}</strong>
          {say(lang, use.colon)}
          {sentence}
        </p>
      ))}
    </PublicPage>
  )
}
