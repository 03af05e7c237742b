import type { PropsWithChildren } from 'hono/jsx'
import { at, type Reader } from '../http/reader.ts'
import { aloud } from '../i18n/aloud.ts'
import { frame } from '../i18n/frame.ts'
import { langNames, langs, say, tagOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { built } from './built.ts'
import { Calling } from './dated.tsx'
import { dialled } from './dial.ts'

interface Frame {
  reader: Reader
  letterhead: string
  /** The address of this page, for the links that change language and size. A page answered to a post has none. */
  here?: string | undefined
  /** The form that asks for such a page once more, with what it holds, where scripts cannot change it in place. */
  form?: string | undefined
  /** The number to call; the team's where a code is known, else the office's. Before set-up there is none. */
  phone: string | undefined
  demo: boolean
  script?: 'report' | 'progress' | 'closed' | 'exit'
}

/** The frame of every page a resident sees. The title is the same everywhere, because WeChat lists titles. */
export function PublicPage(props: PropsWithChildren<Frame>) {
  const { reader, here, form, letterhead, phone, demo, script = 'exit', children } = props
  const { lang, size } = reader
  return (
    <html lang={tagOf(lang)} data-size={size}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="robots" content="noindex,nofollow" />
        <title>{say(lang, frame.title)}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={built('residents')} />
        {script === 'progress' && <link rel="stylesheet" href={built('answer')} />}
        {script === 'report' && (
          <noscript>
            <link rel="stylesheet" href={built('tiles')} />
          </noscript>
        )}
        <script type="module" src={built(script)} />
      </head>
      <body
        // What is typed goes to no spelling service of a browser's.
        spellcheck={false}
        data-to-read={say(lang, aloud.read)}
        data-to-stop={say(lang, aloud.stop)}
        data-unable={say(lang, aloud.cannot)}
      >
        <a class="skip" href="#main">
          {say(lang, frame.skip)}
        </a>
        <aside class="demo" aria-label={say(lang, frame.weChat)} data-wechat hidden>
          {say(lang, frame.inBrowser)}
        </aside>
        {demo && <aside class="demo">{say(lang, frame.demo)}</aside>}
        <header class="letterhead">
          <span>{letterhead}</span>
          <button type="button" class="exit" data-exit hidden>
            {say(lang, frame.exit)}
          </button>
        </header>
        <main id="main">{children}</main>
        <footer class="foot noprint">
          {(form || !here) && <Sizes reader={reader} />}
          {here && <Choices reader={reader} here={here} form={form} />}
          {!here && script === 'progress' && <Languages reader={reader} />}
          <nav aria-label={say(lang, frame.more)}>
            <a href={at(reader, paths.safer)}>{say(lang, frame.safer)}</a>
            <a href={at(reader, paths.genuine)}>{say(lang, frame.genuine)}</a>
            <a href={at(reader, paths.progress)}>{say(lang, frame.progress)}</a>
          </nav>
          {phone && (
            <p>
              <a href={`tel:${dialled(phone)}`}>
                <Calling>{say(lang, frame.call, { phone })}</Calling>
              </a>
            </p>
          )}
        </footer>
      </body>
    </html>
  )
}

const sizes = [
  ['standard', frame.standard],
  ['large', frame.large],
  ['largest', frame.largest],
] as const

/** For a page without an address: a script changes its size in place. */
function Sizes({ reader: { lang, size } }: { reader: Reader }) {
  return (
    <p class="choices" data-sizes hidden>
      <span>{say(lang, frame.size)}</span>
      {sizes.map(([to, word]) => (
        <button type="button" data-to-size={to} aria-current={to === size ? 'true' : 'false'}>
          {say(lang, word)}
        </button>
      ))}
    </p>
  )
}

/** For the answer to a code that only this browser has: a script takes the code along. */
const Languages = ({ reader }: { reader: Reader }) => (
  <p class="choices" data-langs hidden>
    {langs.map((lang) =>
      lang === reader.lang ? (
        <strong lang={tagOf(lang)}>{langNames[lang]}</strong>
      ) : (
        <a href={at(reader, paths.progress, { lang })} lang={tagOf(lang)}>
          {langNames[lang]}
        </a>
      ),
    )}
  </p>
)

/** Other sizes and languages: links or, on a page that answers a post, buttons that post it once more. */
function Choices({ reader, here, form }: { reader: Reader; here: string; form: string | undefined }) {
  const choice = (change: Partial<Reader>, word: string, lang?: string) => {
    const isNow = Object.entries(change).every(([name, value]) => reader[name as keyof Reader] === value)
    // A size is taken on in place where scripts can: then this is one to go back to.
    if (isNow && (form || lang)) return <strong lang={lang}>{word}</strong>
    const to = at(reader, here, change)
    if (!form) {
      return (
        <a href={to} lang={lang} data-to-size={change.size} aria-current={isNow ? 'true' : undefined}>
          {word}
        </a>
      )
    }
    return (
      <button
        type="submit"
        form={form}
        formaction={to}
        formenctype="application/x-www-form-urlencoded"
        name="look"
        value="yes"
        lang={lang}
      >
        {word}
      </button>
    )
  }
  return (
    <div>
      <p class="choices">
        <span>{say(reader.lang, frame.size)}</span>
        {sizes.map(([size, word]) => choice({ size }, say(reader.lang, word)))}
      </p>
      <p class="choices">{langs.map((lang) => choice({ lang }, langNames[lang], tagOf(lang)))}</p>
    </div>
  )
}
