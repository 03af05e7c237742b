import { sayDay, yearOf } from '../clock/day.ts'
import { delivery } from '../i18n/delivery.ts'
import { letters } from '../i18n/letters.ts'
import { say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { SealedReport } from '../queue/opened.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { TeamPage } from '../queue/team-frame.tsx'
import { Watermark } from '../queue/watermark.tsx'
import { ReceiptForm } from '../referrals/receipt-form.tsx'
import type { Filled } from '../ui/field.tsx'
import { OwnKeys } from '../ui/own-keys.tsx'
import { Print } from '../ui/print.tsx'
import { FixNotice } from './fix-notice.tsx'
import type { Ordered } from './order.ts'
import type { FixNotice as Row } from './store.ts'
import type { Wording } from './wording.ts'

interface Props {
  view: ReportView
  order: Ordered
  wording: Wording
  /** Of an order from before notices were numbered there is none. */
  notice: Row | undefined
  /** How many steps the report's papers have taken. */
  paper: { steps: number }
  awaitsReceipt: boolean
  /** The original has just been asked for, and this page is it; or the page asked on was not as things are now. */
  how: 'original' | 'overtaken' | undefined
  filled: Filled
}

/**
 * The notice of an order, opened in the browser that prints it. Its one original is on record: until somebody has
 * signed for it a printer that jams may be given another, and from then on there are copies.
 */
export function FixNoticePage({ view, order, wording, notice, paper, awaitsReceipt, how, filled }: Props) {
  const { desk, report, keys, opens } = view
  const { lang, team, today } = desk
  const isOut = report.state === 'fixing'
  const isPrinted = (notice ? notice.printedOn !== null : paper.steps > 0) || !isOut
  const isOriginal = how === 'original'
  const steps = report.steps + paper.steps
  const isCopy = isPrinted && !isOriginal
  return (
    <TeamPage desk={desk}>
      {isCopy && <Watermark desk={desk} />}
      {how === 'overtaken' && (
        <p class="box warn noprint" role="alert">
          {say(lang, staff.overtaken)}
        </p>
      )}
      <div class="buttons noprint">
        {opens && (
          <Print
            lang={lang}
            action={paths.fixNotice(team.id, report.id)}
            steps={steps}
            isPrinted={isPrinted}
            isNow={isOriginal}
            mayAgain={isOut && !notice?.receiptOn}
          />
        )}
        <a class="btn quiet" href={paths.report(team.id, report.id)}>
          {say(lang, letters.backToReport)}
        </a>
      </div>
      {notice?.receiptOn && (
        <p class="noprint">
          {say(lang, delivery.receipted, {
            name: notice.receiptName ?? '',
            day: sayDay(notice.receiptOn, lang, yearOf(today)),
          })}
        </p>
      )}
      {awaitsReceipt && isOut && (
        <ReceiptForm
          lang={lang}
          today={today}
          filled={filled}
          steps={steps}
          action={paths.receiptNotice(team.id, report.id)}
        />
      )}
      <FixNotice view={view} wording={wording} order={order.part} isCopy={isCopy} />
      <SealedReport view={view} />
      <OwnKeys {...keys} />
    </TeamPage>
  )
}
