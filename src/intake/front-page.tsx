import { at, type Reader } from '../http/reader.ts'
import { frame } from '../i18n/frame.ts'
import { HOTLINE } from '../i18n/hotline.ts'
import { front } from '../i18n/landing.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Calling } from '../ui/dated.tsx'
import { dialled } from '../ui/dial.ts'
import { PublicPage } from '../ui/page.tsx'

interface Props {
  reader: Reader
  phone: string | undefined
  demo: boolean
  typed?: string | undefined
  mistake?: 'wrongLength' | 'unknown' | undefined
}

/** The front page, for people who type the address from paper. Nothing about inspection in the first line. */
export function FrontPage({ reader, phone, demo, typed = '', mistake }: Props) {
  const { lang, size } = reader
  return (
    <PublicPage
      reader={reader}
      letterhead={say(lang, frame.title)}
      here={paths.front}
      phone={phone}
      demo={demo}
    >
      <h1>{say(lang, front.title)}</h1>
      <form class="fill" method="get" action={paths.front} novalidate>
        {lang !== 'zh' && <input type="hidden" name="lang" value={lang} />}
        {size !== 'standard' && <input type="hidden" name="size" value={size} />}
        <label for="number">{say(lang, front.number)}</label>
        {mistake && (
          <p class="error" id="number-wrong" role="alert">
            {mistake === 'unknown'
              ? say(lang, front.unknown, { phone: phone ?? HOTLINE })
              : say(lang, front.wrongLength)}
          </p>
        )}
        <p>
          <input
            id="number"
            name="number"
            inputmode="numeric"
            autocomplete="off"
            value={typed}
            autofocus={mistake !== undefined}
            aria-invalid={mistake ? 'true' : undefined}
            aria-describedby={mistake && 'number-wrong'}
          />
        </p>
        <button type="submit" class="btn go">
          {say(lang, front.open)}
        </button>
      </form>
      <a class="btn" href={at(reader, paths.progress)}>
        {say(lang, front.progress)}
      </a>
      <a class="btn" href={at(reader, paths.genuine)}>
        {say(lang, front.genuine)}
      </a>
      {phone && (
        <a class="btn quiet" href={`tel:${dialled(phone)}`}>
          <Calling>{say(lang, front.call, { phone })}</Calling>
        </a>
      )}
    </PublicPage>
  )
}
