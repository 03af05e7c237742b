import type { PropsWithChildren } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { letters } from '../i18n/letters.ts'
import { type Phrase, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Beside } from '../queue/beside.tsx'
import { Body } from '../queue/body.tsx'
import { SealedReport } from '../queue/opened.tsx'
import { sightAfter } from '../queue/preview.ts'
import type { Proposal, ReportView } from '../queue/report-view.ts'
import { WillSee } from '../queue/sight.tsx'
import { TeamPage } from '../queue/team-frame.tsx'
import { Watermark } from '../queue/watermark.tsx'
import { kindAndCategory, numberWords } from '../queue/words.ts'
import { mayApprove } from '../reports/offers.ts'
import { situationOf } from '../reports/situation.ts'
import { type Filled, Mistakes } from '../ui/field.tsx'
import { OwnKeys } from '../ui/own-keys.tsx'
import { Places } from './checked.tsx'
import { NotYours, unticked } from './decision.tsx'

interface Props {
  view: ReportView
  proposal: Proposal
  title: Phrase
  /** What is to be ticked, as a heading. */
  legend: Phrase
  /** Why nothing may be approved, such as the routing wall. */
  barrier: string | undefined
  /** The letter is not what it was when the page was sent. */
  isNew: boolean
  filled: Filled
  /** What the unit will read. */
  reads: JSX.Element
}

/**
 * What was said, what the unit will read, and whether anybody could guess who spoke: one screen. The decision, which it
 * wraps, is shown to whoever may make it.
 */
export function Approval(props: PropsWithChildren<Props>) {
  const { view, proposal, barrier, isNew, filled } = props
  const { desk, report, unit, about, names, keys } = view
  const { lang, team, person, today } = desk
  const may = mayApprove(situationOf(report, today), person)
  const { decided, by, move } = proposal
  return (
    <TeamPage desk={desk}>
      <Watermark desk={desk} />
      <h1>{say(lang, props.title as readonly [string, string])}</h1>
      <p>
        <a href={paths.report(team.id, report.id)} class="n">
          {numberWords(report.enquiryNumber)}
        </a>{' '}
        · {unit?.name} · {kindAndCategory(lang, desk.names, report)} · {names.get(by) ?? by}
      </p>
      {barrier && (
        <p class="box bad" role="alert">
          {barrier}
        </p>
      )}
      {isNew && (
        <p class="box warn" role="alert">
          {say(lang, letters.movedOn)}
        </p>
      )}
      <Mistakes
        lang={lang}
        title={say(lang, props.legend as readonly [string, string])}
        filled={{ ...filled, problems: { ...filled.problems, ...unticked(lang, filled) } }}
      />
      <div class="two deciding" data-check="letter">
        <div>
          <Body view={view} />
          <Beside view={view} />
        </div>
        <section class="reads">{props.reads}</section>
        <section class="decide">
          <Places lang={lang} />
          {may === true ? (
            props.children
          ) : (
            <p class="moves">
              <NotYours view={view} grey={may} />
            </p>
          )}
          <WillSee lang={lang} sight={sightAfter(about, move, decided)} messages={[]} />
        </section>
      </div>
      <SealedReport view={view} />
      <OwnKeys {...keys} />
    </TeamPage>
  )
}
