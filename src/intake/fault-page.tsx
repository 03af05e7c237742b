import type { Reader } from '../http/reader.ts'
import { fault } from '../i18n/fault.ts'
import { frame } from '../i18n/frame.ts'
import { say } from '../i18n/speak.ts'
import { Calling } from '../ui/dated.tsx'
import { dialled } from '../ui/dial.ts'
import { PublicPage } from '../ui/page.tsx'
import { PlainAttach } from './plain-attach.tsx'
import type { Answer } from './state-page.tsx'

interface Props {
  reader: Reader
  here?: string | undefined
  phone: string | undefined
  demo: boolean
  sentences: readonly string[]
  /** What was posted by a plain form and not stored: one press sends it again. */
  kept?: Posted | undefined
  answer?: Answer | undefined
}

export interface Posted {
  action: string
  fields: readonly (readonly [name: string, value: string])[]
  /** Files were chosen, or may have been: none is kept, and they are chosen anew. */
  mayHaveFiles?: true
}

/** A page of its own for what went wrong before there was another. */
export function FaultPage({ reader, here, phone, demo, sentences, kept, answer }: Props) {
  const { lang } = reader
  const [first, ...more] = sentences
  return (
    <PublicPage reader={reader} letterhead={say(lang, frame.title)} here={here} phone={phone} demo={demo}>
      <div data-answer={answer}>
        <h1>{first}</h1>
        {more.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
      {kept && (
        <form method="post" action={kept.action} enctype={kept.mayHaveFiles && 'multipart/form-data'}>
          {kept.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {kept.mayHaveFiles && <PlainAttach lang={lang} isAgain />}
          <button type="submit" class="btn go">
            {say(lang, fault.again)}
          </button>
        </form>
      )}
      {phone && sentences.some((sentence) => sentence.includes(phone)) && (
        <a class={kept ? 'btn quiet' : 'btn go'} href={`tel:${dialled(phone)}`}>
          <Calling>{say(lang, frame.call, { phone })}</Calling>
        </a>
      )}
    </PublicPage>
  )
}
