import type { PropsWithChildren } from 'hono/jsx'
import * as z from 'zod/mini'
import { sealedId, sealedShort } from '../http/binary.ts'
import { maybe, seen } from '../http/fields.ts'
import { refer as words } from '../i18n/referrals.ts'
import { greyWords, reportWords } from '../i18n/report.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { writeWhy } from '../log/why.ts'
import { Tick } from '../queue/choices.tsx'
import { wrong } from '../queue/move.ts'
import { Trouble } from '../queue/move-form.tsx'
import { RefuseWhy } from '../queue/refuse-why.tsx'
import type { ReportView } from '../queue/report-view.ts'
import type { Grey } from '../reports/offers.ts'
import type { Decision as Decided } from '../reports/proposing.ts'
import type { Filled } from '../ui/field.tsx'

export const ticks = ['tickWords', 'tickUnit', 'tickGuess', 'tickDemands'] as const
type TickName = (typeof ticks)[number]

const tick = maybe(z.literal('yes'))

export const decision = z.object({
  steps: seen,
  digest: maybe(z.string()),
  decision: z.enum(['approve', 'refuse', 'verify']),
  tickWords: tick,
  tickUnit: tick,
  tickGuess: tick,
  tickDemands: tick,
  refuseWhy: maybe(sealedShort),
  refuseWhyId: maybe(sealedId),
})
export type Values = z.output<typeof decision>

/** What is missing for this answer: a tick, or the reason of a no. */
export function missingIn(values: Values, needed: readonly TickName[], { desk: { lang } }: ReportView) {
  if (values.decision !== 'approve')
    return values.refuseWhy && values.refuseWhyId ? {} : { refuseWhy: wrong(lang, 'message') }
  return Object.fromEntries(
    needed.filter((tick) => values[tick] !== 'yes').map((tick) => [tick, wrong(lang, 'tick')]),
  )
}

/** On top of the page a tick that is missing goes by its own words. */
export const unticked = (lang: Lang, { problems = {} }: Filled) =>
  Object.fromEntries(ticks.filter((tick) => problems[tick]).map((tick) => [tick, say(lang, words[tick])]))

export function refusal({ decision, refuseWhy, refuseWhyId }: Values): Decided {
  if (!refuseWhy || !refuseWhyId) throw new Error('a no without a reason')
  return {
    approve: false,
    drop: decision === 'verify',
    why: writeWhy({ sealed: refuseWhyId }),
    sealed: [{ part: 'why', partId: refuseWhyId, envelope: refuseWhy }],
  }
}

export function NotYours({ view, grey }: { view: ReportView; grey: Grey }) {
  const { lang } = view.desk
  return (
    <span class="btn grey">
      {say(lang, reportWords.approve)}
      <small>{textOf(lang, greyWords[grey])}</small>
    </span>
  )
}

interface Props {
  view: ReportView
  action: string
  /** Of the letter that is approved, as the page shows it. */
  digest: string
  /** What must be ticked, one by one, and the words above it. */
  ticks: readonly TickName[]
  legend: string
  /** The no that ends the matter. */
  instead: string
  mayPass: boolean
  filled: Filled
}

/** The second person's answer: yes, when all is ticked; back for changes; or not at all. */
export function Decision(props: PropsWithChildren<Props>) {
  const { view, action, digest, ticks, legend, instead, mayPass, filled, children } = props
  const { desk, report } = view
  const { lang } = desk
  const post = {
    method: 'post',
    action,
    class: 'sheet-form',
    'data-desk': true,
  } as const
  const steps = <input type="hidden" name="steps" value={String(report.steps)} />
  return (
    <>
      {mayPass && (
        <form {...post} novalidate>
          {steps}
          <input type="hidden" name="digest" value={digest} />
          <fieldset class="ticks each">
            <legend>{legend}</legend>
            {ticks.map((tick) => (
              <>
                <Tick name={tick} label={say(lang, words[tick])} filled={filled} required />
                {tick === 'tickGuess' && <p class="soft">{say(lang, words.guessHelp)}</p>}
              </>
            ))}
          </fieldset>
          {children}
          <p class="box bad" data-sure={textOf(lang, words.sure)} hidden>
            <label class="pick">
              <input type="checkbox" required disabled />
              <span />
            </label>
          </p>
          <p class="error" role="alert" data-why="sure" hidden>
            {wrong(lang, 'tick')}
          </p>
          <p class="buttons">
            <button type="submit" class="btn go" name="decision" value="approve" disabled data-after-check>
              {say(lang, reportWords.approve)}
            </button>
          </p>
          {/* After the yes, which stays the one that Enter presses. */}
          <div class="box warn" role="alert" tabindex={-1} data-flagged={textOf(lang, words.flagged)} hidden>
            <p />
            <p class="buttons">
              <button type="submit" class="btn" name="decision" value="approve" disabled data-as-it-is>
                {say(lang, words.asItIs)}
              </button>
              <button type="button" class="btn quiet" data-look-again>
                {say(lang, words.lookAgain)}
              </button>
            </p>
          </div>
          <Trouble lang={lang} />
        </form>
      )}
      <details open={filled.problems?.refuseWhy !== undefined}>
        <summary>
          {say(lang, reportWords.refuse)} · {instead}
        </summary>
        <form {...post} data-seals>
          {steps}
          <RefuseWhy desk={desk} filled={filled} />
          <p class="buttons">
            <button type="submit" class="btn" name="decision" value="refuse">
              {say(lang, reportWords.refuse)}
            </button>
            <button type="submit" class="btn" name="decision" value="verify">
              {instead}
            </button>
          </p>
          <Trouble lang={lang} />
        </form>
      </details>
    </>
  )
}
