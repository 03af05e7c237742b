import { fileWords } from '../i18n/attachments.ts'
import { escalation as words } from '../i18n/escalation.ts'
import { buttonWords } from '../i18n/moves.ts'
import { queue } from '../i18n/queue.ts'
import { sealedFile } from '../i18n/sealed-file.ts'
import { type Phrase, say, textOf } from '../i18n/speak.ts'
import { tagWords } from '../i18n/tags.ts'
import { paths } from '../paths.ts'
import { Trouble } from '../queue/move-form.tsx'
import { SealedReport } from '../queue/opened.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { TeamPage } from '../queue/team-frame.tsx'
import { numberWords } from '../queue/words.ts'
import { OwnKeys } from '../ui/own-keys.tsx'
import type { Carried } from './carried.ts'

/** The report goes to the browser once more, sealed as it lies here, and leaves it as one file. */
export function ExportPage({ view, carried }: { view: ReportView; carried: Carried }) {
  const { desk, report, keys } = view
  const { lang, team } = desk
  const all = [sealedFile, fileWords, ...Object.values(tagWords)]
  const named = all.flatMap((some) => Object.entries<Phrase>(some))
  const labels = named.map(([name, word]) => [name, textOf(lang, word)])
  return (
    <TeamPage desk={desk}>
      <h1>
        {say(lang, words.title)} <span class="n">{numberWords(report.enquiryNumber)}</span>
      </h1>
      <p class="box warn">{say(lang, words.once)}</p>
      <p>{say(lang, words.opensItself)}</p>
      <form
        method="post"
        action={paths.escalationExported(team.id, report.id)}
        class="sheet-form"
        data-desk
        data-package={JSON.stringify(carried)}
        data-words={JSON.stringify(Object.fromEntries(labels))}
      >
        <input type="hidden" name="steps" value={String(report.steps)} />
        <input type="hidden" name="files" value={String(carried.files.length)} />
        {(['passphrase', 'again'] as const).map((field) => (
          <p class="field">
            <label for={field}>{say(lang, words[field])}</label>
            <input id={field} type="password" data-passphrase autocomplete="new-password" required />
            {field === 'passphrase' && <span class="soft">{say(lang, words.passphraseHelp)}</span>}
          </p>
        ))}
        <div role="alert">
          {(['short', 'differs', 'needsContact', 'unreachable'] as const).map((why) => (
            <p class="error" data-why={why} hidden>
              {say(lang, words[why])}
            </p>
          ))}
        </div>
        <Trouble lang={lang} />
        <p class="soft" data-working hidden>
          {say(lang, queue.opening)}
        </p>
        <p class="buttons">
          <button type="submit" class="btn go">
            {say(lang, words.export)}
          </button>
          <a class="btn quiet" href={paths.report(team.id, report.id)}>
            {say(lang, buttonWords.cancel)}
          </a>
        </p>
      </form>
      <SealedReport view={view} />
      <OwnKeys {...keys} />
    </TeamPage>
  )
}
