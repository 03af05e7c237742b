import { letters } from '../i18n/letters.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { SealedReport } from '../queue/opened.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { TeamPage } from '../queue/team-frame.tsx'
import { Watermark } from '../queue/watermark.tsx'
import { OwnKeys } from '../ui/own-keys.tsx'
import { Print } from '../ui/print.tsx'
import { Notice } from './notice.tsx'
import type { Wording } from './wording.ts'

interface Props {
  view: ReportView
  order: string
  wording: Wording
  isPrinted: boolean
  /** The original has just been asked for: this page is it. */
  isOriginal: boolean
}

/** The notice of an order, opened in the browser that prints it. Its one original is on record. */
export function FixNoticePage({ view, order, wording, isPrinted, isOriginal }: Props) {
  const { desk, report, keys } = view
  const { lang, team } = desk
  const isCopy = isPrinted && !isOriginal
  return (
    <TeamPage desk={desk}>
      {isCopy && <Watermark desk={desk} />}
      <div class="buttons noprint">
        <Print
          lang={lang}
          action={paths.fixNotice(team.id, report.id)}
          isPrinted={isPrinted}
          isNow={isOriginal}
          mayAgain={report.state === 'fixing'}
        />
        <a class="btn quiet" href={paths.report(team.id, report.id)}>
          {say(lang, letters.backToReport)}
        </a>
      </div>
      <Notice view={view} wording={wording} order={order} isCopy={isCopy} />
      <SealedReport view={view} />
      <OwnKeys {...keys} />
    </TeamPage>
  )
}
