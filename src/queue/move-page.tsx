import { moveWords } from '../i18n/moves.ts'
import { paths } from '../paths.ts'
import { OwnPermit, Permits } from '../referrals/permits.tsx'
import type { Filled } from '../ui/field.tsx'
import { OwnKeys } from '../ui/own-keys.tsx'
import { Beside } from './beside.tsx'
import { Body } from './body.tsx'
import { MoveForm } from './move-form.tsx'
import { type FormMove, forms } from './moves.ts'
import { Opened, SealedReport } from './opened.tsx'
import { sightAfter } from './preview.ts'
import { SentBack } from './refused.tsx'
import type { ReportView } from './report-view.ts'
import { TeamPage } from './team-frame.tsx'
import { Watermark } from './watermark.tsx'
import { kindAndCategory, numberWords, textAt } from './words.ts'

/** One move, with the resident's words beside it. */
export function MovePage({ view, move, filled }: { view: ReportView; move: FormMove; filled: Filled }) {
  const { desk, report, unit, about, keys } = view
  const { lang, team } = desk
  const sight = sightAfter(about, move, forms[move].shows(filled.typed))
  return (
    <TeamPage desk={desk}>
      <Watermark desk={desk} />
      <h1>{textAt(desk, moveWords[move])}</h1>
      <p>
        <a href={paths.report(team.id, report.id)} class="n">
          {numberWords(report.enquiryNumber)}
        </a>{' '}
        · {unit?.name} · {kindAndCategory(lang, desk.names, report)}
      </p>
      <div class="two">
        <div>
          {report.refusedMove === move && <SentBack view={view} />}
          <MoveForm about={about} move={move} filled={filled} sight={sight} />
          {move === 'refer' && <Permits about={about} />}
          {move === 'fix' && <OwnPermit about={about} />}
        </div>
        <div>
          <Body view={view} />
          <Beside view={view} />
          {move === 'archive' && <AlreadyTold view={view} />}
        </div>
      </div>
      <SealedReport view={view} />
      <OwnKeys {...keys} />
    </TeamPage>
  )
}

/** What the sentences that stay for the resident still name: it was told when it ended. */
const AlreadyTold = ({ view }: { view: ReportView }) =>
  view.opens &&
  view.messages
    .filter(({ direction }) => direction === 'toResident')
    .map(({ id, purpose, envelope }) => (
      <Opened view={view} as="toResident" id={id} envelope={envelope} purpose={purpose} inSlots />
    ))
