import type { Reader } from '../http/reader.ts'
import { setup } from '../i18n/setup.ts'
import { say, textOf } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { Entrance } from '../staff/entrance.tsx'
import { NewPassword } from '../staff/new-password.tsx'
import { RecoveryPaper } from '../staff/recovery-paper.tsx'
import { Keepers } from './setup-keepers.tsx'
import { OfficeFields } from './setup-office.tsx'
import { SetupSheet } from './setup-sheet.tsx'
import { Back, Line, Next, Step } from './setup-steps.tsx'

interface Props {
  reader: Reader
  demo: boolean
  /** This page in the other language: its address carries the secret too. */
  other: string
  publicUrl: string
  today: string
}

const ready = [setup.twoPeople, setup.printer, setup.envelopes, setup.noPhotos]
const sheets = [1, 2, 3] as const

/** All steps on one page: what the browser makes between them is nowhere else until the last one. */
export function SetupPage({ reader, demo, other, publicUrl, today }: Props) {
  const { lang } = reader
  return (
    <Entrance reader={reader} demo={demo} title={say(lang, setup.title)} script="setup" other={other}>
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
          <Line lang={lang} name="name" label={staff.name} max={40} />
          <Line
            lang={lang}
            name="username"
            autocomplete="username"
            label={staff.username}
            help={staff.usernameHelp}
            max={32}
            pattern="[\p{L}\p{N}][\p{L}\p{N}._\-]{1,31}"
          />
          <NewPassword lang={lang} />
          <p class="error" role="alert" data-say="broke" hidden>
            {say(lang, staff.broke)}
          </p>
          <p role="status" data-say="working" hidden>
            {say(lang, setup.making)}
          </p>
          <p class="actions">
            <button type="submit" class="btn go">
              {say(lang, setup.next)}
            </button>
            <Back lang={lang} to={1} />
          </p>
        </form>
      </Step>
      <Step lang={lang} n={3} title={setup.printing}>
        <div class="noprint">
          <p>{say(lang, setup.printingSays)}</p>
          <p>
            {say(lang, setup.printingWhy)}
            <strong>{say(lang, setup.printingWarns)}</strong>
          </p>
          <p class="actions">
            <button type="button" class="btn go" data-print data-print-papers>
              {say(lang, setup.printAll)}
            </button>
            <button type="button" class="btn" data-printed disabled>
              {say(lang, setup.printed)}
            </button>
            <Back lang={lang} to={1} words={setup.backToOffice} />
          </p>
          <p class="soft">{say(lang, setup.noPrinter)}</p>
          <label class="pick">
            <input type="checkbox" data-by-hand autocomplete="off" />
            <span>{say(lang, setup.byHand)}</span>
          </label>
        </div>
        {sheets.map((n) => (
          <SetupSheet lang={lang} n={n} today={today} />
        ))}
        <RecoveryPaper lang={lang} />
      </Step>
      <Step lang={lang} n={4} title={setup.checking}>
        <p>{say(lang, setup.checkingSays)}</p>
        <form data-check class="narrow">
          {[...sheets, 0].map((n) => (
            <p class="field">
              <label for={`typed-${n}`} data-text={textOf(lang, n ? setup.rowOf : setup.ownRow)}>
                {say(lang, setup.checkingSays)}
              </label>
              <input id={`typed-${n}`} inputmode="numeric" autocomplete="off" required data-typed={n} />
              <span
                class="error"
                role="alert"
                data-wrong={textOf(lang, n ? setup.rowWrong : setup.ownRowWrong)}
                hidden
              />
            </p>
          ))}
          <p class="actions">
            <button type="submit" class="btn go">
              {say(lang, setup.next)}
            </button>
            <button type="button" class="btn" data-print-again>
              {say(lang, setup.lookAgain)}
            </button>
          </p>
        </form>
      </Step>
      <Step lang={lang} n={5} title={setup.sealing}>
        <Keepers lang={lang} today={today} />
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
