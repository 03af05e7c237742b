import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Reader } from '../http/reader.ts'
import { desk } from '../i18n/desk.ts'
import { langNames, others, say, tagOf, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { built } from './built.ts'
import { CodeField } from './code-field.tsx'
import { Offline } from './form-says.tsx'

interface Frame {
  reader: Reader
  /** Not signed in: no name, no watermark, no way out. */
  signedIn?:
    | { letterhead: string; name: string; roles: string; home: string; todo?: number | undefined }
    | undefined
  title: string
  /** Whose house it is, where nobody is signed in. */
  owner?: string | undefined
  demo: boolean
  script: 'desk' | 'sign-in' | 'activate' | 'setup' | 'recover' | 'new-sheets'
  /** A sentence after something was done. */
  said?: Child
}

/** The frame of every page staff see. What is opened on it is hidden by the key `.` and after two minutes. */
export function DeskPage(props: PropsWithChildren<Frame>) {
  const { reader, signedIn, title, owner, demo, script, said, children } = props
  const { lang } = reader
  return (
    <html lang={tagOf(lang)} class="desk">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex,nofollow" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={built('staff')} />
        <script type="module" src={built(script)} />
      </head>
      <body
        // What is typed goes to no spelling service of a browser's.
        spellcheck={false}
      >
        <a class="skip" href="#main">
          {say(lang, desk.skip)}
        </a>
        {demo && <aside class="demo noprint">{say(lang, desk.demo)}</aside>}
        <header class="letterhead noprint">
          {signedIn ? (
            <>
              <a href={signedIn.home}>{signedIn.letterhead}</a>
              <a href={paths.account}>
                {signedIn.roles
                  ? say(lang, desk.who, { name: signedIn.name, roles: signedIn.roles })
                  : signedIn.name}
              </a>
              {signedIn.todo !== undefined && <span>{say(lang, desk.todo, { n: signedIn.todo })}</span>}
              <button type="button" class="link" data-hide>
                {say(lang, desk.hide)}
              </button>
              {others(lang).map((other) => (
                <a href={`?lang=${other}`} lang={tagOf(other)}>
                  {langNames[other]}
                </a>
              ))}
              <form method="post" action={paths.signOut} data-sign-out>
                <button type="submit" class="link">
                  {say(lang, desk.signOut)}
                </button>
              </form>
              <p role="status" class="said-veiled">
                <span data-hidden hidden>
                  {say(lang, desk.hidden)}
                </span>
              </p>
            </>
          ) : (
            <span>{owner ?? say(lang, desk.product)}</span>
          )}
        </header>
        {signedIn && <Notices reader={reader} />}
        <main id="main">
          {said && (
            <p class="box ok noprint" role="status">
              {said}
            </p>
          )}
          {children}
        </main>
        {signedIn && <Lock reader={reader} />}
      </body>
    </html>
  )
}

/** What the script says when a form could not be sent. They stand outside what an answer replaces. */
function Notices({ reader: { lang } }: { reader: Reader }) {
  return (
    <div class="noprint" role="alert">
      <p class="box warn" data-offline hidden>
        {say(lang, desk.offline)}
      </p>
      <p class="box bad" data-wrong-root hidden>
        {say(lang, desk.wrongRoot)}
      </p>
      <p class="box bad" data-not-held hidden>
        {say(lang, desk.notHeld)}
      </p>
      <p class="box bad" data-broke hidden>
        {say(lang, desk.broke)}
      </p>
    </div>
  )
}

/** Expiry signs in again in place, so that nothing typed is lost. */
function Lock({ reader: { lang } }: { reader: Reader }) {
  return (
    <dialog data-lock aria-labelledby="lock-title">
      <form data-unlock>
        <h2 id="lock-title">
          <span data-idle>{say(lang, desk.locked)}</span>
          <span data-over hidden>
            {say(lang, desk.expired)}
          </span>
        </h2>
        <label for="lock-password">{say(lang, desk.password)}</label>
        <input id="lock-password" type="password" autocomplete="current-password" required />
        <CodeField id="lock-code" lang={lang} />
        <p class="error" data-wrong hidden>
          {say(lang, desk.wrongPassword)}
        </p>
        <p class="error" data-slowed={textOf(lang, desk.slowed)} hidden />
        <Offline lang={lang} />
        <p data-working hidden>
          {say(lang, desk.working)}
        </p>
        <button type="submit" class="btn go">
          {say(lang, desk.unlock)}
        </button>
      </form>
    </dialog>
  )
}
