import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { fill, say, textOf } from '../i18n/speak.ts'
import { templates } from '../i18n/templates.ts'
import type { Desk } from '../queue/desk.ts'
import type { Report } from '../reports/tables.ts'

type Name = Exclude<keyof typeof templates, 'label' | 'none'>

/**
 * What may be said at this stage. Of a report about conduct nobody may read whether it was passed on, fixed or found:
 * it has the sentences that all of them have.
 */
function namesFor(report: Report, letterOut: boolean, isOver: boolean): Name[] {
  const { kind, state, promiseMoved, declineReason, forwarded, conclusion, resultType } = report
  const isConduct = kind === 'conduct'
  const here: Partial<Record<Report['state'], Name[]>> = {
    needsInfo: ['needsInfo'],
    accepted: ['accepted'],
    verifying: ['verifying'],
    merged: ['verifying'],
    fixing: [isConduct ? 'verifying' : 'fixing'],
    referred:
      isConduct || !letterOut
        ? ['verifying']
        : [
            'referred',
            ...(promiseMoved === 'extended' || promiseMoved === 'granted' ? (['extended'] as const) : []),
          ],
    reopened: [isConduct ? 'verifying' : 'reopened'],
    declined: [
      forwarded ? 'passedOn' : 'notPassedOn',
      ...(declineReason === 'closedRound' && isOver ? (['roundClosed'] as const) : []),
    ],
  }
  if (state !== 'concluded') return here[state] ?? []
  if (isConduct) return ['byTheRules']
  if (conclusion === 'unsubstantiated') return ['unconfirmed']
  return resultType === 'solved' ? ['done'] : []
}

interface Props {
  desk: Desk
  report: Report
  /** Of what is referred: its letter has been signed and numbered. */
  letterOut: boolean
  /** The last day on which its round takes reports. */
  closesOn: Day | undefined
  /** The field's id. */
  into: string
}

/** Templates for the message field with this id. Without scripts there is nothing to seal with, so it stays hidden. */
export function Templates({ desk, report, letterOut, closesOn, into }: Props) {
  const { lang, today } = desk
  const names = namesFor(report, letterOut, closesOn !== undefined && closesOn < today)
  if (names.length === 0) return null
  const day = report.state === 'needsInfo' ? report.due : report.promise
  const said = (on: Day | null | undefined) => (on ? sayDay(on, lang, yearOf(today)) : '……')
  const values = { date: said(day), closed: said(closesOn), phone: desk.team.phone }
  return (
    <p class="field" hidden>
      <label for="template">{say(lang, templates.label)}</label>
      <select id="template" data-template-for={into}>
        <option value="">{say(lang, templates.none)}</option>
        {names.map((name) => {
          const words = fill(textOf(lang, templates[name]), values)
          // Whom to turn to is sealed: the browser that opens it writes it in.
          const speaks = name === 'passedOn' || name === 'notPassedOn' ? 'channel' : undefined
          return (
            <option value={words} data-speaks-of={speaks}>
              {words}
            </option>
          )
        })}
      </select>
    </p>
  )
}
