import type { PropsWithChildren } from 'hono/jsx'
import type { Reader } from '../http/reader.ts'
import { desk } from '../i18n/desk.ts'
import { type Lang, langNames, others, say, tagOf, textOf } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { DeskPage } from '../ui/desk.tsx'
import { Failed } from '../ui/form-says.tsx'

interface Props {
  reader: Reader
  demo: boolean
  title: string
  owner?: string | undefined
  script: 'sign-in' | 'activate' | 'setup' | 'recover'
  /** The address in another language, when this page's own carries more than a language. */
  inLang?: (lang: Lang) => string
}

/** Pages before signing in. Nothing on them works without scripts, because no password leaves the computer. */
export function Entrance({ reader, demo, title, owner, script, inLang, children }: PropsWithChildren<Props>) {
  const { lang } = reader
  return (
    <DeskPage reader={reader} demo={demo} script={script} title={title} owner={owner}>
      <p class="noprint">
        {others(lang).map((other) => (
          <>
            {' '}
            <a href={inLang?.(other) ?? `?lang=${other}`} lang={tagOf(other)}>
              {langNames[other]}
            </a>
          </>
        ))}
      </p>
      <p class="box warn" data-needs-scripts>
        {say(lang, desk.needsScripts)}
      </p>
      <p class="box warn" data-too-old hidden>
        {say(lang, staff.tooOld)}
      </p>
      {children}
    </DeskPage>
  )
}

/** What may go wrong while a form of these pages works; the script shows one at a time. */
export function Outcomes({ reader: { lang } }: { reader: Reader }) {
  return (
    <div role="alert">
      <p class="error" data-say="slowed" data-text={textOf(lang, desk.slowed)} hidden />
      <Failed lang={lang} what="offline" />
      <Failed lang={lang} what="broke" />
    </div>
  )
}
