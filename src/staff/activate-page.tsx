import type { Reader } from '../http/reader.ts'
import { activation } from '../i18n/activation.ts'
import { desk } from '../i18n/desk.ts'
import { say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { Working } from '../ui/form-says.tsx'
import { Entrance, Outcomes } from './entrance.tsx'
import { NewPassword } from './new-password.tsx'
import { RecoverySteps } from './recovery-paper.tsx'

/** Three steps on one page: the code, who it is for and their password, the recovery code on paper. */
export function ActivatePage({ reader, demo }: { reader: Reader; demo: boolean }) {
  const { lang } = reader
  return (
    <Entrance reader={reader} demo={demo} title={say(lang, activation.activate)} script="activate">
      <h1 class="noprint">{say(lang, activation.activate)}</h1>
      <form method="post" action={paths.activate} class="narrow" data-step="code">
        <label for="code">{say(lang, activation.activationCode)}</label>
        <input
          id="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          required
          maxlength={40}
        />
        <div role="alert">
          <p class="error" data-say="wrong" hidden>
            {say(lang, activation.codeWrong)}
          </p>
          <p class="error" data-say="over" hidden>
            {say(lang, activation.codeOver)}
          </p>
          <p class="error" data-say="last" hidden>
            {say(lang, activation.codeLast)}
          </p>
          <p class="box bad" data-say="root" hidden>
            {say(lang, activation.rootWrong)}
          </p>
        </div>
        <Outcomes reader={reader} />
        <Working>{say(lang, desk.working)}</Working>
        <button type="submit" class="btn go">
          {say(lang, activation.openSheet)}
        </button>
      </form>
      <form method="post" action={paths.activate} class="narrow" data-step="password" hidden>
        <p>{say(lang, activation.yours)}</p>
        <dl class="facts">
          <dt>{say(lang, staff.name)}</dt>
          <dd data-fill="name" />
          <dt>{say(lang, staff.place)}</dt>
          <dd data-fill="place" />
          <dt>{say(lang, staff.username)}</dt>
          <dd data-fill="username" />
        </dl>
        <p class="soft">{say(lang, activation.notYou)}</p>
        <NewPassword lang={lang} />
        <Outcomes reader={reader} />
        <Working>{say(lang, activation.making)}</Working>
        <button type="submit" class="btn go">
          {say(lang, activation.makeKeys)}
        </button>
      </form>
      <div data-step="paper" hidden>
        <RecoverySteps lang={lang} finish={say(lang, activation.finish)} />
      </div>
    </Entrance>
  )
}
