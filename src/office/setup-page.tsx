import type { Reader } from '../http/reader.ts'
import { setup } from '../i18n/setup.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Entrance } from '../staff/entrance.tsx'
import { NewPassword } from '../staff/new-password.tsx'
import { Failed, Working } from '../ui/form-says.tsx'
import { NewAdministrator } from './new-administrator.tsx'
import { OfficeFields } from './setup-office.tsx'
import { Back, Next, Step } from './setup-steps.tsx'
import { Keepers } from './sheet-keepers.tsx'
import { CheckSheets, PrintSheets } from './sheet-papers.tsx'

interface Props {
  reader: Reader
  demo: boolean
  /** This page in another language: its address carries the secret too. */
  inLang: (lang: Lang) => string
  publicUrl: string
  today: string
}

const ready = [setup.twoPeople, setup.printer, setup.envelopes, setup.noPhotos]

/** All steps on one page: what the browser makes between them is nowhere else until the last one. */
export function SetupPage({ reader, demo, inLang, publicUrl, today }: Props) {
  const { lang } = reader
  return (
    <Entrance reader={reader} demo={demo} title={say(lang, setup.title)} script="setup" inLang={inLang}>
      <p class="box warn noprint" role="alert" data-unfinished hidden>
        {say(lang, setup.unfinished)}
      </p>
      <Step lang={lang} n={0} title={setup.before}>
        <p>{say(lang, setup.beforeSays)}</p>
        <p class="lead">{say(lang, setup.beforeWho)}</p>
        <form data-ready>
          {ready.map((line) => (
            <label class="pick">
              <input type="checkbox" required />
              <span>{say(lang, line)}</span>
            </label>
          ))}
          <Next label={say(lang, setup.ready)} />
        </form>
      </Step>
      <Step lang={lang} n={1} title={setup.office}>
        <p>{say(lang, setup.officeSays)}</p>
        <OfficeFields lang={lang} publicUrl={publicUrl} />
      </Step>
      <Step lang={lang} n={2} title={setup.account}>
        <p>{say(lang, setup.accountSays)}</p>
        <form data-account class="narrow">
          <NewAdministrator lang={lang} />
          <NewPassword lang={lang} />
          <Failed lang={lang} what="broke" alone />
          <Working>{say(lang, setup.making)}</Working>
          <p class="actions">
            <button type="submit" class="btn go">
              {say(lang, setup.next)}
            </button>
            <Back lang={lang} to={1} />
          </p>
        </form>
      </Step>
      <Step lang={lang} n={3} title={setup.printing}>
        <PrintSheets
          lang={lang}
          today={today}
          back={<Back lang={lang} to={1} words={setup.backToOffice} />}
        />
      </Step>
      <Step lang={lang} n={4} title={setup.checking}>
        <CheckSheets lang={lang} />
      </Step>
      <Step lang={lang} n={5} title={setup.sealing}>
        <Keepers lang={lang} today={today} back={<Back lang={lang} to={4} />} />
      </Step>
      <Step lang={lang} n={6} title={setup.done}>
        <p class="box ok">{say(lang, setup.doneSays)}</p>
        <p>
          <a class="btn go" href={paths.office}>
            {say(lang, setup.toList)}
          </a>
        </p>
      </Step>
    </Entrance>
  )
}
