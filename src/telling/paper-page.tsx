import { letters } from '../i18n/letters.ts'
import { say } from '../i18n/speak.ts'
import { told as words } from '../i18n/told.ts'
import { paths } from '../paths.ts'
import { opensContact } from '../queue/may-contact.ts'
import { Trouble } from '../queue/move-form.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { TeamPage } from '../queue/team-frame.tsx'
import { Watermark } from '../queue/watermark.tsx'
import { OwnKeys } from '../ui/own-keys.tsx'
import { Paper } from './paper.tsx'
import type { Wording } from './wording.ts'

interface Props {
  view: ReportView
  wording: Wording
  isPrinted: boolean
  isCopy: boolean
  /** The name, handed out to be printed now. */
  contact: Uint8Array<ArrayBuffer> | undefined
}

/** The paper of what happened last, without its name until it is printed; each time is on record. */
export function PaperPage({ view, wording, isPrinted, isCopy, contact }: Props) {
  const { desk, report, keys, opens } = view
  const { lang, team } = desk
  const mayPrint = opens && opensContact(view)
  const print = isCopy ? words.printCopy : isPrinted ? letters.printAgain : letters.printFirst
  return (
    <TeamPage desk={desk}>
      {isCopy && <Watermark desk={desk} />}
      <div class="noprint">
        {!mayPrint && <p class="box warn">{say(lang, words.cannotOpen)}</p>}
        <p class="soft">{say(lang, words.care)}</p>
        <div class="buttons">
          {mayPrint && contact && (
            <button type="button" class="btn go" data-print="now">
              {say(lang, letters.print)}
            </button>
          )}
          {mayPrint && !contact && (
            <form method="post" action={paths.toldPaper(team.id, report.id)} data-desk>
              <input type="hidden" name="steps" value={String(report.steps)} />
              <button type="submit" class="btn go">
                {say(lang, print)}
              </button>
              <Trouble lang={lang} />
            </form>
          )}
          <a class="btn quiet" href={`${paths.report(team.id, report.id)}#told`}>
            {say(lang, letters.backToReport)}
          </a>
        </div>
      </div>
      <Paper view={view} wording={wording} contact={contact} isCopy={isCopy} />
      <OwnKeys {...keys} />
    </TeamPage>
  )
}
