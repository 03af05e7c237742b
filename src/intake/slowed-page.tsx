import type { Reader } from '../http/reader.ts'
import { answer, ask } from '../i18n/answering.ts'
import { frame } from '../i18n/frame.ts'
import { say, textOf } from '../i18n/speak.ts'
import { PublicPage } from '../ui/page.tsx'
import type { Asker } from './carried.tsx'
import { EraseContact } from './erase-contact.tsx'
import { Supplement } from './supplement.tsx'

interface Props {
  reader: Reader
  phone: string | undefined
  demo: boolean
  seconds: number
  asker: Asker
  /** What was typed; undefined when name and phone were to be erased. */
  text: string | undefined
}

/** Too many codes are being stretched just now: what was posted is here still, and one press sends it again. */
export function SlowedPage({ reader, phone, demo, seconds, asker, text }: Props) {
  const { lang } = reader
  const title = textOf(lang, ask.slowed).replace('{n}', String(seconds))
  return (
    <PublicPage reader={reader} letterhead={say(lang, frame.title)} phone={phone} demo={demo}>
      <h1 tabindex={-1}>{title}</h1>
      {text === undefined ? (
        <EraseContact reader={reader} asker={asker} open />
      ) : (
        <Supplement reader={reader} asker={asker} unsent={{ text, mistake: say(lang, answer.noAnswer) }} />
      )}
    </PublicPage>
  )
}
