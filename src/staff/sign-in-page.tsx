import type { Reader } from '../http/reader.ts'
import { activation } from '../i18n/activation.ts'
import { desk } from '../i18n/desk.ts'
import { say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { CodeField } from '../ui/code-field.tsx'
import { Working } from '../ui/form-says.tsx'
import { Entrance, Outcomes } from './entrance.tsx'
import type { Ended } from './session.ts'

interface Props {
  reader: Reader
  demo: boolean
  owner: string | undefined
  /** Signing in shows the address this page was answered at. */
  stay: boolean
  /** Else the page it leads back to, where that is known. */
  back: string | undefined
  /** Why whoever was signed in is not any more. */
  ended: Ended | undefined
}

const endings: readonly Ended[] = ['idle', 'over', 'ended']

/** The fields have no name: a plain post, should the script fail, carries neither user name nor password. */
export function SignInPage({ reader, demo, owner, stay, back, ended }: Props) {
  const { lang } = reader
  return (
    <Entrance reader={reader} demo={demo} owner={owner} title={say(lang, staff.signIn)} script="sign-in">
      <h1>{say(lang, staff.signIn)}</h1>
      {endings.map((why) => (
        <p class="box" data-ended={why} hidden={why !== ended}>
          {say(lang, desk[`${why}Before`])} {(stay || back) && say(lang, desk.backHere)}
        </p>
      ))}
      <form
        method="post"
        action={paths.signIn}
        class="narrow"
        data-sign-in={stay ? 'stay' : 'go'}
        data-back={back}
      >
        <label for="username">{say(lang, staff.username)}</label>
        <input
          id="username"
          autofocus
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
          maxlength={64}
        />
        <label for="password">{say(lang, staff.password)}</label>
        <input
          id="password"
          type="password"
          autocomplete="current-password"
          required
          aria-describedby="stays"
        />
        <p class="soft" id="stays">
          {say(lang, staff.passwordStays)}
        </p>
        <p class="error" role="alert" data-say="wrong" hidden>
          {say(lang, desk.wrong)}
        </p>
        <CodeField id="code" lang={lang} />
        <Outcomes reader={reader} />
        <Working>{say(lang, desk.working)}</Working>
        <button type="submit" class="btn go">
          {say(lang, staff.signIn)}
        </button>
      </form>
      <p>
        <a href={paths.recoverPassword}>{say(lang, staff.forgotten)}</a>
      </p>
      <p>
        <a href={paths.activate}>{say(lang, activation.activate)}</a>
      </p>
    </Entrance>
  )
}
