import { at, type Reader } from '../http/reader.ts'
import { doubtKindWords, doubtWords } from '../i18n/doubts.ts'
import { genuine } from '../i18n/paper.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { PublicPage } from '../ui/page.tsx'
import { doubtKinds } from './doubt-kinds.ts'

interface Frame {
  reader: Reader
  phone: string
  demo: boolean
}

interface Props extends Frame {
  /** The notice number as typed, or as the page it came from had it. */
  typed: string
  /** Nothing was chosen. */
  isMissing?: boolean
}

/** For somebody in front of a notice with something wrong about it. A plain form, for every browser. */
export function DoubtPage({ typed, isMissing, ...frame }: Props) {
  const { reader } = frame
  const { lang } = reader
  const here = typed ? `${paths.wrongNotice}?number=${encodeURIComponent(typed)}` : paths.wrongNotice
  return (
    <PublicPage {...frame} letterhead={say(lang, genuine.letterhead)} here={here}>
      <h1>{say(lang, doubtWords.title)}</h1>
      <form method="post" action={at(reader, paths.wrongNotice)}>
        <fieldset aria-describedby={isMissing ? 'what-wrong' : undefined}>
          <legend>{say(lang, doubtWords.what)}</legend>
          {isMissing && (
            <p id="what-wrong" class="error" role="alert">
              {say(lang, doubtWords.missing)}
            </p>
          )}
          {doubtKinds.map((kind) => (
            <label class="pick">
              <input type="radio" name="what" value={kind} />
              <span>{say(lang, doubtKindWords[kind])}</span>
            </label>
          ))}
        </fieldset>
        <label for="number">{say(lang, doubtWords.number)}</label>
        <p>
          <input id="number" name="number" inputmode="numeric" maxlength={20} value={typed} />
        </p>
        <button type="submit" class="btn go">
          {say(lang, doubtWords.send)}
        </button>
      </form>
    </PublicPage>
  )
}

export function DoubtThanksPage(frame: Frame) {
  const { lang } = frame.reader
  return (
    <PublicPage {...frame} letterhead={say(lang, genuine.letterhead)} here={paths.genuine}>
      <h1>{say(lang, doubtWords.title)}</h1>
      <p class="box ok lead" role="status">
        {say(lang, doubtWords.thanks)}
      </p>
    </PublicPage>
  )
}
