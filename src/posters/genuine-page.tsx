import { at, type Reader } from '../http/reader.ts'
import { doubtWords } from '../i18n/doubts.ts'
import { genuine } from '../i18n/paper.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Dated } from '../ui/dated.tsx'
import { PublicPage } from '../ui/page.tsx'

interface Props {
  reader: Reader
  phone: string
  demo: boolean
  domain: string
  /** The digits as typed, if any were. */
  typed: string
  /** The field is at fault, in words. */
  mistake?: string | undefined
  answer?: { look: 'ok' | 'warn' | 'bad'; sentence: string; opens?: boolean } | undefined
}

/** A number from paper, and whether it is ours. A plain GET, so that it works in every browser. */
export function GenuinePage({ reader, phone, demo, domain, typed, mistake, answer }: Props) {
  const { lang } = reader
  const doubtful = typed ? `${paths.wrongNotice}?number=${encodeURIComponent(typed)}` : paths.wrongNotice
  return (
    <PublicPage
      reader={reader}
      letterhead={say(lang, genuine.letterhead)}
      here={typed ? `${paths.genuine}?number=${encodeURIComponent(typed)}` : paths.genuine}
      phone={phone}
      demo={demo}
    >
      <h1>{say(lang, genuine.title)}</h1>
      {answer && (
        <div class={`box ${answer.look}`} role="status">
          <p class="lead">
            <Dated>{answer.sentence}</Dated>
          </p>
          {answer.look !== 'bad' && <p>{say(lang, genuine.domain, { domain })}</p>}
        </div>
      )}
      {answer?.opens && (
        <a class="btn go" href={at(reader, paths.notice(typed))}>
          {say(lang, genuine.open)}
        </a>
      )}
      <NumberForm reader={reader} typed={typed} mistake={mistake} look={answer?.opens ? '' : 'go'} />
      <ul>
        <li>{say(lang, genuine.wechat, { domain })}</li>
        <li>{say(lang, genuine.never)}</li>
      </ul>
      <p class="soft">
        <a href={at(reader, doubtful)}>{say(lang, doubtWords.title)}</a>
      </p>
    </PublicPage>
  )
}

type FormProps = Pick<Props, 'reader' | 'typed' | 'mistake'> & { look: 'go' | '' }

function NumberForm({ reader, typed, mistake, look }: FormProps) {
  const { lang, size } = reader
  return (
    <form method="get" action={paths.genuine}>
      {lang !== 'zh' && <input type="hidden" name="lang" value={lang} />}
      {size !== 'standard' && <input type="hidden" name="size" value={size} />}
      <label for="number">{say(lang, genuine.field)}</label>
      {mistake && (
        <p id="number-wrong" class="error" role="alert">
          {mistake}
        </p>
      )}
      <p>
        <input
          id="number"
          name="number"
          inputmode="numeric"
          maxlength={20}
          value={typed}
          aria-invalid={mistake ? 'true' : undefined}
          aria-describedby={mistake ? 'number-wrong' : undefined}
        />
      </p>
      <button type="submit" class={`btn ${look}`.trim()}>
        {say(lang, genuine.check)}
      </button>
    </form>
  )
}
