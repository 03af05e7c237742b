import type { Reader } from '../http/reader.ts'
import { receipt } from '../i18n/answering.ts'
import { frame } from '../i18n/frame.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { PublicPage } from '../ui/page.tsx'

/** Where one leaves to: nothing of what was done is here. */
export function GonePage({
  reader,
  phone,
  demo,
}: {
  reader: Reader
  phone: string | undefined
  demo: boolean
}) {
  return (
    <PublicPage
      reader={reader}
      letterhead={say(reader.lang, frame.title)}
      here={paths.gone}
      phone={phone}
      demo={demo}
    >
      <h1>{say(reader.lang, receipt.cleared)}</h1>
      <p>{say(reader.lang, receipt.clearedMore)}</p>
      <p>{say(reader.lang, receipt.close)}</p>
    </PublicPage>
  )
}
