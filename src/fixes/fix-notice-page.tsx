import { letters } from '../i18n/letters.ts'
import { say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { SealedReport } from '../queue/opened.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { TeamPage } from '../queue/team-frame.tsx'
import { Watermark } from '../queue/watermark.tsx'
import { OwnKeys } from '../ui/own-keys.tsx'
import { Print } from '../ui/print.tsx'
import { FixNotice } from './fix-notice.tsx'
import type { Wording } from './wording.ts'

interface Props {
  view: ReportView
  order: string
  wording: Wording
  isPrinted: boolean
  /** How many originals there have been of the report's notices. */
  prints: number
  /** The original has just been asked for: this page is it. */
  isOriginal: boolean
  /** Asked for on a page that was not as things are now. */
  isOvertaken: boolean
}

/**
 * The notice of an order, opened in the browser that prints it. Its one original is on record: while the fix is out a
 * printer that jams may be given another, and from then on there are copies.
 */
export function FixNoticePage({ view, order, wording, prints, isOriginal, isOvertaken, ...paper }: Props) {
  const { desk, report, keys, opens } = view
  const { lang, team } = desk
  const isOut = report.state === 'fixing'
  const isPrinted = paper.isPrinted || !isOut
  const isCopy = isPrinted && !isOriginal
  return (
    <TeamPage desk={desk}>
      {isCopy && <Watermark desk={desk} />}
      {isOvertaken && (
        <p class="box warn noprint" role="alert">
          {say(lang, staff.overtaken)}
        </p>
      )}
      <div class="buttons noprint">
        {opens && (
          <Print
            lang={lang}
            action={paths.fixNotice(team.id, report.id)}
            steps={report.steps + prints}
            isPrinted={isPrinted}
            isNow={isOriginal}
            mayAgain={isOut}
          />
        )}
        <a class="btn quiet" href={paths.report(team.id, report.id)}>
          {say(lang, letters.backToReport)}
        </a>
      </div>
      <FixNotice view={view} wording={wording} order={order} isCopy={isCopy} />
      <SealedReport view={view} />
      <OwnKeys {...keys} />
    </TeamPage>
  )
}
