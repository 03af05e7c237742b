import { at, type Reader } from '../http/reader.ts'
import { meanwhile } from '../i18n/closed.ts'
import { fault } from '../i18n/fault.ts'
import { frame } from '../i18n/frame.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Calling, Dated } from '../ui/dated.tsx'
import { dialled } from '../ui/dial.ts'
import { PublicPage } from '../ui/page.tsx'
import { KeptBox } from './kept-box.tsx'
import { UnfinishedToRead } from './unfinished.tsx'

interface Props {
  reader: Reader
  letterhead: string
  here?: string | undefined
  phone: string | undefined
  demo: boolean
  sentences: readonly string[]
  /** The number that the sentences say to call: the first thing to press. */
  call?: string | undefined
  /** The page is out of date: it can be opened anew, and its script carries the words over. */
  reload?: string | undefined
  /** What was written and not taken: it stays on the screen. */
  kept?: string | undefined
  /** What this phone may hold from before is offered here. */
  drawer?: string | undefined
  /** Lets the page's own script tell our answer from a stranger's. */
  answer?: Answer | undefined
}

/**
 * `retired`: the key changed, seal anew. `refused`: not stored, and the words may be changed. `busy`: not stored now.
 */
export type Answer = 'retired' | 'refused' | 'busy'

/** A code that takes nothing now: its state in place of the form. */
export function StatePage(props: Props) {
  const { reader, letterhead, here, phone, demo, sentences, call, reload, kept, drawer, answer } = props
  const { lang } = reader
  const [first, ...more] = sentences
  return (
    <PublicPage
      reader={reader}
      letterhead={letterhead}
      here={here}
      phone={phone}
      demo={demo}
      script={drawer ? 'closed' : 'exit'}
    >
      {drawer && <KeptBox lang={lang} drawer={drawer} />}
      {drawer && <UnfinishedToRead lang={lang} />}
      <div data-answer={answer}>
        <h1>
          <Dated>{first ?? ''}</Dated>
        </h1>
        {more.map((sentence) => (
          <p>
            <Dated>{sentence}</Dated>
          </p>
        ))}
        {call && (
          <a class="btn go" href={`tel:${dialled(call)}`}>
            <Calling>{say(lang, frame.call, { phone: call })}</Calling>
          </a>
        )}
        {reload && (
          <a class="btn" href={reload}>
            {say(lang, fault.reload)}
          </a>
        )}
      </div>
      {kept && (
        <>
          <label for="kept">{say(lang, meanwhile.yours)}</label>
          <textarea id="kept" rows={8} readonly>
            {kept}
          </textarea>
        </>
      )}
      <a class="btn quiet" href={at(reader, paths.progress)}>
        {say(lang, frame.progress)}
      </a>
    </PublicPage>
  )
}
