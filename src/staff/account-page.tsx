import { say } from '../i18n/speak.ts'
import { staff as words } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk.tsx'
import type { Staff } from './guard.ts'
import { homeOf } from './roles.ts'
import { placeWords } from './words.ts'

interface Props {
  staff: Staff
  names: ReadonlyMap<string, string>
  issuer: string
  demo: boolean
  hasFactor: boolean
  /** The browser makes it, and it comes back with a code that was wrong. */
  secret: string
  problem?: string | undefined
}

/** Somebody's own page. */
export function AccountPage({ staff, names, issuer, demo, hasFactor, secret, problem }: Props) {
  const { lang, name, username, memberships, lacksFactor } = staff
  const roles = memberships.map((at) => placeWords(lang, at, names)).join(say(lang, words.semicolon))
  const home = homeOf(memberships)
  const signedIn = { letterhead: issuer, name, roles, home }
  const title = say(lang, words.account)
  const marks = {
    'data-second-factor': issuer,
    'data-account': username,
    'data-label': say(lang, words.factorQr),
  }
  return (
    <DeskPage reader={{ lang, size: 'standard' }} signedIn={signedIn} title={title} demo={demo} script="desk">
      <h1>{title}</h1>
      <dl class="facts">
        <dt>{say(lang, words.username)}</dt>
        <dd>{username}</dd>
        <dt>{say(lang, words.role)}</dt>
        <dd>{roles}</dd>
      </dl>
      <h2>{say(lang, words.code)}</h2>
      {lacksFactor && <p class="box warn">{say(lang, words.factorMust)}</p>}
      {problem && (
        <p class="box bad" role="alert">
          {problem}
        </p>
      )}
      {hasFactor ? (
        <p class="box ok">{say(lang, words.factorOn)}</p>
      ) : (
        <form method="post" action={paths.account} class="narrow" data-desk {...marks}>
          <p>{say(lang, words.factorHow)}</p>
          <div class="qr" data-qr />
          <p class="lead" data-secret />
          <input type="hidden" name="secret" value={secret} />
          <label for="code">{say(lang, words.code)}</label>
          <input
            id="code"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            required
            maxlength={6}
          />
          <button type="submit" class="btn go">
            {say(lang, words.factorSet)}
          </button>
        </form>
      )}
      {!lacksFactor && (
        <p>
          <a href={home}>{say(lang, words.goHome)}</a>
        </p>
      )}
    </DeskPage>
  )
}
