import { at, type Reader } from '../http/reader.ts'
import { answer } from '../i18n/answering.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type Asker, Carried } from './carried.tsx'

interface Props {
  reader: Reader
  asker: Asker
  /** A call was asked for, perhaps without a word, and words can still be added. */
  call?: boolean
  /** They have been asked already. */
  open?: boolean
}

/** Whoever gave a name or phone may take it back at any time, and is asked once. */
export function EraseContact({ reader, asker, call = false, open = false }: Props) {
  const { lang } = reader
  return (
    <details class="ask" open={open}>
      <summary class="btn quiet">{say(lang, answer.erase)}</summary>
      <form id="erase" method="post" action={at(reader, paths.progressErase)}>
        <p>{say(lang, call ? answer.eraseCall : answer.eraseSure)}</p>
        <Carried asker={asker} />
        <p class="error" role="alert" data-says="noAnswer" hidden>
          {say(lang, answer.noAnswer)}
        </p>
        <button type="submit" class="btn">
          {say(lang, answer.eraseYes)}
        </button>
        <button type="button" class="btn quiet" data-stay data-ready hidden>
          {say(lang, answer.eraseNo)}
        </button>
      </form>
    </details>
  )
}
