import type { PropsWithChildren } from 'hono/jsx'
import { at, type Reader } from '../http/reader.ts'
import { meanwhile } from '../i18n/closed.ts'
import { sending } from '../i18n/sending.ts'
import { type Lang, type Phrase, say } from '../i18n/speak.ts'
import { unfinished } from '../i18n/unfinished.ts'
import { paths } from '../paths.ts'
import { OthersKept } from './leave.tsx'

/** What was begun here and is still kept: the script knows, and the server does not. */
export function Unfinished({ lang }: { lang: Lang }) {
  return (
    <Box>
      <What lang={lang} says={unfinished.goOn} />
      <button type="button" class="btn" data-go-on>
        {say(lang, unfinished.yes)}
      </button>
      <button type="button" class="btn quiet" data-drop>
        {say(lang, unfinished.no)}
      </button>
    </Box>
  )
}

/** The same where nothing is taken now: the page says whom to turn to, and the words are there to be told. */
export function UnfinishedToRead({ lang }: { lang: Lang }) {
  return (
    <Box>
      <What lang={lang} says={unfinished.toRead} />
      <label for="unfinished-words">{say(lang, meanwhile.yours)}</label>
      <textarea id="unfinished-words" rows={6} readonly />
      <button type="button" class="btn quiet" data-drop>
        {say(lang, sending.clear)}
      </button>
    </Box>
  )
}

/** Where one was cleared and another comes in its place, that is said: the box looks the same. */
const What = ({ lang, says }: { lang: Lang; says: Phrase }) => (
  <p id="unfinished-what">
    <span data-another hidden>
      {say(lang, sending.another)}
    </span>
    {say(lang, says)}
  </p>
)

const Box = ({ children }: PropsWithChildren) => (
  <section class="box" id="unfinished" aria-labelledby="unfinished-what" tabindex={-1} hidden>
    {children}
  </section>
)

/** Whose phone it is, asked once, and what becomes of the draft. Only with scripts: without them nothing is kept. */
export function Keeping({ reader }: { reader: Reader }) {
  const { lang } = reader
  return (
    <div id="leave" hidden>
      <div class="box" id="keeping">
        <div data-keeping="tab" hidden>
          <p id="whose">{say(lang, unfinished.whose)}</p>
          <p class="soft">{say(lang, unfinished.tab)}</p>
          <button type="button" class="btn" data-own="yes" aria-describedby="whose">
            {say(lang, unfinished.own)}
          </button>
          <button type="button" class="btn quiet" data-own="no" aria-describedby="whose">
            {say(lang, unfinished.others)}
          </button>
        </div>
        <div role="status">
          {(['day', 'full'] as const).map((keeping) => (
            <p data-keeping={keeping} hidden>
              {say(lang, unfinished[keeping])}
            </p>
          ))}
          {(['offline', 'online'] as const).map((signal) => (
            <p data-signal={signal} hidden>
              {say(lang, unfinished[signal])}
            </p>
          ))}
        </div>
      </div>
      <a class="btn quiet" href={at(reader, paths.gone)} data-leave>
        {say(lang, unfinished.leave)}
      </a>
      <OthersKept lang={lang} to={at(reader, paths.gone)} />
    </div>
  )
}
