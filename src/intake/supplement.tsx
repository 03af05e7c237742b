import type { PropsWithChildren } from 'hono/jsx'
import { at, type Reader } from '../http/reader.ts'
import { answer, ask } from '../i18n/answering.ts'
import { steps } from '../i18n/filing.ts'
import { sending } from '../i18n/sending.ts'
import { say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type Asker, Carried } from './carried.tsx'
import { Unsent } from './unsent.tsx'

interface Props {
  reader: Reader
  asker: Asker
  /** Where it went past the team, the office's name. */
  office?: string | undefined
  unsent: { text: string; mistake: string } | undefined
}

/**
 * What one adds, and above it the question it answers. Where the browser seals it the text has no name, so that it
 * cannot be posted in clear.
 */
export function Supplement({ reader, asker, office, unsent, children }: PropsWithChildren<Props>) {
  const { lang } = reader
  return (
    <form
      id="add"
      class="fill"
      method="post"
      action={at(reader, paths.progressMessage)}
      novalidate
      data-office={office}
    >
      {children && (
        <p class="lead asked" id="asked">
          {children}
        </p>
      )}
      {!asker && <Unsent lang={lang} />}
      <label for="more">{say(lang, answer.add)}</label>
      <div role="alert">
        <p class="error" data-says="wrong" hidden={!unsent?.mistake}>
          {unsent?.mistake}
        </p>
        <p class="error" data-says="empty" hidden>
          {say(lang, answer.addEmpty)}
        </p>
        <p class="error" data-says="long" data-say={textOf(lang, answer.addLong)} hidden />
        <p class="error" data-says="noAnswer" hidden>
          {say(lang, answer.noAnswer)}
        </p>
        <p data-held hidden>
          {say(lang, answer.held)}
          {say(lang, sending.waits)}
        </p>
        <p class="error" data-says="offline" hidden>
          {say(lang, ask.offline)}
        </p>
      </div>
      <textarea id="more" name={asker && 'text'} rows={4} aria-describedby={children ? 'asked' : undefined}>
        {unsent?.text ?? ''}
      </textarea>
      {!asker && (
        <button type="button" class="btn quiet" data-attach data-ready hidden>
          {say(lang, answer.attach)}
        </button>
      )}
      <Carried asker={asker} />
      <p class="box" role="status" data-says="working" hidden>
        {say(lang, sending.sealing)}
      </p>
      <button type="submit" class="btn go">
        {office
          ? say(lang, asker ? steps.sendPlainOffice : steps.sendOffice, { office })
          : say(lang, asker ? steps.sendPlain : steps.send)}
      </button>
    </form>
  )
}
