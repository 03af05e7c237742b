import { EscalationPart } from '../escalation/escalation-part.tsx'
import { FixPhotoForm } from '../fixes/photo-form.tsx'
import { ToTeamPart } from '../giving/to-team-part.tsx'
import { moveWords } from '../i18n/moves.ts'
import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import { RecusalPart } from '../recusal/recusal-part.tsx'
import { LetterPart } from '../referrals/letter-part.tsx'
import { OwnKeys } from '../ui/own-keys.tsx'
import { Attachments } from './attachments.tsx'
import { Body } from './body.tsx'
import { ContactPart } from './contact.tsx'
import { EarlierLock } from './earlier-lock.tsx'
import { Head } from './head.tsx'
import { Homeless } from './homeless.tsx'
import { MayDo } from './may-do.tsx'
import { MoveForm } from './move-form.tsx'
import { type FormMove, forms } from './moves.ts'
import { neverHadCode } from './never-had-code.ts'
import { Notes } from './notes.tsx'
import { SealedReport } from './opened.tsx'
import { sightAfter } from './preview.ts'
import type { ReportView } from './report-view.ts'
import { Sees, Spoken } from './sight.tsx'
import { Steps } from './steps.tsx'
import { Talk } from './talk.tsx'
import { TeamPage } from './team-frame.tsx'
import { ToldPart } from './told-part.tsx'
import { Watermark } from './watermark.tsx'
import { lacksKey } from './words.ts'

/** What an answer adds to the page as it is. */
export interface Extra {
  said?: string | undefined
  /** Somebody was faster: who did what, and the form whose words are kept. */
  overtaken?: { sentence: string; kept?: Kept | undefined } | undefined
  contact?: Uint8Array<ArrayBuffer> | undefined
  typed?: Record<string, string> | undefined
  problems?: Record<string, string> | undefined
}

interface Kept {
  move: FormMove
  typed: Record<string, string>
  /** It cannot be made any more. */
  over: boolean
}

/** One report, in the order in which it is worked on. */
export function ReportPage({ view, extra }: { view: ReportView; extra: Extra }) {
  const { desk, sight, keys } = view
  const { lang } = desk
  const ours = view.messages.filter(({ direction }) => direction === 'toResident')
  const filled = { typed: extra.typed ?? {}, problems: extra.problems ?? {} }
  return (
    <TeamPage desk={desk} said={extra.said}>
      <Watermark desk={desk} />
      <Overtaken view={view} overtaken={extra.overtaken} />
      {extra.overtaken && <Homeless view={view} filled={filled} />}
      <NoKey view={view} />
      <EarlierLock view={view} />
      <Head view={view} />
      <div class="two">
        <div>
          <MayDo view={view} filled={filled} />
          <EscalationPart view={view} filled={filled} />
          <LetterPart about={view.about} steps={view.steps} />
          <Body view={view} />
          <Attachments view={view} filled={filled} />
          <FixPhotoForm view={view} filled={filled} />
          <ToTeamPart view={view} filled={filled} />
          <ContactPart view={view} contact={extra.contact} filled={filled} />
          <ToldPart view={view} filled={filled} />
          <Talk view={view} filled={filled} />
        </div>
        <div>
          <Steps view={view} />
          <Notes view={view} filled={filled} />
          <RecusalPart view={view} filled={filled} />
          <section id="sees">
            <h2>{say(lang, neverHadCode(view) ? reportWords.noCode : reportWords.sees)}</h2>
            {!neverHadCode(view) && <Sees sight={sight} messages={ours} />}
            <Spoken lang={lang} sight={sight} messages={ours} />
          </section>
        </div>
      </div>
      <SealedReport view={view} />
      <OwnKeys {...keys} />
    </TeamPage>
  )
}

function Overtaken({ view, overtaken }: { view: ReportView; overtaken: Extra['overtaken'] }) {
  if (!overtaken) return null
  const { sentence, kept } = overtaken
  return (
    <>
      <p class="box warn" role="alert">
        {sentence}
      </p>
      {kept && (
        <section class="kept">
          <h2>{say(view.desk.lang, moveWords[kept.move])}</h2>
          <MoveForm
            about={view.about}
            move={kept.move}
            filled={{ typed: kept.typed }}
            sight={sightAfter(view.about, kept.move, forms[kept.move].shows(kept.typed))}
            over={kept.over}
          />
        </section>
      )}
    </>
  )
}

function NoKey({
  view: {
    desk: { lang },
    opens,
    holders,
  },
}: {
  view: ReportView
}) {
  if (opens) return null
  return <p class="box warn">{lacksKey(lang, holders.key)}</p>
}
