import { dayOfStep, sayDay, yearOf } from '../clock/day.ts'
import { delivery } from '../i18n/delivery.ts'
import { declineWords, voidWords } from '../i18n/endings.ts'
import { escalation, groundWords, recipientWords } from '../i18n/escalation.ts'
import { alongWords } from '../i18n/leaving.ts'
import { fieldWords, lookedWords, methodWords } from '../i18n/moves.ts'
import { stateWords } from '../i18n/queue.ts'
import { recusalWords } from '../i18n/recusal.ts'
import { refer } from '../i18n/referrals.ts'
import { reportWords, viewWords } from '../i18n/report.ts'
import { type Lang, type Phrase, say, textOf, wordOf } from '../i18n/speak.ts'
import { team as words } from '../i18n/team.ts'
import { paperWords, told, toldWays } from '../i18n/told.ts'
import { readWhy } from '../log/why.ts'
import { outcomeWords } from '../referrals/unit-reply-form.tsx'
import { type State, states } from '../reports/lifecycle.ts'
import { wordsOfResult } from './conclude-form.tsx'
import { neverHadCode } from './never-had-code.ts'
import { Opened, OpenedSet } from './opened.tsx'
import type { ReportView, Step } from './report-view.ts'
import { wordsOfConclusion } from './result-form.tsx'
import { actorName, stepName } from './step-words.ts'
import { whenWords } from './words.ts'

/** What happened: who, when, from where to where, and why. Residents' steps have a day and no hour. */
export function Steps({ view }: { view: ReportView }) {
  const { lang } = view.desk
  return (
    <section id="steps">
      <h2>{say(lang, reportWords.steps)}</h2>
      <ol class="steps">
        {inOrder(view.steps, view.relocked).map((step) => (
          <OneStep view={view} step={step} />
        ))}
      </ol>
    </section>
  )
}

/** What happened to its lock stands where it happened; residents' steps have a day, and come first on it. */
function inOrder(steps: readonly Step[], relocked: readonly Step[]): readonly Step[] {
  const isBefore = ({ at }: Step, { at: then }: Step) => at <= (at.length > DAY ? then : dayOfStep(then))
  const placed = [...steps]
  for (const one of relocked) placed.splice(placed.findLastIndex((step) => isBefore(step, one)) + 1, 0, one)
  return placed
}
const DAY = '2026-11-29'.length

function OneStep({ view, step }: { view: ReportView; step: Step }) {
  const { lang } = view.desk
  const { at, fromState, toState } = step
  const moved = toState && fromState && toState !== fromState && isState(toState)
  const change = moved
    ? say(lang, reportWords.fromTo, { from: stateOf(lang, fromState), to: stateOf(lang, toState) })
    : undefined
  return (
    <li>
      <span class="n soft">{whenWords(at)}</span> {actorName(lang, step, view.names)} ·{' '}
      <b>{stepName(lang, step, neverHadCode(view))}</b>
      {change && <span class="soft"> {change}</span>}
      <Why view={view} step={step} />
    </li>
  )
}

/** A day of these is one on which something was done, and none that is planned. */
const dayWords: Readonly<Record<string, Phrase>> = { fixed: fieldWords.lookedOn, told: told.on }

const isState = (state: string): state is State => states.some((one) => one === state)
const stateOf = (lang: Lang, state: string) => (isState(state) ? textOf(lang, stateWords[state]) : state)

function Why({ view, step }: { view: ReportView; step: Step }) {
  const { desk, report, names, sealed, about } = view
  const { lang, today } = desk
  const why = readWhy(step.why)
  const name = (id: string) => names.get(id) ?? id
  const isOwner = ['take', 'assign', 'accept'].includes(step.move)
  const day = (on: string) => sayDay(on, lang, yearOf(today))
  const listed = (code: string, words: Readonly<Record<string, Phrase>>) =>
    (why.get(code) ?? []).map((value) => wordOf(lang, words, value))
  const facts = [
    listed('reason', { ...declineWords, ...voidWords }),
    listed('view', viewWords),
    listed('along', alongWords),
    listed('told', toldWays),
    listed('paper', paperWords),
    listed('ground', groundWords),
    listed('recusal', recusalWords),
    listed('recipient', recipientWords),
    (why.get('receipt') ?? []).map((no) => `${say(lang, escalation.receipt)} ${no}`),
    listed('method', methodWords),
    listed('looked', lookedWords),
    (why.get('people') ?? []).map((id) =>
      isOwner ? `${say(lang, fieldWords.owner)} ${name(id)}` : name(id),
    ),
    (why.get('on') ?? []).map((on) => `${say(lang, dayWords[step.move] ?? fieldWords.on)} ${day(on)}`),
    (why.get('received') ?? []).map((on) => `${say(lang, refer.receivedOn)} ${day(on)}`),
    (why.get('until') ?? []).map((until) => `${say(lang, fieldWords.due)} ${day(until)}`),
    (why.get('unit') ?? []).flatMap(
      (id) => about.referring.everNamed.find((unit) => unit.id === id)?.name ?? [],
    ),
    listed('outcome', outcomeWords),
    listed('back', { us: delivery.us, office: delivery.byOffice }),
    listed('conclusion', wordsOfConclusion(report.kind)),
    listed('resultType', wordsOfResult(report.kind)),
  ].filter((values) => values.length > 0)
  const and = say(lang, words.and)
  return (
    <>
      {facts.length > 0 && (
        <p class="soft">{facts.map((values) => values.join(and)).join(say(lang, words.semicolon))}</p>
      )}
      {(why.get('sealed') ?? []).map((id) => (
        <Opened
          view={view}
          as="why"
          id={id}
          envelope={sealed.find(({ part, partId }) => part === 'why' && partId === id)?.envelope}
        />
      ))}
      {(['result', 'order', 'feedback'] as const).flatMap((part) =>
        (why.get(part) ?? []).map((id) => <OpenedSet view={view} part={part} id={id} />),
      )}
    </>
  )
}
