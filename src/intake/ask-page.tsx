import { at, type Reader } from '../http/reader.ts'
import { ask } from '../i18n/answering.ts'
import { fault } from '../i18n/fault.ts'
import { frame } from '../i18n/frame.ts'
import { say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { inGroups } from '../sealing/query-code.ts'
import { PublicPage } from '../ui/page.tsx'
import { TooLate } from './too-late.tsx'
import { Unsent } from './unsent.tsx'

export type Unasked =
  | { why: 'length'; n: number }
  | { why: 'digit' | 'nothing' }
  | { why: 'slowed'; n: number }

interface Props {
  reader: Reader
  phone: string | undefined
  demo: boolean
  /** The installation's salt, with which the browser stretches the code so that it need not send it. */
  salt: string
  typed?: string
  unasked?: Unasked
  /** What was being added to a report that is not there any more. */
  tooLate?: string | undefined
}

/** Asks for the query code. */
export function AskPage({ reader, phone, demo, salt, typed = '', unasked, tooLate }: Props) {
  const { lang } = reader
  const wrong = unasked && unasked.why !== 'slowed'
  return (
    <PublicPage
      reader={reader}
      letterhead={say(lang, frame.title)}
      here={tooLate === undefined ? paths.progress : undefined}
      phone={phone}
      demo={demo}
      script="progress"
    >
      {phone && tooLate !== undefined && <TooLate lang={lang} phone={phone} text={tooLate} />}
      <h1>{say(lang, ask.title)}</h1>
      <Unsent lang={lang} />
      <form
        id="ask"
        class="fill"
        method="post"
        action={at(reader, paths.progress)}
        novalidate
        data-salt={salt}
      >
        <label for="code">{say(lang, ask.code)}</label>
        <div role="alert" id="code-wrong">
          <Says
            data="length"
            is={unasked?.why === 'length'}
            template={textOf(lang, ask.length)}
            n={nOf(unasked)}
          />
          <Says data="digit" is={unasked?.why === 'digit'} template={say(lang, ask.digit)} />
          <Says data="nothing" is={unasked?.why === 'nothing'} template={say(lang, ask.nothing)} />
          {phone && (
            <Says
              data="nothing"
              is={unasked?.why === 'nothing'}
              template={say(lang, ask.nothingCall, { phone })}
            />
          )}
          <Says
            data="slowed"
            is={unasked?.why === 'slowed'}
            template={textOf(lang, ask.slowed)}
            n={nOf(unasked)}
          />
          <Says data="offline" is={false} template={say(lang, ask.offline)} />
          <Says data="busy" is={false} template={say(lang, fault.busyReading)} />
        </div>
        {/* Not completed: Back would show the code, and with it the answer, to whoever has the phone next. */}
        <textarea
          id="code"
          name="code"
          class="digits"
          rows={2}
          inputmode="numeric"
          autocomplete="off"
          spellcheck={false}
          aria-describedby="code-help code-wrong"
          aria-invalid={wrong ? 'true' : undefined}
          autofocus={wrong && tooLate === undefined}
        >
          {inGroups(typed)}
        </textarea>
        <p class="soft" id="code-help">
          {say(lang, ask.groups)}
        </p>
        <p class="soft" data-plain>
          {say(lang, ask.plain)}
        </p>
        <button type="submit" class="btn go">
          {say(lang, ask.show)}
        </button>
        <p class="box" role="status" id="working" hidden>
          {say(lang, ask.working)}
        </p>
        <p class="soft" data-plain>
          {say(lang, ask.picturePlain)}
        </p>
        <p class="soft" data-ready hidden>
          {say(lang, ask.picture)}
        </p>
      </form>
    </PublicPage>
  )
}

const nOf = (unasked: Unasked | undefined) => (unasked && 'n' in unasked ? unasked.n : 0)

/** A sentence the script may need as well: it is there, hidden until it is true. */
function Says({ data, is, template, n = 0 }: { data: string; is: boolean; template: string; n?: number }) {
  return (
    <p class="error" data-says={data} data-say={template} hidden={!is}>
      {template.replace('{n}', String(n))}
    </p>
  )
}
