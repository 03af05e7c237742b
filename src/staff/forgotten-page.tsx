import type { Reader } from '../http/reader.ts'
import { activation } from '../i18n/activation.ts'
import { desk } from '../i18n/desk.ts'
import { say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { CodeField } from '../ui/code-field.tsx'
import { Working } from '../ui/form-says.tsx'
import { Entrance, Outcomes } from './entrance.tsx'
import { NewPassword } from './new-password.tsx'
import { RecoverySteps } from './recovery-paper.tsx'

export function ForgottenPage({ reader, demo }: { reader: Reader; demo: boolean }) {
  const { lang } = reader
  return (
    <Entrance reader={reader} demo={demo} title={say(lang, staff.forgotten)} script="sign-in">
      <h1 class="noprint">{say(lang, staff.forgotten)}</h1>
      <div data-first>
        <p>{say(lang, activation.threeWays)}</p>
        <ol>
          <li>{say(lang, activation.way1)}</li>
          <li>{say(lang, activation.way2)}</li>
          <li>{say(lang, activation.way3)}</li>
        </ol>
        <h2>{say(lang, activation.way1)}</h2>
        <form method="post" action={paths.recoverPassword} class="narrow" data-forgotten>
          <label for="username">{say(lang, staff.username)}</label>
          <input
            id="username"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            required
            maxlength={64}
          />
          <fieldset>
            <legend>{say(lang, activation.recoveryRows)}</legend>
            {[1, 2].map((n) => (
              <>
                <label class="soft" for={`row-${n}`}>
                  {say(lang, activation.rowNumber, { n })}
                </label>
                <input id={`row-${n}`} inputmode="numeric" autocomplete="off" required data-row={n} />
                <p class="error" role="alert" data-say={`row${n}`} hidden>
                  {say(lang, activation.rowWrong, { m: n })}
                </p>
              </>
            ))}
          </fieldset>
          <NewPassword lang={lang} />
          <p class="error" role="alert" data-say="wrong" hidden>
            {say(lang, activation.recoveryWrong)}
          </p>
          <CodeField id="code" lang={lang} />
          <Outcomes reader={reader} />
          <Working>{say(lang, desk.working)}</Working>
          <button type="submit" class="btn go">
            {say(lang, activation.changePassword)}
          </button>
        </form>
        <p>
          <a href={paths.signIn}>{say(lang, staff.signIn)}</a>
        </p>
      </div>
      <div data-second hidden>
        <p class="noprint">{say(lang, activation.newCode)}</p>
        <RecoverySteps lang={lang} finish={say(lang, activation.save)} />
      </div>
      <div data-third hidden>
        <p class="box ok" role="status" tabindex={-1}>
          {say(lang, activation.oldCodeVoid)}
        </p>
        <p>
          <a class="btn go" data-onward href={paths.signIn}>
            {say(lang, activation.tornUp)}
          </a>
        </p>
      </div>
    </Entrance>
  )
}
